// Pass "clause": for each finite verb the word that opens its clause, and its subject to the left. Searching
// from the verb, before anything else is attached, keeps subjects from being taken for objects or
// appositions.
#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

constexpr std::size_t kFarthest = 60;  ///< units searched to the left of one verb

bool is_subject_candidate(const Word& w) {
  return w.kind == Kind::nominal && w.marker == kNone && w.awaited_by == kNone && !w.aside;
}

bool is_bare_noun(const Word& w) { return w.is(Upos::NOUN) && !w.determined && !w.counted; }

/// lequel, laquelle, lesquels, lesquelles
bool is_lequel(const Word& w) {
  return w.form.size() > 5 && w.form.front() == 'l' && w.form.find("quel") != std::string_view::npos;
}

/// -il, -t-elle, -ils: may repeat a subject that stands before the verb
bool repeats_subject(const Word& w) {
  return w.form.front() == '-' && w.form.find("l") != std::string_view::npos;
}

/// One walk to the left of each finite verb, over the units of the sentence.
class Search {
 public:
  explicit Search(Sentence& s) : s_(s) {}

  void run() {
    for (std::size_t u = 0; u < s_.units.size(); ++u)
      if (at(u).kind == Kind::finite) find(u);
  }

 private:
  const Word& at(std::size_t u) const { return s_[s_.units[u]]; }

  /// What the walk knows so far.
  struct Walk {
    std::size_t verb = 0, low = 0;  ///< units
    bool wants_subject = false;
    bool repeated = false;          ///< a clitic behind the verb takes up the subject: Malte a-t-elle cédé
    bool after_comma = false;       ///< the verb stands right behind a comma
    std::uint32_t near = kNone;     ///< leftmost candidate in the stretch right before the verb
    std::uint32_t bounded = kNone;  ///< leftmost of these with a comma, coordinator or bracket before it
    bool crossed = false;           ///< a clause was jumped over
    bool coordinated = false;
    bool enclosed = false;  ///< between the verb's clause and what is looked at stands the end of another one
    std::uint32_t found = kNone;
    std::uint32_t unlike = kNone;  ///< nearest bounded candidate that does not agree in number
    bool found_bounded = false;
    std::uint32_t conjunction = kNone;  ///< the first one to the left of the subject
  };

  void find(std::size_t u) {
    Word& verb = s_[s_.units[u]];
    verb.inserted = inserted(u);
    verb.quoting = verb.inserted || reports(u);
    if (verb.quoting) return;  // stands beside its clause: what opens another one is not its own
    Walk walk;
    walk.verb = u;
    walk.low = u > kFarthest ? u - kFarthest : 0;
    walk.repeated = verb.subject != kNone && repeats_subject(s_[verb.subject]) && !verb.impersonal &&
                    !(verb.is(WordClass::speech) && u > 0 && at(u - 1).kind == Kind::punctuation);
    walk.wants_subject =
        walk.repeated || (verb.subject == kNone && s_[finite_part(verb)].morph().mood != Mood::imp);
    walk.after_comma = u > 0 && at(u - 1).is(WordClass::comma);
    for (std::size_t k = u; k-- > walk.low;)
      if (!step(walk, k)) break;
    conclude(walk);
  }

  /// Looks at one unit, and may move `k` over what it closes. False where the clause begins.
  bool step(Walk& walk, std::size_t& k) {
    const Word& w = at(k);
    switch (w.kind) {
      case Kind::punctuation:
        return mark(walk, k);
      case Kind::coordinator:
        return coordinator(walk, k);
      case Kind::relative:
      case Kind::subordinator:
        if (claimed(k) || elliptical(k)) return true;
        open_clause(walk, k);
        return false;
      case Kind::finite:
        return w.inserted || clause(walk, k);
      default:
        if (walk.wants_subject && is_subject_candidate(w)) candidate(walk, k);
        return true;
    }
  }

  /// "bien que blessée", "quoique prêt": the subordinator has no verb.
  bool elliptical(std::size_t k) const {
    const Word& next = at(k + 1);
    return at(k).kind == Kind::subordinator && at(k).locution && !at(k).is(WordClass::que) &&
           (next.kind == Kind::participle || next.kind == Kind::adjective);
  }

  bool mark(const Walk& walk, std::size_t& k) const {
    const Word& w = at(k);
    if (w.is(WordClass::semicolon) || w.is(WordClass::colon) || w.is(WordClass::stop) ||
        w.is(WordClass::bracket_open))
      return false;
    if (w.is(WordClass::dash) && k + 1 == walk.verb) k = opening(k, walk.low, WordClass::dash);
    if (w.is(WordClass::bracket_close)) k = opening(k, walk.low, WordClass::bracket_open);
    const bool heading = w.is(WordClass::dash) && k + 1 < walk.verb && walk.found == s_.units[k + 1] &&
                         s_[walk.found].determined &&
                         opening(k, 0, WordClass::dash) == k;  // "Riga - Le roi a cédé"
    return !heading;
  }

