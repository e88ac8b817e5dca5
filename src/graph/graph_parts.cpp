#include "graph/graph_parts.hpp"

#include <utility>
#include <vector>

namespace maillon {

void GraphParts::make_structure(KnowledgeGraph& g) {
  // The edges are sorted by source, and Boost's counting sort is stable: edge i keeps the index i.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(g.edges_.size());
  for (const Edge& e : g.edges_) ends.emplace_back(e.source, e.target);
  g.structure_ = KnowledgeGraph::Structure(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                                           static_cast<std::uint32_t>(g.nodes_.size()));
}

}  // namespace maillon
