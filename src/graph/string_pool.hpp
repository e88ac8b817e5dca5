// One copy of every string of a graph: labels, lemmas and sentences repeat over documents.
#pragma once

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
  /// Kept without being looked for among the others: for a caller that knows that each text comes once.
  std::string_view adopt(std::string_view text) { return arena_.store(text); }

 private:
  StringArena arena_;
  std::unordered_set<std::string_view> known_;  ///< looked up only, never iterated
};

}  // namespace maillon
