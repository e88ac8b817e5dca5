#include "cypher/temporal_builder.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "cypher/failure.hpp"
#include "cypher/temporal.hpp"

namespace maillon::cypher {

namespace {

constexpr std::int64_t kMinute = 60 * kNanosPerSecond, kHour = 60 * kMinute;

/// Looks fields up in a map of components.
class Fields {
 public:
  explicit Fields(const Map& map) : map_(&map) {}

  const Value* find(std::string_view name) const {
    for (const auto& [key, value] : *map_)
      if (key == name) return &value;
    return nullptr;
  }
  bool has(std::string_view name) const { return find(name) != nullptr; }
  std::optional<std::int64_t> integer(std::string_view name) const {
    const Value* v = find(name);
    if (v == nullptr) return std::nullopt;
    if (!v->is(Kind::integer))
      fail_type("InvalidArgumentValue", std::string(name) + " of a date or time is an integer");
    return v->integer();
  }
  int within(std::string_view name, int least, int most, int otherwise) const {
    const auto n = integer(name);
    if (!n) return otherwise;
    if (*n < least || *n > most)
      fail_argument("InvalidArgumentValue", std::string(name) + " lies outside its range");
    return static_cast<int>(*n);
  }

 private:
  const Map* map_;
};

bool has_date_field(const Fields& f) {
  for (const std::string_view name :
       {"year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay"})
    if (f.has(name)) return true;
  return false;
}

/// The date that the fields give, taking from `base` what they leave open.
std::optional<std::int64_t> date_from(const Fields& f, std::optional<std::int64_t> base) {
  if (!has_date_field(f)) return base;
  const auto given_year = f.integer("year");
  if (!given_year && !base) fail_argument("InvalidArgumentValue", "a date needs a year");
  if (given_year && (*given_year < -999'999'999 || *given_year > 999'999'999))
    fail_argument("InvalidArgumentValue", "year lies outside its range");
  if (f.has("week") || f.has("dayOfWeek")) {
    const std::int64_t year = given_year ? *given_year : week_year(*base);
    const int number = f.within("week", 1, 53, base ? week(*base) : 1);
    return first_of_week_year(year) + (number - 1) * 7 +
           f.within("dayOfWeek", 1, 7, base ? weekday(*base) : 1) - 1;
  }
  const CivilDate old = base ? civil(*base) : CivilDate{};
  const std::int64_t year = given_year ? *given_year : old.year;
  if (f.has("ordinalDay"))
    return days_of(year, 1, 1) + f.within("ordinalDay", 1, is_leap(year) ? 366 : 365, 1) - 1;
  if (f.has("quarter") || f.has("dayOfQuarter")) {
    const int quarter = f.within("quarter", 1, 4, base ? (old.month - 1) / 3 + 1 : 1);
    return days_of(year, (quarter - 1) * 3 + 1, 1) +
           f.within("dayOfQuarter", 1, 92, base ? day_of_quarter(*base) : 1) - 1;
  }
  const int month = f.within("month", 1, 12, base ? old.month : 1);
  int day = f.within("day", 1, 31, base ? old.day : 1);
  if (day > days_in_month(year, month)) {
    if (f.has("day")) fail_argument("InvalidArgumentValue", "that month has no such day");
    day = days_in_month(year, month);
  }
  return days_of(year, month, day);
}

std::optional<std::int64_t> fraction_from(const Fields& f) {
  if (!f.has("millisecond") && !f.has("microsecond") && !f.has("nanosecond")) return std::nullopt;
  const bool milli = f.has("millisecond"), micro = f.has("microsecond");
  return std::int64_t{f.within("millisecond", 0, 999, 0)} * 1'000'000 +
         std::int64_t{f.within("microsecond", 0, milli ? 999 : 999'999, 0)} * 1000 +
         f.within("nanosecond", 0,
                  micro   ? 999
                  : milli ? 999'999
                          : 999'999'999,
                  0);
}

bool has_time_field(const Fields& f) {
  for (const std::string_view name : {"hour", "minute", "second", "millisecond", "microsecond", "nanosecond"})
    if (f.has(name)) return true;
  return false;
}

/// With `add_fraction`, a given fraction of a second is added to what the base has of it.
std::optional<std::int64_t> time_from(const Fields& f, std::optional<std::int64_t> base, bool add_fraction) {
  if (!has_time_field(f)) return base;
  const std::int64_t old = base.value_or(0);
  const int hour = f.within("hour", 0, 23, static_cast<int>(old / kHour));
  const int minute = f.within("minute", 0, 59, static_cast<int>(old / kMinute % 60));
  const int second = f.within("second", 0, 59, static_cast<int>(old / kNanosPerSecond % 60));
  std::int64_t fraction = old % kNanosPerSecond;
  if (const auto given = fraction_from(f)) fraction = add_fraction ? fraction + *given : *given;
  return hour * kHour + minute * kMinute + second * kNanosPerSecond + fraction;
}

Components select(const Fields& f) {
  Components out;
  const auto from = [&](std::string_view name) -> std::optional<Components> {
    const Value* v = f.find(name);
    if (v == nullptr) return std::nullopt;
    return components_of(*v);
  };
  if (const auto both = from("datetime")) out = *both;
  if (const auto date = from("date")) out.days = date->days;
  if (const auto time = from("time")) {
    out.nanos = time->nanos;
    out.zone = time->zone;
    // A named zone has its offset on the day that the time comes from.
    if (out.zone && !out.zone->name.empty() && !out.days) out.days = time->days;
  }
  return out;
}

/// The same moment on another clock; without a date, today's offsets do not matter: zones are then offsets.
void move_zone(Components& c, const Zone& zone) {
  const LocalDateTime local{c.days.value_or(0) * kSecondsPerDay + c.nanos.value_or(0) / kNanosPerSecond,
                            static_cast<std::int32_t>(c.nanos.value_or(0) % kNanosPerSecond)};
  const DateTime moved = moved_to(in_zone(local, *c.zone), zone);
  if (c.days) c.days = floor_div(moved.local.seconds, kSecondsPerDay);
  c.nanos = floor_mod(moved.local.seconds, kSecondsPerDay) * kNanosPerSecond + moved.local.nanos;
}

}  // namespace

Components components_of(const Value& v) {
  switch (v.kind()) {
    case Kind::date:
      return {v.days(), std::nullopt, std::nullopt};
    case Kind::local_time:
      return {std::nullopt, v.nanos_of_day(), std::nullopt};
    case Kind::time:
      return {std::nullopt, v.time().nanos, Zone{v.time().offset, {}}};
    case Kind::local_date_time:
    case Kind::date_time: {
      const LocalDateTime t = v.is(Kind::date_time) ? v.date_time().local : v.local_date_time();
      Components out{floor_div(t.seconds, kSecondsPerDay),
                     floor_mod(t.seconds, kSecondsPerDay) * kNanosPerSecond + t.nanos, std::nullopt};
      if (v.is(Kind::date_time)) out.zone = zone_of(v.date_time());
      return out;
    }
    default:
      fail_type("InvalidArgumentValue", "expected a date or a time, not " + std::string(to_string(v.kind())));
  }
}

Components components_of(const Map& map) {
  const Fields f(map);
  if (f.has("epochSeconds") || f.has("epochMillis")) {
    const std::int64_t millis = f.integer("epochMillis").value_or(0);
    const std::int64_t seconds = f.integer("epochSeconds").value_or(floor_div(millis, 1000));
    Components out{floor_div(seconds, kSecondsPerDay), floor_mod(seconds, kSecondsPerDay) * kNanosPerSecond,
                   Zone{}};
    *out.nanos += floor_mod(millis, 1000) * 1'000'000 + fraction_from(f).value_or(0);
    if (const Value* zone = f.find("timezone")) {
      const Zone to = zone_of(zone->is(Kind::string) ? zone->text() : std::string_view("?"));
      move_zone(out, to);
      out.zone = to;
    }
    return out;
  }
  Components out = select(f);
  if (const Value* zone = f.find("timezone")) {
    const Zone to = zone_of(zone->is(Kind::string) ? zone->text() : std::string_view("?"));
    if (out.zone) move_zone(out, to);
    out.zone = to;
  }
  out.days = date_from(f, out.days);
  out.nanos = time_from(f, out.nanos, false);
  return out;
}

Value assemble(Kind kind, const Components& c) {
  const std::int64_t nanos = c.nanos.value_or(0);
  if (kind == Kind::local_time) return Value::local_time(nanos);
  const auto dated = [&] {
    if (!c.days) fail_argument("InvalidArgumentValue", "there is no date in this");
    return *c.days;
  };
  const Zone zone = c.zone.value_or(Zone{});
  if (kind == Kind::date) return Value::date(dated());
  if (kind == Kind::time) {
    if (zone.name.empty()) return Value(Time{nanos, zone.offset});
    const LocalDateTime local{c.days.value_or(0) * kSecondsPerDay + nanos / kNanosPerSecond, 0};
    return Value(Time{nanos, in_zone(local, zone).offset});
  }
  const LocalDateTime local{dated() * kSecondsPerDay + nanos / kNanosPerSecond,
                            static_cast<std::int32_t>(nanos % kNanosPerSecond)};
  if (kind == Kind::local_date_time) return Value(local);
  return Value(in_zone(local, zone));
}

Components truncated(Components c, std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> kTimes = {{
      {"hour", kHour},
      {"minute", kMinute},
      {"second", kNanosPerSecond},
      {"millisecond", 1'000'000},
      {"microsecond", 1000},
  }};
  for (const auto& [name, size] : kTimes)
    if (name == unit) {
      c.nanos = c.nanos.value_or(0) / size * size;
      return c;
    }
  c.nanos = 0;
  if (unit == "day") return c;
  if (!c.days) fail_argument("InvalidArgumentValue", "a time cannot be truncated to " + std::string(unit));
  const CivilDate d = civil(*c.days);
  if (unit == "millennium") {
    c.days = days_of(floor_div(d.year, 1000) * 1000, 1, 1);
  } else if (unit == "century") {
    c.days = days_of(floor_div(d.year, 100) * 100, 1, 1);
  } else if (unit == "decade") {
    c.days = days_of(floor_div(d.year, 10) * 10, 1, 1);
  } else if (unit == "year") {
    c.days = days_of(d.year, 1, 1);
  } else if (unit == "weekYear") {
    c.days = first_of_week_year(week_year(*c.days));
  } else if (unit == "quarter") {
    c.days = days_of(d.year, (d.month - 1) / 3 * 3 + 1, 1);
  } else if (unit == "month") {
    c.days = days_of(d.year, d.month, 1);
  } else if (unit == "week") {
    c.days = *c.days - (weekday(*c.days) - 1);
  } else {
    fail_argument("InvalidArgumentValue", "there is no unit '" + std::string(unit) + "'");
  }
  return c;
}

Components overridden(Components base, const Map& map) {
  const Fields f(map);
  if (const Value* zone = f.find("timezone"); zone != nullptr && zone->is(Kind::string))
    base.zone = zone_of(zone->text());
  base.days = date_from(f, base.days);
  base.nanos = time_from(f, base.nanos, true);
  return base;
}

}  // namespace maillon::cypher
