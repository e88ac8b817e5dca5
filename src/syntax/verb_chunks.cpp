// Pass "verb-group": auxiliaries, clitics, negation and the adverbs between them, around each lexical verb.
#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

constexpr std::uint32_t kLongestGap = 14;  ///< words between an auxiliary and its participle

bool is_verb(const Word& w) { return w.is(Upos::VERB) || w.is(Upos::AUX); }
bool is_past_participle(const Word& w) {
  return is_verb(w) && w.morph().verb_form == VerbForm::part && w.morph().tense != Tense::pres;
}
bool is_clitic(const Word& w) {
  constexpr ClassSet kClitics = bit(WordClass::subject_clitic) | bit(WordClass::accusative_clitic) |
                                bit(WordClass::dative_clitic) | bit(WordClass::reflexive_clitic) |
                                bit(WordClass::oblique_clitic) | bit(WordClass::clitic_en) |
                                bit(WordClass::clitic_y);
  return w.is(Upos::PRON) && (w.classes & kClitics) != 0;
}

/// "ont tous voté", "ont chacun reçu", "a lui-même signé"; also the numeral of "tous deux".
bool doubles_subject(const Sentence& s, std::uint32_t i) {
  const Word& w = s[i];
  if (w.is(WordClass::echo)) return w.is(Upos::PRON);
  return (w.is(WordClass::floating) && w.morph().number == Number::plur) ||
         (w.is(Upos::NUM) && i > 0 && s[i - 1].is(WordClass::floating));
}

/// Skips what may stand between an auxiliary and the rest of its group; returns where the rest begins.
/// `wide` lets prepositional phrases between commas pass.
std::uint32_t skip_gap(const Sentence& s, std::uint32_t at, bool wide) {
  bool comma = false;
  const std::uint32_t limit = std::min(s.size(), at + kLongestGap);
  while (at < limit) {
    const Word& w = s[at];
    const bool quote = w.is(WordClass::quote) || w.is(WordClass::quote_open) || w.is(WordClass::quote_close);
    if (!s.free(at) && w.deprel == Deprel::fixed) {
      ++at;
    } else if (w.is(Upos::PRON) && w.is(WordClass::tonic) && s.is(at + 1, WordClass::echo)) {
      at += 2;  // avait elle aussi créé
    } else if (w.is(WordClass::comma) || w.is(WordClass::dash)) {
      comma = !comma;
      ++at;
    } else if (w.is(Upos::ADV) || quote || (w.is(Upos::PRON) && w.form.front() == '-') ||
               w.is(WordClass::predeterminer) || w.locution ||
               (w.is(Upos::PRON) && w.is(WordClass::floating)) || doubles_subject(s, at)) {
      ++at;
    } else if ((comma || wide) && !is_verb(w) && !w.is(Upos::SCONJ) && !w.is(WordClass::relative) &&
               !(w.is(Upos::PUNCT)) && !w.is(Upos::CCONJ) &&
               (comma || !w.is(Upos::PRON) || w.is(WordClass::subject_clitic) == false)) {
      ++at;
    } else {
      return at;
    }
  }
  return at;
}

/// The end of one phrase with a preposition: "avait en réalité", "aurait selon deux sources".
std::uint32_t skip_phrase(const Sentence& s, std::uint32_t at) {
  if (at >= s.size() || !s[at].is(Upos::ADP)) return at;
  const std::uint32_t limit = std::min(s.size(), at + kLongestGap);
  for (std::uint32_t k = at + 1; k < limit; ++k) {
    const Word& w = s[k];
    const bool after_noun = s[k - 1].is(Upos::NOUN) || s[k - 1].is(Upos::PROPN);
    const bool begins = w.is(Upos::DET) || w.is(Upos::NUM) || w.is(Upos::NOUN);
    if ((begins && after_noun) || !(begins || w.is(Upos::ADP) || w.is(Upos::ADJ) || w.is(Upos::PROPN)))
      return k;
  }
  return at;
}

/// The end of a time without preposition: "a ce matin condamné", "ont une nouvelle fois demandé". Not "a une
/// année consacrée", where the participle may be the noun's.
std::uint32_t skip_time(const Sentence& s, std::uint32_t at) {
  std::uint32_t k = at;
  const bool article = s.is(k, Upos::DET);
  if (s.is(k, Upos::DET) || s.is(k, Upos::NUM)) ++k;
  while (s.is(k, Upos::ADJ)) ++k;
  if (!s.is(k, WordClass::time) || !s.is(k, Upos::NOUN)) return at;
  const bool often = s[k].form == "fois";
  const bool shown = !article || s[at].morph().pron_type == PronType::dem;
  if (!often && (!shown || s.is(at, Upos::NUM))) return at;
  ++k;
  while (s.is(k, WordClass::time) || (k < s.size() && s[k].form == "dernier")) ++k;
  return k;
}

