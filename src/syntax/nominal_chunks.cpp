// Pass "nominal": determiners, numerals, adjectives, names and prepositions around nouns; prepositions before
// infinitives and relative pronouns.
#include <algorithm>
#include <array>

#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

constexpr std::uint32_t kLongestPremodifier = 12;

bool is_noun(const Word& w) {
  return w.is(Upos::NOUN) || w.is(Upos::PROPN) || w.is(Upos::X) || w.is(Upos::SYM);
}
bool open(const Word& w) { return w.head == kNone && w.kind == Kind::absorbed; }
bool is_year(const Word& w) {
  return w.is(Upos::NUM) && w.form.size() == 4 && w.form[0] >= '1' && w.form[0] <= '2';
}

class Chunker {
 public:
  explicit Chunker(Sentence& s) : s_(s), n_(s.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < n_;) i = step(i);
  }

 private:
  /// "recevoir de l'aide": the determiner of what cannot be counted, not a preposition.
  bool partitive(std::uint32_t i) const {
    if (s_[i].form != "de" || i == 0 || i + 2 >= n_ || !s_[i + 1].is(Upos::DET) || !s_[i + 2].is(Upos::NOUN))
      return false;
    const std::string_view article = s_[i + 1].form;
    if (article != "l'" && article != "la" && article != "le") return false;
    const Word& verb = s_[i - 1].head != kNone && !is_verbal(s_[i - 1].kind) ? s_[s_[i - 1].head] : s_[i - 1];
    const bool passive = verb.passive || (verb.kind == Kind::participle && verb.morph().tense == Tense::past);
    return is_verbal(verb.kind) && !passive && !verb.reflexive && verb.object == kNone &&
           verb.governs(kGovernsObject) && !verb.governs(Valency{1} << s_.vocabulary().de());
  }

  std::uint32_t step(std::uint32_t i) {
    Word& w = s_[i];
    if (!open(w) || w.is(Upos::PUNCT) || w.is(Upos::CCONJ)) return i + 1;
    if (w.locution) {
      if (w.deprel == Deprel::case_) return prepositional(i);
      if (w.deprel == Deprel::det) return nominal(i, i);
      return measures(i) ? measure(i, i) : w.end;
    }
    if (w.is(Upos::ADP) && partitive(i)) {
      s_.attach(i + 1, i, Deprel::fixed, "partitive");
      w.locution = true;
      w.deprel = Deprel::det;
      w.end = i + 2;
      return nominal(i, i);
    }
    if (w.is(Upos::ADP)) return prepositional(i);
    if (w.is(Upos::SCONJ)) return compared(i);
    return nominal(i, i);
  }

  /// "des villes telles que Riga": que + noun phrase, no clause.
  bool exemplifies(std::uint32_t i) const {
    if (!s_[i].is(WordClass::que) || i == 0 || i + 1 == n_ || s_[i - 1].tag->lemma != "tel") return false;
    const Word& next = s_[i + 1];
    return open(next) && (next.is(Upos::DET) || next.is(Upos::NUM) || is_noun(next));
  }

  /// comme + noun phrase, tel que + noun phrase: prepositions in the treebanks, whatever their tag.
  std::uint32_t compared(std::uint32_t i) {
    if (exemplifies(i)) return prepositional(i);
    if (s_[i].form != "comme") return i + 1;
    for (std::uint32_t k = i + 1; k < n_ && k < i + kLongestPremodifier && !s_[k].is(Upos::PUNCT); ++k)
      if (s_[k].kind == Kind::finite || s_[k].kind == Kind::participle) return i + 1;
    return prepositional(i);
  }

  std::uint32_t verb_at(std::uint32_t i) const {
    if (i >= n_) return kNone;
    if (is_verbal(s_[i].kind)) return s_[i].begin == i ? i : kNone;
    const std::uint32_t h = s_[i].head;
    return h != kNone && is_verbal(s_[h].kind) && s_[h].begin == i ? h : kNone;
  }

  std::uint32_t prepositional(std::uint32_t first) {
    std::uint32_t i = first;
    while (i < n_ && open(s_[i]) &&
           (i == first || s_[i].is(Upos::ADP) || (s_[i].locution && s_[i].deprel == Deprel::case_)))
      i = s_[i].locution ? s_[i].end : i + 1;
    if (i == first + 1 && i + 2 < n_ && s_[i].is(Upos::CCONJ) && s_[i + 1].is(Upos::ADP) && open(s_[i + 1]) &&
        !s_[i + 1].locution && !s_[i + 2].is(Upos::ADP)) {  // avec ou sans port
      s_.attach(i, i + 1, Deprel::cc, "coordinated-preposition");
      s_.attach(i + 1, first, Deprel::conj, "coordinated-preposition");
      i += 2;
    }
    std::uint32_t j = i;
    while (j < n_ && is_quote(s_[j])) ++j;
    // "de ne pas", "pour mieux", "de toujours": adverbs before the infinitive
    std::uint32_t k = j;
    while (k < n_ && k < j + 3 && open(s_[k]) && s_[k].is(Upos::ADV)) ++k;
    const std::uint32_t verb = verb_at(k);
    if (verb != kNone && (s_[verb].kind == Kind::infinitive || s_[verb].kind == Kind::gerund)) {
      mark_infinitive(first, i, verb);
      for (std::uint32_t a = j; a < k; ++a) s_.attach(a, verb, Deprel::advmod, "adverb-before-infinitive");
      return k + 1;
    }
    if (j < n_ && open(s_[j]) && s_[j].is(WordClass::relative) && s_[j].is(Upos::PRON)) {
      cases(first, i, j);
      s_[j].begin = first;
      s_[j].kind = Kind::relative;
      return j + 1;
    }
    if (i < n_ && s_[i].is(Upos::SCONJ) && s_[i].is(WordClass::que)) {  // pour que, avant que
      s_[first].kind = Kind::subordinator;
      s_[i].marker = first;
      s_[i].begin = first;
      s_[i].kind = Kind::subordinator;
      s_.attach(first, i, Deprel::mark, "subordinator");
      return i + 1;
    }
    // "pendant au moins dix jours", "avec de l'eau"
    const bool focus =
        i < n_ && s_[i].locution && s_[i].is(WordClass::focus) && s_[i].deprel == Deprel::advmod;
    const std::uint32_t from = focus ? s_[i].end : i;
    if (from >= n_) return i;
    const std::uint32_t end = nominal(from, first);
    if (focus && s_[first].head != kNone) s_.attach(i, s_[first].head, Deprel::advmod, "focus");
    if (s_[first].head == kNone && i == first + 1 && s_[i].is(Upos::ADJ) && open(s_[i])) {
      cases(first, i, i);  // "qualifier d'inacceptable", "rien d'important"
      s_[i].kind = Kind::adjective;
      s_[i].begin = first;
      return i + 1;
    }
    if (s_[first].head == kNone) {  // nothing to govern
      s_[first].kind = Kind::adverb;
      return first + 1;
    }
    return end;
  }

  void mark_infinitive(std::uint32_t first, std::uint32_t end, std::uint32_t verb) {
    for (std::uint32_t k = first; k < end; ++k)
      if (s_.free(k)) s_.attach(k, verb, Deprel::mark, "mark-infinitive");
    s_[verb].marker = first;
    s_[verb].begin = first;
    s_[verb].preposition = s_.vocabulary().preposition(s_[first].form);
  }

  void cases(std::uint32_t first, std::uint32_t end, std::uint32_t head) {
    for (std::uint32_t k = first; k < end; ++k) {
      if (!s_.free(k)) continue;
      s_.attach(k, head, Deprel::case_, "case");
    }
    if (first < end) {
      s_[head].marker = first;
      s_[head].preposition = s_.vocabulary().preposition(s_[first].form);
    }
  }

  /// A nominal chunk from `i` on, whose prepositions begin at `first`. Returns where to go on.
  std::uint32_t nominal(std::uint32_t i, std::uint32_t first) {
    std::array<std::uint32_t, kLongestPremodifier> before;
    std::size_t count = 0;
    std::uint32_t head = kNone;
    bool determined = false;
    std::uint32_t j = i;
    for (; j < n_ && count < before.size(); ++j) {
      const Word& w = s_[j];
      if (is_quote(w)) {
        if (count == 0 && first == i) break;
        continue;
      }
      if (!open(w)) break;
      if (w.locution && w.deprel != Deprel::det) break;
      if (w.is(Upos::DET) && first < i && count == 1 && s_[before[count - 1]].is(Upos::NUM))
        break;  // par deux le prix
      if (w.is(Upos::DET) || w.locution) {
        determined = true;
        before[count++] = j;
        if (w.locution) j = w.end - 1;
      } else if (is_noun(w) || is_noun_phrase_number(j, determined)) {
        head = j;
        break;
      } else if (w.is(Upos::NUM) && range_end(j) != kNone) {  // 16 à 17 ans, deux ou trois ans
        const std::uint32_t last = range_end(j);
        const bool joined = s_[j + 1].is(Upos::CCONJ);
        s_.attach(j + 1, last, joined ? Deprel::cc : Deprel::case_, "range");
        s_.attach(last, j, joined ? Deprel::conj : Deprel::obl_arg, "range");
        before[count++] = j;
        j = last;
      } else if (coordinates_before(j)) {  // une longue et rare conversation, un ou plusieurs pays
        s_.attach(j + 1, j + 2, Deprel::cc, "coordinated-premodifier");
        s_.attach(j + 2, j, Deprel::conj, "coordinated-premodifier");
        before[count++] = j;
        j += 2;
      } else if (w.is(Upos::NUM) || (w.is(Upos::ADJ) && premodifies(j, determined)) ||
                 (w.is(Upos::ADV) && grades(j)) || predetermines(j)) {
        before[count++] = j;
      } else if (w.is(Upos::ADV) && heads_quantity(j)) {
        if (count == 0) head = j;
        break;
      } else if (w.is(Upos::ADV) && first < i && count == 0) {
        head = j;  // depuis longtemps
        break;
      } else if (w.is(Upos::PRON) && !(w.is(WordClass::relative) && first == i)) {
        head = j;
        break;
      } else {
        break;
      }
    }
    if (head == kNone)
      if (const std::uint32_t end = superlative(before, count, j); end != kNone) return end;
    if (head == kNone && qualifies(before, count, i, first)) return qualify(before);
    if (head == kNone) head = fallback_head(before, count, determined);
    if (head == kNone) return loose(i);
    s_[head].kind = Kind::nominal;
    s_[head].begin = first;
    cases(first, i, head);
    premodifiers(before, count, head);
    const std::uint32_t end = postmodifiers(head, head + 1);
    s_[head].end = end;
    return end;
  }

  /// "les villes les plus connues": a superlative right behind its noun.
  template <class Before>
  bool qualifies(const Before& before, std::size_t count, std::uint32_t i, std::uint32_t first) const {
    if (count != 3 || first != i || i == 0 || !s_[before[0]].is(Upos::DET) || !s_[before[1]].is(Upos::ADV) ||
        !s_[before[1]].is(WordClass::degree) || !s_[before[2]].is(Upos::ADJ))
      return false;
    const Word& last = s_[i - 1];
    const Word& noun = last.is(Upos::ADJ) && last.head != kNone ? s_[last.head] : last;
    return noun.is(Upos::NOUN) && noun.kind == Kind::nominal && agree(noun.morph(), s_[before[2]].morph());
  }

  template <class Before>
  std::uint32_t qualify(const Before& before) {
    const std::uint32_t adjective = before[2];
    s_.attach(before[0], adjective, Deprel::det, "superlative");
    s_.attach(before[1], adjective, Deprel::advmod, "superlative");
    s_[adjective].kind = Kind::adjective;
    s_[adjective].begin = before[0];
    return adjective + 1;
  }

  /// un peu de + noun phrase
  bool measures(std::uint32_t i) const {
    const Word& w = s_[i];
    return w.is(WordClass::quantity) && w.end + 1 < n_ && open(s_[w.end]) && s_[w.end].is(Upos::ADP) &&
           (s_[w.end].form == "de" || s_[w.end].form == "d'") &&
           (s_[w.end + 1].is(Upos::NOUN) || s_[w.end + 1].is(Upos::DET) || s_[w.end + 1].is(Upos::ADJ));
  }

  std::uint32_t measure(std::uint32_t i, std::uint32_t first) {
    s_[i].kind = Kind::nominal;
    s_[i].begin = first;
    cases(first, i, i);
    return s_[i].end;
  }

  /// "les régions les plus touchées": article and adverb of a participle.
  template <class Before>
  std::uint32_t superlative(const Before& before, std::size_t count, std::uint32_t degree) {
    const std::uint32_t participle = degree + 1;
    if (count != 1 || participle >= n_ || s_[participle].kind != Kind::participle ||
        s_[participle].begin != participle || !s_[before[0]].is(Upos::DET) || !s_[degree].is(Upos::ADV) ||
        !s_[degree].is(WordClass::degree))
      return kNone;
    s_.attach(before[0], participle, Deprel::det, "superlative");
    s_.attach(degree, participle, Deprel::advmod, "superlative");
    s_[participle].begin = before[0];
    return participle + 1;
  }

  /// The 3 of "le 3 avril": the day is the head, the month its complement.
  bool is_noun_phrase_number(std::uint32_t j, bool determined) const {
    const Word& w = s_[j];
    if (!w.is(Upos::NUM)) return false;
    if (j + 1 < n_ && s_[j + 1].is(WordClass::month) && open(s_[j + 1])) return true;
    return !determined && is_year(w) && !(j + 1 < n_ && is_noun(s_[j + 1]) && !s_[j + 1].is(Upos::PROPN));
  }

  std::uint32_t range_end(std::uint32_t j) const {
    const bool range = j + 3 < n_ && open(s_[j + 1]) &&
                       (s_[j + 1].form == "à" || s_[j + 1].is(Upos::CCONJ)) && open(s_[j + 2]) &&
                       s_[j + 2].is(Upos::NUM) && open(s_[j + 3]) && is_noun(s_[j + 3]);
    return range ? j + 2 : kNone;
  }

  /// Two adjectives, joined by a coordinator, before their noun.
  bool coordinates_before(std::uint32_t j) const {
    return j + 3 < n_ && s_[j].is(Upos::ADJ) && open(s_[j + 1]) && s_[j + 1].is(Upos::CCONJ) &&
           !s_[j + 1].locution && open(s_[j + 2]) && s_[j + 2].is(Upos::ADJ) && open(s_[j + 3]) &&
           s_[j + 3].is(Upos::NOUN) &&
           ((agree(s_[j].morph(), s_[j + 3].morph()) && agree(s_[j + 2].morph(), s_[j + 3].morph())) ||
            tells_apart(s_[j].morph(), s_[j + 2].morph(), s_[j + 3].morph()));
  }

  /// aux premier et deuxième étages: one each
  static bool tells_apart(const Morph& a, const Morph& b, const Morph& noun) {
    return a.number == Number::sing && b.number == Number::sing && noun.number == Number::plur &&
           agree({.gender = a.gender}, {.gender = noun.gender}) &&
           agree({.gender = b.gender}, {.gender = noun.gender});
  }

  bool predetermines(std::uint32_t j) const {
    return s_[j].is(WordClass::predeterminer) && j + 1 < n_ &&
           (s_[j + 1].is(Upos::DET) || s_[j + 1].form == "cela" || s_[j + 1].form == "ceci" ||
            s_[j + 1].form == "ça");
  }

  /// An adjective before its noun.
  bool premodifies(std::uint32_t j, bool determined) const {
    std::uint32_t k = j + 1;
    while (
        k < n_ && open(s_[k]) &&
        (s_[k].is(Upos::ADJ) || s_[k].is(Upos::NUM) || is_quote(s_[k]) || (s_[k].is(Upos::ADV) && grades(k))))
      ++k;
    if (k < n_ && open(s_[k]) && is_noun(s_[k])) return determined || agree(s_[j].morph(), s_[k].morph());
    return determined;
  }

  bool grades(std::uint32_t j) const {
    if (!s_[j].is(WordClass::degree) && !s_[j].is(WordClass::focus)) return false;
    const std::uint32_t k = j + 1;
    return k < n_ && open(s_[k]) &&
           (s_[k].is(Upos::ADJ) || s_[k].is(Upos::NUM) ||
            (s_[k].is(Upos::ADV) && s_[j].is(WordClass::degree) && !s_[k].is(WordClass::negation)));
  }

  bool heads_quantity(std::uint32_t j) const {
    if (s_[j].is(WordClass::governing_adverb)) {  // près de vingt ports, but près d'un port
      const auto counts = [&](std::uint32_t k) {
        return s_.is(k, Upos::NUM) || s_.is(k, WordClass::numeral);
      };
      if (!counts(j + 2) && !counts(j + 3)) return false;
    }
    return s_[j].is(WordClass::quantity) && j + 2 < n_ && s_[j + 1].is(Upos::ADP) && open(s_[j + 1]) &&
           (s_[j + 1].form == "de" || s_[j + 1].form == "d'") &&
           (s_[j + 2].is(Upos::NOUN) || s_[j + 2].is(Upos::NUM) || s_[j + 2].is(Upos::DET) ||
            s_[j + 2].is(Upos::ADJ) || s_[j + 2].is(Upos::PROPN));
  }

  template <class Before>
  std::uint32_t fallback_head(const Before& before, std::size_t count, bool determined) const {
    for (std::size_t k = count; k-- > 0;)
      if (s_[before[k]].is(Upos::NUM) || (determined && s_[before[k]].is(Upos::ADJ))) return before[k];
    return kNone;
  }

  /// No nominal here: an adjective or adverb phrase, or a word left alone.
  std::uint32_t loose(std::uint32_t i) {
    Word& w = s_[i];
    if (i >= n_ || !open(w)) return i + 1;
    if (w.is(Upos::ADV) && grades(i)) {
      std::uint32_t k = i;
      while (s_[k].is(Upos::ADV) && grades(k)) ++k;
      for (std::uint32_t a = i; a < k; ++a) s_.attach(a, k, Deprel::advmod, "degree");
      s_[k].begin = i;
      if (s_[k].is(Upos::ADJ)) s_[k].kind = Kind::adjective;
      return k + 1;
    }
    return i + 1;
  }

  template <class Before>
  void premodifiers(const Before& before, std::size_t count, std::uint32_t head) {
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint32_t w = before[k];
      if (w == head) continue;
      if (w > head) {  // what followed a fallback head stands alone again
        continue;
      }
      if (s_[w].is(Upos::DET) || s_[w].locution) {
        s_.attach(w, head, Deprel::det, "determiner");
        s_[head].determined = true;
      } else if (s_[w].is(Upos::NUM)) {
        s_.attach(w, head, Deprel::nummod, "numeral");
        s_[head].counted = true;
      } else if (s_[w].is(Upos::ADV))
        s_.attach(w, k + 1 < count ? before[k + 1] : head, Deprel::advmod, "degree");
      else
        s_.attach(w, head, Deprel::amod, "premodifier");
    }
  }

  /// Part of a name: also "Un" and "Son" after a name, which are no numeral and determiner there.
  bool joins_name(std::uint32_t k) const {
    const Word& w = s_[k];
    if (!open(w) || w.locution) return false;
    if (w.is(Upos::PROPN) || w.is(Upos::X)) return true;
    const bool capital = w.tag->shape == Shape::capitalized && k > 0 && s_[k - 1].is(Upos::PROPN);
    return capital && (w.is(Upos::NUM) || w.is(Upos::DET));
  }

  /// "l'agence de presse KCNA": a name after a bare complement belongs to the noun above it.
  bool names(std::uint32_t head) const {
    if (s_[head].is(WordClass::time) || s_[head - (head > 0)].is(WordClass::asking)) return false;
    const bool light = !s_[head].determined && s_[head].marker == kNone && !s_[head].is(WordClass::title) &&
                       !s_[head].is(WordClass::civil_title) && head > 0 && s_[head - 1].kind == Kind::finite;
    if (light) return false;  // dont fait partie Riga
    return s_[head].marker == kNone || s_[head].determined || s_[head].is(WordClass::title) ||
           s_[head].is(WordClass::civil_title);
  }

  /// "le ministre danois de la Défense Erik Dahl": a given name and a surname after the field of an office.
  bool names_officer(std::uint32_t head, std::uint32_t k) const {
    const Word& field = s_[head];
    const bool two_names = two_names_at(k);
    const bool itself_named = field.is(WordClass::named) && field.morph().number != Number::plur;
    if (field.preposition != s_.vocabulary().de() || field.begin == 0 || !two_names || itself_named ||
        field.is(WordClass::title) || field.is(WordClass::civil_title))
      return false;
    std::uint32_t office = field.begin - 1;
    while (s_[office].head != kNone) office = s_[office].head;
    return s_[office].is(WordClass::title);
  }

  /// A given name and a surname.
  bool two_names_at(std::uint32_t k) const {
    return k + 1 < n_ && joins_name(k + 1) && s_[k].morph().gender != Gender::none;
  }

  /// "le porte-parole de la FAA Jan Novak": a person's name right behind the office's own.
  bool begins_person(std::uint32_t first, std::uint32_t k) const {
    const Word& body = s_[first];
    if (k != first + 1 || body.preposition != s_.vocabulary().de() || body.morph().gender != Gender::none ||
        body.begin == 0 || !two_names_at(k))
      return false;
    std::uint32_t office = body.begin - 1;
    while (s_[office].head != kNone) office = s_[office].head;
    return s_[office].is(WordClass::title) && s_[office].determined;
  }

  std::uint32_t name(std::uint32_t first) {
    std::uint32_t k = first + 1;
    while (k < n_ && joins_name(k) && !begins_person(first, k)) {
      s_.attach(k, first,
                s_[first].is(Upos::X) && s_[k].is(Upos::X) ? Deprel::flat_foreign : Deprel::flat_name,
                "name");
      ++k;
    }
    return k;
  }

  /// "Madame la ministre": the office below the form of address.
  std::uint32_t address(std::uint32_t head, std::uint32_t k) {
    if (!s_[head].is(WordClass::civil_title) || k + 1 >= n_ || !open(s_[k]) || !s_[k].is(Upos::DET)) return k;
    const std::uint32_t end = nominal(k, k);
    for (std::uint32_t w = k; w < end; ++w)
      if (s_[w].kind == Kind::nominal && s_.free(w)) {
        s_.attach(w, head, Deprel::nmod, "address");
        s_[w].kind = Kind::absorbed;
      }
    return end;
  }

  /// "la loi rend la vente illégale": what the verb makes its object is no epithet.
  bool predicated(std::uint32_t head, std::uint32_t adjective) const {
    const std::uint32_t begin = s_[head].begin;
    if (begin == 0 || !s_[begin].is(Upos::DET) || s_[begin].is(WordClass::indefinite)) return false;
    const Word& verb = s_[begin - 1];
    if (!verb.governs(kAttribute) || !is_verbal(verb.kind) || verb.passive || verb.reflexive) return false;
    const Word& w = s_[adjective];
    const std::string_view lemma = w.tag->lemma;
    const bool can = w.governs(kAttribute) ||
                     (lemma.size() > 5 &&
                      (lemma.substr(lemma.size() - 4) == "able" || lemma.substr(lemma.size() - 4) == "ible"));
    return can && !(adjective + 1 < n_ && s_[adjective + 1].is(Upos::ADJ));
  }

  std::uint32_t postmodifiers(std::uint32_t head, std::uint32_t k) {
    if (const std::uint32_t end = address(head, k); end != k) return end;
    if (s_[head].is(Upos::PROPN) || s_[head].is(Upos::X)) {
      k = name(head);
      if (k < n_ && open(s_[k]) && s_[k].is(Upos::NUM) &&
          !(k + 1 < n_ && open(s_[k + 1]) && is_noun(s_[k + 1]))) {
        s_.attach(k, head, Deprel::nmod, "name-number");
        return k + 1;
      }
    }
    if (s_[head].is(Upos::NUM)) return date(head, k);
    if (!is_noun(s_[head]) && !s_[head].is(Upos::PRON)) return k;
    for (; k < n_; ++k) {
      const Word& w = s_[k];
      if (!open(w) || w.locution) break;
      if (w.is(Upos::ADJ) && !(k + 1 < n_ && open(s_[k + 1]) && is_noun(s_[k + 1]) &&
                               !s_[k + 1].is(Upos::PROPN) && !agree(w.morph(), s_[head].morph()))) {
        if ((!agree(w.morph(), s_[head].morph()) && !s_[head].is(Upos::PROPN)) || predicated(head, k)) break;
        s_.attach(k, head, Deprel::amod, "postmodifier");
      } else if (w.is(Upos::ADV) && k + 1 < n_ && grades(k) && s_[k + 1].is(Upos::ADJ) &&
                 agree(s_[k + 1].morph(), s_[head].morph())) {
        s_.attach(k, k + 1, Deprel::advmod, "degree");
      } else if (s_[head].is(Upos::NOUN) && joins_name(k) && names(head) && !names_officer(head, k)) {
        const std::uint32_t end = name(k);
        s_.attach(k, head, s_[head].is(WordClass::civil_title) ? Deprel::flat_name : Deprel::appos,
                  "title-name");
        return end;
      } else if (w.is(Upos::NUM) && s_[head].is(Upos::NOUN) &&
                 !(k + 1 < n_ && is_noun(s_[k + 1]) && open(s_[k + 1]) && !s_[k + 1].is(WordClass::month))) {
        s_.attach(k, head, Deprel::nmod, "number-after-noun");
        s_[k].begin = k;
        return date(k, k + 1);
      } else if (w.is(WordClass::deictic) && w.is(Upos::ADV)) {  // ce jour-là
        s_.attach(k, head, Deprel::advmod, "deictic");
      } else if (w.is(WordClass::month) && s_[head].is(Upos::NOUN)) {
        s_.attach(k, head, Deprel::nmod, "date");
        s_[head].classes |= bit(WordClass::time);
        return year(k);
      } else {
        break;
      }
    }
    return k;
  }

  /// "3 avril 2003": month below day, year below month.
  std::uint32_t date(std::uint32_t day, std::uint32_t k) {
    if (k < n_ && s_[k].is(WordClass::month) && open(s_[k])) {
      s_.attach(k, day, Deprel::nmod, "date");
      s_[day].classes |= bit(WordClass::time);
      return year(k);
    }
    return k;
  }

  std::uint32_t year(std::uint32_t month) {
    const std::uint32_t k = month + 1;
    if (k < n_ && open(s_[k]) && is_year(s_[k])) {
      s_.attach(k, month, Deprel::nmod, "date");
      return k + 1;
    }
    return k;
  }

  Sentence& s_;
  std::uint32_t n_;
};

