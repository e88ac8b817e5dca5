// Letters of ASCII, for names that are ASCII by their norm: HTML attributes, file endings, media types.
#pragma once

#include <string>
#include <string_view>

namespace maillon {

/// A to Z in lower case; all other bytes as they are.
inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace maillon
