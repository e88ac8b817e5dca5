// Days, weeks, months and years around a date, as ISO 8601 writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace maillon {

using Day = std::chrono::sys_days;

/// "2023-03-10"; nothing where the text is no calendar date.
std::optional<Day> parse_iso_day(std::string_view text);
std::string iso_day(Day);                         ///< "2023-03-10"
std::string iso_month(int year, unsigned month);  ///< "2023-03"; month may lie outside 1..12
std::string iso_year(int year);                   ///< "2023"
std::string iso_week(Day);                        ///< "2023-W09", of the week that holds the day
int year_of(Day);
unsigned month_of(Day);
unsigned day_of(Day);
/// 1 (Monday) to 7 (ISO 8601).
unsigned weekday_of(Day);
/// Nothing where the month has no such day.
std::optional<Day> make_day(int year, unsigned month, unsigned day);
Day add_months(Day, int months);  ///< the last day of the month where it has no such day

}  // namespace maillon
