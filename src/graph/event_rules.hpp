// Which relations tell of one kind of event, as schemas/fr/graph/events.json states it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"

namespace maillon {

/// Immutable after loading.
class EventRules {
 public:
  /// Reads schemas/fr/graph/events.json, and schemas/ontology/relations.json for what is symmetric.
  static Result<EventRules> load(const Schemas&);

  /// The class that the relation belongs to, or the relation itself.
  std::string_view class_of(std::string_view relation) const;
  /// Who acts and who undergoes matters: "accuses" has a direction, "meets" has none, and so has no relation
  /// of a class with one that has none.
  bool has_direction(std::string_view relation) const;
  /// Days between an undated report and what it may report.
  std::int32_t window_days() const { return window_days_; }

 private:
  std::map<std::string, std::string, std::less<>> class_of_;  ///< by relation
  std::vector<std::string> undirected_;                       ///< classes and relations, sorted
  std::int32_t window_days_ = 0;
};

}  // namespace maillon
