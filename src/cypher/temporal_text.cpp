// Temporal values as ISO 8601 text, and their components.
#include <array>
#include <cstdlib>

#include "cypher/calendar.hpp"
#include "cypher/temporal.hpp"

namespace maillon::cypher {

namespace {

__extension__ using Wide = __int128;

std::string padded(std::int64_t n, std::size_t width) {
  std::string digits = std::to_string(n < 0 ? -n : n);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return (n < 0 ? "-" : "") + digits;
}

std::string date_text(std::int64_t days) {
  const CivilDate d = civil(days);
  return (d.year > 9999 ? "+" : "") + padded(d.year, 4) + "-" + padded(d.month, 2) + "-" + padded(d.day, 2);
}

std::string time_text(std::int64_t nanos) {
  const std::int64_t seconds = nanos / kNanosPerSecond, fraction = nanos % kNanosPerSecond;
  std::string out = padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2);
  if (seconds % 60 == 0 && fraction == 0) return out;
  out += ":" + padded(seconds % 60, 2);
  if (fraction == 0) return out;
  std::string digits = padded(fraction, 9);
  while (digits.ends_with("000")) digits.resize(digits.size() - 3);
  return out + "." + digits;
}

std::string date_time_text(LocalDateTime t) {
  return date_text(floor_div(t.seconds, kSecondsPerDay)) + "T" +
         time_text(floor_mod(t.seconds, kSecondsPerDay) * kNanosPerSecond + t.nanos);
}

std::string duration_text(const Duration& d) {
  std::string date, time;
  const auto part = [](std::string& out, std::int64_t n, char unit) {
    if (n != 0) out += std::to_string(n) + unit;
  };
  part(date, d.months / 12, 'Y');
  part(date, d.months % 12, 'M');
  part(date, d.days, 'D');
  // Seconds and nanoseconds get one sign.
  std::int64_t seconds = d.seconds;
  std::int32_t nanos = d.nanos;
  if (seconds < 0 && nanos > 0) {
    ++seconds;
    nanos -= static_cast<std::int32_t>(kNanosPerSecond);
  }
  part(time, seconds / 3600, 'H');
  part(time, seconds / 60 % 60, 'M');
  if (const std::int64_t rest = seconds % 60; rest != 0 || nanos != 0) {
    if (rest == 0 && nanos < 0) time += '-';
    time += std::to_string(rest);
    if (nanos != 0) {
      std::string digits = padded(std::abs(nanos), 9);
      digits.erase(digits.find_last_not_of('0') + 1);
      time += "." + digits;
    }
    time += 'S';
  }
  if (date.empty() && time.empty()) return "PT0S";
  return "P" + date + (time.empty() ? "" : "T" + time);
}

Value text_value(std::string s) { return Value(std::move(s)); }
Value number_value(std::int64_t n) { return Value(n); }

Value date_component(std::int64_t days, std::string_view name) {
  const CivilDate d = civil(days);
  if (name == "year") return number_value(d.year);
  if (name == "month") return number_value(d.month);
  if (name == "day") return number_value(d.day);
  if (name == "quarter") return number_value((d.month - 1) / 3 + 1);
  if (name == "week") return number_value(week(days));
  if (name == "weekYear") return number_value(week_year(days));
  if (name == "dayOfQuarter" || name == "quarterDay") return number_value(day_of_quarter(days));
  if (name == "dayOfWeek" || name == "weekDay") return number_value(weekday(days));
  if (name == "ordinalDay" || name == "dayOfYear") return number_value(ordinal_day(days));
  return {};
}

Value time_component(std::int64_t nanos, std::string_view name) {
  const std::int64_t seconds = nanos / kNanosPerSecond, fraction = nanos % kNanosPerSecond;
  if (name == "hour") return number_value(seconds / 3600);
  if (name == "minute") return number_value(seconds / 60 % 60);
  if (name == "second") return number_value(seconds % 60);
  if (name == "millisecond") return number_value(fraction / 1'000'000);
  if (name == "microsecond") return number_value(fraction / 1000);
  if (name == "nanosecond") return number_value(fraction);
  return {};
}

Value offset_component(std::int32_t offset, std::string_view zone, std::string_view name) {
  if (name == "timezone") return text_value(zone.empty() ? offset_text(offset) : std::string(zone));
  if (name == "offset") return text_value(offset_text(offset));
  if (name == "offsetMinutes") return number_value(offset / 60);
  if (name == "offsetSeconds") return number_value(offset);
  return {};
}

Value local_component(LocalDateTime t, std::string_view name) {
  if (Value v = date_component(floor_div(t.seconds, kSecondsPerDay), name); !v.is_null()) return v;
  return time_component(floor_mod(t.seconds, kSecondsPerDay) * kNanosPerSecond + t.nanos, name);
}

Value duration_component(const Duration& d, std::string_view name) {
  const Wide nanos = static_cast<Wide>(d.seconds) * kNanosPerSecond + d.nanos;
  const auto in = [&](std::int64_t unit) { return number_value(static_cast<std::int64_t>(nanos / unit)); };
  const auto whole_seconds = static_cast<std::int64_t>(nanos / kNanosPerSecond);
  const auto fraction = static_cast<std::int64_t>(nanos % kNanosPerSecond);
  if (name == "years") return number_value(d.months / 12);
  if (name == "quarters") return number_value(d.months / 3);
  if (name == "months") return number_value(d.months);
  if (name == "weeks") return number_value(d.days / 7);
  if (name == "days") return number_value(d.days);
  if (name == "hours") return in(3600 * kNanosPerSecond);
  if (name == "minutes") return in(60 * kNanosPerSecond);
  if (name == "seconds") return number_value(d.seconds);
  if (name == "milliseconds") return in(1'000'000);
  if (name == "microseconds") return in(1000);
  if (name == "nanoseconds") return in(1);
  if (name == "quartersOfYear") return number_value(d.months / 3 % 4);
  if (name == "monthsOfQuarter") return number_value(d.months % 3);
  if (name == "monthsOfYear") return number_value(d.months % 12);
  if (name == "daysOfWeek") return number_value(d.days % 7);
  if (name == "minutesOfHour") return number_value(whole_seconds / 60 % 60);
  if (name == "secondsOfMinute") return number_value(whole_seconds % 60);
  if (name == "millisecondsOfSecond") return number_value(fraction / 1'000'000);
  if (name == "microsecondsOfSecond") return number_value(fraction / 1000);
  if (name == "nanosecondsOfSecond") return number_value(fraction);
  return {};
}

}  // namespace

