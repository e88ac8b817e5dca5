// Positions for pictures of a graph.
#pragma once

#include <span>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

struct Position {
  double x = 0, y = 0;
};

/// A force-directed layout after ForceAtlas2 (Jacomy et al. 2014, PLoS ONE 9(6)): linked nodes attract, all
/// repel each other, and a pull towards the middle keeps components together. Then discs of the given radii
/// are pushed apart. Starts from a spiral, so without chance; the more nodes, the fewer rounds:
/// O(n log n + m) each. One position a node, rounded to a tenth.
std::vector<Position> layout(const KnowledgeGraph&, std::span<const double> radii);

}  // namespace maillon
