// Infinitives, participles, gerunds, adjectives and adverbs.
#include <algorithm>
#include <optional>

#include "syntax/attacher.hpp"

namespace maillon::syntax {

namespace {

constexpr int kBareComplement = 3;   ///< against a bare noun as a participle's head, where a step costs 2
constexpr int kBehindMark = 5;       ///< behind a comma, against what is itself a complement
constexpr int kAdjectival = 0;       ///< a participle that governs no infinitive: une opération bâclée de
constexpr int kInfinitiveStep = 60;  ///< what each nearer candidate adds against one above it

}  // namespace

std::optional<int> Attacher::infinitive_fit(const Word& head, const Word& unit) const {
  const Vocabulary& voc = s_.vocabulary();
  const bool de = unit.preposition == voc.de(), a = unit.preposition == voc.a();
  if (is_verbal(head.kind)) {
    if (head.copula && head.attribute == kNone) return 300;
    if (unit.marker == kNone) return head.governs(kGovernsInfinitive) ? 300 : 200;
    if ((de && head.governs(kGovernsInfinitiveDe)) || (a && head.governs(kGovernsInfinitiveA))) return 300;
    return head.deprel == Deprel::acl && head.begin != 0 && (de || a) ? kAdjectival : 100;
  }
  if (unit.marker == kNone) return std::nullopt;
  if (nominal(head)) {
    if (head.is(Upos::NUM) || (head.is(Upos::PRON) && head.marker != kNone)) return std::nullopt;
    if (!de && !a) return head.governs(kGovernsInfinitivePour) ? 100 : head.is(Upos::PROPN) ? -250 : -100;
    const bool governs = head.governs(de ? kGovernsInfinitiveDe : kGovernsInfinitiveA);
    return (de ? 150 : 60) + (governs ? 150 : 0) -
           (head.is(Upos::PROPN)  ? 150
            : head.is(Upos::PRON) ? 90
                                  : 0);
  }
  if (head.is(Upos::ADJ)) {
    const bool governs =
        (de && head.governs(kGovernsInfinitiveDe)) || (a && head.governs(kGovernsInfinitiveA));
    if (head.deprel == Deprel::amod && !governs) return de || a ? std::optional(60) : std::nullopt;
    return governs ? 200 : de || a ? 120 : 0;
  }
  if (head.is(WordClass::governing_adverb) && head.end == unit.begin) return 400;
  return std::nullopt;
}

std::uint32_t Attacher::infinitive_host(const Word& unit) const {
  Candidate best;
  int step = 0;
  climb([&](std::uint32_t c, int) {
    const auto fit = infinitive_fit(s_[c], unit);
    if (!fit) return true;
    const int score = *fit - kInfinitiveStep * step++;
    if (best.word == kNone || score > best.score) best = {c, score};
    return true;
  });
  if (best.word == kNone || unit.preposition != s_.vocabulary().de()) return best.word;
  const Word& host = s_[best.word];
  if (!nominal(host) || host.governs(kGovernsInfinitiveDe)) return best.word;
  // "conseille aux élus d'une ville voisine de partir": the verb awaits it, the noun does not
  const std::uint32_t awaits = nearest([](const Word& c) { return c.governs(kGovernsInfinitiveDe); });
  const bool verb = awaits != kNone && is_verbal(s_[awaits].kind) && s_[awaits].object == kNone &&
                    s_[awaits].kind != Kind::participle;
  return verb ? awaits : best.word;
}

void Attacher::place_infinitive(std::uint32_t w) {
  Word& unit = s_[w];
  if (bracket_) {
    std::uint32_t host = nearest([](const Word& c) { return c.kind == Kind::finite; });
    if (host == kNone) host = nearest([](const Word& c) { return nominal(c); });
    if (host != kNone) return attach(w, host, Deprel::parataxis, "bracketed");
  }
  if (coordinator_ != kNone && take_coordination(w)) return;
  std::uint32_t host = infinitive_host(unit);
  if (host == kNone) return push(w);
  host = impersonal_host(host);
  Word& head = s_[host];
  if (head.copula && head.attribute == kNone) {
    for (std::uint32_t k = host + 1; unit.preposition == s_.vocabulary().pour() && k < unit.begin;
         ++k) {  // il est trop tôt pour
      if (s_[k].kind != Kind::adverb || s_[k].head != host || s_[k].end != unit.begin) continue;
      head.attribute = k;
      s_[k].deprel = Deprel::xcomp;
      return attach(w, k, Deprel::advcl, "infinitive");
    }
    head.attribute = w;
    return attach(w, host, Deprel::xcomp, "attribute-infinitive");
  }
  share_expletive(head, unit);
  const Vocabulary& voc = s_.vocabulary();
  const bool adverbial = unit.marker != kNone && unit.preposition != voc.de() && unit.preposition != voc.a();
  if (!adverbial) raise_relative(head, w);
  attach(w, host, infinitive_function(head, adverbial), "infinitive");
}

bool Attacher::names_person(const Word& verb) const {
  if (verb.object != kNone || verb.passive) return true;
  const auto index = static_cast<std::uint32_t>(&verb - &s_[0]);
  for (std::uint32_t k = verb.begin; k < s_.size() && k <= last_; ++k)
    if (s_[k].head == index &&
        (s_[k].deprel == Deprel::iobj || (nominal(s_[k]) && s_[k].preposition == s_.vocabulary().a())))
      return true;
  return false;
}

Deprel Attacher::infinitive_function(const Word& head, bool adverbial) const {
  if (head.form == "afin") return Deprel::ccomp;
  if (nominal(head)) return Deprel::acl;
  if (!is_verbal(head.kind)) return Deprel::xcomp;
  if (adverbial) return Deprel::advcl;
  if (head.is(WordClass::uncontrolled) && !names_person(head)) return Deprel::ccomp;
  return !head.impersonal ? Deprel::xcomp : attributes(head) ? Deprel::csubj : Deprel::ccomp;
}

void Attacher::raise_relative(Word& head, std::uint32_t infinitive) {
  const auto next = std::upper_bound(s_.units.begin(), s_.units.end(), infinitive,
                                     [&](std::uint32_t b, std::uint32_t u) { return b < s_[u].begin; });
  if (head.opener != kNone && s_[head.opener].form == "dont" && s_[head.opener].head != kNone &&
      &s_[s_[head.opener].head] == &head && s_[infinitive].governs(Valency{1} << s_.vocabulary().de()))
    return s_.attach(head.opener, infinitive, Deprel::iobj, "relative-raised");  // dont il peut se servir
  if (head.subject != kNone && next != s_.units.end() && s_[*next].kind == Kind::nominal &&
      s_[*next].marker == kNone && s_[*next].begin == s_[infinitive].end && !s_[*next].is(WordClass::time))
    return;  // it has its own
  if (head.object == kNone || head.object != head.opener || s_[infinitive].object != kNone ||
      !s_[infinitive].governs(kGovernsObject))
    return;
  s_.attach(head.object, infinitive, Deprel::obj, "relative-raised");
  s_[infinitive].object = head.object;
  head.object = kNone;
}

int Attacher::complement_cost(const Word& w, bool mark, bool relative) const {
  if (w.marker == kNone || w.preposition != s_.vocabulary().de()) return 0;
  const bool office = w.deprel == Deprel::nmod && w.head != kNone && s_[w.head].is(WordClass::title);
  if (mark && office) return kBehindMark;
  if (!w.is(Upos::PROPN)) return 0;
  if (w.determined) return mark && !relative ? kBehindMark : 0;
  const bool person = w.end - w.begin > 2;  // de Jan Novak, qui
  return !mark ? kBareComplement : person ? 0 : kBehindMark;
}

Morph Attacher::shown_agreement(const Word& participle) const {
  const Word& first = s_[participle.begin];
  return &first != &participle && first.is(WordClass::have) ? Morph{} : participle.morph();
}

std::uint32_t Attacher::agreeing_nominal(const Word& unit) const {
  const Morph own = shown_agreement(unit);
  Candidate best;
  int step = 0;
  climb([&](std::uint32_t c, int) {
    const Word& w = s_[c];
    if (is_verbal(w.kind) && best.word != kNone && !boundary_) return false;
    if (!nominal(w) || !agree(w.morph(), own)) return true;
    const bool shows = own.gender != Gender::none && w.morph().gender == own.gender;
    const bool bare =
        w.is(Upos::NOUN) && w.marker != kNone && !w.determined && !w.counted;  // date de clôture
    const int score =
        (shows ? 3 : 0) - 2 * step++ - (bare ? kBareComplement : 0) - complement_cost(w, boundary_, false);
    if (best.word == kNone || score > best.score) best = {c, score};
    return true;
  });
  return best.word;
}

bool Attacher::opens_absolute(std::uint32_t noun, std::uint32_t w) const {
  const Word& n = s_[noun];
  if (!nominal(n) || n.marker != kNone || n.awaited_by != kNone || n.begin != 0 ||
      (n.end != s_[w].begin && !n.determined))
    return false;
  bool active = false;
  for (std::uint32_t k = s_[w].begin; k <= w; ++k)
    active |= s_[k].morph().verb_form == VerbForm::part && s_[k].morph().tense == Tense::pres;
  const bool past = n.determined && !n.is(WordClass::time) && n.end == s_[w].begin &&
                    s_[w].begin == w;  // la réunion finie, le roi
  if (!active && !past) return false;
  bool comma = false;
  for (const std::uint32_t u : s_.units) {  // a clause with a subject of its own follows
    if (u < w) continue;
    comma |= s_[u].is(WordClass::comma);
    if (s_[u].kind == Kind::finite) return comma && s_[u].opener == kNone && s_[u].subject != kNone;
  }
  return false;
}

std::uint32_t Attacher::continues_verbs(std::uint32_t w) const {
  const Word& unit = s_[w];
  if (!comma_ || unit.morph().tense == Tense::pres || unit.begin != w) return kNone;
  const std::uint32_t verb = nearest([](const Word& c) { return c.kind == Kind::finite; });
  if (verb == kNone || s_[verb].morph().verb_form != VerbForm::part || s_[verb].begin == verb) return kNone;
  auto at = std::upper_bound(s_.units.begin(), s_.units.end(), w,
                             [&](std::uint32_t b, std::uint32_t u) { return b < s_[u].begin; });
  if (at == s_.units.end()) return kNone;
  const Word& next = s_[*at];
  const bool active = !s_[verb].passive && next.kind == Kind::nominal && next.marker == kNone &&
                      next.determined && next.begin == unit.end && !next.is(WordClass::time);
  while (at != s_.units.end() && (s_[*at].kind == Kind::nominal || s_[*at].kind == Kind::adverb)) ++at;
  const bool joined = at != s_.units.end() && s_[*at].kind == Kind::coordinator && at + 1 != s_.units.end() &&
                      s_[at[1]].kind == Kind::participle && s_[verb].passive;
  std::uint32_t first = verb;
  while (s_[first].deprel == Deprel::conj && s_[first].subject == kNone && s_[first].head != kNone)
    first = s_[first].head;
  return active || joined ? first : kNone;
}

void Attacher::claim_gapped_subject(std::uint32_t w, std::uint32_t coordinator) {
  Word& participle = s_[w];
  const std::uint32_t mate = participle.head;
  if (participle.morph().tense != Tense::past || participle.begin == 0 || !is_verbal(s_[mate].kind)) return;
  std::uint32_t subject = participle.begin - 1;  // the head of the chunk that ends there
  while (subject > coordinator && (s_[subject].kind != Kind::nominal || s_[subject].marker != kNone)) {
    const std::uint32_t up = s_[subject].head;
    if (up == kNone || up == mate || up == w) return;
    subject = up;
  }
  if (subject <= coordinator || s_[subject].begin != coordinator + 1 || s_[subject].head != mate) return;
  participle.passive |= s_[mate].passive;
  participle.subject = subject;
  s_.attach(subject, w, participle.passive ? Deprel::nsubj_pass : Deprel::nsubj, "gapped-auxiliary");
}

void Attacher::place_participle(std::uint32_t w) {
  Word& unit = s_[w];
  const std::uint32_t coordinator = coordinator_;
  if (coordinator_ != kNone && take_coordination(w)) return claim_gapped_subject(w, coordinator);
  if (const std::uint32_t first = continues_verbs(w); first != kNone)
    return attach(w, first, Deprel::conj, "list-of-verbs");
  const std::uint32_t governor = nearest([](const Word& c) { return is_verbal(c.kind); });
  if (governor != kNone && !boundary_ && s_[governor].end == unit.begin &&
      unit.morph().tense != Tense::pres &&
      (s_[governor].is(WordClass::attributive) || s_[governor].is(WordClass::object_attributive)))
    return attach(w, governor, Deprel::xcomp, "attribute-of-verb");
  if (stack_.size() == 1 && !boundary_ && opens_absolute(top(), w)) {
    unit.subject = top();
    s_.attach(top(), w, unit.passive ? Deprel::nsubj_pass : Deprel::nsubj, "absolute");
    stack_.pop_back();
    return push(w);
  }
  std::uint32_t noun = agreeing_nominal(unit);
  if (noun == kNone && !boundary_) noun = object_aside(shown_agreement(unit));
  if (noun != kNone && comma_ && s_[noun].counted && s_[noun].awaited_by == kNone && s_[noun].head != kNone &&
      is_verbal(s_[s_[noun].head].kind) &&
      (s_[noun].is(Upos::SYM) || s_[noun].is(Upos::NUM) || s_[noun].form == "%"))
    noun = kNone;  // a gagné 1 %, poussé par
  std::uint32_t clause = nearest([](const Word& c) { return c.kind == Kind::finite; });
  const std::uint32_t done = nearest([](const Word& c) { return c.kind == Kind::infinitive; });
  if (done != kNone && done > clause && finite_part(done) != done) clause = done;  // d'avoir tiré, tuant
  const bool circumstance = comma_ && clause != kNone && noun != kNone && noun > clause &&
                            unit.morph().tense == Tense::pres && !unit.is(WordClass::stative);
  if (circumstance) return attach(w, clause, Deprel::advcl, "participle-circumstance");
  if (noun != kNone) return attach(w, noun, Deprel::acl, "participle");
  const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
  if (verb != kNone) return attach(w, verb, Deprel::advcl, "participle");
  push(w);
}

void Attacher::place_gerund(std::uint32_t w) {
  if (coordinator_ != kNone && take_coordination(w)) return;
  const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
  if (verb != kNone) return attach(w, verb, Deprel::advcl, "gerund");
  push(w);
}

std::uint32_t Attacher::continues_adjectives(std::uint32_t w) const {
  if (!comma_ || s_[w].marker != kNone) return kNone;
  std::uint32_t first = nearest([](const Word&) { return true; });
  if (first == kNone || !s_[first].is(Upos::ADJ) || !agree(s_[first].morph(), s_[w].morph())) return kNone;
  auto at = std::upper_bound(s_.units.begin(), s_.units.end(), w,
                             [&](std::uint32_t b, std::uint32_t u) { return b < s_[u].begin; });
  while (at != s_.units.end() && (s_[*at].kind == Kind::adjective || s_[*at].is(WordClass::comma))) ++at;
  const bool list = at != s_.units.end() && s_[*at].kind == Kind::coordinator && at + 1 != s_.units.end() &&
                    s_[at[1]].kind == Kind::adjective;
  if (!list) return kNone;
  while (s_[first].deprel == Deprel::conj && s_[first].head != kNone && s_[s_[first].head].is(Upos::ADJ))
    first = s_[first].head;
  return first;
}

bool Attacher::plural_of(const Word& noun, const Word& adjective) {
  const Gender a = noun.morph().gender, b = adjective.morph().gender;
  return noun.morph().number == Number::plur && adjective.morph().number == Number::sing &&
         (a == b || a == Gender::none || b == Gender::none);
}

bool Attacher::shares_plural(std::uint32_t w) const {
  const auto at = std::upper_bound(s_.units.begin(), s_.units.end(), w,
                                   [&](std::uint32_t b, std::uint32_t u) { return b < s_[u].begin; });
  return at != s_.units.end() && at + 1 != s_.units.end() && s_[*at].kind == Kind::coordinator &&
         s_[at[1]].kind == Kind::adjective && s_[at[1]].morph().number == s_[w].morph().number &&
         s_[at[1]].morph().number == Number::sing;
}

void Attacher::place_adjective(std::uint32_t w) {
  Word& unit = s_[w];
  if (coordinator_ != kNone && (unit.form == "demi" || unit.form == "demie")) {  // deux ans et demi
    const std::uint32_t whole = nearest([](const Word& c) { return nominal(c); });
    if (whole != kNone && s_[whole].end == coordinator_) {
      s_.attach(coordinator_, w, Deprel::cc, "coordination");
      coordinator_ = kNone;
      return attach(w, whole, Deprel::conj, "coordination");
    }
  }
  if (coordinator_ != kNone && take_coordination(w)) return;
  if (const std::uint32_t first = continues_adjectives(w); first != kNone)
    return attach(w, first, Deprel::conj, "coordination");
  const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
  if (verb != kNone && s_[verb].copula && s_[verb].attribute == kNone) {
    s_[verb].attribute = w;
    return attach(w, verb, Deprel::xcomp, "attribute");
  }
  const bool expected = verb != kNone && s_[verb].is(WordClass::object_attributive) &&
                        s_[verb].governs(Valency{1} << unit.preposition);  // qualifier de
  if (unit.marker != kNone && !expected) {
    const std::uint32_t host = nearest([](const Word& c) { return nominal(c); });  // rien d'important
    if (host != kNone && s_[host].end == unit.begin)
      return attach(w, host, Deprel::nmod, "adjective-behind-preposition");
  }
  std::uint32_t noun = nearest([&](const Word& c) { return nominal(c) && agree(c.morph(), unit.morph()); });
  if (noun == kNone && shares_plural(w))
    noun = nearest([&](const Word& c) { return nominal(c) && c.end == unit.begin && plural_of(c, unit); });
  if (verb != kNone && (s_[verb].is(WordClass::attributive) || s_[verb].is(WordClass::object_attributive)) &&
      (noun == kNone || noun < verb || s_[verb].is(WordClass::object_attributive))) {
    if (s_[verb].attribute == kNone) s_[verb].attribute = w;
    return attach(w, verb, Deprel::xcomp, "attribute-of-verb");
  }
  if (noun != kNone && (verb == kNone || noun > verb || boundary_))
    return attach(w, noun, Deprel::amod, "adjective");
  if (verb != kNone) return attach(w, verb, Deprel::xcomp, "adjective-after-verb");
  push(w);
}

bool Attacher::looks_forward(std::uint32_t w, std::uint32_t next) const {
  const Word& adverb = s_[w];
  const Word& unit = s_[next];
  if (adverb.end != unit.begin) return false;
  if (adverb.locution)
    return unit.kind == Kind::adjective || (adverb.is(WordClass::focus) && unit.kind == Kind::nominal);
  if (unit.kind == Kind::participle) return true;
  if (unit.kind == Kind::adjective && (boundary_ || (coordinator_ != kNone && joins_)))
    return true;  // une crise grave, parfois mortelle
  if (unit.kind != Kind::nominal && unit.kind != Kind::adjective && unit.kind != Kind::adverb &&
      unit.kind != Kind::infinitive)
    return false;
  if (adverb.is(WordClass::narrow_focus)) return true;
  if (coordinator_ != kNone && joins_ && unit.kind == Kind::nominal && unit.marker == kNone &&
      unit.awaited_by == kNone)
    return true;  // et maintenant des écrivains
  const std::uint32_t before_it = before(adverb.begin);
  const bool after_verb =
      before_it != kNone && (is_verbal(s_[before_it].kind) || s_[before_it].is(Upos::AUX));
  if (adverb.is(WordClass::focus) && !after_verb) return true;
  if (adverb.is(WordClass::measure) && s_[unit.begin].is(WordClass::lapse)) return true;  // peu après
  const bool governed = unit.preposition == s_.vocabulary().de() || unit.preposition == s_.vocabulary().a();
  return unit.kind == Kind::nominal && !governed && boundary_ && unit.awaited_by == kNone && !stack_.empty();
}

bool Attacher::opens_clause(std::size_t u) const {
  for (++u; u < s_.units.size(); ++u) {
    const Word& next = s_[s_.units[u]];
    if (next.kind == Kind::adverb || next.is(WordClass::comma)) continue;
    return (next.kind == Kind::nominal && next.awaited_by != kNone) ||
           (next.kind == Kind::finite && next.opener == kNone);
  }
  return false;
}

void Attacher::place_adverb(std::uint32_t w, std::size_t u) {
  if (coordinator_ != kNone && take_coordination(w)) return;
  if (s_[w].form == "même" && !boundary_ && w > 0 && s_[w - 1].is(Upos::NOUN)) {  // le jour même
    const std::uint32_t noun = nearest([](const Word& c) { return nominal(c); });
    if (noun + 1 == w && s_[noun].determined) return attach(w, noun, Deprel::advmod, "adverb-of-noun");
  }
  if (u + 1 < s_.units.size() && looks_forward(w, s_.units[u + 1])) {
    const std::uint32_t next = s_.units[u + 1];
    s_.attach(w, next, Deprel::advmod, "adverb-before");
    s_[next].begin = std::min(s_[next].begin, s_[w].begin);
    keep_boundary_ = true;
    return;
  }
  const std::uint32_t measured =
      s_[w].is(WordClass::lapse)
          ? nearest([&](const Word& c) { return nominal(c) && (c.counted || c.is(WordClass::time)); })
          : kNone;
  if (measured != kNone && s_[measured].end == s_[w].begin)
    return attach(w, measured, Deprel::advmod, "lapse");
  if (coordinator_ != kNone && joins_ && opens_clause(u)) return push(w);
  const bool governing = s_[w].is(WordClass::governing_adverb);
  const std::uint32_t verb = nearest([&](const Word& c) {
    if (!c.is(Upos::ADJ)) return is_verbal(c.kind);
    return c.deprel != Deprel::amod || (c.end == s_[w].begin && !governing);
  });
  if (verb != kNone)
    return attach(w, verb, s_[w].is(Upos::INTJ) ? Deprel::discourse : Deprel::advmod, "adverb");
  push(w);
}

}  // namespace maillon::syntax
