#include "graph/time_span.hpp"

#include <charconv>
#include <chrono>

namespace maillon {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::int32_t to_int(sys_days d) { return static_cast<std::int32_t>(d.time_since_epoch().count()); }

/// Exactly `width` digits at the start of `text`, which is shortened by them.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + width, value);
  if (code != std::errc() || end != text.data() + width || text[0] == '-') return std::nullopt;
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

/// ISO week `w` of `y` (ISO 8601-1, 3.1.1.23): week 1 holds 4 January.
std::optional<TimeSpan> week_span(int y, int w) {
  if (w < 1 || w > 53) return std::nullopt;
  const sys_days fourth{year{y} / month{1} / day{4}};
  const unsigned weekday = std::chrono::weekday{fourth}.iso_encoding();
  const sys_days monday = fourth - days{weekday - 1} + days{7 * (w - 1)};
  return TimeSpan{to_int(monday), to_int(monday + days{6})};
}

std::optional<TimeSpan> parse_point(std::string_view text) {
  const auto y = take_digits(text, 4);
  if (!y) return std::nullopt;
  if (text.empty())
    return TimeSpan{to_int(year{*y} / month{1} / day{1}), to_int(year{*y} / month{12} / day{31})};
  if (!take(text, '-')) return std::nullopt;
  if (take(text, 'W')) {
    const auto w = take_digits(text, 2);
    return w && text.empty() ? week_span(*y, *w) : std::nullopt;
  }
  const auto m = take_digits(text, 2);
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const std::chrono::year_month ym{year{*y}, month{static_cast<unsigned>(*m)}};
  if (text.empty()) return TimeSpan{to_int(ym / day{1}), to_int(ym / std::chrono::last)};
  if (!take(text, '-')) return std::nullopt;
  const auto d = take_digits(text, 2);
  if (!d || (!text.empty() && text[0] != 'T')) return std::nullopt;
  const year_month_day date = ym / day{static_cast<unsigned>(*d)};
  if (!date.ok()) return std::nullopt;
  return TimeSpan{to_int(date), to_int(date)};
}

}  // namespace

std::optional<TimeSpan> parse_time(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) return parse_point(value);
  const std::string_view begin = value.substr(0, slash), end = value.substr(slash + 1);
  if (begin.empty() && end.empty()) return std::nullopt;
  TimeSpan out;
  if (!begin.empty()) {
    const auto span = parse_point(begin);
    if (!span) return std::nullopt;
    out.first = span->first;
  }
  if (!end.empty()) {
    const auto span = parse_point(end);
    if (!span) return std::nullopt;
    out.last = span->last;
  }
  return out.first <= out.last ? std::optional(out) : std::nullopt;
}

std::string day_to_string(std::int32_t value) {
  if (value == TimeSpan::kOpenBegin || value == TimeSpan::kOpenEnd) return {};
  const year_month_day date{sys_days{days{value}}};
  const auto digits = [](int number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
  };
  return digits(static_cast<int>(date.year()), 4) + '-' +
         digits(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '-' +
         digits(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

}  // namespace maillon
