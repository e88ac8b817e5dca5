// Colours and sizes for pictures of a graph.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

struct Colour {
  std::uint8_t red, green, blue;
};
Colour colour_of(EntityType);
inline Colour colour_of(const Node& n) { return colour_of(n.type); }
/// "#1f77b4"
std::string hex(Colour);

/// Radius by degree: from 5 to 30.
std::vector<double> node_radii(const KnowledgeGraph&);

}  // namespace maillon