std::string temporal_text(const Value& v) {
  switch (v.kind()) {
    case Kind::date:
      return date_text(v.days());
    case Kind::local_time:
      return time_text(v.nanos_of_day());
    case Kind::time:
      return time_text(v.time().nanos) + offset_text(v.time().offset);
    case Kind::local_date_time:
      return date_time_text(v.local_date_time());
    case Kind::date_time: {
      const DateTime& t = v.date_time();
      return date_time_text(t.local) + offset_text(t.offset) + (t.zone.empty() ? "" : "[" + t.zone + "]");
    }
    default:
      return duration_text(v.duration());
  }
}

Value temporal_component(const Value& v, std::string_view name) {
  switch (v.kind()) {
    case Kind::date:
      return date_component(v.days(), name);
    case Kind::local_time:
      return time_component(v.nanos_of_day(), name);
    case Kind::time: {
      Value out = time_component(v.time().nanos, name);
      return out.is_null() ? offset_component(v.time().offset, {}, name) : out;
    }
    case Kind::local_date_time:
      return local_component(v.local_date_time(), name);
    case Kind::date_time: {
      const DateTime& t = v.date_time();
      if (name == "epochSeconds") return number_value(t.local.seconds - t.offset);
      if (name == "epochMillis")
        return number_value((t.local.seconds - t.offset) * 1000 + t.local.nanos / 1'000'000);
      Value out = local_component(t.local, name);
      return out.is_null() ? offset_component(t.offset, t.zone, name) : out;
    }
    default:
      return duration_component(v.duration(), name);
  }
}

}  // namespace maillon::cypher
