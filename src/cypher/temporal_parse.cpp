#include "cypher/temporal_parse.hpp"

#include <string>

#include "cypher/failure.hpp"
#include "cypher/temporal.hpp"

namespace maillon::cypher {

namespace {

[[noreturn]] void fail(std::string_view text) {
  fail_argument("InvalidArgumentValue", "this is no date or time: " + std::string(text));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int value_of_digits(std::string_view digits, std::string_view whole) {
  int out = 0;
  for (const char c : digits) {
    if (!is_digit(c)) fail(whole);
    out = out * 10 + (c - '0');
  }
  return out;
}

std::int64_t checked_date(std::int64_t year, int month, int day, std::string_view whole) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) fail(whole);
  return days_of(year, month, day);
}

std::int64_t week_date(std::int64_t year, int number_of_week, int day, std::string_view whole) {
  if (number_of_week < 1 || number_of_week > 53 || day < 1 || day > 7) fail(whole);
  return first_of_week_year(year) + (number_of_week - 1) * 7 + day - 1;
}

}  // namespace

std::int64_t parse_date(std::string_view text) {
  const std::string_view whole = text;
  const bool is_signed = text.starts_with('-') || text.starts_with('+');
  const bool negative = text.starts_with('-');
  if (is_signed) text.remove_prefix(1);
  // A year of more than four digits has a sign, and a '-' behind it.
  std::size_t width = 4;
  if (is_signed && text.find('-') != std::string_view::npos) width = text.find('-');
  if (text.size() < width || width > 9) fail(whole);
  const std::int64_t year = value_of_digits(text.substr(0, width), whole) * (negative ? -1 : 1);
  text.remove_prefix(width);
  const bool dashed = text.starts_with('-');
  if (dashed) text.remove_prefix(1);
  if (text.empty()) return days_of(year, 1, 1);
  if (text.front() == 'W') {
    const int of_year = value_of_digits(text.substr(1, 2), whole);
    text.remove_prefix(std::min<std::size_t>(3, text.size()));
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.size() > 1) fail(whole);
    return week_date(year, of_year, text.empty() ? 1 : value_of_digits(text, whole), whole);
  }
  if (text.size() == 3) {
    const int day = value_of_digits(text, whole);
    if (day < 1 || day > (is_leap(year) ? 366 : 365)) fail(whole);
    return days_of(year, 1, 1) + day - 1;
  }
  const int month = value_of_digits(text.substr(0, 2), whole);
  text.remove_prefix(std::min<std::size_t>(2, text.size()));
  if (text.starts_with('-')) text.remove_prefix(1);
  if (!text.empty() && text.size() != 2) fail(whole);
  return checked_date(year, month, text.empty() ? 1 : value_of_digits(text, whole), whole);
}

ParsedTime parse_time(std::string_view text) {
  const std::string_view whole = text;
  ParsedTime out;
  std::string_view zone;
  if (const std::size_t at = text.find_first_of("Z+-["); at != std::string_view::npos) {
    zone = text.substr(at);
    text = text.substr(0, at);
  }
  std::string digits;
  std::string_view fraction;
  if (const std::size_t dot = text.find_first_of(".,"); dot != std::string_view::npos) {
    fraction = text.substr(dot + 1);
    text = text.substr(0, dot);
  }
  for (const char c : text) {
    if (c != ':' && !is_digit(c)) fail(whole);
    if (c != ':') digits += c;
  }
  if (digits.size() != 2 && digits.size() != 4 && digits.size() != 6) fail(whole);
  digits.resize(6, '0');
  const std::string_view d = digits;
  const int hour = value_of_digits(d.substr(0, 2), whole), minute = value_of_digits(d.substr(2, 2), whole),
            second = value_of_digits(d.substr(4, 2), whole);
  if (hour > 23 || minute > 59 || second > 59 || fraction.size() > 9) fail(whole);
  std::string nanos(fraction);
  nanos.resize(9, '0');
  out.nanos = (hour * 3600 + minute * 60 + second) * kNanosPerSecond + value_of_digits(nanos, whole);
  if (zone.empty()) return out;
  const std::size_t bracket = zone.find('[');
  const std::string_view offset = zone.substr(0, bracket);
  if (!offset.empty()) out.zone = zone_of(offset);
  if (bracket != std::string_view::npos) {
    if (!zone.ends_with(']')) fail(whole);
    const std::int32_t known = out.zone ? out.zone->offset : 0;
    out.zone = zone_of(zone.substr(bracket + 1, zone.size() - bracket - 2));
    if (!offset.empty()) out.zone->offset = known;
  }
  return out;
}

ParsedDateTime parse_date_time(std::string_view text) {
  const std::size_t t = text.find('T');
  ParsedDateTime out;
  out.local.seconds = parse_date(text.substr(0, t)) * kSecondsPerDay;
  if (t == std::string_view::npos) return out;
  const ParsedTime time = parse_time(text.substr(t + 1));
  out.local.seconds += time.nanos / kNanosPerSecond;
  out.local.nanos = static_cast<std::int32_t>(time.nanos % kNanosPerSecond);
  out.zone = time.zone;
  return out;
}

}  // namespace maillon::cypher
