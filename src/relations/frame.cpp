#include "relations/frame.hpp"

namespace maillon {

const std::vector<Locution>* FrameSet::locutions(std::string_view verb) const {
  const auto at = locutions_.find(verb);
  return at == locutions_.end() ? nullptr : &at->second;
}

bool FrameSet::is(WordClass c, std::string_view word) const {
  const auto at = words_.find(word);
  return at != words_.end() && (at->second >> static_cast<std::uint32_t>(c) & 1u) != 0;
}

}  // namespace maillon
