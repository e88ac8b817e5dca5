// Takes nodes, relationships and properties one by one and lays them out as a PropertyGraph.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "cypher/property_graph.hpp"

namespace maillon::cypher {

class GraphAssembler {
 public:
  GraphAssembler();

  std::uint32_t add_node(std::span<const std::string_view> labels);
  void add_label(std::uint32_t node, std::string_view label);
  /// Ends are ids of nodes added before. At most 65,535 types.
  std::uint32_t add_relationship(std::uint32_t source, std::uint32_t target, std::string_view type);

  /// A null value takes the property away.
  void set_node_property(std::uint32_t node, std::string_view key, Value value);
  void set_relationship_property(std::uint32_t relationship, std::string_view key, Value value);
  /// A column that answers by itself, instead of values set one by one.
  void set_node_column(std::string_view key, std::unique_ptr<PropertyColumn> column);
  void set_relationship_column(std::string_view key, std::unique_ptr<PropertyColumn> column);

  PropertyGraph finish() &&;

 private:
  struct StoredColumn;
  using Columns = std::vector<std::unique_ptr<PropertyColumn>>;

  std::uint32_t key(std::string_view name);
  static void store(Columns& columns, std::uint32_t key, std::uint32_t id, Value value);
  Adjacency adjacency(const std::vector<std::uint32_t>& from, const std::vector<std::uint32_t>& to) const;

  PropertyGraph graph_;
  std::vector<std::vector<std::uint32_t>> labels_;  ///< of each node
};

}  // namespace maillon::cypher
