// Functions of strings, and conversions.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cypher/failure.hpp"
#include "cypher/functions.hpp"
#include "cypher/value_text.hpp"

namespace maillon::cypher {

namespace {

constexpr Kinds kString = kinds(Kind::string);

std::string_view text(std::string_view name, const Value& v) {
  if (!v.is(Kind::string)) fail_value(name, v);
  return v.text();
}

std::int64_t count(std::string_view name, const Value& v) {
  if (!v.is(Kind::integer)) fail_value(name, v);
  if (v.integer() < 0) fail_argument("NumberOutOfRange", std::string(name) + "() takes no negative number");
  return v.integer();
}

/// Byte offset of the `n`th code point; the size where there are fewer.
std::size_t offset_of(std::string_view s, std::int64_t n) {
  std::size_t at = 0;
  while (n > 0 && at < s.size()) {
    for (++at; at < s.size() && (s[at] & 0xC0) == 0x80; ++at) {
    }
    --n;
  }
  return at;
}

Value to_lower(Runtime&, Arguments a) {
  std::string out;
  icu::UnicodeString::fromUTF8(std::string(text("toLower", a[0])))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return Value(std::move(out));
}

Value to_upper(Runtime&, Arguments a) {
  std::string out;
  icu::UnicodeString::fromUTF8(std::string(text("toUpper", a[0])))
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(out);
  return Value(std::move(out));
}

std::string_view trimmed(std::string_view s, bool left, bool right) {
  constexpr std::string_view kSpaces = " \t\n\v\f\r";
  if (left) s.remove_prefix(std::min(s.find_first_not_of(kSpaces), s.size()));
  if (right) s = s.substr(0, s.find_last_not_of(kSpaces) + 1);
  return s;
}
Value trim(Runtime&, Arguments a) { return Value(std::string(trimmed(text("trim", a[0]), true, true))); }
Value ltrim(Runtime&, Arguments a) { return Value(std::string(trimmed(text("lTrim", a[0]), true, false))); }
Value rtrim(Runtime&, Arguments a) { return Value(std::string(trimmed(text("rTrim", a[0]), false, true))); }

Value left(Runtime&, Arguments a) {
  const std::string_view s = text("left", a[0]);
  return Value(std::string(s.substr(0, offset_of(s, count("left", a[1])))));
}

Value right(Runtime&, Arguments a) {
  const std::string_view s = text("right", a[0]);
  const std::int64_t n = count("right", a[1]);
  const std::int64_t all = std::count_if(s.begin(), s.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return Value(std::string(s.substr(offset_of(s, std::max<std::int64_t>(0, all - n)))));
}

Value substring(Runtime&, Arguments a) {
  const std::string_view s = text("substring", a[0]);
  const std::string_view rest = s.substr(offset_of(s, count("substring", a[1])));
  if (a.size() < 3) return Value(std::string(rest));
  return Value(std::string(rest.substr(0, offset_of(rest, count("substring", a[2])))));
}

Value replace(Runtime&, Arguments a) {
  const std::string_view s = text("replace", a[0]), from = text("replace", a[1]), to = text("replace", a[2]);
  if (from.empty()) return a[0];
  std::string out;
  std::size_t at = 0;
  for (std::size_t found; (found = s.find(from, at)) != std::string_view::npos; at = found + from.size())
    out.append(s.substr(at, found - at)).append(to);
  return Value(out.append(s.substr(at)));
}

Value split(Runtime&, Arguments a) {
  const std::string_view s = text("split", a[0]), by = text("split", a[1]);
  List out;
  if (by.empty()) {
    for (std::size_t at = 0; at < s.size();) {
      const std::size_t size = offset_of(s.substr(at), 1);
      out.push_back(Value(std::string(s.substr(at, size))));
      at += size;
    }
    return Value(std::move(out));
  }
  std::size_t at = 0;
  for (std::size_t found; (found = s.find(by, at)) != std::string_view::npos; at = found + by.size())
    out.push_back(Value(std::string(s.substr(at, found - at))));
  out.push_back(Value(std::string(s.substr(at))));
  return Value(std::move(out));
}

Value to_string_value(Runtime&, Arguments a) {
  switch (a[0].kind()) {
    case Kind::map:
    case Kind::node:
    case Kind::relationship:
    case Kind::list:
    case Kind::path:
      fail_value("toString", a[0]);
    default:
      return Value(plain_text(a[0]));
  }
}

/// Nothing where `s` is no decimal number from its first to its last character.
Value parse_number(std::string_view s) {
  s = trimmed(s, true, true);
  if (s.starts_with('+')) s.remove_prefix(1);
  std::int64_t n = 0;
  auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (error == std::errc() && end == s.data() + s.size()) return Value(n);
  double x = 0;
  const bool is_word =
      s.find_first_of("iInN") != std::string_view::npos;  // "inf" and "nan" are no numbers here
  auto [end_of_real, real_error] = std::from_chars(s.data(), s.data() + s.size(), x);
  if (!is_word && real_error == std::errc() && end_of_real == s.data() + s.size()) return Value(x);
  return {};
}

Value truncated(double x) {
  if (!(std::fabs(x) < 9.3e18)) return {};
  return Value(static_cast<std::int64_t>(x));
}

Value to_integer(Runtime&, Arguments a) {
  if (a[0].is(Kind::integer)) return a[0];
  if (a[0].is(Kind::real)) return truncated(a[0].real());
  if (!a[0].is(Kind::string)) fail_value("toInteger", a[0]);
  const Value v = parse_number(a[0].text());
  return v.is(Kind::real) ? truncated(v.real()) : v;
}

Value to_float(Runtime&, Arguments a) {
  if (a[0].is_number()) return Value(a[0].number());
  if (!a[0].is(Kind::string)) fail_value("toFloat", a[0]);
  const Value v = parse_number(a[0].text());
  return v.is_null() ? v : Value(v.number());
}

Value to_boolean(Runtime& rt, Arguments a) {
  if (a[0].is(Kind::boolean)) return a[0];
  if (a[0].is(Kind::integer)) return Value(a[0].integer() != 0);
  if (!a[0].is(Kind::string)) fail_value("toBoolean", a[0]);
  const Value trimmed_text(std::string(trimmed(a[0].text(), true, true)));
  const Value lower = to_lower(rt, {&trimmed_text, 1});
  if (lower.text() == "true") return Value(true);
  return lower.text() == "false" ? Value(false) : Value();
}

constexpr std::array<Kinds, 2> kOne = {kString, kAnyKind};
constexpr std::array<Kinds, 2> kTwo = {kString, kString};
constexpr std::array<Kinds, 2> kCounted = {kString, kinds(Kind::integer)};

const Function kTextFunctions[] = {
    {"tolower", 1, 1, kOne, kText, to_lower},
    {"lower", 1, 1, kOne, kText, to_lower},
    {"toupper", 1, 1, kOne, kText, to_upper},
    {"upper", 1, 1, kOne, kText, to_upper},
    {"trim", 1, 1, kOne, kText, trim},
    {"ltrim", 1, 1, kOne, kText, ltrim},
    {"rtrim", 1, 1, kOne, kText, rtrim},
    {"left", 2, 2, kCounted, kText, left},
    {"right", 2, 2, kCounted, kText, right},
    {"substring", 2, 3, kCounted, kText, substring},
    {"replace", 3, 3, kTwo, kText, replace},
    {"split", 2, 2, kTwo, {kinds(Kind::list), kString}, split},
    {"tostring", 1, 1, kAnything, kText, to_string_value},
    {"tointeger", 1, 1, kAnything, {kinds(Kind::integer), kAnyKind}, to_integer},
    {"tofloat", 1, 1, kAnything, {kinds(Kind::real), kAnyKind}, to_float},
    {"toboolean", 1, 1, kAnything, {kinds(Kind::boolean), kAnyKind}, to_boolean},
};

}  // namespace

std::span<const Function> text_functions() { return kTextFunctions; }

}  // namespace maillon::cypher
