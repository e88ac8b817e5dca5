// Pass "clause": for each finite verb the word that opens its clause, and its subject to the left. Searching
// from the verb, before anything else is attached, keeps subjects from being taken for objects or
// appositions.
#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

constexpr std::size_t kFarthest = 60;  ///< units searched to the left of one verb

bool is_subject_candidate(const Word& w) {
  return w.kind == Kind::nominal && w.marker == kNone && w.awaited_by == kNone;
}

bool is_bare_noun(const Word& w) { return w.is(Upos::NOUN) && !w.determined && !w.counted; }

class Search {
 public:
  explicit Search(Sentence& s) : s_(s) {}

  void run() {
    for (std::size_t u = 0; u < s_.units.size(); ++u)
      if (s_[s_.units[u]].kind == Kind::finite) find(u);
  }

 private:
  const Word& at(std::size_t u) const { return s_[s_.units[u]]; }

  bool agrees(const Word& subject, const Word& verb, bool coordinated) const {
    const Morph& m = s_[finite_part(verb)].morph();
    if (m.person == Person::first || m.person == Person::second)
      return coordinated || (subject.is(Upos::PRON) && subject.morph().person != Person::third);
    const Number n = subject.morph().number;
    if (m.number == Number::plur)
      return n != Number::sing || coordinated || subject.is(Upos::PROPN) || subject.is(Upos::ADV) ||
             subject.is(Upos::SYM) || subject.is(WordClass::numeral);
    return m.number != Number::sing || n != Number::plur || coordinated;
  }

  /// fermant, ayant fermé
  bool active_participle(const Word& w) const {
    for (std::uint32_t k = w.begin; &s_[k] <= &w; ++k)
      if (s_[k].morph().verb_form == VerbForm::part && s_[k].morph().tense == Tense::pres) return true;
    return false;
  }

  /// "En fermant hier le port, Malte", "Élue ministre, Anna": what follows a verb without subject is its own.
  bool governed(std::size_t k) const {
    std::size_t before = k;
    while (before-- > 0) {
      const Word& w = at(before);
      if (w.kind == Kind::adverb) continue;
      if (w.kind == Kind::participle) return active_participle(w) || is_bare_noun(at(k));
      return w.kind == Kind::gerund || w.kind == Kind::infinitive;
    }
    return false;
  }

  /// "Fermer le port nuit": the infinitive that opens the sentence is the subject.
  bool below_first_infinitive(std::size_t k) const {
    return k == 1 && at(0).kind == Kind::infinitive && at(0).marker == kNone;
  }

  std::uint32_t finite_part(const Word& verb) const {
    // the first auxiliary carries person and number; it follows the clitics
    for (std::uint32_t k = verb.begin; k < verb.end; ++k)
      if (s_[k].morph().verb_form == VerbForm::fin || s_[k].morph().mood != Mood::none) return k;
    return static_cast<std::uint32_t>(&verb - &s_[0]);
  }

  /// "Malte, a repris Anna Berg, a cédé": comma, verb of saying, its subject, comma, and no other clause
  /// before.
  bool inserted(std::size_t u) const {
    const Word& verb = at(u);
    if (u < 2 || u + 1 >= s_.units.size() || !verb.is(WordClass::speech) || !at(u - 1).is(WordClass::comma))
      return false;
    std::size_t k = u + 1;
    if (verb.subject != kNone) {
      if (s_[verb.subject].form.front() != '-') return false;
    } else {
      if (at(k).kind != Kind::nominal || at(k).marker != kNone) return false;
      for (++k; k < s_.units.size() && (at(k).kind == Kind::nominal || at(k).kind == Kind::adjective); ++k) {
      }
    }
    if (k + 1 >= s_.units.size() || !at(k).is(WordClass::comma) || at(k + 1).kind != Kind::finite)
      return false;
    for (std::size_t before = 0; before + 1 < u; ++before)
      if (is_verbal(at(before).kind) || at(before).kind == Kind::subordinator) return false;
    return true;
  }

