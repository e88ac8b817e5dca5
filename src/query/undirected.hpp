// The graph with every pair of neighbours joined both ways, for algorithms that do not care who acted.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

/// Simple: parallel statements are one edge, loops are left out.
class UndirectedView {
 public:
  using Structure =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, std::uint32_t, std::uint32_t>;

  explicit UndirectedView(const KnowledgeGraph& graph);

  const Structure& structure() const { return structure_; }
  /// By the structure's edge_index: the most certain edge of the graph between the two ends, and what a step
  /// over it costs.
  const std::vector<std::uint32_t>& edges() const { return edges_; }
  const std::vector<double>& costs() const { return costs_; }

 private:
  Structure structure_;
  std::vector<std::uint32_t> edges_;
  std::vector<double> costs_;
};

}  // namespace maillon
