// Values of nodes and edges as formats write them in text, read back. For this room only.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "graph/knowledge_graph.hpp"

namespace maillon {

/// That which to_string() gives the name, among the first `count`.
template <class Enum>
std::optional<Enum> named(std::string_view name, int count) {
  for (int i = 0; i < count; ++i)
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  return std::nullopt;
}

template <class Enum>
bool read_name(std::string_view text, int count, Enum& out) {
  const auto found = named<Enum>(text, count);
  out = found.value_or(out);
  return found.has_value();
}

inline bool read_value(std::string_view text, EntityType& out) {
  return read_name(text, static_cast<int>(kEntityTypeCount), out);
}
inline bool read_value(std::string_view text, EdgeKind& out) { return read_name(text, 3, out); }
inline bool read_value(std::string_view text, Polarity& out) { return read_name(text, 2, out); }
inline bool read_value(std::string_view text, Modality& out) { return read_name(text, 8, out); }
inline bool read_value(std::string_view text, Comparator& out) { return read_name(text, 6, out); }

/// As XML Schema writes them.
inline bool read_value(std::string_view text, bool& out) {
  out = text == "true" || text == "1";
  return out || text == "false" || text == "0";
}

/// Finite numbers only.
inline bool read_value(std::string_view text, double& out) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  return code == std::errc() && end == text.data() + text.size() && std::isfinite(out);
}

}  // namespace maillon
