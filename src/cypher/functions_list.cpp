// Functions of lists, and coalesce.
#include <algorithm>

#include "base/utf8.hpp"
#include "cypher/failure.hpp"
#include "cypher/functions.hpp"

namespace maillon::cypher {

namespace {

std::int64_t code_points(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

Value coalesce(Runtime&, Arguments a) {
  for (const Value& v : a)
    if (!v.is_null()) return v;
  return {};
}

Value head(Runtime&, Arguments a) {
  if (!a[0].is(Kind::list)) fail_value("head", a[0]);
  return a[0].list().empty() ? Value() : a[0].list().front();
}

Value last(Runtime&, Arguments a) {
  if (!a[0].is(Kind::list)) fail_value("last", a[0]);
  return a[0].list().empty() ? Value() : a[0].list().back();
}

Value tail(Runtime&, Arguments a) {
  if (!a[0].is(Kind::list)) fail_value("tail", a[0]);
  const List& all = a[0].list();
  return all.empty() ? Value(List()) : Value(List(all.begin() + 1, all.end()));
}

Value size(Runtime&, Arguments a) {
  if (a[0].is(Kind::list)) return Value(static_cast<std::int64_t>(a[0].list().size()));
  if (a[0].is(Kind::string)) return Value(code_points(a[0].text()));
  fail_value("size", a[0]);
}

Value is_empty(Runtime&, Arguments a) {
  if (a[0].is(Kind::list)) return Value(a[0].list().empty());
  if (a[0].is(Kind::map)) return Value(a[0].map().empty());
  if (a[0].is(Kind::string)) return Value(a[0].text().empty());
  fail_value("isEmpty", a[0]);
}

Value reverse(Runtime&, Arguments a) {
  if (a[0].is(Kind::list)) return Value(List(a[0].list().rbegin(), a[0].list().rend()));
  if (!a[0].is(Kind::string)) fail_value("reverse", a[0]);
  const std::string_view text = a[0].text();
  std::string out;
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (text[begin] & 0xC0) == 0x80) --begin;
    out += text.substr(begin, end - begin);
    end = begin;
  }
  return Value(std::move(out));
}

Value range(Runtime& rt, Arguments a) {
  constexpr std::uint64_t kLongest = 10'000'000, kReserved = 1 << 16;
  for (const Value& v : a)
    if (!v.is(Kind::integer)) fail_argument("InvalidArgumentType", "range() takes integers");
  const std::int64_t first = a[0].integer(), end = a[1].integer(), step = a.size() > 2 ? a[2].integer() : 1;
  if (step == 0) fail_argument("NumberOutOfRange", "the step of range() cannot be 0");
  List out;
  if (step > 0 ? first > end : first < end) return Value(std::move(out));
  const auto distance = step > 0 ? static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(first)
                                 : static_cast<std::uint64_t>(first) - static_cast<std::uint64_t>(end);
  const auto stride = step > 0 ? static_cast<std::uint64_t>(step) : ~static_cast<std::uint64_t>(step) + 1;
  if (distance / stride >= kLongest)
    fail_argument("NumberOutOfRange", "range() of more than 10,000,000 items");
  out.reserve(std::min(distance / stride + 1, kReserved));
  auto value = static_cast<std::uint64_t>(first);
  for (std::uint64_t i = 0; i <= distance / stride; ++i, value += static_cast<std::uint64_t>(step)) {
    rt.tick();
    out.push_back(Value(static_cast<std::int64_t>(value)));
  }
  return Value(std::move(out));
}

constexpr Type kAny{};
constexpr auto kSized = static_cast<Kinds>(kList | kinds(Kind::string));

const Function kListFunctions[] = {
    {"coalesce", 1, 255, {kAnyKind, kAnyKind}, kAny, coalesce, true},
    {"head", 1, 1, {kList, kAnyKind}, kAny, head},
    {"last", 1, 1, {kList, kAnyKind}, kAny, last},
    {"tail", 1, 1, {kList, kAnyKind}, {kList, kAnyKind}, tail},
    {"size", 1, 1, {kSized, kAnyKind}, {kinds(Kind::integer), kAnyKind}, size},
    {"isempty",
     1,
     1,
     {static_cast<Kinds>(kSized | kinds(Kind::map)), kAnyKind},
     {kinds(Kind::boolean), kAnyKind},
     is_empty},
    {"reverse", 1, 1, {kSized, kAnyKind}, {kSized, kAnyKind}, reverse},
    {"range", 2, 3, {kAnyKind, kAnyKind}, {kList, kinds(Kind::integer)}, range},
};

}  // namespace

std::span<const Function> list_functions() { return kListFunctions; }

}  // namespace maillon::cypher
