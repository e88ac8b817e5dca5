#include "cypher/property_graph.hpp"

#include <algorithm>

#include "cypher/compare.hpp"

namespace maillon::cypher {

std::uint32_t Symbols::add(std::string_view name) {
  const auto [it, added] = ids_.emplace(std::string(name), size());
  if (added) names_.emplace_back(name);
  return it->second;
}

std::uint32_t Symbols::find(std::string_view name) const {
  const auto it = ids_.find(std::string(name));
  return it == ids_.end() ? kNone : it->second;
}

std::span<const Step> Adjacency::of(std::uint32_t node, std::uint32_t type) const {
  const auto first = types_.begin() + offsets_[node], last = types_.begin() + offsets_[node + 1];
  const auto [begin, end] = std::equal_range(first, last, type);
  return {steps_.data() + (begin - types_.begin()), static_cast<std::size_t>(end - begin)};
}

/// For each key asked for: hashes of the values with their nodes, sorted.
struct PropertyGraph::Indexes {
  struct Entry {
    std::size_t hash;
    std::uint32_t node;
    auto operator<=>(const Entry&) const = default;
  };
  std::mutex mutex;
  std::map<std::uint32_t, std::vector<Entry>> by_key;
};

PropertyGraph::PropertyGraph() : indexes_(std::make_unique<Indexes>()) {}
PropertyGraph::PropertyGraph(PropertyGraph&&) noexcept = default;
PropertyGraph::~PropertyGraph() = default;

bool PropertyGraph::has_label(std::uint32_t node, std::uint32_t label) const {
  const auto own = labels_of(node);
  return std::find(own.begin(), own.end(), label) != own.end();
}

Map PropertyGraph::node_properties(std::uint32_t node) const {
  Map out;
  for (std::uint32_t key = 0; key < keys_.size(); ++key)
    if (Value v = node_property(node, key); !v.is_null()) out.emplace_back(keys_.name(key), std::move(v));
  return make_map(std::move(out));
}

Map PropertyGraph::relationship_properties(std::uint32_t relationship) const {
  Map out;
  for (std::uint32_t key = 0; key < keys_.size(); ++key)
    if (Value v = relationship_property(relationship, key); !v.is_null())
      out.emplace_back(keys_.name(key), std::move(v));
  return make_map(std::move(out));
}

std::vector<std::uint32_t> PropertyGraph::nodes_equal(std::uint32_t key, const Value& value) const {
  const std::lock_guard lock(indexes_->mutex);
  auto [it, missing] = indexes_->by_key.try_emplace(key);
  std::vector<Indexes::Entry>& entries = it->second;
  if (missing) {
    for (std::uint32_t n = 0; n < node_count_; ++n)
      if (const Value v = node_property(n, key); !v.is_null()) entries.push_back({hash(v), n});
    std::sort(entries.begin(), entries.end());
  }
  std::vector<std::uint32_t> out;
  const std::size_t wanted = hash(value);
  for (auto e = std::lower_bound(entries.begin(), entries.end(), Indexes::Entry{wanted, 0});
       e != entries.end() && e->hash == wanted; ++e)
    if (equals(node_property(e->node, key), value) == true) out.push_back(e->node);
  return out;
}

}  // namespace maillon::cypher
