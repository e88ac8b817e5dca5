#include "export/parallel.hpp"

#include <map>
#include <utility>

namespace maillon {

std::vector<std::string> distinct_relations(const KnowledgeGraph& graph) {
  std::vector<std::string> out;
  out.reserve(graph.edges().size());
  std::map<std::string_view, std::uint32_t> seen;  // relations between the two ends at hand
  std::pair<std::uint32_t, std::uint32_t> ends{kNone, kNone};
  for (const Edge& e : graph.edges()) {  // sorted by their ends
    if (std::pair(e.source, e.target) != ends) seen.clear();
    ends = {e.source, e.target};
    const std::uint32_t number = ++seen[e.relation];
    out.emplace_back(e.relation);
    if (number > 1) out.back() += ' ' + std::to_string(number);
  }
  return out;
}

}  // namespace maillon