/// The phrase up to `end` says when, or stands before the second part of a negation: "est depuis 2010
/// dirigé", "n'est pour l'instant pas dirigé". Behind être other phrases are what it is: "il est à Riga,
/// blessé".
bool dates(const Sentence& s, std::uint32_t be, std::uint32_t end) {
  const Word& last = s[end - 1];
  if (last.is(WordClass::time) || last.is(Upos::NUM)) return true;
  return end < s.size() && s[end].is(WordClass::negation) && be > 0 && s[be - 1].is(WordClass::ne);
}

std::uint32_t find_participle(const Sentence& s, std::uint32_t aux) {
  // avoir as AUX always has its participle; être as AUX may be a copula
  const bool wide = s[aux].is(WordClass::have) && s[aux].is(Upos::AUX);
  std::uint32_t at = skip_gap(s, aux + 1, wide);
  if (const std::uint32_t after = skip_time(s, at); after < s.size() && is_past_participle(s[after]))
    return after;
  const std::uint32_t after = wide ? at : skip_phrase(s, at);
  if (after != at && (s[aux].is(WordClass::have) || dates(s, aux, after))) at = skip_gap(s, after, false);
  return at < s.size() && is_past_participle(s[at]) ? at : kNone;
}

/// The infinitive right after a causative, clitics and adverbs aside.
std::uint32_t find_caused(const Sentence& s, std::uint32_t verb) {
  std::uint32_t at = verb + 1;
  while (at < s.size() && (s[at].is(Upos::ADV) || (is_clitic(s[at]) && s[at].form.front() != '-'))) ++at;
  return at < s.size() && at <= verb + 4 && is_verb(s[at]) && s[at].morph().verb_form == VerbForm::inf
             ? at
             : kNone;
}

Kind kind_of(const Sentence& s, std::uint32_t first, std::uint32_t begin) {
  const Morph& m = s[first].morph();
  if (m.verb_form == VerbForm::inf) return Kind::infinitive;
  if (m.verb_form != VerbForm::part) return Kind::finite;
  const bool gerund =
      m.tense == Tense::pres && begin > 0 && s[begin - 1].form == "en" && s[begin - 1].is(Upos::ADP);
  return gerund ? Kind::gerund : Kind::participle;
}

struct Group {
  std::uint32_t first = kNone;  ///< the verb that carries tense
  std::uint32_t head = kNone;   ///< the lexical verb
  bool passive = false, reflexive = false;
};

Deprel auxiliary_label(const Sentence& s, std::uint32_t aux, std::uint32_t next, bool reflexive) {
  if (s[aux].is(WordClass::causative)) return Deprel::aux_caus;
  if (!s[aux].is(WordClass::be)) return Deprel::aux_tense;
  if (reflexive || s[next].is(WordClass::be_perfect)) return Deprel::aux_tense;
  return Deprel::aux_pass;
}

/// je me, tu te
bool same_person(std::string_view subject, std::string_view object) {
  return ((subject == "je" || subject == "j'") && object.front() == 'm') ||
         (subject == "tu" && object.front() == 't');
}

bool has_reflexive_before(const Sentence& s, std::uint32_t verb) {
  for (std::uint32_t k = verb; k-- > 0 && (is_clitic(s[k]) || s[k].is(WordClass::ne));) {
    if (s[k].is(WordClass::reflexive_clitic)) return true;
    // nous nous sommes, vous vous êtes
    if (s[k].is(WordClass::oblique_clitic) && k > 0 && is_clitic(s[k - 1]) &&
        (s[k - 1].form == s[k].form || same_person(s[k - 1].form, s[k].form)))
      return true;
  }
  return false;
}

