// Distinct values in the order in which they came, without an allocation each.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "cypher/compare.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// A hash table with open addresses whose cells are numbers of values. For up to 2^32 - 1 values.
class ValueSet {
 public:
  /// Whether no equivalent value (openCypher 9, Equivalence) was there before.
  bool insert(const Value& value) {
    if (values_.size() * 2 >= cells_.size()) grow();
    const std::size_t hash = EquivalentHash{}(value);
    std::size_t at = home(hash);
    for (; cells_[at] != 0; at = (at + 1) & (cells_.size() - 1)) {
      const auto& [other_hash, other] = values_[cells_[at] - 1];
      if (other_hash == hash && Equivalent{}(other, value)) return false;
    }
    values_.emplace_back(hash, value);
    cells_[at] = static_cast<std::uint32_t>(values_.size());
    return true;
  }
  void clear() {
    values_.clear();
    cells_.clear();
  }

 private:
  /// Spreads hashes that differ in some bits only, as those of dates do.
  std::size_t home(std::size_t hash) const {
    return (hash * 0x9E3779B97F4A7C15ull >> 32) & (cells_.size() - 1);
  }
  void grow() {
    cells_.assign(cells_.empty() ? 64 : cells_.size() * 2, 0);
    for (std::size_t i = 0; i < values_.size(); ++i) {
      std::size_t at = home(values_[i].first);
      while (cells_[at] != 0) at = (at + 1) & (cells_.size() - 1);
      cells_[at] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<std::pair<std::size_t, Value>> values_;  ///< with their hashes
  std::vector<std::uint32_t> cells_;                   ///< 0: free; else 1 + the number of a value
};

}  // namespace maillon::cypher
