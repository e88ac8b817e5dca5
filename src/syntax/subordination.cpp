// Relative, complement and adverbial clauses.
#include <algorithm>
#include <optional>
#include <utility>

#include "syntax/attacher.hpp"

namespace maillon::syntax {

namespace {

constexpr int kClauseStep = 3;      ///< what each word on the frontier costs a complement clause
constexpr int kExpectsClause = 20;  ///< a word that takes a que-clause scores above this
constexpr int kBareAntecedent = 3;  ///< against a bare noun as antecedent, where a step costs 2

}  // namespace

std::uint32_t Attacher::antecedent(const Morph& m, bool comma) const {
  Candidate best;
  int step = 0;
  std::uint32_t below = kNone;
  climb([&](std::uint32_t c, int) {
    const Word& w = s_[c];
    const std::uint32_t child = std::exchange(below, c);
    if (!nominal(w)) return true;
    const bool several = child != kNone && s_[child].deprel == Deprel::conj;  // Riga et Oslo, qui ont
    const Number number = several                                                 ? Number::plur
                          : w.is(Upos::PROPN) && w.morph().number == Number::none ? Number::sing
                                                                                  : w.morph().number;
    if (m.number != Number::none && number != Number::none && number != m.number) return true;
    if (m.gender != Gender::none && w.morph().gender != Gender::none && w.morph().gender != m.gender)
      return true;
    const bool in_name = w.is(Upos::PROPN) && w.deprel == Deprel::nmod && w.head != kNone &&
                         s_[w.head].is(Upos::PROPN);  // Corée du Sud
    const bool bare = w.marker != kNone && (in_name || (!w.determined && w.is(Upos::NOUN)));
    const int score = -2 * step++ - (bare ? kBareAntecedent : 0) - complement_cost(w, comma, true);
    if (best.word == kNone || score > best.score) best = {c, score};
    return true;
  });
  return best.word;
}

std::uint32_t Attacher::object_aside(const Morph& m) {
  std::uint32_t found = kNone, between = kNone, below = kNone;
  climb([&](std::uint32_t c, int) {
    const std::uint32_t child = std::exchange(below, c);
    const Word& verb = s_[c];
    if (!is_verbal(verb.kind) || child == kNone || !nominal(s_[child]) || s_[child].marker == kNone)
      return true;
    const std::uint32_t object = verb.object;
    if (object == kNone || object < c || object > child || !nominal(s_[object])) return true;
    const Morph& o = s_[object].morph();
    if ((m.number != Number::none && o.number != m.number) || !agree(o, m)) return true;
    found = object;
    between = child;
    return false;
  });
  if (found != kNone) s_.attach(between, found, Deprel::nmod, "agreement-behind");
  return found;
}

void Attacher::relative_clause(std::uint32_t w, std::uint32_t o) {
  Word& verb = s_[w];
  const Word& rel = s_[o];
  if (complements_noun(w, o)) {
    s_.attach(o, w, Deprel::mark, "subordinator");
    return s_.attach(w, before(rel.begin), Deprel::acl, "complement-clause");
  }
  const bool behind_verb =
      rel.begin > 0 && is_verbal(s_[rel.begin - 1].kind) && s_[rel.begin - 1].is(WordClass::question);
  if (rel.is(WordClass::interrogative) && rel.marker == kNone && (rel.form != "où" || behind_verb))
    return indirect_question(w, o);
  if (behind_verb && rel.form == "qui" && rel.marker == kNone && verb.subject == o) {  // savoir qui a tiré
    s_.attach(o, w, verb.passive ? Deprel::nsubj_pass : Deprel::nsubj, "relative-subject");
    return s_.attach(w, nearest([](const Word& c) { return is_verbal(c.kind); }), Deprel::ccomp,
                     "indirect-question");
  }
  if (rel.is(WordClass::que) && rel.marker == kNone && (saturated(w) || told(o)) && reported(w, o)) return;
  if (cleaves(w, o)) return;
  if (verb.subject == o)
    s_.attach(o, w, verb.passive ? Deprel::nsubj_pass : Deprel::nsubj, "relative-subject");
  else if (rel.marker != kNone)
    s_.attach(o, w, Deprel::obl_mod, "relative-oblique");
  else if (rel.is(WordClass::que)) {
    verb.object = o;
    s_.attach(o, w, verb.copula ? Deprel::xcomp : Deprel::obj, "relative-object");
  } else if (rel.form == "dont") {
    const bool by_noun = verb.subject != kNone && s_[verb.subject].kind == Kind::nominal &&
                         !verb.governs(Valency{1} << s_.vocabulary().de());
    s_.attach(o, by_noun ? verb.subject : w, by_noun ? Deprel::nmod : Deprel::iobj, "relative-dont");
  } else
    s_.attach(o, w, Deprel::obl_mod, "relative-oblique");
  const Morph& m = verb.subject == o      ? s_[finite_part(w)].morph()
                   : rel.pronoun != kNone ? s_[rel.pronoun].morph()
                                          : rel.morph();
  if (rel.coordinator != kNone && rel.coordinator == before(rel.begin)) {  // qui a cédé et qui part
    const std::uint32_t mate = nearest([](const Word& c) {
      return (c.kind == Kind::finite && c.deprel == Deprel::acl_relcl) ||
             (c.kind == Kind::participle && c.deprel == Deprel::acl);
    });
    if (mate != kNone) return s_.attach(w, first_conjunct(mate), Deprel::conj, "coordination");
  }
  std::uint32_t host = verb.subject == o ? behind_insertion(rel, m) : kNone;
  if (host == kNone) host = antecedent(m, s_.is(before(rel.begin), Upos::PUNCT));
  if (host == kNone) host = object_aside(m);
  if (host == kNone) {
    stack_.push_back(w);
    return;
  }
  s_.attach(w, host, Deprel::acl_relcl, "relative");
}

std::uint32_t Attacher::behind_insertion(const Word& rel, const Morph& m) const {
  const auto comma = [&](std::uint32_t k) { return s_.is(k, WordClass::comma); };
  if (!comma(before(rel.begin))) return kNone;
  const std::uint32_t inserted = nearest([&](const Word& c) {
    return c.kind == Kind::participle && c.deprel == Deprel::acl && comma(before(c.begin));
  });
  // a long insertion has nouns of its own to describe
  const std::uint32_t noun = nearest([](const Word& c) { return nominal(c); });
  if (inserted == kNone || noun == kNone || s_[noun].head != inserted) return kNone;
  const std::uint32_t host = s_[inserted].head;
  return host != kNone && nominal(s_[host]) && agree(m, s_[host].morph()) ? host : kNone;
}

bool Attacher::saturated(std::uint32_t w) const {
  const Word& verb = s_[w];
  if (verb.subject == kNone) return false;
  if (verb.passive || verb.object != kNone) return true;
  const auto next = std::lower_bound(s_.units.begin(), s_.units.end(), verb.end,
                                     [&](std::uint32_t u, std::uint32_t at) { return s_[u].begin < at; });
  if (next == s_.units.end()) return !verb.governs(kGovernsObject) && !verb.copula;
  const Word& after = s_[*next];
  if (verb.copula || verb.is(WordClass::attributive))
    return after.kind == Kind::nominal || after.kind == Kind::adjective || after.kind == Kind::participle;
  if (after.kind == Kind::nominal && after.marker == kNone && after.begin == verb.end &&
      !after.is(WordClass::time) && !verb.is(WordClass::object_attributive))
    return true;
  if (after.kind == Kind::infinitive && next + 1 != s_.units.end()) {  // permet d'étudier le port
    const Word& object = s_[next[1]];
    if (object.kind == Kind::nominal && object.marker == kNone && object.begin == after.end &&
        object.determined && !object.is(WordClass::time))
      return true;
  }
  const bool open = after.kind == Kind::infinitive || is_opener(*next) ||
                    verb.governs(kGovernsInfinitive | kGovernsInfinitiveDe | kGovernsInfinitiveA);
  return !verb.governs(kGovernsObject) && !open;
}

bool Attacher::told(std::uint32_t o) const {
  const std::uint32_t person = nearest([](const Word& c) { return nominal(c); });
  if (person == kNone || s_[person].end != s_[o].begin || s_[person].preposition != s_.vocabulary().a())
    return false;
  const std::uint32_t verb = s_[person].head;
  constexpr Valency kTells = kGovernsObject | kGovernsQue;
  return verb != kNone && is_verbal(s_[verb].kind) && s_[verb].object == kNone &&
         (s_[verb].valency & kTells) == kTells && s_[verb].governs(Valency{1} << s_.vocabulary().a());
}

bool Attacher::reported(std::uint32_t w, std::uint32_t o) {
  const std::uint32_t host = nearest([](const Word& c) {
    return is_verbal(c.kind) || (nominal(c) && c.determined && c.governs(kGovernsQue));
  });
  if (host == kNone || !s_[host].governs(kGovernsQue) || s_[host].copula) return false;
  s_.attach(o, w, Deprel::mark, "subordinator");
  s_.attach(w, host, nominal(s_[host]) ? Deprel::acl : Deprel::ccomp, "complement-clause");
  return true;
}

bool Attacher::complements_noun(std::uint32_t w, std::uint32_t o) const {
  const Word& rel = s_[o];
  const std::uint32_t noun = before(rel.begin);
  if (!rel.is(WordClass::que) || rel.marker != kNone || noun == kNone || !nominal(s_[noun]) ||
      !s_[noun].governs(kGovernsQue) || s_[w].subject == kNone)
    return false;
  const auto next = std::lower_bound(s_.units.begin(), s_.units.end(), s_[w].end,
                                     [&](std::uint32_t u, std::uint32_t at) { return s_[u].begin < at; });
  const bool adjacent = next != s_.units.end() && s_[*next].kind == Kind::nominal &&
                        s_[*next].marker == kNone && !s_[*next].is(WordClass::time) &&
                        s_[*next].begin == s_[w].end;
  return adjacent || saturated(w);
}

void Attacher::indirect_question(std::uint32_t w, std::uint32_t o) {
  s_.attach(o, w, Deprel::advmod, "interrogative");
  const std::uint32_t host = nearest([](const Word& c) { return is_verbal(c.kind); });
  if (host == kNone) return stack_.push_back(w);
  s_.attach(w, host, Deprel::ccomp, "indirect-question");
}

void Attacher::subordinate_clause(std::uint32_t w, std::uint32_t o, bool coordinated) {
  const Word& opener = s_[o];
  s_.attach(o, w, Deprel::mark, "subordinator");
  if (opener.marker != kNone) s_.attach(opener.marker, w, Deprel::mark, "subordinator");  // pour que
  if (coordinated) {
    const std::uint32_t mate =
        nearest([](const Word& c) { return c.kind == Kind::finite && c.opener != kNone; });
    if (mate != kNone) return s_.attach(w, first_conjunct(mate), Deprel::conj, "coordination");
  }
  if (opener.is(WordClass::que) && opener.marker == kNone && complement_clause(w, o)) return;
  const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
  if (verb == kNone) return stack_.push_back(w);
  const bool asked =
      s_[verb].is(WordClass::question) || (s_[verb].governs(kGovernsQue) && s_[verb].end == opener.begin);
  const bool question = opener.is(WordClass::si) && asked;
  s_.attach(w, verb, question ? Deprel::ccomp : Deprel::advcl,
            question ? "indirect-question" : "adverbial-clause");
}

bool Attacher::misread_relative(std::uint32_t w, std::uint32_t o) {
  std::uint32_t noun = before(s_[o].begin);
  const bool comma = noun != kNone && s_[noun].is(WordClass::comma);
  if (comma) noun = before(noun);
  if (noun == kNone || s_[w].object != kNone || s_[w].copula || s_[w].passive || s_[w].reflexive)
    return false;
  const Word& n = s_[noun];
  const std::uint32_t host = n.kind == Kind::nominal ? noun : n.head;
  if (host == kNone || s_[host].kind != Kind::nominal || s_[host].is(WordClass::time) ||
      (!comma && !s_[host].determined && !(s_[host].head != kNone && s_[s_[host].head].determined)))
    return false;
  if ((!comma && s_[host].is(Upos::PROPN)) ||
      s_[w].governs(kGovernsInfinitive | kGovernsInfinitiveDe | kGovernsObject) == false)
    return false;
  s_[o].kind = Kind::relative;
  relative_clause(w, o);
  return true;
}

std::uint32_t Attacher::expletive_above(const Word& w) const {
  std::uint32_t verb = w.copula ? static_cast<std::uint32_t>(&w - &s_[0]) : w.head;
  if (verb == kNone || !s_[verb].copula || s_[verb].attribute == kNone) return kNone;
  const Word& attribute = s_[s_[verb].attribute];
  if (!attribute.is(Upos::ADJ) || (!w.copula && &attribute != &w)) return kNone;
  if (s_[verb].kind == Kind::infinitive && s_[verb].head != kNone && s_[s_[verb].head].is(WordClass::modal))
    verb = s_[verb].head;
  const std::uint32_t subject = s_[verb].subject;
  return subject != kNone && (is_il(s_[subject]) || is_ce(s_[subject])) ? verb : kNone;
}

std::optional<int> Attacher::clause_fit(const Word& head, const Word& que) const {
  const bool governs = head.governs(kGovernsQue);
  if (head.copula && head.attribute == kNone && head.end == que.begin) return 60;  // l'idée est que
  if (head.copula && expletive_above(head) != kNone) return 25;  // il est utile pour Riga que
  if (is_verbal(head.kind)) return governs ? 30 : head.copula || head.governs(kKnown) ? 5 : 15;
  if (nominal(head) && head.form == "ce") return 40;
  if (nominal(head)) return governs ? std::optional(30) : std::nullopt;
  if (head.is(WordClass::governing_adverb) && head.end == que.begin) return 60;  // afin que
  return head.is(Upos::ADJ) && (governs || expletive_above(head) != kNone) ? std::optional(25) : std::nullopt;
}

bool Attacher::complement_clause(std::uint32_t w, std::uint32_t o) {
  Candidate best;
  climb([&](std::uint32_t c, int steps) {
    const Word& head = s_[c];
    if (const auto fit = clause_fit(head, s_[o])) {
      const int score = *fit - kClauseStep * steps;
      if (best.word == kNone || score > best.score) best = {c, score};
    }
    return true;
  });
  if (best.word == kNone) return false;
  const bool taken = !is_verbal(s_[best.word].kind) || s_[best.word].object != kNone;
  const bool behind_comma = taken && s_.is(before(s_[o].begin), WordClass::comma) && !saturated(w);
  const Word& governor = s_[best.word];  // prévenir le roi que takes both, prévoir un plan que one of the two
  const bool full = is_verbal(governor.kind) && taken && !saturated(w) && s_[w].governs(kGovernsObject) &&
                    !governor.governs(Valency{1} << s_.vocabulary().de());
  if ((best.score < kExpectsClause || behind_comma || full) && misread_relative(w, o)) return true;
  Word& head = s_[best.word];
  if (head.copula && head.attribute == kNone) {
    head.attribute = w;
    s_.attach(w, best.word, Deprel::xcomp, "attribute-clause");
    return true;
  }
  std::uint32_t host = impersonal_host(best.word);
  if (head.is(Upos::ADJ) && head.head != kNone && s_[head.head].copula && s_[head.head].attribute == host)
    host = head.head;
  Word& verb = s_[host];
  const bool adjective = attributes(verb);
  if (adjective == false && verb.copula && verb.attribute != kNone && verb.subject != kNone &&
      is_ce(s_[verb.subject])) {
    make_impersonal(verb);
    s_.attach(w, host, Deprel::advcl_cleft, "cleft");
    return true;
  }
  const bool empty =
      verb.subject != kNone && is_il(s_[verb.subject]) &&
      (adjective || (verb.passive && verb.governs(kGovernsQue)) || verb.is(WordClass::presentative) ||
       (verb.copula && verb.attribute != kNone &&
        (is_bare(s_[verb.attribute]) || s_[verb.attribute].kind == Kind::infinitive)));
  if (empty) make_impersonal(verb);
  if (const std::uint32_t modal = expletive_above(s_[best.word]);
      modal != kNone && modal != host && s_[modal].is(WordClass::modal))
    make_impersonal(s_[modal]);  // il devrait être utile que
  s_.attach(w, host,
            nominal(verb)        ? Deprel::acl
            : empty && adjective ? Deprel::csubj
                                 : Deprel::ccomp,
            "complement-clause");
  return true;
}

}  // namespace maillon::syntax
