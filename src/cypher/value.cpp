#include "cypher/value.hpp"

#include <algorithm>
#include <array>

namespace maillon::cypher {

std::string_view to_string(Kind kind) {
  static constexpr std::array<std::string_view, 16> kNames = {
      "Map",  "Node",      "Relationship", "List",   "Path",    "DateTime", "LocalDateTime", "Date",
      "Time", "LocalTime", "Duration",     "String", "Boolean", "Integer",  "Float",         "Null"};
  return kNames[static_cast<std::size_t>(kind)];
}

template <class T>
struct Value::Box final : Object {
  explicit Box(T v) : value(std::move(v)) {}
  T value;
};

void Value::hold(Kind kind, Object* object) {
  kind_ = kind;
  counted_ = true;
  bits_.object = object;
}

void Value::release() {
  if (--bits_.object->uses == 0) delete bits_.object;
}

template <class T>
const T& Value::boxed() const {
  return static_cast<const Box<T>*>(bits_.object)->value;
}

Value::Value(std::string text) { hold(Kind::string, new Box<std::string>(std::move(text))); }
Value::Value(List items) { hold(Kind::list, new Box<List>(std::move(items))); }
Value::Value(Map entries) { hold(Kind::map, new Box<Map>(std::move(entries))); }
Value::Value(Path p) { hold(Kind::path, new Box<Path>(std::move(p))); }
Value::Value(DateTime t) { hold(Kind::date_time, new Box<DateTime>(std::move(t))); }
Value::Value(Duration d) { hold(Kind::duration, new Box<Duration>(d)); }
Value::Value(LocalDateTime t) : Value(Kind::local_date_time, t.seconds) {
  size_ = static_cast<std::uint32_t>(t.nanos);
}
Value::Value(Time t) : Value(Kind::time, t.nanos) { size_ = static_cast<std::uint32_t>(t.offset); }

std::string_view Value::text() const {
  return counted_ ? std::string_view(boxed<std::string>()) : std::string_view(bits_.text, size_);
}
const List& Value::list() const { return boxed<List>(); }
const Map& Value::map() const { return boxed<Map>(); }
const Path& Value::path() const { return boxed<Path>(); }
const DateTime& Value::date_time() const { return boxed<DateTime>(); }
const Duration& Value::duration() const { return boxed<Duration>(); }

const Value& Value::at(std::string_view key) const {
  static const Value kNull;
  const Map& entries = map();
  const auto it = std::lower_bound(entries.begin(), entries.end(), key,
                                   [](const auto& entry, std::string_view k) { return entry.first < k; });
  return it != entries.end() && it->first == key ? it->second : kNull;
}

Map make_map(Map entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Map out;
  for (auto& entry : entries) {
    if (!out.empty() && out.back().first == entry.first)
      out.back().second = std::move(entry.second);
    else
      out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace maillon::cypher