  bool coordinator(Walk& walk, std::size_t k) {
    const Word& verb = at(walk.verb);
    if (k + 1 == walk.verb && verb.subject == kNone) return false;  // "… et mange": the subject is shared
    walk.coordinated = true;
    const bool has_subject = verb.subject != kNone || walk.found != kNone;
    walk.enclosed |=
        joins_phrase(walk, k) || (walk.found != kNone && s_.units[k + 1] != walk.found && k > 0 &&
                                  at(k - 1).is(WordClass::comma) && continues_phrase(k + 1));
    if (walk.conjunction == kNone && has_subject && !walk.enclosed) walk.conjunction = s_.units[k];
    if (!at(k).is(WordClass::adversative) || walk.found != s_.units[k + 1]) return true;
    claim_conjunction(s_.units[k], s_.units[walk.verb]);  // "…, mais Malte a cédé"
    return false;
  }

  /// "Quand Oslo a vu le roi et la reine, elle": a noun phrase that a mark bounds off from the clause
  /// follows.
  bool joins_phrase(const Walk& walk, std::size_t k) const {
    if (walk.wants_subject || k + 2 >= walk.verb || !is_subject_candidate(at(k + 1)) ||
        at(k + 1).is(WordClass::time))
      return false;
    while (++k < walk.verb)
      if (at(k).is(WordClass::comma)) return true;
    return false;
  }

  void open_clause(Walk& walk, std::size_t k) {
    const Word& w = at(k);
    const std::uint32_t index = s_.units[k];
    s_[s_.units[walk.verb]].opener = index;
    claim(k, s_.units[walk.verb]);
    if (w.kind != Kind::relative || w.marker != kNone) return;
    if (w.form == "qui" || (is_lequel(w) && walk.found == kNone)) walk.found = index;
  }

  /// A verb whose clause lies to the left.
  bool clause(Walk& walk, std::size_t& k) {
    const std::uint32_t verb = s_.units[walk.verb], opener = at(k).opener;
    const bool has_own = s_[verb].subject != kNone && !walk.repeated;
    if (opener == kNone && tells_lapse(s_, s_.units[k])) return false;  // il y a dix ans Malte a cédé
    if (opener == kNone) {  // a main clause: its zone ends at the last boundary
      if (!walk.crossed || !walk.found_bounded) walk.found = walk.crossed ? kNone : walk.bounded;
      if (walk.conjunction != kNone && (has_own || walk.found > walk.conjunction))
        claim_conjunction(walk.conjunction, verb);
      return false;
    }
    // an embedded clause: its words are no candidates, unless one is bounded off from it
    if (walk.conjunction != kNone && !walk.crossed && has_own) {
      claim_conjunction(walk.conjunction, verb);
      return false;
    }
    if (walk.bounded != kNone && !walk.after_comma && !walk.crossed && !completes_subject(walk)) {
      walk.found = walk.bounded;
      if (walk.conjunction != kNone && walk.found > walk.conjunction)
        claim_conjunction(walk.conjunction, verb);
      return false;
    }
    if (!walk.crossed) walk.found = kNone;
    walk.crossed = true;
    walk.enclosed = false;
    k = unit_of(opener, k);  // what the clause depends on may itself be inside another one
    return true;
  }

  /// "Malte, qui a cédé le port, et Riga ont": one of several, for a verb in the plural.
  bool completes_subject(const Walk& walk) const {
    const Word& last = s_[walk.bounded];
    return walk.conjunction != kNone && walk.conjunction + 1 == last.begin &&
           last.morph().number != Number::plur &&
           s_[finite_part(at(walk.verb))].morph().number == Number::plur;
  }

  void candidate(Walk& walk, std::size_t k) const {
    const Word& w = at(k);
    const std::uint32_t index = s_.units[k];
    const bool boundary = bounded(k);
    if (walk.found != kNone && passed_over(walk, k, boundary)) return;
    if (below_first_infinitive(k) || (asks(w) && (walk.repeated || walk.found != kNone))) return;
    const bool temporal = (w.is(WordClass::time) || is_day(s_, w)) && walk.found != kNone;
    if (temporal) return;
    if (!agrees(w, at(walk.verb), walk.coordinated)) {
      if (walk.unlike == kNone && !walk.crossed && boundary && w.is(Upos::PRON)) walk.unlike = index;
      return;
    }
    walk.found = index;
    walk.found_bounded = boundary;
    if (walk.crossed) return;
    walk.near = index;
    if (boundary) walk.bounded = index;
  }

