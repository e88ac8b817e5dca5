// Empty subjects: il est possible de, il a été décidé que, c'est Riga qui.
#include "syntax/attacher.hpp"

namespace maillon::syntax {

bool Attacher::attributes(const Word& verb) const {
  if (verb.copula) return verb.attribute != kNone && s_[verb.attribute].is(Upos::ADJ);
  return verb.is(WordClass::attributive) && verb.attribute != kNone;
}

std::uint32_t Attacher::impersonal_host(std::uint32_t host) const {
  const Word& w = s_[host];
  if (w.head == kNone || (!w.is(Upos::ADJ) && !is_bare(w))) return host;
  const Word& verb = s_[w.head];
  const bool empty = verb.attribute == host && verb.subject != kNone &&
                     (is_il(s_[verb.subject]) || (verb.copula && w.is(Upos::ADJ) && is_ce(s_[verb.subject])));
  return empty && (verb.copula || verb.is(WordClass::attributive)) ? w.head : host;
}

bool Attacher::is_bare(const Word& w) {
  return w.is(Upos::NOUN) && !w.determined && !w.counted && w.marker == kNone;
}

bool Attacher::makes_impersonal(const Word& verb) const {
  const Vocabulary& voc = s_.vocabulary();
  if (verb.passive)  // "il a été décidé de", but "il est accusé de"
    return verb.governs(kGovernsQue) ||
           (verb.governs(kGovernsInfinitiveDe) && verb.governs(Valency{1} << voc.a()));
  const bool attribute =
      verb.attribute != kNone && (attributes(verb) || (verb.copula && is_bare(s_[verb.attribute])));
  return attribute || verb.is(WordClass::impersonal_infinitive);
}

void Attacher::share_expletive(Word& head, const Word& infinitive) {
  if (head.subject == kNone) return;
  if (is_ce(s_[head.subject])) {  // c'est triste de partir
    if (head.copula && attributes(head) && infinitive.preposition == s_.vocabulary().de())
      make_impersonal(head);
    return;
  }
  if (!is_il(s_[head.subject])) return;
  const bool shared =
      infinitive.impersonal || (infinitive.is(WordClass::impersonal) &&
                                (infinitive.reflexive || !infinitive.is(WordClass::reflexive_impersonal)));
  if (shared ? head.is(WordClass::modal)
             : infinitive.preposition == s_.vocabulary().de() && makes_impersonal(head))
    make_impersonal(head);
}

void Attacher::make_impersonal(Word& verb) {
  verb.impersonal = true;
  s_[verb.subject].deprel = Deprel::expl_subj;
}

bool Attacher::cleaves(std::uint32_t w, std::uint32_t o) {
  const std::uint32_t copula = nearest([](const Word& c) { return c.copula; });
  if (copula == kNone) return false;
  Word& be = s_[copula];
  if (be.subject == kNone || !is_ce(s_[be.subject]) || be.attribute == kNone || be.attribute < copula)
    return false;
  const Word& focus = s_[be.attribute];
  const bool named = focus.is(Upos::PROPN) || focus.is(Upos::PRON);
  const bool known = focus.determined && !s_[focus.begin].is(WordClass::indefinite);
  Word& opener = s_[o];
  const bool phrase = focus.marker != kNone && opener.is(WordClass::que);  // c'est à Riga que
  if (focus.kind != Kind::nominal || (!phrase && (focus.marker != kNone || (!named && !known))) ||
      opener.marker != kNone || s_[before(opener.begin)].kind == Kind::punctuation)
    return false;
  Word& verb = s_[w];
  if (phrase) {
    s_.attach(o, w, Deprel::mark, "cleft");
  } else if (verb.subject == o) {
    s_.attach(o, w, verb.passive ? Deprel::nsubj_pass : Deprel::nsubj, "cleft");
  } else if (opener.is(WordClass::que)) {
    verb.object = o;
    s_.attach(o, w, Deprel::obj, "cleft");
  } else {
    return false;
  }
  make_impersonal(be);
  s_.attach(w, copula, Deprel::advcl_cleft, "cleft");
  return true;
}

}  // namespace maillon::syntax
