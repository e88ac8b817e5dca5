// A labelled property graph laid out for reading: adjacency in compressed sparse rows, sorted by type and
// neighbour; properties by column; strings of labels, types and keys interned.
//
// Made once by GraphAssembler (graph_assembler.hpp), then constant. Indexes are made when first asked for.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// Names numbered from 0 in the order of their first use.
class Symbols {
 public:
  std::uint32_t add(std::string_view name);
  /// kNone where there is no such name.
  std::uint32_t find(std::string_view name) const;
  const std::string& name(std::uint32_t symbol) const { return names_[symbol]; }
  const std::vector<std::string>& names() const { return names_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

/// One property of all nodes or of all relationships.
class PropertyColumn {
 public:
  virtual ~PropertyColumn() = default;
  /// Null where `id` lacks the property. Strings are borrowed from what the graph was made of.
  virtual Value at(std::uint32_t id) const = 0;
};

/// From a node over a relationship to the node at its other end.
struct Step {
  std::uint32_t relationship;
  std::uint32_t node;
};

/// The steps of all nodes in one direction.
class Adjacency {
 public:
  std::span<const Step> of(std::uint32_t node) const {
    return {steps_.data() + offsets_[node], offsets_[node + 1] - offsets_[node]};
  }
  /// Those of one type. O(log degree).
  std::span<const Step> of(std::uint32_t node, std::uint32_t type) const;

 private:
  friend class GraphAssembler;
  std::vector<std::uint32_t> offsets_{0};
  std::vector<Step> steps_;
  std::vector<std::uint16_t> types_;  ///< of each step
};

class PropertyGraph {
 public:
  PropertyGraph(PropertyGraph&&) noexcept;
  ~PropertyGraph();

  std::uint32_t node_count() const { return node_count_; }
  std::uint32_t relationship_count() const { return static_cast<std::uint32_t>(sources_.size()); }

  const Symbols& labels() const { return labels_; }
  const Symbols& types() const { return types_; }
  const Symbols& keys() const { return keys_; }

  bool has_label(std::uint32_t node, std::uint32_t label) const;
  std::span<const std::uint32_t> labels_of(std::uint32_t node) const { return label_sets_[label_set_[node]]; }
  /// Nodes with the same labels have the same number, which is less than label_set_count().
  std::uint32_t label_set_of(std::uint32_t node) const { return label_set_[node]; }
  std::size_t label_set_count() const { return label_sets_.size(); }
  /// Ascending.
  std::span<const std::uint32_t> nodes_with_label(std::uint32_t label) const { return by_label_[label]; }

  std::uint32_t source(std::uint32_t relationship) const { return sources_[relationship]; }
  std::uint32_t target(std::uint32_t relationship) const { return targets_[relationship]; }
  std::uint32_t type(std::uint32_t relationship) const { return relationship_types_[relationship]; }
  std::uint32_t count_of_type(std::uint32_t type) const { return type_counts_[type]; }
  const Adjacency& outgoing() const { return outgoing_; }
  const Adjacency& incoming() const { return incoming_; }

  /// `key` is a symbol of keys().
  Value node_property(std::uint32_t node, std::uint32_t key) const {
    const PropertyColumn* column = node_columns_[key].get();
    return column == nullptr ? Value() : column->at(node);
  }
  Value relationship_property(std::uint32_t relationship, std::uint32_t key) const {
    const PropertyColumn* column = relationship_columns_[key].get();
    return column == nullptr ? Value() : column->at(relationship);
  }
  Map node_properties(std::uint32_t node) const;
  Map relationship_properties(std::uint32_t relationship) const;
  bool nodes_have(std::uint32_t key) const { return node_columns_[key] != nullptr; }
  bool relationships_have(std::uint32_t key) const { return relationship_columns_[key] != nullptr; }

  /// Nodes whose property `key` equals `value`, ascending. The first call for a key makes its index.
  std::vector<std::uint32_t> nodes_equal(std::uint32_t key, const Value& value) const;

 private:
  friend class GraphAssembler;
  PropertyGraph();
  struct Indexes;

  std::uint32_t node_count_ = 0;
  Symbols labels_, types_, keys_;
  std::vector<std::vector<std::uint32_t>> label_sets_;
  std::vector<std::uint32_t> label_set_;  ///< of each node
  std::vector<std::vector<std::uint32_t>> by_label_;
  std::vector<std::uint32_t> sources_, targets_;
  std::vector<std::uint16_t> relationship_types_;
  std::vector<std::uint32_t> type_counts_;
  Adjacency outgoing_, incoming_;
  std::vector<std::unique_ptr<PropertyColumn>> node_columns_, relationship_columns_;  ///< by key
  std::unique_ptr<Indexes> indexes_;
};

}  // namespace maillon::cypher
