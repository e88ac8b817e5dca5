// What of a graph is found in the rows of a result.
#pragma once

#include <span>
#include <vector>

#include "cypher/property_graph.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// Nodes and relationships of values, of lists and maps in them and of paths; relationships bring their ends.
class MatchedGraph {
 public:
  explicit MatchedGraph(const PropertyGraph& graph);
  void add(std::span<const Value> row);
  const std::vector<bool>& nodes() const { return nodes_; }
  const std::vector<bool>& relationships() const { return relationships_; }

 private:
  void add(const Value& v);
  void add_relationship(std::uint32_t id);

  const PropertyGraph& graph_;
  std::vector<bool> nodes_, relationships_;
};

}  // namespace maillon::cypher
