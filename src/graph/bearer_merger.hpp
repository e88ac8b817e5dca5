// The rules that make one of bearers with different names.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "graph/entity_table.hpp"

namespace maillon {

class BearerMerger {
 public:
  BearerMerger(const ResolutionRules& rules, EntityTable& table)
      : rules_(rules), table_(table), clusters_(table.clusters()) {}

  /// One rule of the mechanisms meet, find, near or dominant.
  void apply(const ResolutionRule&);

 private:
  using Keyed = std::pair<std::string, std::uint32_t>;  ///< key, unit

  void meet(const ResolutionRule&);
  void find(const ResolutionRule&);
  void near(const ResolutionRule&);
  void dominate(const ResolutionRule&);

  std::uint32_t bearers() const { return static_cast<std::uint32_t>(table_.bearers().size()); }
  EntityType type(std::uint32_t unit) const { return clusters_.profile(unit).type; }
  /// Keys of all bearers of the rule's types, with the type before the key; sorted, distinct.
  std::vector<Keyed> keyed(const ResolutionRule&, std::string_view kind);
  bool grounded(const ResolutionRule&, std::uint32_t a, std::uint32_t b) const;
  /// Of the clusters that a name may stand for, the one that the rule's evidence chooses, or kNone.
  std::uint32_t choose(const ResolutionRule&, std::uint32_t unit, const std::vector<std::uint32_t>& clusters);
  void merge(const ResolutionRule&, std::uint32_t into, std::uint32_t unit, std::string_view key);
  std::string first_spelling(std::uint32_t unit);

  const ResolutionRules& rules_;
  EntityTable& table_;
  EntityClusters& clusters_;
};

}  // namespace maillon
