// Dates, times and durations as openCypher has them (ISO 8601; the proleptic Gregorian calendar).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cypher/calendar.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;

/// ISO 8601 as toString() gives it: no seconds where they are 0, no more fraction than needed.
/// Precondition: a temporal value.
std::string temporal_text(const Value& v);

/// The component of that name (year, epochMillis, offset, …), or null. Precondition: a temporal value.
Value temporal_component(const Value& v, std::string_view name);

/// `moment` and `times` × `d` later; a duration and a duration are added part by part.
/// Precondition: `moment` is a temporal value.
Value shift(const Value& moment, const Duration& d, int times);

/// Each part times `factor`; what is no whole month or day goes on to the next smaller part.
Duration scaled(const Duration& d, double factor);

}  // namespace maillon::cypher
