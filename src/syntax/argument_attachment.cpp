// Noun phrases without preposition: subjects after the verb, objects, attributes, times, appositions.
#include <algorithm>
#include <optional>

#include "syntax/attacher.hpp"

namespace maillon::syntax {

void Attacher::place_nominal(std::uint32_t w) {
  Word& unit = s_[w];
  if (unit.awaited_by != kNone) return push(w);
  if (unit.aside && unit.begin > 0 && s_[unit.begin].form == "dont") {
    if (const std::uint32_t host = antecedent({}, comma_); host != kNone)
      return attach(w, host, Deprel::acl_relcl, "verbless-dont");
  }
  if (comma_ && !completes_verb(w) && !spells_out(w) && continues_list(w) && take_coordination(w)) return;
  if (coordinator_ != kNone && take_coordination(w)) return;
  if (top() == kNone || is_opener(top())) return push(w);
  if (unit.marker != kNone) return new_clause_ ? push(w) : place_prepositional(w);
  if (place_argument(w)) return;
  push(w);
}

bool Attacher::completes_verb(std::uint32_t w) const {
  const std::uint32_t verb = nearest([](const Word& c) { return is_verbal(c.kind); });
  const std::uint32_t noun = nearest([](const Word& c) { return nominal(c); });
  if (verb == kNone || noun == kNone || noun < verb || s_[w].marker != kNone || s_[noun].marker == kNone)
    return false;
  const Word& v = s_[verb];
  return (s_[w].determined || s_[w].counted) && v.object == kNone && !v.passive && !v.copula &&
         v.governs(kGovernsObject) && after_insertion(noun, verb);
}

bool Attacher::spells_out(std::uint32_t w) const {
  const std::uint32_t noun = nearest([](const Word& c) { return nominal(c); });
  return noun != kNone && s_[noun].counted && s_[noun].determined &&
         s_[noun].morph().number == Number::plur && s_[noun].awaited_by != kNone &&
         s_[w].morph().number == Number::sing;
}

bool Attacher::place_argument(std::uint32_t w) {
  const std::uint32_t verb = nearest([](const Word& c) { return is_verbal(c.kind); });
  const std::uint32_t noun = nearest([](const Word& c) { return nominal(c); });
  if (comma_ && verb != kNone && s_[w].form == "ce" && s_[w].end < s_.size() &&
      s_[s_[w].end].is(WordClass::relative)) {  // …, ce qui: what the clause says
    attach(w, verb, Deprel::parataxis, "clause-taken-up");
    return true;
  }
  if (noun != kNone && place_beside_noun(w, noun, verb)) return true;
  if (boundary_ && place_after_mark(w, noun, verb)) return true;
  if (verb == kNone || (boundary_ && colon_ && noun != kNone && is_temporal(s_[noun]))) return false;
  place_below_verb(w, verb, noun);
  return true;
}

bool Attacher::place_beside_noun(std::uint32_t w, std::uint32_t noun, std::uint32_t verb) {
  const Word& unit = s_[w];
  if (bracket_) {
    attach(w, bracket_host(unit, noun), unit.is(Upos::NUM) ? Deprel::nmod : Deprel::appos, "bracketed");
    return true;
  }
  const bool light = s_[noun].deprel == Deprel::obj && s_[noun].head == verb && s_[verb].subject == kNone &&
                     s_[verb].opener != kNone;  // dont fait partie Riga
  const bool follows =
      !boundary_ && !light && !unit.determined && s_[noun].is(Upos::NOUN) && (verb == kNone || noun > verb);
  if (follows && unit.is(Upos::NUM)) {  // la loi de finances rectificative 2010
    attach(w, noun, Deprel::nmod, "number-after-noun");
    return true;
  }
  if (follows && is_bare(unit) && s_[noun].end == unit.begin && !unit.is(WordClass::time) &&
      !s_[noun].is(WordClass::time) && !unit.is(WordClass::civil_title) &&
      (s_[noun].marker != kNone || s_[noun].determined || s_[noun].begin > 0)) {
    attach(w, noun, Deprel::nmod, "noun-after-noun");  // en zone euro
    return true;
  }
  const bool named = follows || (!boundary_ && s_[noun].is(Upos::PROPN) && (verb == kNone || noun > verb));
  if (named && unit.is(Upos::PROPN) && s_[noun].end == unit.begin) {  // l'agence de presse officielle KCNA
    std::uint32_t host = apposition_host(unit, noun);
    if (host == noun && s_[noun].deprel == Deprel::nmod && !s_[noun].determined) host = s_[noun].head;
    attach(w, host, Deprel::appos, "name-after-phrase");
    return true;
  }
  return false;
}

bool Attacher::place_after_mark(std::uint32_t w, std::uint32_t noun, std::uint32_t verb) {
  const Word& unit = s_[w];
  if (unit.is(WordClass::civil_title) && !unit.determined && !s_.is(w + 1, Upos::PROPN) && comma_ &&
      verb != kNone &&
      (s_.is(unit.end, Upos::PUNCT) || unit.end == s_.size())) {  // je tiens, Monsieur le Président, à
    attach(w, outermost(verb), Deprel::vocative, "vocative");
    return true;
  }
  if (unit.is(WordClass::time) && verb != kNone) {
    if (comma_ && noun != kNone && noun > verb) before_insertion_ = last_;
    attach(w, verb, Deprel::obl_mod, "time-noun");
    insertion_ = before_insertion_ != kNone ? w : kNone;
    return true;
  }
  if (noun == kNone || (verb != kNone && noun < verb)) return false;
  if (verb != kNone && (unit.determined || unit.counted) && after_insertion(noun, verb)) {
    Word& v = s_[verb];
    if (v.object == kNone && !v.passive && !v.copula && v.governs(kGovernsObject)) {
      v.object = w;
      attach(w, verb, Deprel::obj, "object-after-insertion");
      return true;
    }
  }
  if (colon_ && verb == kNone && is_temporal(s_[noun])) return false;  // a date, then what happened
  attach(w, apposition_host(unit, noun), Deprel::appos, "apposition");
  return true;
}

void Attacher::place_below_verb(std::uint32_t w, std::uint32_t verb, std::uint32_t noun) {
  Word& v = s_[verb];
  const Word& unit = s_[w];
  const bool time = (is_day(s_, unit) || unit.is(WordClass::time)) && !measures(w);
  if (unit.is(Upos::PRON) && unit.is(WordClass::tonic) && s_.is(w + 1, WordClass::echo))  // elle aussi
    return attach(w, verb, Deprel::obl_mod, "echo-of-subject");
  if (unit.is(Upos::PRON) && unit.is(WordClass::tonic) && comma_ &&
      s_.is(w + 1, WordClass::comma))  // a, lui, cédé
    return attach(w, verb, Deprel::dislocated, "echo-of-subject");
  const Deprel subject = v.passive ? Deprel::nsubj_pass : Deprel::nsubj;
  const bool counts =
      time && unit.determined && v.subject != kNone && is_ce(s_[v.subject]);  // c'est la fois que
  if (v.copula && (v.attribute == kNone ? !time || counts : v.subject == kNone && v.attribute < verb)) {
    const bool interrogative = v.attribute != kNone;  // quel est l'accord
    (interrogative ? v.subject : v.attribute) = w;
    return attach(w, verb, interrogative ? subject : Deprel::xcomp,
                  interrogative ? "subject-inverted" : "attribute");
  }
  const bool point = is_day(s_, unit) || unit.is(WordClass::month) || unit.form == "fois" ||
                     (!unit.determined && !unit.counted);  // ont pris mardi le port
  if (time && (v.object != kNone || point || !v.is(WordClass::time_object)))
    return attach(w, verb, Deprel::obl_mod, "time-noun");
  if (v.is(WordClass::object_attributive) && is_bare(unit) && v.object == kNone && v.attribute == kNone &&
      !v.passive && !v.reflexive && unit.begin == v.end && s_.is(unit.end, Upos::DET)) {
    v.attribute = w;  // a proclamé vainqueur le candidat
    return attach(w, verb, Deprel::xcomp, "attribute-of-object");
  }
  if (v.is(WordClass::attributive) && is_bare(unit) && v.attribute == kNone && !unit.is(WordClass::time)) {
    v.attribute = w;  // devenir parents
    return attach(w, verb, Deprel::xcomp, "attribute-of-verb");
  }
  if (v.kind == Kind::finite && v.subject == kNone && v.deprel != Deprel::conj && inverts(verb, unit)) {
    v.subject = w;
    return attach(w, verb, subject, "subject-inverted");
  }
  const bool relative = v.opener != kNone && s_[v.opener].kind == Kind::relative;  // dont fait partie Riga
  if (const std::uint32_t modal = v.head;
      v.kind == Kind::infinitive && v.marker == kNone && modal != kNone && !boundary_) {
    Word& above = s_[modal];  // que doit signer le roi, comme a pu dire le roi
    const bool lacks = above.kind == Kind::finite && above.subject == kNone && above.opener != kNone &&
                       (s_[above.opener].kind == Kind::relative || s_[above.opener].form == "comme");
    if (lacks && unit.determined + unit.is(Upos::PROPN) > 0 && inflects_for(modal, unit)) {
      above.subject = w;
      return attach(w, modal, Deprel::nsubj, "subject-behind-infinitive");
    }
  }
  const bool heavy = v.kind == Kind::finite && v.subject == kNone && (v.opener == kNone || relative) &&
                     v.object != kNone && v.object > verb && v.deprel != Deprel::conj && !v.copula &&
                     !boundary_ && (verb_first(v) || relative) &&
                     inflects_for(verb, unit);  // ont signé le texte Malte et l'Uruguay
  if (heavy) {
    v.subject = w;
    return attach(w, verb, subject, "subject-after-object");
  }
  const bool fresh = unit.counted || !unit.determined || s_[unit.begin].is(WordClass::indefinite);
  const bool expletive = v.subject != kNone && is_il(s_[v.subject]) &&
                         ((v.passive && fresh && !time && unit.determined) ||
                          (v.is(WordClass::presentative) && (fresh || v.is(WordClass::attributive))));
  const bool elected =  // élu président: a past participle alone is passive
      v.kind == Kind::participle && v.begin == verb && v.morph().tense == Tense::past;
  if (elected && unit.is(Upos::PROPN) && unit.begin == v.end && v.deprel == Deprel::acl && v.head != kNone &&
      s_[v.head].is(WordClass::title))  // le président élu Jan Novak
    return attach(w, v.head, Deprel::appos, "name-after-phrase");
  if (elected && comma_ && v.deprel == Deprel::acl && v.head != kNone && nominal(s_[v.head]))
    return attach(w, v.head, Deprel::appos, "apposition");  // la forme dite douce, une variante
  if ((!expletive && v.is(WordClass::attributive)) ||
      (v.is(WordClass::object_attributive) && (v.passive || v.reflexive || v.object != kNone || elected)))
    return attach(w, verb, Deprel::xcomp, "attribute-of-verb");
  if (const std::uint32_t above = v.head;
      v.kind == Kind::infinitive && v.marker == kNone && above != kNone && !v.governs(kGovernsObject) &&
      !v.reflexive && !time && !s_[above].is(WordClass::modal) && s_[above].object == kNone &&
      s_[above].governs(kGovernsInfinitive) && s_[above].governs(kGovernsObject)) {
    s_[above].object = w;  // laisse partir les marins
    return attach(w, above, Deprel::obj, "object-behind-infinitive");
  }
  if (v.object == kNone && expletive && !v.impersonal) {
    make_impersonal(v);
    v.object = w;
    return attach(w, verb, subject, "subject-after-expletive");
  }
  if (unit.is(WordClass::floating) && unit.is(Upos::PRON) && unit.form.back() == 's' &&
      unit.end == unit.begin + 1 && v.subject != kNone && unit.begin == v.end)  // ils tiennent tous un rôle
    return attach(w, verb, Deprel::obl_mod, "floating-quantifier");
  if (elected && v.deprel == Deprel::acl)  // "les chiffres corrigés des variations", tagged as an article
    return attach(w, verb, Deprel::obl_mod, "noun-after-verb");
  if (v.object == kNone && !v.passive) {
    v.object = w;
    return attach(w, verb, Deprel::obj, "object");
  }
  if (const std::uint32_t saying = v.head; v.kind == Kind::gerund && saying != kNone) {
    Word& above = s_[saying];  // a ajouté en riant le roi
    if (above.is(WordClass::speech) && above.kind == Kind::finite && above.subject == kNone && !boundary_ &&
        unit.determined && verb_first(above) && inflects_for(saying, unit)) {
      above.subject = w;
      return attach(w, saying, Deprel::nsubj, "subject-after-gerund");
    }
  }
  if (noun != kNone && noun > verb && !s_[noun].is(WordClass::time))
    return attach(w, noun, unit.determined ? Deprel::appos : Deprel::nmod, "noun-after-noun");
  attach(w, verb, Deprel::obl_mod, "noun-after-verb");
}

bool Attacher::measures(std::uint32_t w) const {
  const std::uint32_t of = s_[w].end;
  return s_[w].counted && of + 1 < s_.size() && s_[of].is(Upos::ADP) && s_[of].form.front() == 'd' &&
         s_[of].form.size() == 2 && s_[of + 1].is(Upos::NOUN) && !s_[of + 1].is(WordClass::time);
}

bool Attacher::after_insertion(std::uint32_t noun, std::uint32_t verb) const {
  if (noun == kNone) return false;
  while (s_[noun].head != kNone && s_[noun].head != verb) noun = s_[noun].head;
  const std::uint32_t first = s_[noun].begin;
  return s_[noun].head == verb && first > 0 &&
         (s_[first - 1].is(WordClass::comma) || s_[first - 1].is(WordClass::dash) || is_quote(s_[first - 1]));
}

std::uint32_t Attacher::apposition_host(const Word& unit, std::uint32_t noun) const {
  const auto above = [&](std::uint32_t h) {
    const std::uint32_t up = s_[h].head;
    return s_[h].deprel == Deprel::nmod && up != kNone && nominal(s_[up]) ? up : kNone;
  };
  const bool name = unit.is(Upos::PROPN);
  if (name || unit.is(WordClass::title)) {
    for (std::uint32_t h = noun; h != kNone; h = above(h))
      if (s_[h].is(WordClass::title) || (!name && s_[h].is(Upos::PROPN) && s_[h].marker == kNone)) return h;
  }
  // "un homme d'affaires, Jan Novak", "la Corée du Sud, alliée de": what stands inside the phrase is passed
  // over
  const std::uint32_t up = above(noun);
  if (up == kNone) return noun;
  const bool inside = s_[noun].is(Upos::PROPN) ? s_[up].is(Upos::PROPN) : name && !s_[noun].determined;
  return inside ? up : noun;
}

std::uint32_t Attacher::bracket_host(const Word& unit, std::uint32_t noun) const {
  if (unit.tag->shape != Shape::upper || unit.determined) return noun;
  const std::uint32_t match = nearest([&](const Word& c) {
    return nominal(c) && !c.form.empty() && c.form.front() == unit.form.front() && c.is(Upos::NOUN);
  });
  return match != kNone ? match : noun;
}

bool Attacher::verb_first(const Word& verb) const {
  return verb.begin == 0 || s_[verb.begin - 1].kind == Kind::punctuation ||
         s_[verb.begin - 1].kind == Kind::coordinator;
}

bool Attacher::inflects_for(std::uint32_t verb, const Word& subject) const {
  const Morph& m = s_[finite_part(verb)].morph();
  if (m.mood == Mood::imp || m.person == Person::first || m.person == Person::second) return false;
  return m.number != Number::sing || subject.morph().number != Number::plur || subject.is(WordClass::numeral);
}

bool Attacher::inverts(std::uint32_t verb, const Word& subject) const {
  if (!inflects_for(verb, subject)) return false;
  const Word& v = s_[verb];
  if (v.opener != kNone) {
    const bool bare =
        subject.is(Upos::NOUN) && !subject.determined && !subject.counted;  // dont fait partie Riga
    if (s_[v.opener].form == "comme") return true;                          // comme dit le proverbe
    return !bare;  // que signe le roi, quand commence la guerre
  }
  const bool perfect = s_[finite_part(verb)].is(WordClass::be);  // sont nés
  const bool behind_phrase =
      v.opener == kNone && !boundary_ && !verb_first(v) && (subject.determined || subject.is(Upos::PROPN));
  const bool reported =
      v.is(WordClass::speech) && (v.quoting || !s_[subject.begin].is(WordClass::indefinite));
  return reported || v.passive || v.reflexive || perfect || behind_phrase || !v.governs(kGovernsObject);
}

}  // namespace maillon::syntax
