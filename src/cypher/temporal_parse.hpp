// ISO 8601 dates and times in all forms that openCypher takes. All throw Failure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cypher/calendar.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// 2015-07-21, 20150721, 2015-07, 2015-W30-2, 2015W302, 2015-202, 2015, …; days since 1970-01-01.
std::int64_t parse_date(std::string_view text);

struct ParsedTime {
  std::int64_t nanos = 0;  ///< since midnight
  std::optional<Zone> zone;
};
/// 21:40:32.142, 214032.142, 21:40, 21, each with Z, +01:00 or +01:00[Europe/Paris] behind it.
ParsedTime parse_time(std::string_view text);

struct ParsedDateTime {
  LocalDateTime local;
  std::optional<Zone> zone;
};
/// A date, and behind a T a time; without it, midnight.
ParsedDateTime parse_date_time(std::string_view text);

}  // namespace maillon::cypher
