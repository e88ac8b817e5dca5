// ISO 8601 values of statements as ranges of days, so that they can be compared.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace maillon {

/// Days [first, last], counted from 1970-01-01. An open end is the type's minimum or maximum.
struct TimeSpan {
  static constexpr std::int32_t kOpenBegin = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t kOpenEnd = std::numeric_limits<std::int32_t>::max();

  std::int32_t first = kOpenBegin;
  std::int32_t last = kOpenEnd;

  bool overlaps(TimeSpan o) const { return first <= o.last && o.first <= last; }
  bool contains(TimeSpan o) const { return first <= o.first && o.last <= last; }
  friend bool operator==(TimeSpan, TimeSpan) = default;
};

/// Reads "2023", "2023-03", "2023-W10", "2023-03-09", "2023-03-09T14:30", "2019/", "/2023-06" and
/// "2014/2020" (ISO 8601-1:2019, 5.2 and 5.5; an empty side is an open end). Anything else is nothing.
std::optional<TimeSpan> parse_time(std::string_view value);

/// "2023-03-09"; empty for an open end.
std::string day_to_string(std::int32_t day);

}  // namespace maillon
