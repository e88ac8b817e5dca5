// First pass: which words are predicates.
#include <algorithm>

#include "base/utf8.hpp"
#include "relations/locutions.hpp"
#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Finder {
 public:
  explicit Finder(PredicateGraph& graph)
      : g_(graph), parsed_(graph.parsed()), frames_(graph.frames()), locutions_(graph) {}

  void run() {
    for (std::uint32_t w = 0; w < parsed_.size(); ++w) {
      PredicateKind kind{};
      if (g_.predicate_at[w] != kNone || !is_predicate(w, kind)) continue;
      add(w, kind);
    }
    link_clauses(g_);
    collect_arguments(g_);
  }

 private:
  static bool is_auxiliary(Deprel d) { return universal(d) == Deprel::aux || d == Deprel::cop; }

  bool is_predicate(std::uint32_t w, PredicateKind& kind) const {
    const TaggedWord& word = parsed_.word(w);
    const Deprel d = parsed_.deprel(w);
    if (is_auxiliary(d) || universal(d) == Deprel::flat || d == Deprel::fixed || d == Deprel::punct)
      return false;
    if (parsed_.child(w, Deprel::cop) != kNone) {
      kind = g_.clause_begin(w) != 0                             ? PredicateKind::verb
             : word.upos == Upos::ADJ || word.upos == Upos::VERB ? PredicateKind::adjective
                                                                 : PredicateKind::copula;
      return true;
    }
    switch (word.upos) {
      case Upos::AUX:
      case Upos::VERB:
        kind = PredicateKind::verb;
        return d != Deprel::case_ && d != Deprel::mark;
      case Upos::ADJ:
        kind = PredicateKind::adjective;
        // "les relations diplomatiques entre X et Y": what follows a plain adjective is its noun's
        return d != Deprel::nummod &&
               (frames_.adjective(word.lemma) != kNone || (d != Deprel::amod && has_complement(w)));
      case Upos::NOUN:
        kind = PredicateKind::noun;
        return !frames_.is(WordClass::measure_noun, word.lemma) && g_.mentions().time_at[w] == kNone &&
               d != Deprel::case_ && d != Deprel::mark && !leads_phrase(w);
      default:
        return false;
    }
  }

  /// Nouns of complex prepositions and of adverbials state nothing.
  bool leads_phrase(std::uint32_t w) const {
    const std::string_view lemma = parsed_.word(w).lemma;
    if (g_.is_hidden(w)) return true;
    if (frames_.noun(lemma) != kNone) return false;
    return frames_.is(WordClass::hidden_noun, lemma) || frames_.is(WordClass::circumstance_noun, lemma) ||
           frames_.is(WordClass::partitive_noun, lemma);
  }

  bool has_complement(std::uint32_t w) const {
    for (const std::uint32_t c : parsed_.children(w)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u == Deprel::obl || u == Deprel::nmod) return true;
    }
    return false;
  }

  void add(std::uint32_t w, PredicateKind kind) {
    PredicateInstance p;
    p.head = w;
    p.kind = kind;
    p.words = {w, w + 1};
    const TaggedWord& word = parsed_.word(w);
    p.lemma = word.lemma;
    const auto index = static_cast<std::uint32_t>(g_.predicates.size());
    g_.predicate_at[w] = index;
    switch (kind) {
      case PredicateKind::verb:
        verb(p, index);
        break;
      case PredicateKind::noun:
        p.frame = noun_frame(w, p.lemma);
        break;
      case PredicateKind::adjective:
        p.frame = frames_.adjective(p.lemma);
        if (p.frame == kNone && word.upos == Upos::VERB) p.frame = frames_.verb(p.lemma);
        if (p.frame == kNone) participial(p);
        inflection(p);
        break;
      case PredicateKind::copula:
        inflection(p);
        locutions_.copular(p);
        break;
    }
    g_.predicates.push_back(p);
  }

  /// "les organisations de défense", "la direction": what the mentions hold for people or a place is no
  /// action.
  std::uint32_t noun_frame(std::uint32_t w, std::string_view lemma) const {
    const std::uint32_t f = frames_.noun(lemma);
    const std::uint32_t m = f == kNone ? kNone : g_.mentions().mention_at[w];
    if (m == kNone) return f;
    const Nominal n = frames_.at(f).nominal;
    if (n == Nominal::property || n == Nominal::role) return f;
    switch (g_.mentions().entity_of(g_.mentions().mentions[m]).type) {
      case EntityType::Person:
      case EntityType::Organization:
      case EntityType::Place:
      case EntityType::State:
        return kNone;
      default:
        return f;
    }
  }

  /// "étaient stationnés devant": an adjective that is a participle is stated under its verb.
  void participial(PredicateInstance& p) {
    if (p.lemma.size() < 4 || (!p.lemma.ends_with("é") && !p.lemma.ends_with("i"))) return;
    const std::string_view infinitive = p.lemma.ends_with("i")
                                            ? g_.arena.store(p.lemma, "r")
                                            : g_.arena.store(p.lemma.substr(0, p.lemma.size() - 2), "er");
    p.frame = frames_.verb(infinitive);
    if (p.frame != kNone) p.lemma = infinitive;
  }

  void verb(PredicateInstance& p, std::uint32_t index) {
    inflection(p);
    const TaggedWord& word = parsed_.word(p.head);
    const bool participle = word.morph.verb_form == VerbForm::part && word.morph.tense != Tense::pres;
    bool auxiliary = false;
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel d = parsed_.deprel(c);
      if (d == Deprel::aux_pass || d == Deprel::nsubj_pass) p.voice = Voice::passive;
      if (universal(d) == Deprel::aux) auxiliary = true;
      if (c < p.head + 3 && g_.is_reflexive(c)) p.voice = Voice::reflexive;
    }
    if (participle && !auxiliary && p.voice == Voice::active && (word.frame & kEtre) == 0 &&
        !shares_auxiliary(p.head))
      p.voice = Voice::passive;
    if (p.lemma == "voir" && word.form == "vit" && is_objectless(p.head)) p.lemma = "vivre";
    p.frame = chosen_frame(p);
    if (!says_of_itself(p, index)) locutions_.verbal(p, index);
  }

  bool attributes_clause(std::string_view verb) const {
    const std::vector<std::uint32_t>* all = frames_.verb_frames(verb);
    return all != nullptr && std::any_of(all->begin(), all->end(),
                                         [&](std::uint32_t f) { return frames_.at(f).clause.attributed; });
  }

  /// "s'est dite favorable à une réforme": the adjective with its complement is what is stated.
  bool says_of_itself(PredicateInstance& p, std::uint32_t index) {
    if (p.voice != Voice::reflexive || !frames_.is(WordClass::predicative_verb, p.lemma)) return false;
    std::uint32_t adjective = kNone;
    for (const std::uint32_t c : parsed_.children(p.head))
      if (universal(parsed_.deprel(c)) == Deprel::xcomp && c > p.head && c <= p.head + 2 &&
          parsed_.word(c).upos == Upos::ADJ)
        adjective = c;
    if (adjective == kNone || frames_.adjective(parsed_.word(adjective).lemma) == kNone) return false;
    for (const std::uint32_t c : parsed_.children(adjective))  // then the adjective states it by itself
      if (universal(parsed_.deprel(c)) == Deprel::obl || universal(parsed_.deprel(c)) == Deprel::nmod)
        return false;
    const std::uint32_t next = adjective + 1;
    if (next >= parsed_.size() || parsed_.word(next).upos != Upos::ADP) return false;
    p.lemma = parsed_.word(adjective).lemma;
    p.frame = frames_.adjective(p.lemma);
    p.words.end = adjective + 1;
    p.of_itself = attributes_clause(parsed_.word(p.head).lemma);
    g_.predicate_at[adjective] = index;
    return true;
  }

  /// "vit à Bergen": without object or clause it is no form of "voir".
  bool is_objectless(std::uint32_t verb) const {
    for (const std::uint32_t c : parsed_.children(verb)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u == Deprel::obj || u == Deprel::ccomp || u == Deprel::xcomp || u == Deprel::iobj) return false;
    }
    return true;
  }

  std::uint32_t chosen_frame(const PredicateInstance& p) {
    if (p.voice == Voice::reflexive) {
      const std::uint32_t own = verb_frame(p, Trigger::reflexive);
      if (own != kNone) return own;
    }
    const std::uint32_t frame = verb_frame(p, Trigger::verb);
    if (p.voice != Voice::reflexive || frame == kNone) return frame;
    // "s'enregistrer", "se poser": with "se" a verb means something else, unless it governs a clause as
    // before
    const ClauseEffect& c = frames_.at(frame).clause;
    return c.modality || c.negates ? frame : kNone;
  }

  /// Whom or what the verb's clause names, as far as its own subtree tells.
  UseFacts around(const PredicateInstance& p) const {
    UseFacts out;
    out.partial = true;
    out.reflexive = p.voice == Voice::reflexive;
    out.passive = p.voice == Voice::passive;
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u == Deprel::nsubj && p.voice != Voice::passive) out.subject = g_.facts(c);
      const bool object =
          u == Deprel::obj ? !g_.is_reflexive(c) : u == Deprel::nsubj && p.voice == Voice::passive;
      if (!object) continue;
      out.object = g_.facts(c);
    }
    const Deprel d = universal(parsed_.deprel(p.head));
    if ((d == Deprel::acl || d == Deprel::amod) && !p.finite && parsed_.head(p.head) != kNone) {
      if (p.voice == Voice::passive && !out.object.present) out.object = g_.facts(parsed_.head(p.head));
      if (p.voice == Voice::active && p.marker.empty()) out.subject = g_.facts(parsed_.head(p.head));
    }
    return out;
  }

  /// One of the frame's keys is there, where it has any.
  bool has_keys(const PredicateInstance& p, const Frame& f) const {
    bool keyed = false;
    for (const ArgumentPattern& pattern : f.arguments) {
      if (!pattern.keys) continue;
      keyed = true;
      if (has_phrase(p, pattern.prepositions)) return true;
    }
    return !keyed;
  }

  bool has_phrase(const PredicateInstance& p, const std::vector<std::string>& prepositions) const {
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u != Deprel::obl && u != Deprel::nmod && u != Deprel::xcomp && u != Deprel::iobj) continue;
      const std::string_view own = u == Deprel::iobj ? std::string_view("à") : g_.case_of(c);
      if (std::find(prepositions.begin(), prepositions.end(), own) != prepositions.end()) return true;
    }
    return false;
  }

  /// Of a verb's frames the one that fits its clause: with an infinitive an operator or a frame that says
  /// what it does to it ("venir de signer", not "venir à Riga"), with a que-clause one of speech or thought.
  std::uint32_t verb_frame(const PredicateInstance& p, Trigger kind) {
    const std::vector<std::uint32_t>* triggered = frames_.frames_of(kind, p.lemma);
    if (triggered == nullptr) return kNone;
    const UseFacts participants = around(p);
    fitting_.clear();
    for (const std::uint32_t f : *triggered)
      if (frames_.calls(kind, p.lemma, f, participants) && has_keys(p, frames_.at(f))) fitting_.push_back(f);
    const std::vector<std::uint32_t>* all = &fitting_;
    if (all->empty()) return kNone;
    if (all->size() == 1) return all->front();
    bool infinitive = false, event = false;
    bool clause = parsed_.deprel(p.head) == Deprel::parataxis_insert;  // "…, a assuré le roi"
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel u = universal(parsed_.deprel(c));
      event |= (u == Deprel::obj || parsed_.deprel(c) == Deprel::nsubj_pass) && names_event(c);
      if (u != Deprel::ccomp && u != Deprel::xcomp) continue;
      const TaggedWord& w = parsed_.word(c);
      if (w.morph.verb_form == VerbForm::inf) infinitive = true;
      if (w.morph.verb_form == VerbForm::fin || has_conjunction(c)) clause = true;
    }
    event = event &&
            std::any_of(all->begin(), all->end(), [&](std::uint32_t f) { return excludes(frames_.at(f)); });
    if (!infinitive && !clause && !event) {
      const std::uint32_t plain = plain_frame(p.head, *all, participants.object.present);
      if (plain != kNone) return plain;
    }
    for (const std::uint32_t f : *all) {
      const Frame& frame = frames_.at(f);
      const bool governs =
          frame.clause.modality || frame.clause.negates || frame.clause.control != Control::automatic;
      const bool fits = infinitive ? frame.is_operator || governs
                        : clause   ? frame.clause.attributed
                        : event    ? excludes(frame)
                                   : !frame.is_operator;
      if (fits) return f;
    }
    return all->front();
  }

  /// Without a clause: a frame that names a preposition of this clause ("condamner à"), else one that needs
  /// no infinitive ("compter des habitants", not "compter partir") and, before an object, no clause ("trouver
  /// un corps", not "trouver que").
  std::uint32_t plain_frame(std::uint32_t verb, const std::vector<std::uint32_t>& all, bool object) const {
    std::uint32_t plain = kNone, alone = kNone, spoken = kNone;
    for (const std::uint32_t f : all) {
      const Frame& frame = frames_.at(f);
      if (frame.is_operator || frame.clause.control == Control::subject ||
          frame.clause.control == Control::indirect)
        continue;
      if (object && (frame.clause.attributed || frame.alone)) {
        if (spoken == kNone) spoken = f;
        continue;
      }
      if (plain == kNone) plain = f;
      if (alone == kNone && frame.alone && !object) alone = f;
      if (frame.clause.control != Control::automatic) continue;
      for (const std::uint32_t c : parsed_.children(verb)) {
        if (universal(parsed_.deprel(c)) != Deprel::obl || c < verb) continue;
        const std::string_view preposition = g_.case_of(c);
        for (const ArgumentPattern& a : frame.arguments)
          if (a.keys &&
              std::find(a.prepositions.begin(), a.prepositions.end(), preposition) != a.prepositions.end())
            return f;
      }
    }
    if (alone != kNone) return alone;
    return plain != kNone ? plain : spoken;
  }

  /// Says that something is not so or will not be.
  static bool excludes(const Frame& f) { return f.clause.negates && f.clause.attributed; }

  /// The noun tells what happens or is done: "exclure une intervention" is no "exclure un membre".
  bool names_event(std::uint32_t word) const {
    const std::uint32_t f =
        parsed_.word(word).upos == Upos::NOUN ? frames_.noun(parsed_.word(word).lemma) : kNone;
    if (f == kNone) return false;
    const Nominal n = frames_.at(f).nominal;
    return n != Nominal::property && n != Nominal::role;
  }

  /// "que" before a clause whose finite element may be an auxiliary.
  bool has_conjunction(std::uint32_t clause) const {
    const std::uint32_t mark = parsed_.child(clause, Deprel::mark);
    return mark != kNone && parsed_.word(mark).lemma == "que";
  }

  /// "a signé et ratifié": a participle that is coordinated with one after "avoir" is as active as that.
  bool shares_auxiliary(std::uint32_t participle) const {
    const std::uint32_t first = parsed_.head(participle);
    if (parsed_.deprel(participle) != Deprel::conj || first == kNone || first > participle) return false;
    bool avoir = false;
    for (const std::uint32_t c : parsed_.children(first)) {
      if (parsed_.deprel(c) == Deprel::aux_pass) return false;
      avoir |= universal(parsed_.deprel(c)) == Deprel::aux && parsed_.word(c).lemma == "avoir";
    }
    return avoir;
  }

  /// Mood and tense of the finite element, auxiliaries, marker, negation.
  void inflection(PredicateInstance& p) {
    const TaggedWord& word = parsed_.word(p.head);
    const auto take = [&](const Morph& m) {
      if (p.finite || m.verb_form != VerbForm::fin) return;
      p.finite = true;
      p.mood = m.mood;
      p.tense = m.tense;
    };
    bool ne = false, second = false, only = false;
    const std::uint32_t begin = g_.clause_begin(p.head);
    for (const std::uint32_t c : parsed_.children(p.head)) {
      if (c < begin) continue;
      const TaggedWord& w = parsed_.word(c);
      const Deprel d = parsed_.deprel(c);
      if (is_auxiliary(d)) {
        take(w.morph);
        if (d == Deprel::aux_tense || (d == Deprel::aux && w.lemma == "avoir")) p.perfect = true;
        if (w.lemma == "aller" && w.upos == Upos::AUX) {
          p.mood = Mood::ind;
          p.tense = Tense::fut;
        }
        if (c < p.words.begin && p.head - c < 6) p.words.begin = c;
      }
      if (d == Deprel::mark && p.marker.empty() && c < p.head) p.marker = marker(c);
      if (d == Deprel::expl_subj) p.impersonal = true;
      if (w.lemma == "ne" || w.lemma == "n'" || w.form == "n’") ne = true;
      if (frames_.is(WordClass::negative_adverb, w.lemma)) second = true;
      if (frames_.is(WordClass::negative_word, w.lemma)) second = true;
      if (w.lemma == "que" && d == Deprel::advmod) only = true;
      for (const std::uint32_t cc : parsed_.children(c)) {
        const TaggedWord& inner = parsed_.word(cc);
        if (frames_.is(WordClass::negative_word, inner.lemma)) second = true;
        if (inner.lemma == "ne" && is_auxiliary(d)) ne = true;
      }
    }
    take(word.morph);
    if (p.marker.empty() && word.morph.verb_form != VerbForm::fin) {
      for (const std::uint32_t c : parsed_.children(p.head))
        if (parsed_.deprel(c) == Deprel::case_ && c < p.head) p.marker = marker(c);
    }
    widen_marker(p);
    // "ne saurait", "n'ose", "ne cesse": these need no "pas"
    second |= ne && !only && frames_.is(WordClass::bare_negated_verb, p.lemma);
    // "est sans danger": the preposition says it
    const bool without = p.kind != PredicateKind::copula && frames_.is(WordClass::negative_marker, p.marker);
    p.negated = (ne && second && !only && !is_partly_denied(p)) || without || is_hardly(p);
  }

  /// "ne vend pas seulement du pétrole" denies nothing, "n'est pas le seul projet" another thing, and "ne
  /// dépend pas forcément" leaves it open.
  bool is_partly_denied(PredicateInstance& p) const {
    for (const std::uint32_t c : parsed_.children(p.head)) {
      if (p.kind == PredicateKind::copula && c < p.head && parsed_.deprel(c) == Deprel::amod &&
          frames_.is(WordClass::sole_adjective, parsed_.word(c).lemma))
        return true;
      if (parsed_.word(c).lemma != "pas" || parsed_.deprel(c) != Deprel::advmod) continue;
      const std::uint32_t end = std::min(c + 3, static_cast<std::uint32_t>(parsed_.size()));
      for (std::uint32_t w = c + 1; w < end; ++w) {
        p.unsure = frames_.is(WordClass::unsure_adverb, parsed_.word(w).lemma);
        if (p.unsure || frames_.is(WordClass::partial_adverb, parsed_.word(w).lemma)) return true;
        if (w != p.head) break;
      }
    }
    return false;
  }

  /// "au lieu de", "à moins que", "comme si": words that belong to the marker and that the tree hangs
  /// elsewhere.
  void widen_marker(PredicateInstance& p) {
    std::uint32_t mark = kNone;
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel d = parsed_.deprel(c);
      const bool marks = p.marker.empty() ? parsed_.word(c).lemma == "où"  // "dans le cas où"
                                          : d == Deprel::mark || d == Deprel::case_;
      if (c < p.head && marks && mark == kNone) mark = c;
    }
    if (mark == kNone || mark == 0 || !frames_.is(WordClass::marker_end, parsed_.word(mark - 1).lemma))
      return;
    if (mark + 1 < parsed_.size() && parsed_.word(mark + 1).lemma == "de")
      return;  // "plutôt que de": the infinitive's
    const std::uint32_t begin = parsed_.tagged().sentences[parsed_.sentence_of(mark)].begin;
    for (std::uint32_t w = mark; w-- > begin && mark - w < 5;) {
      std::string whole = utf8::to_lower(parsed_.article().slice(parsed_.tagged().span(IndexRange{w, mark})));
      whole += ' ';
      whole += parsed_.word(mark).lemma;
      if (frames_.is(WordClass::condition_marker, whole) || frames_.is(WordClass::negative_marker, whole) ||
          frames_.is(WordClass::fear_marker, whole)) {
        p.marker = g_.arena.store(whole);
        return;
      }
    }
  }

  /// "peu probable": the word right before an adjective takes most of it back; not "un peu".
  bool is_hardly(const PredicateInstance& p) const {
    if (p.kind != PredicateKind::adjective || p.head < 2) return false;
    return frames_.is(WordClass::few_word, parsed_.word(p.head - 1).lemma) &&
           parsed_.word(p.head - 2).lemma != "un";
  }

  std::string_view marker(std::uint32_t c) {
    std::string_view out = parsed_.word(c).lemma;
    for (const std::uint32_t f : parsed_.children(c)) {
      if (parsed_.deprel(f) != Deprel::fixed) continue;
      out = g_.arena.store(g_.arena.store(out, " "), parsed_.word(f).lemma);
    }
    return out;
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
  const FrameSet& frames_;
  Locutions locutions_;
  std::vector<std::uint32_t> fitting_;  ///< reused: the frames of a verb that fit its clause
};

}  // namespace

void find_predicates(PredicateGraph& graph) { Finder(graph).run(); }

}  // namespace maillon
