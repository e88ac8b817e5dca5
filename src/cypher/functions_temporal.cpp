// date(), time(), datetime(), duration() and their kin.
#include <string>

#include "cypher/duration.hpp"
#include "cypher/failure.hpp"
#include "cypher/functions.hpp"
#include "cypher/temporal.hpp"
#include "cypher/temporal_builder.hpp"
#include "cypher/temporal_parse.hpp"

namespace maillon::cypher {

namespace {

Components parse_components(Kind kind, std::string_view text) {
  switch (kind) {
    case Kind::date:
      return {parse_date(text), std::nullopt, std::nullopt};
    case Kind::local_time:
    case Kind::time: {
      const ParsedTime t = parse_time(text);
      return {std::nullopt, t.nanos, t.zone};
    }
    default: {
      const ParsedDateTime t = parse_date_time(text);
      return {floor_div(t.local.seconds, kSecondsPerDay),
              floor_mod(t.local.seconds, kSecondsPerDay) * kNanosPerSecond + t.local.nanos, t.zone};
    }
  }
}

/// Now, on the clock of UTC or of the zone that is asked for.
Value current(Runtime& rt, Kind kind, Arguments a) {
  const Zone zone = !a.empty() && a[0].is(Kind::string) ? zone_of(a[0].text()) : Zone{};
  return assemble(kind, components_of(Value(moved_to(rt.now, zone))));
}

template <Kind K>
Value make(Runtime& rt, Arguments a) {
  if (a.empty()) return current(rt, K, {});
  if (a[0].is(Kind::map)) {
    for (const auto& [key, value] : a[0].map())
      if (value.is_null()) return {};
    return assemble(K, components_of(a[0].map()));
  }
  if (a[0].is(Kind::string)) return assemble(K, parse_components(K, a[0].text()));
  return assemble(K, components_of(a[0]));
}

template <Kind K>
Value now(Runtime& rt, Arguments a) {
  return current(rt, K, a);
}

template <Kind K>
Value truncate(Runtime&, Arguments a) {
  if (!a[0].is(Kind::string)) fail_value("truncate", a[0]);
  const Components start = truncated(components_of(a[1]), a[0].text());
  return assemble(K, a.size() > 2 && a[2].is(Kind::map) ? overridden(start, a[2].map()) : start);
}

Value from_epoch(Runtime&, Arguments a) {
  for (const Value& v : a)
    if (!v.is(Kind::integer)) fail_value("datetime.fromepoch", v);
  const std::int64_t nanos = a[1].integer();
  return Value(DateTime{{a[0].integer() + floor_div(nanos, kNanosPerSecond),
                         static_cast<std::int32_t>(floor_mod(nanos, kNanosPerSecond))},
                        0,
                        {}});
}

Value from_epoch_millis(Runtime&, Arguments a) {
  if (!a[0].is(Kind::integer)) fail_value("datetime.fromepochmillis", a[0]);
  const std::int64_t millis = a[0].integer();
  return Value(DateTime{
      {floor_div(millis, 1000), static_cast<std::int32_t>(floor_mod(millis, 1000) * 1'000'000)}, 0, {}});
}

Value duration_from(const Map& map) {
  double months = 0, days = 0, seconds = 0, nanos = 0;
  for (const auto& [key, value] : map) {
    if (value.is_null()) return {};
    if (!value.is_number()) fail_value("duration", value);
    const double n = value.number();
    if (key == "years") {
      months += n * 12;
    } else if (key == "quarters") {
      months += n * 3;
    } else if (key == "months") {
      months += n;
    } else if (key == "weeks") {
      days += n * 7;
    } else if (key == "days") {
      days += n;
    } else if (key == "hours") {
      seconds += n * 3600;
    } else if (key == "minutes") {
      seconds += n * 60;
    } else if (key == "seconds") {
      seconds += n;
    } else if (key == "milliseconds") {
      nanos += n * 1e6;
    } else if (key == "microseconds") {
      nanos += n * 1e3;
    } else if (key == "nanoseconds") {
      nanos += n;
    } else {
      fail_argument("InvalidArgumentValue", "a duration has no " + key);
    }
  }
  return Value(approximate(months, days, seconds, nanos));
}

Value make_duration(Runtime&, Arguments a) {
  if (a[0].is(Kind::duration)) return a[0];
  if (a[0].is(Kind::map)) return duration_from(a[0].map());
  if (!a[0].is(Kind::string)) fail_value("duration", a[0]);
  return Value(parse_duration(a[0].text()));
}

template <Duration (*F)(const Value&, const Value&)>
Value measure(Runtime&, Arguments a) {
  return Value(F(a[0], a[1]));
}

constexpr Type of(Kind kind) { return {kinds(kind), kAnyKind}; }

#define MAILLON_TEMPORAL(NAME, KIND)                               \
  {NAME, 0, 1, kAnything, of(KIND), make<KIND>},                   \
      {NAME ".transaction", 0, 1, kAnything, of(KIND), now<KIND>}, \
      {NAME ".statement", 0, 1, kAnything, of(KIND), now<KIND>},   \
      {NAME ".realtime", 0, 1, kAnything, of(KIND), now<KIND>}, {  \
    NAME ".truncate", 2, 3, kAnything, of(KIND), truncate<KIND>    \
  }

const Function kTemporalFunctions[] = {
    MAILLON_TEMPORAL("date", Kind::date),
    MAILLON_TEMPORAL("time", Kind::time),
    MAILLON_TEMPORAL("localtime", Kind::local_time),
    MAILLON_TEMPORAL("datetime", Kind::date_time),
    MAILLON_TEMPORAL("localdatetime", Kind::local_date_time),
    {"datetime.fromepoch", 2, 2, kAnything, of(Kind::date_time), from_epoch},
    {"datetime.fromepochmillis", 1, 1, kAnything, of(Kind::date_time), from_epoch_millis},
    {"duration", 1, 1, kAnything, of(Kind::duration), make_duration},
    {"duration.between", 2, 2, kAnything, of(Kind::duration), measure<between>},
    {"duration.inmonths", 2, 2, kAnything, of(Kind::duration), measure<between_in_months>},
    {"duration.indays", 2, 2, kAnything, of(Kind::duration), measure<between_in_days>},
    {"duration.inseconds", 2, 2, kAnything, of(Kind::duration), measure<between_in_seconds>},
};
#undef MAILLON_TEMPORAL

}  // namespace

std::span<const Function> temporal_functions() { return kTemporalFunctions; }

}  // namespace maillon::cypher
