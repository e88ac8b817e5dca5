// One copy of every string of a graph: labels, lemmas and sentences repeat over documents.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "base/string_arena.hpp"

namespace maillon {

/// Views it returns live as long as the pool, also after a move. Not thread-safe.
class StringPool {
 public:
  std::string_view intern(std::string_view text) {
    if (text.empty()) return {};
    const auto at = known_.find(text);
    return at != known_.end() ? *at : *known_.insert(arena_.store(text)).first;
  }
  /// `size` bytes for a caller that fills them with texts of its own, which are not looked for among the
  /// others.
  char* allocate(std::size_t size) { return arena_.allocate(size); }

 private:
  StringArena arena_;
  std::unordered_set<std::string_view> known_;  ///< looked up only, never iterated
};

}  // namespace maillon
