// Colours and sizes for pictures of a graph.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

struct Colour {
  std::uint8_t red, green, blue;
};
Colour colour_of(const Node&);

/// Radius by degree: from 5 to 30.
std::vector<double> node_radii(const KnowledgeGraph&);

}  // namespace maillon
