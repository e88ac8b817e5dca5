#include "ingest/calendar_dates.hpp"

#include <rapidjson/document.h>

#include <charconv>
#include <chrono>
#include <cstdio>

#include "base/utf8.hpp"
#include "ingest/schema_json.hpp"

namespace maillon {

namespace {

std::optional<int> number(const LineTokens& tokens, std::size_t at, std::size_t max_digits) {
  if (at >= tokens.size() || tokens[at].kind != LineTokenKind::number) return std::nullopt;
  const std::string& digits = tokens[at].folded;
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.size() > max_digits)
    return std::nullopt;
  return value;
}

bool is(const LineTokens& tokens, std::size_t at, std::string_view text) {
  return at < tokens.size() && tokens[at].folded == text;
}

/// Empty where the calendar has no such day. Two-digit years are of the news age: 1970 to 2069.
std::string iso(int year, int month, int day) {
  if (year < 100) year += year < 70 ? 2000 : 1900;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1500 || year > 2999) return {};
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  return out;
}

/// 19/11/2024, 19.11.24, 19-11-2024, 2024-11-19, 2024/11/19
std::optional<FoundDate> match_digits(const LineTokens& tokens, std::size_t at) {
  const auto first = number(tokens, at, 4);
  if (!first || at + 4 >= tokens.size()) return std::nullopt;
  const std::string& sign = tokens[at + 1].folded;
  if ((sign != "/" && sign != "." && sign != "-") || tokens[at + 3].folded != sign) return std::nullopt;
  const auto second = number(tokens, at + 2, 2), third = number(tokens, at + 4, 4);
  if (!second || !third) return std::nullopt;
  const bool year_first = tokens[at].folded.size() == 4;
  const std::size_t year_size = tokens[year_first ? at : at + 4].folded.size();
  if (year_size != 4 && year_size != 2) return std::nullopt;
  FoundDate out{at + 5, year_first ? iso(*first, *second, *third) : iso(*third, *second, *first)};
  if (out.value.empty()) return std::nullopt;
  return out;
}

}  // namespace

Result<CalendarDates> CalendarDates::load(const Schemas& schemas) {
  CalendarDates out;
  auto json = read_schema_json(schemas, "fr/ingest/dates.json");
  if (!json) return json.error();
  const auto fill = [&](const char* key, std::unordered_map<std::string, unsigned>& names) {
    unsigned i = 0;
    for (const auto& row : (*json)[key].GetArray()) {
      ++i;
      for (const auto& name : row.GetArray()) names.emplace(utf8::fold(name.GetString()), i);
    }
  };
  for (const char* key : {"months", "weekdays"})
    if (!json->HasMember(key) || !(*json)[key].IsArray())
      return error_in("schemas/fr/ingest/dates.json", std::string("lacks the list \"") + key + '"');
  fill("months", out.months_);
  fill("weekdays", out.weekdays_);
  return out;
}

std::optional<FoundDate> CalendarDates::match(const LineTokens& tokens, std::size_t at) const {
  if (is(tokens, at, "le")) ++at;
  if (at < tokens.size() && weekdays_.contains(tokens[at].folded)) {
    ++at;
    if (is(tokens, at, ".")) ++at;
    if (is(tokens, at, ",")) ++at;
  }
  if (auto digits = match_digits(tokens, at)) return digits;
  const auto day = number(tokens, at, 2);
  if (!day) return std::nullopt;
  ++at;
  if (is(tokens, at, "er")) ++at;
  if (at >= tokens.size()) return std::nullopt;
  const auto month = months_.find(tokens[at].folded);
  if (month == months_.end()) return std::nullopt;
  ++at;
  std::size_t after_stop = is(tokens, at, ".") ? at + 1 : at;
  const auto year = number(tokens, after_stop, 4);
  constexpr int kLeapYear = 2000;  // 29 février without a year is a day
  if (year && tokens[after_stop].folded.size() == 4) {
    FoundDate out{after_stop + 1, iso(*year, static_cast<int>(month->second), *day)};
    if (out.value.empty()) return std::nullopt;
    return out;
  }
  if (iso(kLeapYear, static_cast<int>(month->second), *day).empty()) return std::nullopt;
  return FoundDate{at, {}};
}

std::string CalendarDates::parse(std::string_view value) const {
  LineTokens tokens;
  tokenize_line(value, tokens);
  if (tokens.empty()) return {};
  if (tokens[0].kind == LineTokenKind::number && tokens[0].folded.size() == 8) {  // ISO 8601 basic format
    const int n = std::stoi(tokens[0].folded);
    return iso(n / 10000, n / 100 % 100, n % 100);
  }
  const auto found = match(tokens, 0);
  return found ? found->value : std::string();
}

}  // namespace maillon
