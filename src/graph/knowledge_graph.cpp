#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <array>

namespace maillon {

std::string_view to_string(EdgeKind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {"statement", "participant", "place"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::uint32_t KnowledgeGraph::find(std::string_view id) const {
  const auto at = std::lower_bound(nodes_.begin(), nodes_.end(), id,
                                   [](const Node& n, std::string_view wanted) { return n.id < wanted; });
  return at != nodes_.end() && at->id == id ? static_cast<std::uint32_t>(at - nodes_.begin()) : kNone;
}

}  // namespace maillon
