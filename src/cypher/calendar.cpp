#include "cypher/calendar.hpp"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>

#include "cypher/failure.hpp"

namespace maillon::cypher {

namespace {

std::unique_ptr<icu::TimeZone> open_zone(std::string_view name) {
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(text));
  if (*zone == icu::TimeZone::getUnknown()) return nullptr;
  return zone;
}

std::int32_t offset_at(const icu::TimeZone& zone, std::int64_t utc_seconds) {
  std::int32_t raw = 0, saving = 0;
  UErrorCode error = U_ZERO_ERROR;
  zone.getOffset(static_cast<double>(utc_seconds) * 1000.0, false, raw, saving, error);
  return (raw + saving) / 1000;
}

std::int32_t offset_at_local(const icu::TimeZone& zone, std::int64_t local_seconds) {
  std::int32_t raw = 0, saving = 0;
  UErrorCode error = U_ZERO_ERROR;
  const double date = static_cast<double>(local_seconds) * 1000.0;
  if (const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(&zone))
    basic->getOffsetFromLocal(date, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, saving, error);
  else
    zone.getOffset(date, true, raw, saving, error);
  return (raw + saving) / 1000;
}

/// Nothing where `text` is no offset: Z, +01, +0100, +01:00, +01:00:00, +010000.
std::optional<std::int32_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::string digits;
  for (const char c : text.substr(1)) {
    if (c == ':') continue;
    if (c < '0' || c > '9') return std::nullopt;
    digits += c;
  }
  if (digits.size() != 2 && digits.size() != 4 && digits.size() != 6) return std::nullopt;
  std::int32_t seconds = 0;
  for (std::size_t i = 0, unit = 3600; i < digits.size(); i += 2, unit /= 60)
    seconds += ((digits[i] - '0') * 10 + (digits[i + 1] - '0')) * static_cast<std::int32_t>(unit);
  return text[0] == '-' ? -seconds : seconds;
}

}  // namespace

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}
std::int64_t floor_mod(std::int64_t a, std::int64_t b) { return a - floor_div(a, b) * b; }

// Howard Hinnant, chrono-Compatible Low-Level Date Algorithms.
std::int64_t days_of(std::int64_t year, int month, int day) {
  const std::int64_t y = year - (month <= 2);
  const std::int64_t era = floor_div(y, 400);
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

CivilDate civil(std::int64_t days) {
  const std::int64_t z = days + 719'468;
  const std::int64_t era = floor_div(z, 146'097);
  const std::int64_t day_of_era = z - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t mp = (5 * day_of_year + 2) / 153;
  CivilDate out;
  out.day = static_cast<int>(day_of_year - (153 * mp + 2) / 5 + 1);
  out.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  out.year = year_of_era + era * 400 + (out.month <= 2);
  return out;
}

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(std::int64_t year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int weekday(std::int64_t days) { return static_cast<int>(floor_mod(days + 3, 7)) + 1; }

std::int64_t first_of_week_year(std::int64_t year) {
  const std::int64_t january4 = days_of(year, 1, 4);
  return january4 - (weekday(january4) - 1);
}

std::int64_t week_year(std::int64_t days) {
  const std::int64_t year = civil(days).year;
  if (days >= first_of_week_year(year + 1)) return year + 1;
  return days < first_of_week_year(year) ? year - 1 : year;
}

int week(std::int64_t days) { return static_cast<int>((days - first_of_week_year(week_year(days))) / 7) + 1; }
int ordinal_day(std::int64_t days) { return static_cast<int>(days - days_of(civil(days).year, 1, 1)) + 1; }

int day_of_quarter(std::int64_t days) {
  const CivilDate d = civil(days);
  return static_cast<int>(days - days_of(d.year, (d.month - 1) / 3 * 3 + 1, 1)) + 1;
}

std::int64_t add_months(std::int64_t days, std::int64_t months) {
  const CivilDate d = civil(days);
  const std::int64_t total = d.year * 12 + d.month - 1 + months;
  const std::int64_t year = floor_div(total, 12);
  const int month = static_cast<int>(floor_mod(total, 12)) + 1;
  return days_of(year, month, std::min(d.day, days_in_month(year, month)));
}

Zone zone_of(std::string_view text) {
  if (const auto offset = parse_offset(text)) return {*offset, {}};
  std::string name(text);
  std::replace(name.begin(), name.end(), ' ', '_');
  if (open_zone(name) == nullptr)
    fail_argument("InvalidArgumentValue", "there is no time zone '" + std::string(text) + "'");
  return {0, std::move(name)};
}

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const std::int32_t size = std::abs(offset);
  const auto two = [](std::int32_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  std::string out = (offset < 0 ? "-" : "+") + two(size / 3600) + ":" + two(size / 60 % 60);
  if (size % 60 != 0) out += ":" + two(size % 60);
  return out;
}

DateTime in_zone(LocalDateTime local, const Zone& zone) {
  if (zone.name.empty()) return {local, zone.offset, {}};
  const auto known = open_zone(zone.name);
  const std::int64_t utc = local.seconds - offset_at_local(*known, local.seconds);
  const std::int32_t offset = offset_at(*known, utc);
  return {{utc + offset, local.nanos}, offset, zone.name};
}

DateTime moved_to(const DateTime& t, const Zone& zone) {
  const std::int64_t utc = t.local.seconds - t.offset;
  const std::int32_t offset = zone.name.empty() ? zone.offset : offset_at(*open_zone(zone.name), utc);
  return {{utc + offset, t.local.nanos}, offset, zone.name};
}

}  // namespace maillon::cypher
