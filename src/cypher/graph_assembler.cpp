#include "cypher/graph_assembler.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace maillon::cypher {

/// Dense: a value for each id up to the last one that has any.
struct GraphAssembler::StoredColumn final : PropertyColumn {
  Value at(std::uint32_t id) const override { return id < values.size() ? values[id] : Value(); }
  std::vector<Value> values;
};

GraphAssembler::GraphAssembler() = default;

std::uint32_t GraphAssembler::add_node(std::span<const std::string_view> labels) {
  labels_.emplace_back();
  const std::uint32_t node = graph_.node_count_++;
  for (const std::string_view label : labels) add_label(node, label);
  return node;
}

void GraphAssembler::add_label(std::uint32_t node, std::string_view label) {
  const std::uint32_t symbol = graph_.labels_.add(label);
  std::vector<std::uint32_t>& own = labels_[node];
  if (std::find(own.begin(), own.end(), symbol) == own.end()) own.push_back(symbol);
}

std::uint32_t GraphAssembler::add_relationship(std::uint32_t source, std::uint32_t target,
                                               std::string_view type) {
  graph_.sources_.push_back(source);
  graph_.targets_.push_back(target);
  graph_.relationship_types_.push_back(static_cast<std::uint16_t>(graph_.types_.add(type)));
  return graph_.relationship_count() - 1;
}

std::uint32_t GraphAssembler::key(std::string_view name) {
  const std::uint32_t out = graph_.keys_.add(name);
  graph_.node_columns_.resize(graph_.keys_.size());
  graph_.relationship_columns_.resize(graph_.keys_.size());
  return out;
}

void GraphAssembler::store(Columns& columns, std::uint32_t key, std::uint32_t id, Value value) {
  if (columns[key] == nullptr) columns[key] = std::make_unique<StoredColumn>();
  std::vector<Value>& values = static_cast<StoredColumn&>(*columns[key]).values;
  if (values.size() <= id) values.resize(id + 1);
  values[id] = std::move(value);
}

void GraphAssembler::set_node_property(std::uint32_t node, std::string_view name, Value value) {
  store(graph_.node_columns_, key(name), node, std::move(value));
}

void GraphAssembler::set_relationship_property(std::uint32_t relationship, std::string_view name,
                                               Value value) {
  store(graph_.relationship_columns_, key(name), relationship, std::move(value));
}

void GraphAssembler::set_node_column(std::string_view name, std::unique_ptr<PropertyColumn> column) {
  graph_.node_columns_[key(name)] = std::move(column);
}

void GraphAssembler::set_relationship_column(std::string_view name, std::unique_ptr<PropertyColumn> column) {
  graph_.relationship_columns_[key(name)] = std::move(column);
}

Adjacency GraphAssembler::adjacency(const std::vector<std::uint32_t>& from,
                                    const std::vector<std::uint32_t>& to) const {
  Adjacency out;
  out.offsets_.assign(graph_.node_count_ + 1, 0);
  for (const std::uint32_t n : from) ++out.offsets_[n + 1];
  std::partial_sum(out.offsets_.begin(), out.offsets_.end(), out.offsets_.begin());
  out.steps_.resize(from.size());
  std::vector<std::uint32_t> next(out.offsets_.begin(), out.offsets_.end() - 1);
  for (std::uint32_t r = 0; r < from.size(); ++r) out.steps_[next[from[r]]++] = {r, to[r]};
  const auto& types = graph_.relationship_types_;
  for (std::uint32_t n = 0; n < graph_.node_count_; ++n)
    std::sort(out.steps_.begin() + out.offsets_[n], out.steps_.begin() + out.offsets_[n + 1],
              [&](const Step& a, const Step& b) {
                return std::array{std::uint32_t{types[a.relationship]}, a.node, a.relationship} <
                       std::array{std::uint32_t{types[b.relationship]}, b.node, b.relationship};
              });
  out.types_.reserve(out.steps_.size());
  for (const Step& s : out.steps_) out.types_.push_back(types[s.relationship]);
  return out;
}

PropertyGraph GraphAssembler::finish() && {
  graph_.by_label_.resize(graph_.labels_.size());
  std::map<std::vector<std::uint32_t>, std::uint32_t> sets;
  for (std::uint32_t n = 0; n < graph_.node_count_; ++n) {
    for (const std::uint32_t label : labels_[n]) graph_.by_label_[label].push_back(n);
    const auto [it, is_new] = sets.try_emplace(labels_[n], static_cast<std::uint32_t>(sets.size()));
    if (is_new) graph_.label_sets_.push_back(labels_[n]);
    graph_.label_set_.push_back(it->second);
  }
  graph_.type_counts_.assign(graph_.types_.size(), 0);
  for (const std::uint16_t type : graph_.relationship_types_) ++graph_.type_counts_[type];
  graph_.outgoing_ = adjacency(graph_.sources_, graph_.targets_);
  graph_.incoming_ = adjacency(graph_.targets_, graph_.sources_);
  return std::move(graph_);
}

}  // namespace maillon::cypher
