#include "mentions/calendar.hpp"

#include <charconv>
#include <cstdio>

namespace maillon {

namespace chr = std::chrono;

std::optional<Day> parse_iso_day(std::string_view t) {
  if (t.size() < 10 || t[4] != '-' || t[7] != '-') return std::nullopt;
  int y = 0;
  unsigned m = 0, d = 0;
  if (std::from_chars(t.data(), t.data() + 4, y).ptr != t.data() + 4 ||
      std::from_chars(t.data() + 5, t.data() + 7, m).ptr != t.data() + 7 ||
      std::from_chars(t.data() + 8, t.data() + 10, d).ptr != t.data() + 10)
    return std::nullopt;
  return make_day(y, m, d);
}

std::string iso_year(int year) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d", year);
  return text;
}

std::string iso_month(int year, unsigned month) {
  const int zero_based = static_cast<int>(month) - 1;
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02d", year + (zero_based < 0 ? -1 : zero_based / 12),
                (zero_based % 12 + 12) % 12 + 1);
  return text;
}

std::string iso_day(Day day) {
  const chr::year_month_day ymd(day);
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(ymd.year()), unsigned(ymd.month()),
                unsigned(ymd.day()));
  return text;
}

std::string iso_week(Day day) {
  // the week belongs to the year that holds its Thursday (ISO 8601, 3.1.1.23)
  const Day thursday = day - chr::days(weekday_of(day) - 1) + chr::days(3);
  const chr::year_month_day ymd(thursday);
  const Day first = chr::sys_days(ymd.year() / chr::January / 1);
  char text[24];
  std::snprintf(text, sizeof text, "%04d-W%02d", int(ymd.year()), int((thursday - first).count() / 7 + 1));
  return text;
}

int year_of(Day day) { return int(chr::year_month_day(day).year()); }
unsigned month_of(Day day) { return unsigned(chr::year_month_day(day).month()); }
unsigned day_of(Day day) { return unsigned(chr::year_month_day(day).day()); }
unsigned weekday_of(Day day) { return chr::weekday(day).iso_encoding(); }

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  const chr::year_month_day ymd{chr::year(year), chr::month(month), chr::day(day)};
  if (!ymd.ok()) return std::nullopt;
  return chr::sys_days(ymd);
}

Day add_months(Day day, int months) {
  const chr::year_month_day ymd = chr::year_month_day(day) + chr::months(months);
  return ymd.ok() ? chr::sys_days(ymd) : chr::sys_days(ymd.year() / ymd.month() / chr::last);
}

}  // namespace maillon