  void find(std::size_t u) {
    Word& verb = s_[s_.units[u]];
    verb.quoting = u > 0 && verb.subject == kNone && verb.is(WordClass::speech) &&
                   (at(u - 1).is(WordClass::quote_close) || at(u - 1).is(WordClass::quote));
    verb.inserted = inserted(u);
    verb.quoting |= verb.inserted;
    const bool wants_subject =
        !verb.quoting && verb.subject == kNone && s_[finite_part(verb)].morph().mood != Mood::imp;
    const bool after_comma = u > 0 && at(u - 1).is(WordClass::comma);
    std::uint32_t near = kNone;     // leftmost candidate in the stretch right before the verb
    std::uint32_t bounded = kNone;  // leftmost of these with a comma, coordinator or bracket right before it
    bool crossed = false;           // a clause was jumped over
    bool coordinated = false;
    std::uint32_t found = kNone;
    bool found_bounded = false;
    std::uint32_t conjunction = kNone;  // the first one to the left of the subject
    const std::size_t low = u > kFarthest ? u - kFarthest : 0;
    std::size_t k = u;
    while (k-- > low) {
      const Word& w = at(k);
      const std::uint32_t index = s_.units[k];
      if (w.kind == Kind::punctuation) {
        if (w.is(WordClass::semicolon) || w.is(WordClass::colon) || w.is(WordClass::stop)) break;
        if (w.is(WordClass::dash) && k + 1 == u) k = skip_dashes(k, low);
        if (w.is(WordClass::bracket_open)) break;
        if (w.is(WordClass::bracket_close)) k = skip_bracket(k, low);
        continue;
      }
      if (w.kind == Kind::coordinator) {
        if (k + 1 == u && verb.subject == kNone) break;  // "… et mange": the subject is shared
        coordinated = true;
        if (conjunction == kNone && (verb.subject != kNone || found != kNone)) conjunction = index;
        continue;
      }
      if (w.kind == Kind::relative || w.kind == Kind::subordinator) {
        if (!claimed(k)) {
          verb.opener = index;
          if (w.kind == Kind::relative && w.form == "qui" && w.marker == kNone) found = index;
          claim(k, s_.units[u]);
          break;
        }
        continue;
      }
      if (w.inserted) continue;
      if (w.kind == Kind::finite) {
        const std::uint32_t opener = w.opener;
        if (opener == kNone) {  // a main clause: its zone ends at the last boundary
          if (!crossed || !found_bounded) found = crossed ? kNone : bounded;

          if (conjunction != kNone && (verb.subject != kNone || found > conjunction))
            claim_conjunction(conjunction, s_.units[u]);
          break;
        }
        // an embedded clause: its words are no candidates, unless one is bounded off from it
        if (conjunction != kNone && !crossed && verb.subject != kNone) {
          claim_conjunction(conjunction, s_.units[u]);
          break;
        }
        if (bounded != kNone && !after_comma && !crossed) {
          found = bounded;
          if (conjunction != kNone && found > conjunction) claim_conjunction(conjunction, s_.units[u]);
          break;
        }
        if (!crossed) found = kNone;
        crossed = true;
        k = unit_of(opener, k);
        // what the clause depends on may itself be inside another one
        continue;
      }
      if (wants_subject && is_subject_candidate(w)) {
        const bool boundary =
            k == 0 || at(k - 1).kind == Kind::punctuation || at(k - 1).kind == Kind::coordinator;
        const bool enclosed = found != kNone && found == bounded && !boundary && k > 0;
        const bool inner = enclosed && s_[found].determined && at(k - 1).kind == Kind::nominal;
        const bool title = found != kNone && boundary && is_bare_noun(w) &&
                           (s_[found].is(Upos::PROPN) || s_[found].determined) &&
                           (k == 0 || at(k - 1).is(WordClass::comma)) &&
                           s_.is(s_[found].begin - 1, WordClass::comma);
        const bool address = found != kNone && w.is(WordClass::civil_title) &&
                             s_.is(w.end, WordClass::comma) && !s_.is(index + 1, Upos::PROPN);
        if (inner || address || title || (enclosed && governed(k)) || below_first_infinitive(k))
          continue;  // within what stands before the comma
        const bool temporal = (w.is(WordClass::time) || is_day(s_, w)) && found != kNone;
        if (agrees(w, verb, coordinated) && !temporal) {
          found = index;
          found_bounded = boundary;
          if (!crossed) near = index;
          if (!crossed && boundary) bounded = index;
        }
      }
    }
    if (found == kNone && crossed) found = near;
    if (wants_subject && found != kNone) {
      verb.subject = found;
      if (s_[found].kind == Kind::nominal) s_[found].awaited_by = s_.units[u];
    }
  }

  void claim_conjunction(std::uint32_t conjunction, std::uint32_t verb) {
    s_[conjunction].awaited_by = verb;
    s_[verb].coordinator = conjunction;
  }

  /// The unit of the dash that opens the insertion which the one at `k` closes.
  std::size_t skip_dashes(std::size_t k, std::size_t low) const {
    for (std::size_t i = k; i-- > low;)
      if (at(i).is(WordClass::dash)) return i;
    return k;
  }

  std::size_t skip_bracket(std::size_t k, std::size_t low) const {
    for (std::size_t i = k; i-- > low;)
      if (at(i).is(WordClass::bracket_open)) return i;
    return k;
  }

  bool claimed(std::size_t k) const { return s_[s_.units[k]].awaited_by != kNone; }
  void claim(std::size_t k, std::uint32_t verb) { s_[s_.units[k]].awaited_by = verb; }

  std::size_t unit_of(std::uint32_t word, std::size_t from) const {
    while (from > 0 && s_.units[from] != word) --from;
    return from;
  }

  Sentence& s_;
};

}  // namespace

void find_subjects(Sentence& s) { Search(s).run(); }

}  // namespace maillon::syntax
