// The proleptic Gregorian calendar on 64-bit day numbers, ISO weeks, and time zones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cypher/value.hpp"

namespace maillon::cypher {

inline constexpr std::int64_t kSecondsPerDay = 86'400;

struct CivilDate {
  std::int64_t year = 1;
  int month = 1, day = 1;
};

/// Days since 1970-01-01. Months and days may lie outside their range as long as the sum is meant.
std::int64_t days_of(std::int64_t year, int month, int day);
CivilDate civil(std::int64_t days);
bool is_leap(std::int64_t year);
int days_in_month(std::int64_t year, int month);
/// Monday is 1.
int weekday(std::int64_t days);
/// Day 1 of ISO week 1 of that year.
std::int64_t first_of_week_year(std::int64_t year);
std::int64_t week_year(std::int64_t days);
int week(std::int64_t days);
int ordinal_day(std::int64_t days);
int day_of_quarter(std::int64_t days);
/// The same day `months` later, or the last one of that month.
std::int64_t add_months(std::int64_t days, std::int64_t months);

std::int64_t floor_div(std::int64_t a, std::int64_t b);
std::int64_t floor_mod(std::int64_t a, std::int64_t b);

/// A time zone as it is written: "Europe/Stockholm", "+01:00", "Z".
struct Zone {
  std::int32_t offset = 0;  ///< where there is no name
  std::string name;
};
/// Throws Failure for a zone that nobody knows.
Zone zone_of(std::string_view text);
std::string offset_text(std::int32_t offset);

/// That wall-clock time in that zone. A time that the clocks skip moves on by the gap; of a time that comes
/// twice the first is meant.
DateTime in_zone(LocalDateTime local, const Zone& zone);
/// The same moment on another clock.
DateTime moved_to(const DateTime& t, const Zone& zone);
inline Zone zone_of(const DateTime& t) { return {t.offset, t.zone}; }

}  // namespace maillon::cypher
