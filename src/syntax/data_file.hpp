// Reading the plain-text data of schemas/fr/syntax: lines of tab-separated columns, "#" begins a comment
// line.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_arena.hpp"

namespace maillon::syntax {

/// The non-empty pieces between separators.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// Calls use(line) -> Status for each line that is neither empty nor a comment; an error stops it and gets
/// the file's name and the line's number. The lines' text lives in `strings`.
template <class Use>
Status each_line(const Schemas& schemas, std::string_view path, StringArena& strings, Use use) {
  const auto text = schemas.read(path);
  if (!text) return text.error();
  std::string_view rest = strings.store(*text);
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    if (Status s = use(line); !s) {
      Diagnostic d = s.error();
      d.file = std::string(path);
      d.line = number;
      return d;
    }
  }
  return {};
}

}  // namespace maillon::syntax
