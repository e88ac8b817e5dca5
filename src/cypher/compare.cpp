#include "cypher/compare.hpp"

#include <cmath>
#include <compare>
#include <functional>

#include "cypher/temporal.hpp"

namespace maillon::cypher {

namespace {

/// -1, 0, 1, or 2 where there is a NaN. Integers beyond 2^53 are compared exactly among themselves.
int compare_numbers(const Value& a, const Value& b) {
  if (a.is(Kind::integer) && b.is(Kind::integer))
    return a.integer() < b.integer() ? -1 : a.integer() > b.integer() ? 1 : 0;
  const double x = a.number(), y = b.number();
  if (std::isnan(x) || std::isnan(y)) return 2;
  return x < y ? -1 : x > y ? 1 : 0;
}

template <class T>
int three_way(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

int compare_text(std::string_view a, std::string_view b) {
  const int c = a.compare(b);
  return c < 0 ? -1 : c > 0 ? 1 : 0;
}

int compare_instants(const DateTime& a, const DateTime& b) {
  if (const int c = three_way(a.local.seconds - a.offset, b.local.seconds - b.offset)) return c;
  return three_way(a.local.nanos, b.local.nanos);
}

std::int64_t utc_nanos(Time t) { return t.nanos - std::int64_t{t.offset} * kNanosPerSecond; }

/// Precondition: both of that kind, which is a date or a time of some sort.
int compare_temporal(const Value& a, const Value& b) {
  switch (a.kind()) {
    case Kind::date:
    case Kind::local_time:
      return three_way(a.days(), b.days());
    case Kind::time:
      return three_way(utc_nanos(a.time()), utc_nanos(b.time()));
    case Kind::local_date_time: {
      const LocalDateTime x = a.local_date_time(), y = b.local_date_time();
      if (const int c = three_way(x.seconds, y.seconds)) return c;
      return three_way(x.nanos, y.nanos);
    }
    default:
      return compare_instants(a.date_time(), b.date_time());
  }
}

bool is_moment(Kind k) {
  return k == Kind::date || k == Kind::local_time || k == Kind::time || k == Kind::local_date_time ||
         k == Kind::date_time;
}

Truth equal_maps(const Map& a, const Map& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].first != b[i].first) return false;
  Truth all = true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Truth t = equals(a[i].second, b[i].second);
    if (t == false) return false;
    if (!t) all = std::nullopt;
  }
  return all;
}

Truth equal_lists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  Truth all = true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Truth t = equals(a[i], b[i]);
    if (t == false) return false;
    if (!t) all = std::nullopt;
  }
  return all;
}

/// Lexicographic; the first pair that differs or cannot be compared decides.
std::optional<int> compare_lists(const List& a, const List& b);

/// Nothing where the two cannot be compared; 2 where they can and neither is less (NaN).
std::optional<int> compare(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) return compare_numbers(a, b);
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::string:
      return compare_text(a.text(), b.text());
    case Kind::boolean:
      return three_way(a.truth(), b.truth());
    case Kind::list:
      return compare_lists(a.list(), b.list());
    default:
      if (is_moment(a.kind())) return compare_temporal(a, b);
      return std::nullopt;
  }
}

std::optional<int> compare_lists(const List& a, const List& b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    const Truth same = equals(a[i], b[i]);
    if (same == true) continue;
    return compare(a[i], b[i]);
  }
  return three_way(a.size(), b.size());
}

std::size_t mix(std::size_t seed, std::size_t value) {
  return (seed ^ value) * 0x9E3779B97F4A7C15u + (seed << 6) + (seed >> 2);
}

int order_lists(const List& a, const List& b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i)
    if (const int c = order(a[i], b[i])) return c;
  return three_way(a.size(), b.size());
}

int order_maps(const Map& a, const Map& b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (const int c = compare_text(a[i].first, b[i].first)) return c;
    if (const int c = order(a[i].second, b[i].second)) return c;
  }
  return three_way(a.size(), b.size());
}

int order_paths(const Path& a, const Path& b) {
  if (const int c = three_way(a.nodes, b.nodes)) return c;
  return three_way(a.relationships, b.relationships);
}

