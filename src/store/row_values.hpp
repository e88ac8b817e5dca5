// Values of rows, and values that rows hold as text read back. For this room only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mentions/mention_set.hpp"
#include "store/sqlite.hpp"

namespace maillon {

/// An index as SQLite's integer.
inline std::int64_t index(std::size_t i) { return static_cast<std::int64_t>(i); }

/// NULL for kNone.
inline sqlite::Query& bind_index(sqlite::Query& q, std::uint32_t i) {
  return i == kNone ? q.bind_null() : q.bind(index(i));
}

/// Comparator::equal for what none is called.
inline Comparator comparator_from(std::string_view name) {
  for (int c = 0; c <= static_cast<int>(Comparator::at_most); ++c)
    if (to_string(static_cast<Comparator>(c)) == name) return static_cast<Comparator>(c);
  return Comparator::equal;
}

/// Calls `use` for every line of a text whose lines are joined by newlines.
template <class Use>
void each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    use(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

}  // namespace maillon
