#include "cypher/matched_graph.hpp"

namespace maillon::cypher {

MatchedGraph::MatchedGraph(const PropertyGraph& graph)
    : graph_(graph), nodes_(graph.node_count()), relationships_(graph.relationship_count()) {}

void MatchedGraph::add(std::span<const Value> row) {
  for (const Value& v : row) add(v);
}

void MatchedGraph::add_relationship(std::uint32_t id) {
  relationships_[id] = true;
  nodes_[graph_.source(id)] = nodes_[graph_.target(id)] = true;
}

void MatchedGraph::add(const Value& v) {
  if (v.is(Kind::node)) nodes_[v.id()] = true;
  if (v.is(Kind::relationship)) add_relationship(v.id());
  if (v.is(Kind::list)) add(std::span(v.list()));
  if (v.is(Kind::map))
    for (const auto& entry : v.map()) add(entry.second);
  if (v.is(Kind::path)) {
    for (const std::uint32_t n : v.path().nodes) nodes_[n] = true;
    for (const std::uint32_t r : v.path().relationships) add_relationship(r);
  }
}

}  // namespace maillon::cypher