Kind default_kind(const Word& w) {
  if (w.locution) {
    switch (w.deprel) {
      case Deprel::cc:
        return Kind::coordinator;
      case Deprel::mark:
        return Kind::subordinator;
      default:
        return Kind::adverb;
    }
  }
  switch (w.tag->upos) {
    case Upos::PUNCT:
      return Kind::punctuation;
    case Upos::CCONJ:
      return Kind::coordinator;
    case Upos::SCONJ:
      return Kind::subordinator;
    case Upos::ADJ:
      return Kind::adjective;
    case Upos::ADV:
      return w.is(WordClass::interrogative) ? Kind::relative : Kind::adverb;
    case Upos::ADP:
    case Upos::INTJ:
    case Upos::PART:
      return Kind::adverb;
    case Upos::PRON:
      return w.is(WordClass::relative) ? Kind::relative : Kind::nominal;
    default:
      return Kind::nominal;
  }
}

}  // namespace

void chunk_nominals(Sentence& s) { Chunker(s).run(); }

void collect_units(Sentence& s) {
  s.units.clear();
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (!s.free(i)) continue;
    if (s[i].kind == Kind::absorbed) s[i].kind = default_kind(s[i]);
    s.units.push_back(i);
  }
  std::sort(s.units.begin(), s.units.end(), [&](std::uint32_t a, std::uint32_t b) {
    return s[a].begin != s[b].begin ? s[a].begin < s[b].begin : a < b;
  });
}

}  // namespace maillon::syntax