  void conclude(Walk& walk) {
    if (walk.found == kNone && walk.crossed) walk.found = walk.near;
    if (walk.found == kNone && walk.wants_subject) walk.found = walk.unlike;  // chacun d'eux paient
    if (!walk.wants_subject || walk.found == kNone) return;
    const std::uint32_t index = s_.units[walk.verb];
    Word& verb = s_[index];
    Word& subject = s_[walk.found];
    if (walk.repeated) {
      if (subject.kind != Kind::nominal || subject.is(Upos::PRON) || asks(subject) ||
          !agree(subject.morph(), s_[verb.subject].morph()))
        return;
      s_[verb.subject].deprel = Deprel::expl_subj;
    }
    verb.subject = walk.found;
    if (subject.kind == Kind::nominal) subject.awaited_by = index;
  }

  /// quel accord, combien de soldats: what the question is about
  bool asks(const Word& nominal) const { return s_[nominal.begin].is(WordClass::asking); }

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

  /// A mark, quotation marks aside, or a coordinator stands right before the unit.
  bool bounded(std::size_t k) const {
    while (k > 0 && (is_quote(at(k - 1)) || at(k - 1).kind == Kind::adverb)) --k;
    return k == 0 || at(k - 1).kind == Kind::punctuation || at(k - 1).kind == Kind::coordinator;
  }

  /// The candidate stands inside of what precedes the one that is found.
  bool passed_over(const Walk& walk, std::size_t k, bool boundary) const {
    const Word& w = at(k);
    const Word& found = s_[walk.found];
    const bool enclosed = walk.found == walk.bounded && !boundary && k > 0;
    const bool inner = enclosed && found.determined && at(k - 1).kind == Kind::nominal;
    const bool bare = is_bare_noun(w) || (w.is(Upos::NOUN) && w.begin == s_.units[k]);  // numéro un, Malte
    const bool title = boundary && bare && (found.is(Upos::PROPN) || found.determined) &&
                       (k == 0 || at(k - 1).is(WordClass::comma) || at(k - 1).kind == Kind::coordinator) &&
                       s_.is(found.begin - 1, WordClass::comma);
    const bool address = w.is(WordClass::civil_title) && s_.is(w.end, WordClass::comma) &&
                         !s_.is(s_.units[k] + 1, Upos::PROPN);
    return inner || title || address || names_holder(walk, k) || (enclosed && governed(k)) ||
           (walk.found == walk.bounded && (continues_phrase(k) || (!walk.coordinated && absolute(walk, k))));
  }

  /// "Selon le président du conseil, Jan Novak, dix marins ont péri": the name of him whose office stands in
  /// a phrase with a preposition.
  bool names_holder(const Walk& walk, std::size_t k) const {
    if ((!at(k).is(Upos::PROPN) && !at(k).is(WordClass::civil_title)) || k < 2 ||
        !at(k - 1).is(WordClass::comma) || !at(k + 1).is(WordClass::comma) || is_bare_noun(s_[walk.found]))
      return false;
    for (std::size_t i = k - 1; i-- > 0;) {
      const Word& w = at(i);
      if (w.kind == Kind::adjective) continue;
      if (w.kind != Kind::nominal || w.marker == kNone) return false;
      if (w.is(WordClass::title)) return true;
    }
    return false;
  }

  /// "Riga fermant le port, Malte": a noun phrase that begins the sentence, right before its own participle.
  bool absolute(const Walk& walk, std::size_t k) const {
    std::size_t next = k + 1;
    while (next < s_.units.size() && (in_passing(at(next)) || at(next).kind == Kind::adjective)) ++next;
    const bool first = k == 0;
    const bool behind_colon =
        !first && at(k - 1).is(WordClass::colon);  // "Malte : un port fermé, le roi accuse"
    return (first || behind_colon) && (next == k + 1 || at(k).determined) && next < s_.units.size() &&
           at(next).kind == Kind::participle && at(next).marker == kNone &&
           (active_participle(at(next)) ||
            (at(k).determined && (next == k + 1 || behind_colon) && adjoins(walk)));
  }

  /// No mark stands between the candidate and the verb: "La réunion finie, le roi a parlé", where an
  /// apposition would be closed.
  bool adjoins(const Walk& walk) const {
    for (std::size_t k = walk.verb; k-- > 0 && s_.units[k] != walk.found;)
      if (at(k).kind == Kind::punctuation) return false;
    return s_.is(s_[walk.found].begin - 1, WordClass::comma);
  }

