// Temporal values from their components, {year: 1984, month: 10} or {date: other, day: 5}, and truncation.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cypher/calendar.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// All that a date, a time or both can have. What a kind lacks stays empty.
struct Components {
  std::optional<std::int64_t> days;   ///< since 1970-01-01
  std::optional<std::int64_t> nanos;  ///< since midnight
  std::optional<Zone> zone;
};

/// The components of a temporal value. Throws Failure for durations and other values.
Components components_of(const Value& v);
/// What a map says, on top of the values that it selects from. Throws Failure.
Components components_of(const Map& map);
/// The value of that kind. Missing times are midnight and missing zones UTC; a missing date is a Failure.
Value assemble(Kind kind, const Components& c);
/// The start of the unit that the moment lies in. Throws Failure for units that nobody knows.
Components truncated(Components c, std::string_view unit);
/// Puts the map's fields over what truncation left.
Components overridden(Components base, const Map& map);

}  // namespace maillon::cypher
