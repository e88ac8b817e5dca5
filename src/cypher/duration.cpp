#include "cypher/duration.hpp"

#include <charconv>
#include <cmath>
#include <optional>

#include "cypher/calendar.hpp"
#include "cypher/failure.hpp"
#include "cypher/temporal.hpp"

namespace maillon::cypher {

namespace {

__extension__ using Wide = __int128;

constexpr double kSecondsPerMonth = 2'629'746;

/// A moment with as much of date, time and zone as it has.
struct Moment {
  bool has_date = false;
  std::optional<Zone> zone;
  LocalDateTime local;
};

Moment moment_of(const Value& v) {
  switch (v.kind()) {
    case Kind::date:
      return {true, std::nullopt, {v.days() * kSecondsPerDay, 0}};
    case Kind::local_date_time:
      return {true, std::nullopt, v.local_date_time()};
    case Kind::date_time:
      return {true, zone_of(v.date_time()), v.date_time().local};
    case Kind::time: {
      const Time t = v.time();
      return {false,
              Zone{t.offset, {}},
              {t.nanos / kNanosPerSecond, static_cast<std::int32_t>(t.nanos % kNanosPerSecond)}};
    }
    case Kind::local_time: {
      const std::int64_t n = v.nanos_of_day();
      return {false, std::nullopt, {n / kNanosPerSecond, static_cast<std::int32_t>(n % kNanosPerSecond)}};
    }
    default:
      fail_type("InvalidArgumentValue", "expected a date or a time");
  }
}

/// Two moments that can be compared: on one clock, both with a date or both without.
struct Pair {
  bool dated;
  Zone zone;
  LocalDateTime from, to;  ///< on the clock of `zone`
};

Pair comparable(const Value& a, const Value& b) {
  Moment x = moment_of(a), y = moment_of(b);
  const bool dated = x.has_date && y.has_date;
  const Zone zone = x.zone ? *x.zone : y.zone ? *y.zone : Zone{};
  if (!dated) {
    // Times only: offsets as they are on the day that one of them may have.
    const auto offset = [](const Moment& m, const Zone& z) {
      return z.name.empty() ? z.offset : in_zone(m.local, z).offset;
    };
    const std::int32_t x_offset = x.zone ? offset(x, *x.zone) : y.zone ? offset(y, *y.zone) : 0;
    const std::int32_t y_offset = y.zone ? offset(y, *y.zone) : x_offset;
    x.local.seconds = floor_mod(x.local.seconds, kSecondsPerDay);
    y.local.seconds = floor_mod(y.local.seconds, kSecondsPerDay) - y_offset + x_offset;
    return {false, {x_offset, {}}, x.local, y.local};
  }
  if (y.zone) y.local = moved_to(in_zone(y.local, *y.zone), zone).local;
  return {true, zone, x.local, y.local};
}

Wide nanos_between(const Pair& p) {
  std::int64_t from = p.from.seconds, to = p.to.seconds;
  if (p.dated && !p.zone.name.empty()) {
    from -= in_zone(p.from, p.zone).offset;
    to -= in_zone(p.to, p.zone).offset;
  }
  return static_cast<Wide>(to - from) * kNanosPerSecond + (p.to.nanos - p.from.nanos);
}

Duration of_nanos(Wide nanos) {
  auto seconds = static_cast<std::int64_t>(nanos / kNanosPerSecond);
  return normal(0, 0, seconds, static_cast<std::int64_t>(nanos % kNanosPerSecond));
}

std::int64_t date_of(LocalDateTime t) { return floor_div(t.seconds, kSecondsPerDay); }
std::int64_t time_of(LocalDateTime t) {
  return floor_mod(t.seconds, kSecondsPerDay) * kNanosPerSecond + t.nanos;
}

/// The last day up to which whole days lie between.
std::int64_t whole_days_end(const Pair& p) {
  std::int64_t end = date_of(p.to);
  const std::int64_t begin = date_of(p.from);
  if (end > begin && time_of(p.to) < time_of(p.from)) --end;
  if (end < begin && time_of(p.to) > time_of(p.from)) ++end;
  return end;
}

std::int64_t months_between(const Pair& p) {
  const CivilDate a = civil(date_of(p.from)), b = civil(whole_days_end(p));
  const std::int64_t from = (a.year * 12 + a.month) * 32 + a.day, to = (b.year * 12 + b.month) * 32 + b.day;
  return (to - from) / 32;
}

double read_number(std::string_view& text) {
  double out = 0;
  std::string digits;
  std::size_t at = 0;
  for (; at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.' || text[at] == ',' ||
                              text[at] == '-' || text[at] == '+');
       ++at)
    if (text[at] != '+') digits += text[at] == ',' ? '.' : text[at];
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (error != std::errc() || end != digits.data() + digits.size())
    fail_argument("InvalidArgumentValue", "this is no duration");
  text.remove_prefix(at);
  return out;
}

/// P2012-02-02T14:37:21.545
std::optional<Duration> parse_as_date_time(std::string_view text) {
  const std::size_t t = text.find('T');
  const std::string_view date = text.substr(0, t),
                         time = t == std::string_view::npos ? "" : text.substr(t + 1);
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto number = [](std::string_view s) {
    double out = 0;
    std::from_chars(s.data(), s.data() + s.size(), out);
    return out;
  };
  double seconds = 0;
  if (time.size() >= 8)
    seconds = number(time.substr(0, 2)) * 3600 + number(time.substr(3, 2)) * 60 + number(time.substr(6));
  return approximate(number(date.substr(0, 4)) * 12 + number(date.substr(5, 2)), number(date.substr(8, 2)),
                     seconds, 0);
}

}  // namespace

