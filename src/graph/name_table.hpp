// Every string of a resolution once, as a number, with the keys under which spellings meet.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.hpp"
#include "base/string_arena.hpp"
#include "graph/name_keys.hpp"

namespace maillon {

/// Numbers follow the order of first use. Grows with distinct strings. Not thread-safe.
class NameTable {
 public:
  explicit NameTable(const NameKeys& keys) : keys_(keys) {}

  std::uint32_t id(std::string_view text);
  std::string_view text(std::uint32_t name) const { return names_[name].text; }
  /// Id of NameKeys::plain of the name.
  std::uint32_t plain(std::uint32_t name);
  /// Id of NameKeys::transliterated of the name: parts with spaces between them.
  std::uint32_t spelt(std::uint32_t name);

 private:
  struct Name {
    std::string_view text;
    std::uint32_t plain = kNone, spelt = kNone;
  };
  const NameKeys& keys_;
  StringArena arena_;
  std::vector<Name> names_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;  ///< looked up only
};

/// Words of a folded name.
std::vector<std::string_view> parts_of(std::string_view folded);

}  // namespace maillon
