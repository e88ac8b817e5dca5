// Pass "dont": "dix morts, dont deux enfants": a relative clause without a verb.
#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

bool stays_inside(const Word& w) {
  return w.kind == Kind::nominal || w.kind == Kind::adjective || w.kind == Kind::participle ||
         w.kind == Kind::adverb || w.kind == Kind::coordinator || w.is(WordClass::comma) ||
         w.is(WordClass::quote) || w.is(WordClass::quote_open) || w.is(WordClass::quote_close);
}

/// The unit behind the last of the phrase that begins at `u`; 0 where a verb belongs to it.
std::size_t end_of_list(const Sentence& s, std::size_t u) {
  std::size_t k = u;
  while (k < s.units.size() && stays_inside(s[s.units[k]])) ++k;
  if (k == s.units.size() || s[s.units[k]].kind == Kind::punctuation) return k;
  if (s[s.units[k]].kind == Kind::relative && s[s.units[k - 1]].is(WordClass::comma)) return k;
  if (s[s.units[k]].kind != Kind::finite || !s[s.units[k - 1]].is(WordClass::comma)) return 0;
  for (std::size_t later = k + 1; later < s.units.size();
       ++later)  // dont le père, ministre, dirige le port, a cédé
    if (s[s.units[later]].kind == Kind::finite && s[s.units[later - 1]].is(WordClass::comma) &&
        !s[s.units[later]].is(WordClass::speech))
      return 0;
  return k;
}

}  // namespace

void find_verbless_dont(Sentence& s) {
  for (std::size_t u = 1; u + 1 < s.units.size(); ++u) {
    const std::uint32_t dont = s.units[u];
    const std::uint32_t first = s.units[u + 1];
    if (s[dont].kind != Kind::relative || s[dont].form != "dont" || s[first].kind != Kind::nominal ||
        s[first].marker != kNone)
      continue;
    const std::size_t end = end_of_list(s, u + 1);
    if (end == 0) continue;
    s.attach(dont, first, Deprel::nmod, "verbless-dont");
    s[dont].kind = Kind::absorbed;
    s[first].begin = dont;
    for (std::size_t k = u + 1; k < end; ++k) s[s.units[k]].aside = true;
  }
}

}  // namespace maillon::syntax