Duration normal(std::int64_t months, std::int64_t days, std::int64_t seconds, std::int64_t nanos) {
  return {months, days, seconds + floor_div(nanos, kNanosPerSecond),
          static_cast<std::int32_t>(floor_mod(nanos, kNanosPerSecond))};
}

Duration approximate(double months, double days, double seconds, double nanos) {
  constexpr double kNanosPerMonth = kSecondsPerMonth * 1e9, kNanosOfDay = 86'400e9;
  for (const double x : {months, days, seconds, nanos})
    if (!(std::fabs(x) < 9e18)) fail_argument("NumberOutOfRange", "this duration is too long");
  const auto whole_months = static_cast<std::int64_t>(months);
  days += (kNanosPerMonth * months - kNanosPerMonth * static_cast<double>(whole_months)) / kNanosOfDay;
  const auto whole_days = static_cast<std::int64_t>(days);
  seconds += (kNanosOfDay * days - kNanosOfDay * static_cast<double>(whole_days)) / 1e9;
  const auto whole_seconds = static_cast<std::int64_t>(seconds);
  nanos += std::round(1e9 * (seconds - static_cast<double>(whole_seconds)));
  return normal(whole_months, whole_days, whole_seconds, static_cast<std::int64_t>(nanos));
}

Duration scaled(const Duration& d, double factor) {
  return approximate(static_cast<double>(d.months) * factor, static_cast<double>(d.days) * factor,
                     static_cast<double>(d.seconds) * factor, d.nanos * factor);
}

Duration parse_duration(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P')) fail_argument("InvalidArgumentValue", "a duration begins with P");
  text.remove_prefix(1);
  if (const auto d = parse_as_date_time(text)) return negative ? scaled(*d, -1) : *d;
  double months = 0, days = 0, seconds = 0;
  bool in_time = false;
  while (!text.empty()) {
    if (text.front() == 'T') {
      in_time = true;
      text.remove_prefix(1);
      continue;
    }
    const double n = read_number(text) * (negative ? -1 : 1);
    const char unit = text.empty() ? '\0' : text.front();
    if (!text.empty()) text.remove_prefix(1);
    if (unit == 'Y' && !in_time) {
      months += n * 12;
    } else if (unit == 'M' && !in_time) {
      months += n;
    } else if (unit == 'W' && !in_time) {
      days += n * 7;
    } else if (unit == 'D' && !in_time) {
      days += n;
    } else if (unit == 'H' && in_time) {
      seconds += n * 3600;
    } else if (unit == 'M' && in_time) {
      seconds += n * 60;
    } else if (unit == 'S' && in_time) {
      seconds += n;
    } else {
      fail_argument("InvalidArgumentValue", "this is no duration");
    }
  }
  return approximate(months, days, seconds, 0);
}

