// Coordination: which word a phrase continues after a coordinator or in a list.
#include <algorithm>
#include <optional>

#include "syntax/attacher.hpp"

namespace maillon::syntax {

namespace {

constexpr int kClosedClause = 30;  ///< against what stands in a relative clause that a comma has closed
constexpr int kPair = 30;          ///< entre Riga et Oslo: the preposition wants two
constexpr int kListLimit = 40;     ///< units looked at ahead to tell a list

}  // namespace

bool Attacher::take_coordination(std::uint32_t w) {
  const bool phrase = s_[w].kind == Kind::nominal || s_[w].kind == Kind::adjective;
  if (!(coordinator_ != kNone && (joins_ || !phrase)) && !comma_) return false;
  const std::uint32_t mate = find_mate(w);
  if (mate == kNone) return false;
  if (coordinator_ != kNone) s_.attach(coordinator_, w, Deprel::cc, "coordination");
  coordinator_ = kNone;
  attach(w, mate, Deprel::conj, "coordination");
  return true;
}

std::uint32_t Attacher::find_mate(std::uint32_t w) const {
  const Word& unit = s_[w];
  Candidate best;
  const int closed = steps_in_closed_clause();
  climb([&](std::uint32_t c, int steps) {
    const int score = likeness(s_[c], unit) - 3 * steps - (steps < closed ? kClosedClause : 0);
    if (coordinator_ == kNone && unit.kind == Kind::nominal && names(s_[c]) != names(unit)) return true;
    if (likeness(s_[c], unit) > 0 && (best.word == kNone || score > best.score)) best = {c, score};
    return true;
  });
  if (best.word == kNone) return kNone;
  // the first conjunct bears all others
  std::uint32_t first = best.word;
  while (s_[first].deprel == Deprel::conj && s_[first].head != kNone &&
         likeness(s_[s_[first].head], unit) > 0)
    first = s_[first].head;
  return first;
}

int Attacher::steps_in_closed_clause() const {
  if (coordinator_ == kNone || coordinator_ == 0 || !s_[coordinator_ - 1].is(WordClass::comma)) return 0;
  int found = 0;
  climb([&](std::uint32_t c, int steps) {
    const Word& w = s_[c];
    const bool clause = w.kind == Kind::finite && w.deprel == Deprel::acl_relcl && w.opener != kNone;
    if ((clause && s_.is(before(s_[w.opener].begin), WordClass::comma)) ||
        (w.deprel == Deprel::appos && s_.is(before(w.begin), WordClass::comma)))
      found = steps + 1;
    return true;
  });
  return found;
}

bool Attacher::takes_object(const Word& verb) const {
  const auto next = std::lower_bound(s_.units.begin(), s_.units.end(), verb.end,
                                     [&](std::uint32_t u, std::uint32_t at) { return s_[u].begin < at; });
  return next != s_.units.end() && s_[*next].kind == Kind::nominal && s_[*next].marker == kNone &&
         s_[*next].begin == verb.end && (s_[*next].determined || s_[*next].counted) &&
         !s_[*next].is(WordClass::time);
}

bool Attacher::same_ending(const Word& a, const Word& b) {
  constexpr std::size_t kEnding = 4;
  const std::string_view x = a.tag->lemma, y = b.tag->lemma;
  return x.size() > kEnding && y.size() > kEnding &&
         x.substr(x.size() - kEnding) == y.substr(y.size() - kEnding);
}

int Attacher::form_likeness(const Word& a, const Word& b) {
  if (b.marker != kNone) return a.marker == kNone ? -8 : a.preposition == b.preposition ? 16 : 0;
  const bool determined = b.determined || b.is(Upos::PRON);  // celui de la ville
  if (a.marker == kNone) return a.determined == determined ? 16 : 8;
  return a.determined == determined ? 12 : determined ? 4 : 14;
}

std::string_view Attacher::determiner(const Word& nominal) const {
  for (std::uint32_t k = nominal.begin; &s_[k] < &nominal; ++k)
    if (s_[k].deprel == Deprel::det) return s_[k].tag->lemma;
  return {};
}

int Attacher::likeness(const Word& a, const Word& b) const {
  if (b.kind == Kind::nominal) {
    const bool name =
        a.is(Upos::PROPN) && a.deprel == Deprel::appos && b.is(Upos::PROPN);  // les candidats Berg et Novak
    if (coordinator_ != kNone && a.is(Upos::ADJ) && a.deprel == Deprel::xcomp && b.marker != kNone &&
        !b.determined && !b.counted && a.end == coordinator_)
      return 40;  // est malade ou en colère
    if (!nominal(a) && !name) return 0;
    int score = 20 + form_likeness(a, b);
    const auto person = [](const Word& w) { return w.is(Upos::PROPN) || w.is(WordClass::civil_title); };
    if (person(a) == person(b)) score += 8;
    if (a.morph().number == b.morph().number && a.morph().number != Number::none) score += 5;
    if (a.determined && b.determined) score += determiner(a) == determiner(b) ? 4 : -4;
    if (a.is(Upos::NUM) == b.is(Upos::NUM)) score += 4;
    if (a.tag->lemma == b.tag->lemma && !a.is(Upos::PRON))
      score += 10;
    else if (same_ending(a, b))
      score += 5;
    if (coordinator_ != kNone && b.marker == kNone && a.marker != kNone &&
        a.preposition == s_.vocabulary().entre() && a.morph().number != Number::plur)
      score += kPair;
    if (a.deprel == Deprel::conj && a.marker == kNone && b.marker == kNone) score += 6;
    if (a.is(WordClass::civil_title) && b.is(WordClass::civil_title)) score += 8;
    if (a.is(WordClass::title) && b.is(WordClass::title)) score += b.determined ? 6 : 14;
    return score;
  }
  if (coordinator_ == kNone) return 0;
  if (b.kind == Kind::adjective) {
    if (a.is(Upos::ADJ)) return 20;
    if (a.kind == Kind::participle) return 8;
    return 0;
  }
  if (b.kind == Kind::adverb) return a.kind == Kind::adverb ? 10 : 0;
  if (b.kind == Kind::infinitive)
    return a.kind == Kind::infinitive ? (a.preposition == b.preposition ? 20 : 10) : 0;
  if (b.kind == Kind::participle && (a.kind == Kind::finite || a.kind == Kind::infinitive))
    return a.morph().verb_form != VerbForm::part || b.morph().tense == Tense::pres ? 0
           : a.passive && takes_object(b)                                          ? 1
                                                                                   : 18;
  if (b.kind == Kind::participle) return a.kind == Kind::participle ? 20 : a.kind == Kind::adjective ? 5 : 0;
  if (b.kind == Kind::gerund) return a.kind == Kind::gerund ? 20 : 0;
  return 0;
}

bool Attacher::continues_list(std::uint32_t w) const {
  const Word& first = s_[w];
  const std::uint32_t last = nearest([&](const Word& c) { return nominal(c) && c.deprel == Deprel::conj; });
  if (last != kNone && same_form(first, s_[last]) && s_[last].head != kNone &&
      same_form(first, s_[s_[last].head]))
    return true;
  int commas = 0;
  auto at = std::lower_bound(s_.units.begin(), s_.units.end(), first.begin,
                             [&](std::uint32_t u, std::uint32_t b) { return s_[u].begin < b; });
  bool fresh = false;
  for (int k = 0; at != s_.units.end() && k < kListLimit; ++at, ++k) {
    const Word& u = s_[*at];
    if (u.kind == Kind::coordinator) {
      auto next = at + 1;
      while (next != s_.units.end() && s_[*next].kind == Kind::adverb) ++next;  // ou même
      return next != s_.units.end() && same_form(first, s_[*next]);
    }
    if (u.kind == Kind::punctuation) {
      if (!u.is(WordClass::comma)) break;
      ++commas;
      fresh = true;
      continue;
    }
    if (u.kind != Kind::nominal && u.kind != Kind::adjective && u.kind != Kind::participle) break;
    if (fresh && !same_form(first, u)) break;
    fresh = false;
  }
  return commas >= 2;
}

bool Attacher::names(const Word& w) {
  const bool capital = w.tag->shape == Shape::capitalized && w.determined && !w.is(WordClass::title);
  return w.is(Upos::PROPN) || (w.is(Upos::NOUN) && (capital || w.is(WordClass::civil_title)));
}

bool Attacher::same_form(const Word& a, const Word& b) const {
  return b.kind == a.kind && a.preposition == b.preposition && (a.marker == kNone) == (b.marker == kNone) &&
         names(a) == names(b) && (names(a) || a.determined == b.determined);  // la Suède, Malte
}

}  // namespace maillon::syntax
