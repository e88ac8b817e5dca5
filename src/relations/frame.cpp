#include "relations/frame.hpp"

#include <algorithm>

namespace maillon {

const std::vector<Locution>* FrameSet::locutions(std::string_view verb) const {
  const auto at = locutions_.find(verb);
  return at == locutions_.end() ? nullptr : &at->second;
}

bool FrameSet::is(WordClass c, std::string_view word) const {
  const auto at = words_.find(word);
  return at != words_.end() && (at->second >> static_cast<std::uint32_t>(c) & 1u) != 0;
}

FrameTriggers FrameSet::triggers(std::uint32_t i) const {
  FrameTriggers out;
  const auto collect = [&](const FrameMap& map, std::vector<std::string_view>& to) {
    for (const auto& [lemma, all] : map)
      if (std::find(all.begin(), all.end(), i) != all.end()) to.push_back(lemma);
    std::sort(to.begin(), to.end());
  };
  collect(verbs_, out.verbs);
  collect(reflexives_, out.reflexives);
  collect(nouns_, out.nouns);
  collect(adjectives_, out.adjectives);
  for (const auto& [verb, all] : locutions_)
    for (const Locution& l : all)
      if (l.frame == i) out.locutions.push_back(l.lemma);
  std::sort(out.locutions.begin(), out.locutions.end());
  return out;
}

}  // namespace maillon