Group read_group(Sentence& s, std::uint32_t first) {
  Group g{first, first, false, has_reflexive_before(s, first)};
  for (;;) {
    std::uint32_t next = kNone;
    const Word& w = s[g.head];
    if (w.is(WordClass::have) || w.is(WordClass::be)) next = find_participle(s, g.head);
    if (next == kNone && w.is(WordClass::causative)) next = find_caused(s, g.head);
    if (next == kNone) return g;
    const Deprel label = auxiliary_label(s, g.head, next, g.reflexive);
    g.passive |= label == Deprel::aux_pass;
    // the head is found at the end; until then the chain is linked
    s[g.head].marker = next;
    s[g.head].deprel = label;
    g.head = next;
  }
}

void attach_inside(Sentence& s, const Group& g) {
  for (std::uint32_t aux = g.first; aux != g.head;) {
    const std::uint32_t next = s[aux].marker;
    s[aux].marker = kNone;
    s.attach(aux, g.head, s[aux].deprel, "auxiliary");
    for (std::uint32_t k = aux + 1; k < next; ++k) {
      if (!s.free(k)) continue;
      if (s[k].is(Upos::ADV) || (s[k].locution && s[k].deprel == Deprel::advmod))
        s.attach(k, g.head, Deprel::advmod, "adverb-in-verb-group");
      else if (doubles_subject(s, k))
        s.attach(k, g.head, Deprel::obl_mod, "floating-quantifier");
    }
    aux = next;
  }
}

/// "nous" in "il nous a vus" and "nous avons vu": the subject where no other stands before it and the person
/// fits.
bool is_subject(const Sentence& s, std::uint32_t c, const Word& verb, std::uint32_t finite, bool before) {
  const Word& w = s[c];
  if (!w.is(WordClass::subject_clitic) || verb.kind == Kind::infinitive || verb.subject != kNone)
    return false;
  if (!w.is(WordClass::oblique_clitic)) return true;
  if (!before) return s[finite].morph().mood != Mood::imp;
  for (std::uint32_t k = c; k-- > 0 && (is_clitic(s[k]) || s[k].is(WordClass::ne));)
    if (s[k].is(WordClass::subject_clitic)) return false;
  if (s[finite].morph().number == Number::sing) return false;  // la guerre nous coûte
  const Person p = s[finite].morph().person;
  return p == Person::none || p == (w.form == "nous" ? Person::first : Person::second);
}

Deprel oblique_clitic(const Sentence& s, std::uint32_t c, Word& v) {
  if (has_reflexive_before(s, c + 1) || (c > 0 && s[c - 1].form == s[c].form)) {
    v.reflexive = true;
    return Deprel::expl_pv;
  }
  const bool dative = v.governs(Valency{1} << s.vocabulary().a());
  return v.governs(kGovernsObject) && !dative ? Deprel::obj : Deprel::iobj;
}

void attach_clitic(Sentence& s, std::uint32_t c, std::uint32_t verb, std::uint32_t finite, bool before) {
  Word& v = s[verb];
  const Word& w = s[c];
  const auto give = [&](Deprel d, std::string_view rule) { s.attach(c, verb, d, rule); };
  if (is_subject(s, c, v, finite, before)) {
    v.subject = c;
    v.impersonal |= v.is(WordClass::impersonal) && w.is(WordClass::expletive_clitic) &&
                    (!v.is(WordClass::reflexive_impersonal) || has_reflexive_before(s, finite));
    return give(v.passive ? Deprel::nsubj_pass : Deprel::nsubj, "clitic-subject");
  }
  if (w.is(WordClass::reflexive_clitic)) {
    v.reflexive = true;
    return give(v.is(WordClass::true_reflexive) && !v.impersonal ? Deprel::obj : Deprel::expl_pv,
                "clitic-reflexive");
  }
  if (w.is(WordClass::oblique_clitic)) return give(oblique_clitic(s, c, v), "clitic-oblique");
  if (w.is(WordClass::accusative_clitic)) {
    v.object = c;
    return give(v.copula ? Deprel::xcomp : Deprel::obj, "clitic-object");
  }
  if (w.is(WordClass::dative_clitic)) return give(Deprel::iobj, "clitic-dative");
  if (w.is(WordClass::clitic_en))
    return give(v.is(WordClass::have) ? Deprel::obj : Deprel::iobj, "clitic-en");
  if (w.is(WordClass::clitic_y)) {
    const bool exists = v.is(WordClass::have);  // il y a
    if (exists) v.impersonal = true;
    give(exists ? Deprel::expl_comp : Deprel::obl_mod, "clitic-y");
  }
}

