// Positions for pictures of a graph.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

struct Position {
  double x = 0, y = 0;
};

/// Two nodes that belong together, by index; direction, repetition and loops make no difference.
using Link = std::pair<std::uint32_t, std::uint32_t>;

/// A force-directed layout after ForceAtlas2 (Jacomy et al. 2014, PLoS ONE 9(6)): linked nodes attract, all
/// repel each other, and a pull towards the middle keeps components together. Then discs of the given radii
/// are pushed apart. Starts from a spiral, so without chance; the more nodes, the fewer rounds:
/// O(n log n + m) each. Boost.Graph's own force-directed layout (1.74) was measured first: one of
/// its rounds takes over ten times as long on 20,000 nodes and 80,000 edges as all of ours. One position a
/// node, rounded to a tenth.
std::vector<Position> layout(std::vector<Link> links, std::span<const double> radii);
/// Of all nodes of the graph by all its edges.
std::vector<Position> layout(const KnowledgeGraph&, std::span<const double> radii);

}  // namespace maillon
