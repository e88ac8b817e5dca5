// Prepositional phrases: valency first, then counts and nearness.
#include <algorithm>
#include <optional>
#include <utility>

#include "syntax/attacher.hpp"

namespace maillon::syntax {

namespace {

// In hundredths of a bit, beside the counts of attraction.tsv.
constexpr int kGoverned = 150;              ///< the word's valency names the preposition
constexpr int kGovernedBesideObject = 340;  ///< the same, where the verb has its object
constexpr int kGovernedByNoun = 520;        ///< aide au développement
constexpr int kGovernedByAdjective = 450;   ///< avide de pouvoir
constexpr int kOffice = 400;                ///< ministre des Finances, ambassadrice à Lima
constexpr int kAttributeExpected = 300;     ///< être without an attribute so far
constexpr int kAgentExpected = 200;         ///< par after a passive
constexpr int kAgainstAdjective = 250;      ///< an adjective whose valency lacks the preposition
constexpr int kAgainstTitle = 100;          ///< an office takes de and à
constexpr int kAgainstPlace = 450;          ///< "visite à Riga de Jan Novak": a place has no owner
constexpr int kAgainstName = 450;           ///< "menacer la Norvège de poursuites"
constexpr int kVerbal = 90;                 ///< nouns are counted a little too well
constexpr int kOfParticiple = 60;           ///< the same for participles
constexpr int kOfInfinitive = 120;          ///< and infinitives
constexpr int kAgainstObject = 80;      ///< "a cédé le port à Riga": objects take less than other nouns
constexpr int kAgainstComplement = 20;  ///< so do complements of nouns
constexpr int kSetOff = 60;             ///< appositions go on
constexpr int kRelative = 40;           ///< and relative clauses
constexpr int kAgainstTime = 300;       ///< a time takes no phrase but with de
constexpr int kAgainstSource = 400;     ///< …, selon X: says who vouches for the clause
constexpr int kInserted = 300;          ///< chargé, chez X, du commerce
constexpr int kPart = 1200;             ///< trois des dix villes
constexpr int kDemanded = 500;          ///< what a verb wants beside its object
constexpr int kMeasure = 600;           ///< by how much it is changed
constexpr int kAgainstRange = 500;      ///< "de 8 % à 7 %": both ends are the verb's
constexpr int kAgainstExample = 300;    ///< "marche sur les murs comme Jan": what is definite has no examples

/// What the candidate's kind and function add.
int standing(const Word& head, bool governs) {
  switch (head.kind) {
    case Kind::participle:
      return kOfParticiple;
    case Kind::infinitive:
      return kOfInfinitive;
    case Kind::finite:
      return head.deprel == Deprel::acl_relcl ? kVerbal + kRelative : kVerbal;
    case Kind::gerund:
      return kVerbal;
    default:
      break;
  }
  switch (head.deprel) {
    case Deprel::obj:
      return governs ? 0 : -kAgainstObject;
    case Deprel::nmod:
      return governs ? 0 : -kAgainstComplement;
    case Deprel::appos:
      return kSetOff;
    default:
      return 0;
  }
}

}  // namespace

void Attacher::place_prepositional(std::uint32_t w) {
  Word& unit = s_[w];
  const Vocabulary& voc = s_.vocabulary();
  // "le ministre, de son côté, a signé": what a comma parts from a noun is not the noun's own
  if (comma_ && unit.preposition == voc.de() && unit.begin + 1 < w && s_[unit.begin + 1].morph().possessive &&
      nearest([](const Word& c) { return is_verbal(c.kind); }) == kNone)
    return push(w);
  if (const std::uint32_t name = continues_name(w); name != kNone) {
    s_[name].end = unit.end;  // one name for what follows: nothing hangs on its second part
    return s_.attach(w, name, Deprel::nmod, "name-with-de");
  }
  if (const std::uint32_t kind = exemplified(w); kind != kNone)
    return attach(w, kind, Deprel::nmod, "example");
  Candidate best;
  const int bias = voc.attraction().verbal(unit.preposition, unit.tag->lemma) / 2;
  const PhraseKind kind = phrase_kind(unit);
  const bool attribute = !attribute_follows(w);
  int step = 0;
  std::uint32_t below = kNone;
  climb([&](std::uint32_t c, int) {
    const Word& head = s_[c];
    const std::uint32_t child = std::exchange(below, c);
    if (head.kind == Kind::adverb && head.is(WordClass::governing_adverb) && head.end == unit.begin &&
        (!head.locution || unit.preposition == voc.de() || unit.preposition == voc.a())) {
      best = {c, 0};  // lors de, à partir de
      return false;
    }
    const auto host = host_of(head);
    if (!host) return true;
    if (head.is(Upos::NUM) && is_temporal(head) && !(is_temporal(unit) && unit.preposition == voc.a()))
      return true;
    int score = voc.attraction().value(*host, head.tag->lemma, unit.preposition, step++, boundary_, kind,
                                       traits_of(c, unit, child));
    score += standing(head, head.governs(Valency{1} << unit.preposition)) +
             (is_verbal(head.kind) ? bias : -bias) + fit(head, unit);
    if (head.kind == Kind::participle && comma_ && head.end + 1 == unit.begin &&
        s_.is(end_of_phrase(w), WordClass::comma))
      score += kInserted;
    if (head.copula && head.attribute == kNone) score = attribute ? kAttributeExpected : score + kVerbal;
    if (best.word == kNone || score > best.score) best = {c, score};
    // "« Malte a confié le port », a dit le roi à Riga": what follows is no part of what is quoted
    return !head.quoting && (boundary_ || !set_off(head));
  });
  if (best.word == kNone) return push(w);
  Word& head = s_[best.word];
  if (head.copula && head.attribute == kNone && !comma_ && attribute) {
    head.attribute = w;
    return attach(w, best.word, Deprel::xcomp, "attribute-prepositional");
  }
  const std::uint32_t last = last_;
  const bool inserted = comma_ && s_.is(end_of_phrase(w), WordClass::comma) && is_verbal(head.kind);
  attach(w, best.word, oblique(head, unit), "prepositional");
  if (inserted) {
    before_insertion_ = last;
    insertion_ = w;
  }
}

std::uint32_t Attacher::exemplified(std::uint32_t w) const {
  const Word& first = s_[s_[w].begin];
  if (first.is(WordClass::que) && s_[w].begin > 0 && s_[s_[w].begin - 1].tag->lemma == "tel") {
    const std::uint32_t noun = s_[s_[w].begin - 1].head;
    return noun != kNone && nominal(s_[noun]) ? noun : kNone;
  }
  if (!first.locution || first.form != "y") return kNone;
  return nearest([](const Word& c) { return nominal(c); });
}

std::uint32_t Attacher::continues_name(std::uint32_t w) const {
  const Word& unit = s_[w];
  if (boundary_ || unit.preposition != s_.vocabulary().de() || !unit.determined ||
      unit.tag->shape != Shape::capitalized)
    return kNone;
  const std::uint32_t name = nearest([](const Word& c) { return nominal(c); });
  if (name == kNone || name + 1 != unit.begin || !s_[name].is(Upos::PROPN)) return kNone;
  const std::uint32_t verb = s_[name].head;
  const bool parted = verb != kNone && s_[name].deprel == Deprel::obj &&
                      s_[verb].governs(Valency{1} << s_.vocabulary().de());  // séparer Malte du Nord
  return parted ? kNone : name;
}

bool Attacher::attribute_follows(std::uint32_t w) const {
  auto at = std::upper_bound(s_.units.begin(), s_.units.end(), s_[w].begin,
                             [&](std::uint32_t b, std::uint32_t u) { return b < s_[u].begin; });
  for (; at != s_.units.end(); ++at) {
    const Word& u = s_[*at];
    if (u.kind == Kind::adverb || (u.kind == Kind::nominal && u.marker != kNone)) continue;
    return u.kind == Kind::nominal && u.awaited_by == kNone && !u.is(WordClass::time) && !is_day(s_, u) &&
           (u.determined || u.counted || u.is(Upos::PROPN));
  }
  return false;
}

bool Attacher::set_off(const Word& w) const {
  if (w.deprel != Deprel::appos && w.deprel != Deprel::acl_relcl && w.deprel != Deprel::acl &&
      w.deprel != Deprel::advcl)
    return false;
  const std::uint32_t first = w.opener != kNone ? s_[w.opener].begin : w.begin;
  const std::uint32_t mark = before(first);
  return s_.is(mark, WordClass::comma) || s_.is(mark, WordClass::dash) || s_.is(mark, WordClass::colon);
}

std::uint32_t Attacher::end_of_phrase(std::uint32_t w) const {
  auto at = std::upper_bound(s_.units.begin(), s_.units.end(), w,
                             [&](std::uint32_t b, std::uint32_t u) { return b < s_[u].begin; });
  std::uint32_t end = s_[w].end;
  for (; at != s_.units.end() && (s_[*at].kind == Kind::adjective || s_[*at].kind == Kind::coordinator); ++at)
    end = s_[*at].end;
  return end;
}

std::optional<Host> Attacher::host_of(const Word& w) {
  switch (w.kind) {
    case Kind::finite:
      return Host::finite;
    case Kind::infinitive:
      return Host::infinitive;
    case Kind::participle:
    case Kind::gerund:
      return Host::participle;
    default:
      break;
  }
  if (w.kind == Kind::absorbed && !nominal(w) && !w.is(Upos::ADJ)) return std::nullopt;
  switch (w.tag->upos) {
    case Upos::NOUN:
    case Upos::SYM:
      if (w.determined) return Host::noun;
      if (w.counted) return Host::measure;
      return w.marker != kNone         ? Host::bare_complement
             : w.deprel == Deprel::obj ? Host::bare_object
                                       : Host::noun;
    case Upos::PROPN:
    case Upos::X:
      return Host::name;
    case Upos::NUM:
      return Host::number;
    case Upos::PRON:
      return w.kind == Kind::nominal ? std::optional(Host::pronoun) : std::nullopt;
    case Upos::ADJ:
      return Host::adjective;
    case Upos::ADV:
      return w.kind == Kind::nominal ? std::optional(Host::adverb) : std::nullopt;
    default:
      return w.locution && w.kind == Kind::nominal ? std::optional(Host::adverb) : std::nullopt;  // un peu de
  }
}

PhraseKind Attacher::phrase_kind(const Word& unit) {
  if (is_temporal(unit)) return PhraseKind::time;
  if (unit.is(Upos::PROPN) || unit.is(Upos::X)) return PhraseKind::name;
  if (unit.is(Upos::PRON)) return PhraseKind::pronoun;
  if (unit.is(Upos::NUM)) return PhraseKind::number;
  return unit.determined ? PhraseKind::determined : unit.counted ? PhraseKind::counted : PhraseKind::bare;
}

Traits Attacher::traits_of(std::uint32_t head, const Word& unit, std::uint32_t below) const {
  const Word& h = s_[head];
  Traits t;
  if (below != kNone && s_[below].deprel == Deprel::conj)
    t.coordination = 2;
  else if (h.deprel == Deprel::conj)
    t.coordination = 1;
  if (nominal(h) && h.marker != kNone)
    t.case_ = h.preposition == unit.preposition ? 1 : h.preposition == s_.vocabulary().de() ? 2 : 3;
  t.distance = distance_class(unit.begin - std::min(head, unit.begin));
  t.object = is_verbal(h.kind) && h.object != kNone && h.object > head;
  return t;
}

bool Attacher::has_de(const Word& verb, const Word& unit) const {
  const Word& object = s_[verb.object];
  if (object.is(WordClass::title) && object.end == unit.begin &&
      (unit.is(Upos::PROPN) || determiner(unit) == "le"))
    return true;  // accuse le maire de la ville
  for (std::uint32_t k = verb.end; k < unit.begin; ++k)
    if (nominal(s_[k]) && s_[k].preposition == s_.vocabulary().de() && s_[k].head != kNone &&
        &s_[s_[k].head] == &verb)
      return true;
  return false;
}

bool Attacher::continues_with_de(const Word& unit) const {
  const auto at = std::lower_bound(s_.units.begin(), s_.units.end(), unit.end,
                                   [&](std::uint32_t u, std::uint32_t end) { return s_[u].begin < end; });
  return at != s_.units.end() && s_[*at].begin == unit.end && s_[*at].preposition == s_.vocabulary().de();
}

int Attacher::fit(const Word& head, const Word& unit) const {
  const Vocabulary& voc = s_.vocabulary();
  const Preposition p = unit.preposition;
  const bool governs = head.governs(Valency{1} << p);
  const bool adjective = head.is(Upos::ADJ) && head.end == unit.begin;
  int score = !governs               ? 0
              : nominal(head)        ? kGovernedByNoun
              : adjective            ? kGovernedByAdjective
              : head.object != kNone ? kGovernedBesideObject
                                     : kGoverned;
  if (head.is(Upos::NUM) && p == voc.de() && head.end == unit.begin && unit.determined &&
      unit.morph().number == Number::plur)
    score += kPart;
  if (head.is(WordClass::title) && !head.determined &&
      (p == voc.de() || (p == voc.a() && unit.is(Upos::PROPN))))
    score += kOffice;
  if (head.passive && p == voc.par()) score += kAgentExpected;
  if (head.is(WordClass::time) && p != voc.de()) score -= kAgainstTime;
  if (head.is(Upos::PROPN) && p == voc.de()) {
    const bool place = !head.determined && (head.preposition == voc.a() || head.preposition == voc.en());
    if (place && (unit.is(Upos::PROPN) || unit.is(WordClass::title))) score -= kAgainstPlace;
    if (head.determined && !unit.determined && unit.is(Upos::NOUN)) score -= kAgainstName;
  }
  if (head.is(Upos::ADJ) && !governs) score -= kAgainstAdjective;
  if (boundary_ && p == voc.selon() && nominal(head)) score -= kAgainstSource;
  if (p == voc.de() && head.object != kNone && is_verbal(head.kind) && !boundary_) {
    if (unit.counted && !unit.determined && head.governs(kMeasuredDe)) score += kMeasure;
    if (head.governs(kDemandsDe) && !head.passive && !continues_with_de(unit) && !has_de(head, unit))
      score += kDemanded;
  }
  if (p == voc.comme() && !boundary_ && nominal(head) && head.morph().number == Number::sing &&
      determiner(head) == "le")
    score -= kAgainstExample;
  if (head.is(WordClass::title) && p != voc.de() && p != voc.a()) score -= kAgainstTitle;
  if (p == voc.a() && head.counted && unit.counted && head.preposition == voc.de() && head.end == unit.begin)
    score -= kAgainstRange;
  return score;
}

bool Attacher::is_temporal(const Word& w) {
  return w.is(WordClass::time) || (w.is(Upos::NUM) && w.form.size() == 4);
}

Deprel Attacher::oblique(const Word& head, const Word& unit) const {
  const Vocabulary& voc = s_.vocabulary();
  if (is_verbal(head.kind)) {
    if (head.is(WordClass::object_attributive) && unit.preposition == voc.comme()) return Deprel::xcomp;
    const bool manner =  // par exemple, par avion
        unit.is(Upos::NOUN) && !unit.determined && !unit.counted && unit.morph().number != Number::plur;
    if (unit.preposition == voc.par() && (head.passive || head.kind == Kind::participle) && !manner)
      return Deprel::obl_agent;
    return head.governs(Valency{1} << unit.preposition) ? Deprel::obl_arg : Deprel::obl_mod;
  }
  if (head.is(Upos::NUM) && unit.is(Upos::NUM)) return Deprel::obl_arg;
  if (nominal(head) && !head.is(Upos::ADV) && !head.locution) return Deprel::nmod;
  return Deprel::obl_arg;
}

}  // namespace maillon::syntax
