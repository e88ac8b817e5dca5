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

const std::vector<std::uint32_t>* FrameSet::frames_of(Trigger kind, std::string_view lemma) const {
  const FrameMap* map = nullptr;
  switch (kind) {
    case Trigger::verb:
      map = &verbs_;
      break;
    case Trigger::reflexive:
      map = &reflexives_;
      break;
    case Trigger::noun:
      map = &nouns_;
      break;
    case Trigger::adjective:
      map = &adjectives_;
      break;
    case Trigger::locution:
    case Trigger::count:
      return nullptr;
  }
  const auto at = map->find(lemma);
  return at == map->end() ? nullptr : &at->second;
}

bool FrameSet::calls(Trigger kind, std::string_view lemma, std::uint32_t index, const UseFacts& use) const {
  const Frame& frame = frames_[index];
  if (!frame.conditions.admit(use)) return false;
  const auto& map = conditions_[static_cast<std::size_t>(kind)];
  if (const auto at = map.find(lemma); at != map.end())
    for (const TriggerConditions& t : at->second)
      if (t.frame == index && !t.conditions.admit(use)) return false;
  const auto fits = [&](ArgumentPattern::Function function, const ParticipantFacts& p) {
    bool asked = false;
    for (const ArgumentPattern& a : frame.arguments) {
      if (a.function != function) continue;
      if (a.test.holds(p, true)) return true;
      asked = true;
    }
    return !asked;
  };
  return fits(ArgumentPattern::Function::subject, use.subject) &&
         fits(ArgumentPattern::Function::object, use.object);
}

bool FrameSet::conditioned(Trigger kind, std::string_view lemma, std::uint32_t index) const {
  if (!frames_[index].conditions.empty()) return true;
  const auto& map = conditions_[static_cast<std::size_t>(kind)];
  const auto at = map.find(lemma);
  return at != map.end() && std::any_of(at->second.begin(), at->second.end(),
                                        [&](const TriggerConditions& t) { return t.frame == index; });
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
  out.locutions.erase(std::unique(out.locutions.begin(), out.locutions.end()), out.locutions.end());
  return out;
}

}  // namespace maillon