/// By average length: a month is 30.436875 days.
int order_durations(const Duration& a, const Duration& b) {
  const auto seconds = [](const Duration& d) {
    return static_cast<double>(d.months) * 2629746.0 + static_cast<double>(d.days) * 86400.0 +
           static_cast<double>(d.seconds) + d.nanos * 1e-9;
  };
  if (const int c = three_way(seconds(a), seconds(b))) return c;
  if (const int c = three_way(a.months, b.months)) return c;
  return three_way(a.days, b.days);
}

int order_numbers(const Value& a, const Value& b) {
  const int c = compare_numbers(a, b);
  if (c != 2) return c;
  return three_way(std::isnan(a.number()), std::isnan(b.number()));  // NaN after all numbers
}

}  // namespace

Truth equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return compare_numbers(a, b) == 0;
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::string:
      return a.text() == b.text();
    case Kind::boolean:
      return a.truth() == b.truth();
    case Kind::node:
    case Kind::relationship:
      return a.id() == b.id();
    case Kind::list:
      return equal_lists(a.list(), b.list());
    case Kind::map:
      return equal_maps(a.map(), b.map());
    case Kind::path:
      return a.path() == b.path();
    case Kind::duration:
      return a.duration() == b.duration();
    default:
      return compare_temporal(a, b) == 0;
  }
}

Truth less(const Value& a, const Value& b) {
  const auto c = compare(a, b);
  return c ? Truth(*c == -1) : std::nullopt;
}

Truth less_or_equal(const Value& a, const Value& b) {
  const auto c = compare(a, b);
  return c ? Truth(*c == -1 || *c == 0) : std::nullopt;
}

bool equivalent(const Value& a, const Value& b) {
  if (a.kind() == b.kind() && (a.is(Kind::node) || a.is(Kind::relationship))) return a.id() == b.id();
  if (a.kind() == b.kind() && a.is(Kind::string)) return a.text() == b.text();
  if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
  return order(a, b) == 0;
}

bool Equivalent::operator()(const List& a, const List& b) const {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!equivalent(a[i], b[i])) return false;
  return true;
}

std::size_t hash(const List& values) {
  std::size_t seed = values.size();
  for (const Value& v : values) seed = mix(seed, hash(v));
  return seed;
}

std::size_t hash(const Value& v) {
  const auto kind = static_cast<std::size_t>(v.kind());
  switch (v.kind()) {
    case Kind::null:
      return 0x51ED27;
    case Kind::integer:
      return mix(0, std::hash<double>()(static_cast<double>(v.integer())));
    case Kind::real:
      return std::isnan(v.real()) ? 0x7FF8 : mix(0, std::hash<double>()(v.real()));
    case Kind::string:
      return std::hash<std::string_view>()(v.text());
    case Kind::list:
      return hash(v.list());
    case Kind::map: {
      std::size_t seed = kind;
      for (const auto& [key, value] : v.map())
        seed = mix(mix(seed, std::hash<std::string>()(key)), hash(value));
      return seed;
    }
    case Kind::path: {
      std::size_t seed = kind;
      for (const auto n : v.path().nodes) seed = mix(seed, n);
      return seed;
    }
    case Kind::time:
      return mix(kind, static_cast<std::size_t>(utc_nanos(v.time())));
    case Kind::local_date_time:
      return mix(kind, static_cast<std::size_t>(v.local_date_time().seconds));
    case Kind::date_time:
      return mix(kind, static_cast<std::size_t>(v.date_time().local.seconds - v.date_time().offset));
    case Kind::duration:
      return mix(kind, static_cast<std::size_t>(v.duration().months * 31 + v.duration().days));
    case Kind::boolean:
      return mix(kind, v.truth() ? 1 : 2);
    default:
      return mix(kind, static_cast<std::size_t>(v.integer()));
  }
}

int order(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) return order_numbers(a, b);
  if (a.kind() != b.kind()) return three_way(a.kind(), b.kind());
  switch (a.kind()) {
    case Kind::null:
      return 0;
    case Kind::string:
      return compare_text(a.text(), b.text());
    case Kind::boolean:
      return three_way(a.truth(), b.truth());
    case Kind::node:
    case Kind::relationship:
      return three_way(a.id(), b.id());
    case Kind::list:
      return order_lists(a.list(), b.list());
    case Kind::map:
      return order_maps(a.map(), b.map());
    case Kind::path:
      return order_paths(a.path(), b.path());
    case Kind::duration:
      return order_durations(a.duration(), b.duration());
    default:
      return compare_temporal(a, b);
  }
}

}  // namespace maillon::cypher
