// Pass "fixed": expressions that the treebanks analyse as one word.
#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

bool matches(const Sentence& s, std::uint32_t first, const Locution& locution) {
  if (first + locution.rest.size() >= s.size()) return false;
  for (std::uint32_t k = 0; k < locution.rest.size(); ++k)
    if (s[first + 1 + k].form != locution.rest[k]) return false;
  return true;
}

/// "fait face à", "ont toujours fait face à": the noun is the verb's.
bool behind_light_verb(const Sentence& s, std::uint32_t i) {
  while (i > 0 && s[i - 1].is(Upos::ADV)) --i;
  return i > 0 && s[i - 1].is(WordClass::causative);
}

}  // namespace

void join_locutions(Sentence& s) {
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (s[i].is(Upos::PUNCT)) continue;
    const auto* list = s.vocabulary().locutions(s[i].form);
    if (list == nullptr) continue;
    for (const Locution& locution : *list) {
      if (!matches(s, i, locution)) continue;
      if (locution.function == Deprel::cc && s[i].is(Upos::ADP) && i > 0 && !s[i - 1].is(Upos::PUNCT))
        continue;  // il reste à savoir
      if (locution.function == Deprel::case_ && s[i].is(Upos::NOUN) && behind_light_verb(s, i)) continue;
      if (s[i].is(Upos::NOUN) && i > 0 && s[i - 1].is(Upos::DET)) continue;  // une suite à la guerre
      const auto last = static_cast<std::uint32_t>(i + locution.rest.size());
      for (std::uint32_t k = i + 1; k <= last; ++k) s.attach(k, i, Deprel::fixed, "fixed");
      s[i].locution = true;
      s[i].deprel = locution.function;
      if (locution.focus) s[i].classes |= bit(WordClass::focus) | bit(WordClass::narrow_focus);
      if (locution.quantity) s[i].classes |= bit(WordClass::quantity);
      if (locution.governs) s[i].classes |= bit(WordClass::governing_adverb);
      s[i].rule = "fixed";
      s[i].end = last + 1;
      i = last;
      break;
    }
  }
}

}  // namespace maillon::syntax