  /// "selon Riga et Oslo, Malte": the candidate continues a phrase with a preposition.
  bool continues_phrase(std::size_t k) const {
    if (k < 2 || at(k - 1).kind != Kind::coordinator) return false;
    for (std::size_t before = k - 1; before-- > 0;) {
      const Word& w = at(before);
      if (w.kind == Kind::nominal) return w.marker != kNone || governed(before);
      if (w.is(WordClass::comma)) {  // avec Riga, qui a cédé, et Oslo
        const std::size_t closed = inserted_relative(before);
        if (closed == before) return false;
        before = closed;
        continue;
      }
      if (w.kind != Kind::adjective && w.kind != Kind::adverb && !is_quote(w)) return false;
    }
    return false;
  }

  /// The comma before the relative clause that the one at `k` closes; `k` where there is none.
  std::size_t inserted_relative(std::size_t k) const {
    for (std::size_t i = k; i-- > 1;) {
      if (at(i).kind == Kind::relative && at(i - 1).is(WordClass::comma)) return i - 1;
      if (at(i).kind == Kind::punctuation && !is_quote(at(i))) return k;
    }
    return k;
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

  /// "« … », a dit Anna Berg", "Malte a cédé, a dit Anna Berg": a verb of saying whose subject follows.
  bool reports(std::size_t u) const {
    const Word& verb = at(u);
    if (u == 0 || verb.subject != kNone || !verb.is(WordClass::speech)) return false;
    if (u + 1 < s_.units.size() && at(u + 1).kind == Kind::subordinator) return false;
    const Word& before = at(u - 1);
    if (before.is(WordClass::quote_close) || before.is(WordClass::quote)) return !quotes_words(u - 1);
    if (!before.is(WordClass::comma) || u < 2) return false;
    return at(u - 2).is(WordClass::quote_close) || at(u - 2).is(WordClass::quote) || closes_report(u);
  }

  /// "un « commandement militaire » affirme": the quotation that unit k closes is inside a noun phrase, whose
  /// head stands behind the mark that opens it.
  bool quotes_words(std::size_t k) const {
    while (k > 0 && (at(k - 1).kind == Kind::nominal || at(k - 1).kind == Kind::adjective)) --k;
    if (k < 2 || !is_quote(at(k - 1)) || at(k - 2).kind != Kind::nominal) return false;
    return at(k - 2).begin < s_.units[k - 1] && s_.units[k - 1] < s_.units[k - 2];
  }

  /// A phrase with a preposition, a time, an adverb.
  static bool in_passing(const Word& w) {
    return w.kind == Kind::adverb ||
           (w.kind == Kind::nominal && (w.marker != kNone || w.is(WordClass::time)));
  }

  /// After a clause and a comma: a verb of saying, a name or a noun phrase that is not new, and the end.
  bool closes_report(std::size_t u) const {
    if (u + 1 >= s_.units.size() || !at(u).governs(kGovernsQue)) return false;
    std::size_t k = u + 1;  // "a indiqué hier à la presse Anna Berg"
    while (k + 1 < s_.units.size() && in_passing(at(k))) ++k;
    const Word& subject = at(k);
    const bool fresh = s_[subject.begin].is(WordClass::indefinite) && !subject.is(WordClass::title) &&
                       !subject.is(WordClass::teller);
    if (subject.kind != Kind::nominal || subject.marker != kNone || subject.is(WordClass::time) || fresh ||
        !agrees(subject, at(u), false) || is_bare_noun(subject))
      return false;
    for (++k; k < s_.units.size() && (at(k).kind == Kind::adjective || in_passing(at(k)));) ++k;
    if (k < s_.units.size() && at(k).kind != Kind::punctuation && at(k).kind != Kind::relative) return false;
    for (std::size_t before = 0; before + 1 < u; ++before)
      if (at(before).kind == Kind::finite && at(before).opener == kNone) return true;
    return false;
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

  void claim_conjunction(std::uint32_t conjunction, std::uint32_t verb) {
    s_[conjunction].awaited_by = verb;
    s_[verb].coordinator = conjunction;
  }

  /// The unit that opens the insertion which the one at `k` closes; `k` where there is none.
  std::size_t opening(std::size_t k, std::size_t low, WordClass mark) const {
    for (std::size_t i = k; i-- > low;)
      if (at(i).is(mark)) return i;
    return k;
  }

  bool claimed(std::size_t k) const { return at(k).awaited_by != kNone; }
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