Duration between_in_seconds(const Value& a, const Value& b) {
  return of_nanos(nanos_between(comparable(a, b)));
}

Duration between_in_days(const Value& a, const Value& b) {
  const Pair p = comparable(a, b);
  return {0, p.dated ? whole_days_end(p) - date_of(p.from) : 0, 0, 0};
}

Duration between_in_months(const Value& a, const Value& b) {
  const Pair p = comparable(a, b);
  return {p.dated ? months_between(p) : 0, 0, 0, 0};
}

Duration between(const Value& a, const Value& b) {
  Pair p = comparable(a, b);
  if (!p.dated) return of_nanos(nanos_between(p));
  const std::int64_t months = months_between(p);
  std::int64_t start = add_months(date_of(p.from), months);
  p.from.seconds += (start - date_of(p.from)) * kSecondsPerDay;
  const std::int64_t days = whole_days_end(p) - start;
  p.from.seconds += days * kSecondsPerDay;
  Duration out = of_nanos(nanos_between(p));
  out.months = months;
  out.days = days;
  return out;
}

namespace {

LocalDateTime later(LocalDateTime t, std::int64_t seconds, std::int64_t nanos) {
  const std::int64_t total = t.nanos + nanos;
  return {t.seconds + seconds + floor_div(total, kNanosPerSecond),
          static_cast<std::int32_t>(floor_mod(total, kNanosPerSecond))};
}

LocalDateTime later_by_date(LocalDateTime t, const Duration& d, int times) {
  const std::int64_t date = floor_div(t.seconds, kSecondsPerDay);
  const std::int64_t moved = add_months(date, d.months * times) + d.days * times;
  return {t.seconds + (moved - date) * kSecondsPerDay, t.nanos};
}

std::int64_t time_later(std::int64_t nanos_of_day, const Duration& d, int times) {
  const std::int64_t seconds = floor_mod(d.seconds * times, kSecondsPerDay);
  return floor_mod(nanos_of_day + seconds * kNanosPerSecond + std::int64_t{d.nanos} * times, kNanosPerDay);
}

}  // namespace

Value shift(const Value& moment, const Duration& d, int times) {
  switch (moment.kind()) {
    case Kind::duration: {
      const Duration& a = moment.duration();
      return Value(normal(a.months + d.months * times, a.days + d.days * times, a.seconds + d.seconds * times,
                          a.nanos + std::int64_t{d.nanos} * times));
    }
    case Kind::date: {
      const std::int64_t days = add_months(moment.days(), d.months * times) + d.days * times;
      const std::int64_t seconds = d.seconds < 0 && d.nanos > 0 ? d.seconds + 1 : d.seconds;
      return Value::date(days + seconds / kSecondsPerDay * times);
    }
    case Kind::local_time:
      return Value::local_time(time_later(moment.nanos_of_day(), d, times));
    case Kind::time:
      return Value(Time{time_later(moment.time().nanos, d, times), moment.time().offset});
    case Kind::local_date_time:
      return Value(later(later_by_date(moment.local_date_time(), d, times), d.seconds * times,
                         std::int64_t{d.nanos} * times));
    default: {
      const DateTime& t = moment.date_time();
      const Zone zone = zone_of(t);
      const DateTime moved = in_zone(later_by_date(t.local, d, times), zone);
      const DateTime utc = moved_to(moved, {});
      return Value(
          moved_to({later(utc.local, d.seconds * times, std::int64_t{d.nanos} * times), 0, {}}, zone));
    }
  }
}

}  // namespace maillon::cypher
