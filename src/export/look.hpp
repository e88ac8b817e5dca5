// Colours, sizes and positions for pictures of a graph.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

struct Colour {
  std::uint8_t red, green, blue;
};
Colour colour_of(const Node&);

/// Diameter by degree: from 10 to 60.
std::vector<double> node_sizes(const KnowledgeGraph&);

struct Position {
  double x = 0, y = 0;
};
/// A force-directed layout (Boost.Graph's Fruchterman-Reingold on a grid, from a circle, so without chance);
/// the circle alone for graphs of more than 3,000 nodes.
std::vector<Position> layout(const KnowledgeGraph&);

}  // namespace maillon