/// "avec nous", "d'entre nous": no clitic of the verb that follows.
bool behind_preposition(const Sentence& s, std::uint32_t c) {
  if (c == 0 || s[c].is(WordClass::reflexive_clitic) || !s[c].is(WordClass::tonic)) return false;
  const Word& before = s[c - 1];
  return before.is(Upos::ADP) ||
         (before.deprel == Deprel::fixed && before.head != kNone && s[before.head].deprel == Deprel::case_);
}

/// Clitics and "ne" to the left, inverted clitics and the second negation to the right.
void attach_around(Sentence& s, const Group& g) {
  Word& head = s[g.head];
  std::uint32_t begin = g.first;
  bool negatable = false;  // ne, and no second part so far
  while (begin > 0) {
    const Word& w = s[begin - 1];
    const bool infinitive_negation = w.is(WordClass::negation) && w.is(Upos::ADV) && begin > 1 &&
                                     s[begin - 2].is(WordClass::ne) &&
                                     s[g.first].morph().verb_form == VerbForm::inf;
    if (!s.free(begin - 1) || w.deprel == Deprel::fixed) break;
    if (begin < g.first && is_clitic(s[begin]) && s[begin].is(WordClass::subject_clitic) &&
        !s[begin].is(WordClass::oblique_clitic) && w.is(WordClass::subject_clitic))
      break;  // à tout cela il faut
    if (w.is(WordClass::ne)) negatable = true;
    if (w.is(WordClass::ne) || infinitive_negation)
      s.attach(begin - 1, g.head, Deprel::advmod, "negation");
    else if (!is_clitic(w) || w.form.front() == '-' || w.locution ||
             (s[g.first].morph().mood != Mood::none && behind_preposition(s, begin - 1)))
      break;
    --begin;
  }
  head.begin = begin;
  head.kind = kind_of(s, g.first, begin);
  for (std::uint32_t k = begin; k < g.first; ++k)
    if (s.free(k) && is_clitic(s[k])) attach_clitic(s, k, g.head, g.first, true);
  std::uint32_t end = g.first + 1;
  for (; end < s.size() && end < g.first + 5; ++end) {
    if (!s.free(end)) continue;
    if (s[end].is(Upos::PRON) && s[end].form.front() == '-' && is_clitic(s[end]))
      attach_clitic(s, end, g.head, g.first, false);
    else if (s[end].is(WordClass::negation) && s[end].is(Upos::ADV) && !s[end].locution &&
             (negatable || !s[end].is(WordClass::quantity))) {
      s.attach(end, g.head, Deprel::advmod, "negation");
      negatable = false;
    } else if (s[end].is(Upos::PRON) && s[end].is(WordClass::echo) &&
               s[end].form.find('-') != std::string_view::npos) {  // "est elle-même un musée"
      s.attach(end, g.head, Deprel::obl_mod, "floating-quantifier");
    } else {
      break;
    }
  }
  head.end = std::max(end, g.head + 1);
  // il y a; il est possible que: decided when the complement is known
  if (head.impersonal && head.subject != kNone) s[head.subject].deprel = Deprel::expl_subj;
}

/// "est-ce que": no clause, a mark of the question that follows.
bool marks_question(const Sentence& s, std::uint32_t i) {
  return i + 2 < s.size() && s[i].form == "est" && s[i + 1].form == "-ce" && s[i + 2].is(WordClass::que) &&
         !(i > 0 && s[i - 1].is(WordClass::wh_attribute));
}

void attach_question(Sentence& s, std::uint32_t i) {
  std::uint32_t verb = i + 3;
  while (verb < s.size() && s[verb].kind != Kind::finite) ++verb;
  if (verb == s.size()) return;
  s.attach(i, verb, Deprel::cop, "question");
  s.attach(i + 1, verb, Deprel::expl_subj, "question");
  s.attach(i + 2, verb, Deprel::mark, "question");
}

}  // namespace

void chunk_verbs(Sentence& s) {
  std::uint32_t question = kNone;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (marks_question(s, i)) {
      question = i;
      i += 2;
      continue;
    }
    if (!is_verb(s[i]) || !s.free(i) || s[i].kind != Kind::absorbed || s[i].locution) continue;
    const Group g = read_group(s, i);
    Word& head = s[g.head];
    head.passive = g.passive;
    head.copula = head.is(WordClass::be) && head.is(Upos::AUX);
    attach_inside(s, g);
    attach_around(s, g);
  }
  if (question != kNone) attach_question(s, question);
}

}  // namespace maillon::syntax
