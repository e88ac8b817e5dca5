// Pass "fronted": "la réunion au cours de laquelle", "le parti au nom duquel": a phrase in front of its
// relative pronoun. The phrase stands for the pronoun from here on.
#include <algorithm>

#include "syntax/passes.hpp"

namespace maillon::syntax {

void front_relatives(Sentence& s) {
  std::size_t kept = 0;
  for (std::size_t u = 0; u < s.units.size(); ++u) {
    const std::uint32_t pronoun = s.units[u];
    const std::uint32_t noun = kept == 0 ? kNone : s.units[kept - 1];
    const Word& w = s[pronoun];
    const bool fronts = noun != kNone && w.kind == Kind::relative && w.preposition == s.vocabulary().de() &&
                        s[noun].kind == Kind::nominal && s[noun].is(Upos::NOUN) && s[noun].marker != kNone &&
                        s[noun].end == w.begin && !s[s[noun].begin + 1].is(WordClass::indefinite);
    if (!fronts) {
      s.units[kept++] = pronoun;
      continue;
    }
    s.attach(pronoun, noun, Deprel::nmod, "fronted-relative");
    s[pronoun].kind = Kind::absorbed;
    s[noun].kind = Kind::relative;
    s[noun].pronoun = pronoun;
    s[noun].end = w.end;
  }
  s.units.resize(kept);
}

}  // namespace maillon::syntax
