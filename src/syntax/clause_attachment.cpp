// Finite verbs: what waits to their left, and main clauses.
#include <algorithm>
#include <optional>
#include <utility>

#include "syntax/attacher.hpp"

namespace maillon::syntax {

void Attacher::collect(std::uint32_t w) {
  Word& verb = s_[w];
  last_ = before(verb.begin);
  if (verb.quoting) return;
  while (!stack_.empty()) {
    const std::uint32_t e = stack_.back();
    const Word& entry = s_[e];
    if (is_opener(e) || (entry.kind == Kind::finite && entry.opener == kNone && !entry.inserted)) return;
    if (entry.kind == Kind::nominal && entry.awaited_by != kNone && entry.awaited_by != w) return;
    stack_.pop_back();
    last_ = before(std::min(entry.begin, e));
    if (entry.inserted)
      s_.attach(e, w, Deprel::parataxis_insert, "inserted-clause");
    else
      left_dependent(e, w);
  }
}

bool Attacher::taken_up(const Word& entry, const Word& verb) const {
  if (entry.is(Upos::PRON)) return true;
  if (!entry.determined || !s_.is(entry.end, WordClass::comma)) return false;
  const auto clitic = [&](std::uint32_t w) {
    return w != kNone && s_[w].is(Upos::PRON) && s_[w].kind == Kind::absorbed &&
           agree(s_[w].morph(), entry.morph()) && s_[w].morph().person != Person::first &&
           s_[w].morph().person != Person::second;
  };
  return clitic(verb.subject) || clitic(verb.object);  // ce livre, je l'ai lu
}

void Attacher::left_dependent(std::uint32_t e, std::uint32_t w) {
  Word& verb = s_[w];
  const Word& entry = s_[e];
  const Deprel subject = verb.passive ? Deprel::nsubj_pass : Deprel::nsubj;
  if (verb.copula && verb.attribute == kNone && verb.subject == kNone && entry.is(WordClass::wh_attribute)) {
    verb.attribute = e;
    return s_.attach(e, w, Deprel::xcomp, "attribute-interrogative");
  }
  const bool finite = verb.kind == Kind::finite;
  switch (entry.kind) {
    case Kind::nominal:
      if (verb.subject == e) return s_.attach(e, w, subject, "subject");
      if ((verb.subject != kNone || !inflects_for(w, entry)) && verb.object == kNone &&
          entry.marker == kNone && !verb.passive && !verb.copula && verb.governs(kGovernsObject) &&
          s_[entry.begin].is(WordClass::asking)) {
        verb.object = e;
        return s_.attach(e, w, Deprel::obj, "object-of-question");
      }
      if (entry.is(WordClass::civil_title) && s_.is(entry.end, WordClass::comma))
        return s_.attach(e, w, Deprel::vocative, "vocative");
      if (entry.marker != kNone || entry.is(WordClass::time) || is_day(s_, entry))
        return s_.attach(e, w, Deprel::obl_mod, "preposed");
      if (finite && verb.subject == kNone &&
          (!s_[entry.begin].is(WordClass::asking) || inflects_for(w, entry))) {
        verb.subject = e;
        return s_.attach(e, w, subject, "subject");
      }
      if (entry.is(Upos::NOUN) && !entry.determined && !entry.counted)  // "Fille de marin, elle navigue"
        return s_.attach(e, w, Deprel::advcl, "detached-noun");
      return s_.attach(e, w, taken_up(entry, verb) ? Deprel::dislocated : Deprel::obl_mod, "left-over");
    case Kind::adverb:
      return s_.attach(e, w, entry.is(Upos::INTJ) ? Deprel::discourse : Deprel::advmod, "adverb");
    case Kind::adjective:
    case Kind::participle: {
      const bool of_subject = verb.subject != kNone && s_[verb.subject].kind == Kind::nominal;
      const bool participle = entry.kind == Kind::participle;
      if (entry.subject != kNone) return s_.attach(e, w, Deprel::advcl, "absolute");
      return s_.attach(e, of_subject ? verb.subject : w,
                       of_subject && participle ? Deprel::acl : Deprel::advcl, "detached");
    }
    case Kind::infinitive:
      if (entry.marker == kNone && verb.subject == kNone) {
        verb.subject = e;
        return s_.attach(e, w, Deprel::csubj, "infinitive-subject");
      }
      return s_.attach(e, w, Deprel::advcl, "preposed-clause");
    default:
      return s_.attach(e, w, Deprel::advcl, "preposed-clause");
  }
}

void Attacher::place_finite(std::uint32_t w) {
  Word& verb = s_[w];
  std::uint32_t coordinator = verb.coordinator;
  if (coordinator == kNone) std::swap(coordinator, coordinator_);
  if (coordinator == kNone && verb.opener == kNone && !boundary_ && tells_lapse(s_, w)) {
    const std::uint32_t past = nearest([](const Word& c) { return is_verbal(c.kind); });
    if (past != kNone) return attach(w, past, Deprel::advcl, "lapse");  // qui a cédé il y a dix ans
  }
  collect(w);
  if (verb.opener != kNone && !stack_.empty() && stack_.back() == verb.opener) {
    stack_.pop_back();
    return verb_with_opener(w);
  }
  if (coordinator != kNone) s_.attach(coordinator, w, Deprel::cc, "coordination");
  const std::uint32_t opening = std::exchange(opening_coordinator_, kNone);
  if (opening != kNone) s_.attach(opening, w, Deprel::cc, "coordination");
  main_clause(w, coordinator != kNone);
}

void Attacher::verb_with_opener(std::uint32_t w) {
  Word& verb = s_[w];
  const std::uint32_t o = verb.opener;
  const std::uint32_t coordinator = s_[o].coordinator;
  last_ = before(std::min(s_[o].begin, o));
  if (coordinator != kNone) s_.attach(coordinator, w, Deprel::cc, "coordination");
  if (s_[o].kind == Kind::relative)
    relative_clause(w, o);
  else
    subordinate_clause(w, o, coordinator != kNone);
  note(w);
}

std::uint32_t Attacher::finite_part(std::uint32_t verb) const {
  for (std::uint32_t k = s_[verb].begin; k < verb; ++k)
    if (s_[k].head == verb && (s_[k].is(Upos::AUX) || s_[k].is(Upos::VERB))) return k;
  return verb;
}

std::uint32_t Attacher::first_conjunct(std::uint32_t w) const {
  while (s_[w].deprel == Deprel::conj && s_[w].head != kNone && is_verbal(s_[s_[w].head].kind))
    w = s_[w].head;
  return w;
}

std::uint32_t Attacher::outermost(std::uint32_t w) const {
  std::uint32_t found = w;
  for (; w != kNone; w = s_[w].head)
    if (s_[w].kind == Kind::finite) found = w;
  return found;
}

std::uint32_t Attacher::sharing_mate(std::uint32_t w, std::uint32_t nearest) const {
  const std::uint32_t finite = finite_part(w);
  const Morph& own = s_[finite].morph();
  std::uint32_t agreeing = kNone;
  const auto mark = [&](std::uint32_t k) { return s_.is(k, WordClass::comma) || s_.is(k, WordClass::dash); };
  const std::uint32_t conjunction = before(s_[w].begin);
  const bool closes =
      conjunction != kNone && s_[conjunction].kind == Kind::coordinator && mark(before(conjunction));
  for (std::uint32_t mate = nearest; mate != kNone; mate = s_[mate].head) {
    const Word& m = s_[mate];
    if (m.kind != Kind::finite) continue;
    const std::uint32_t part = finite_part(mate);
    const Morph& other = s_[part].morph();
    const bool closed =
        closes && m.deprel == Deprel::acl_relcl && m.opener != kNone && mark(before(s_[m.opener].begin));
    if (!closed && own.number == other.number && own.person == other.person) {
      // "a dit que le port était fermé et a promis": of two clauses the one in the same tense
      if (own.tense == other.tense && own.mood == other.mood && (finite == w) == (part == mate)) return mate;
      if (agreeing == kNone) agreeing = mate;
    }
    if (m.opener == kNone) break;
  }
  return agreeing != kNone ? agreeing : nearest;
}

void Attacher::main_clause(std::uint32_t w, bool coordinated) {
  std::uint32_t mate = nearest([](const Word& c) { return c.kind == Kind::finite; });
  if (mate != kNone && coordinated && s_[w].subject == kNone) mate = sharing_mate(w, mate);
  std::uint32_t first = mate;
  if (mate != kNone && tells_lapse(s_, w)) return attach(w, mate, Deprel::advcl, "lapse");  // il y a dix ans
  if (mate != kNone && mate == top() && stack_.size() == 1 && tells_lapse(s_, mate)) {
    stack_.pop_back();
    s_.attach(mate, w, Deprel::advcl, "lapse");
    return push(w);
  }
  if (mate != kNone) {
    const bool own_subject = s_[w].subject != kNone;
    while (own_subject && s_[first].opener != kNone && s_[first].head != kNone) {  // a new main clause
      std::uint32_t up = s_[first].head;
      while (up != kNone && s_[up].kind != Kind::finite) up = s_[up].head;
      if (up == kNone) break;
      first = up;
    }
    while (s_[first].deprel == Deprel::conj && s_[first].head != kNone &&
           s_[s_[first].head].kind == Kind::finite && (own_subject || s_[first].subject == kNone))
      first = s_[first].head;
    const bool insert = !coordinated && s_[w].is(WordClass::speech) && boundary_;
    if (insert) first = outermost(first);
    attach(w, first,
           coordinated || !insert ? (coordinated || comma_ ? Deprel::conj : Deprel::parataxis)
                                  : Deprel::parataxis_insert,
           "main-clause");
    return;
  }
  push(w);
}

}  // namespace maillon::syntax
