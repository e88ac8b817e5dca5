// First pass: which words are predicates, and what their own subtrees give them.
#include <algorithm>

#include "base/utf8.hpp"
#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Finder {
 public:
  explicit Finder(PredicateGraph& graph) : g_(graph), parsed_(graph.parsed()), frames_(graph.frames()) {}

  void run() {
    for (std::uint32_t w = 0; w < parsed_.size(); ++w) {
      PredicateKind kind{};
      if (g_.predicate_at[w] != kNone || !is_predicate(w, kind)) continue;
      add(w, kind);
    }
    link_clauses(g_);
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) {
      if (g_.predicates[p].kind == PredicateKind::noun) continue;
      own_arguments(p, g_.predicates[p].head);
      if (g_.predicates[p].kind == PredicateKind::verb) {
        govern(p);
        place_after_person(p);
      }
      if (g_.predicates[p].kind == PredicateKind::adjective) adjoined(p);
      const PredicateInstance& i = g_.predicates[p];
      for (std::uint32_t w = i.words.begin; w < i.words.end; ++w)
        if (w != i.head && g_.predicate_at[w] == p) own_arguments(p, w);
    }
  }

 private:
  static bool is_auxiliary(Deprel d) { return universal(d) == Deprel::aux || d == Deprel::cop; }

  bool is_predicate(std::uint32_t w, PredicateKind& kind) const {
    const TaggedWord& word = parsed_.word(w);
    const Deprel d = parsed_.deprel(w);
    if (is_auxiliary(d) || universal(d) == Deprel::flat || d == Deprel::fixed || d == Deprel::punct)
      return false;
    if (parsed_.child(w, Deprel::cop) != kNone) {
      kind = word.upos == Upos::ADJ || word.upos == Upos::VERB ? PredicateKind::adjective
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
        return g_.mentions().time_at[w] == kNone && d != Deprel::case_ && d != Deprel::mark &&
               !leads_phrase(w);
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
        p.frame = frames_.noun(p.lemma);
        break;
      case PredicateKind::adjective:
        p.frame = frames_.adjective(p.lemma);
        if (p.frame == kNone && word.upos == Upos::VERB) p.frame = frames_.verb(p.lemma);
        if (p.frame == kNone) participial(p);
        inflection(p);
        break;
      case PredicateKind::copula:
        inflection(p);
        break;
    }
    g_.predicates.push_back(p);
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
      if (c < p.head + 3 && is_reflexive(c)) p.voice = Voice::reflexive;
    }
    if (participle && !auxiliary && p.voice == Voice::active && (word.frame & kEtre) == 0)
      p.voice = Voice::passive;
    if (p.voice == Voice::reflexive) p.frame = frames_.reflexive_verb(p.lemma);
    if (p.frame == kNone) p.frame = verb_frame(p);
    locution(p, index);
  }

  /// Of a verb's frames the one that fits its clause: with an infinitive an operator or a frame that says
  /// what it does to it ("venir de signer", not "venir à Riga"), with a que-clause one of speech or thought.
  std::uint32_t verb_frame(const PredicateInstance& p) const {
    const std::vector<std::uint32_t>* all = frames_.verb_frames(p.lemma);
    if (all == nullptr) return kNone;
    if (all->size() == 1) return all->front();
    bool infinitive = false, clause = false;
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u != Deprel::ccomp && u != Deprel::xcomp) continue;
      const TaggedWord& w = parsed_.word(c);
      if (w.morph.verb_form == VerbForm::inf) infinitive = true;
      if (w.morph.verb_form == VerbForm::fin) clause = true;
    }
    for (const std::uint32_t f : *all) {
      const Frame& frame = frames_.at(f);
      const bool governs =
          frame.clause.modality || frame.clause.negates || frame.clause.control != Control::automatic;
      if (infinitive ? frame.is_operator || governs : clause ? frame.clause.attributed : !frame.is_operator)
        return f;
    }
    return all->front();
  }

  bool is_reflexive(std::uint32_t c) const {
    const Deprel d = parsed_.deprel(c);
    if (d != Deprel::expl_pv && d != Deprel::expl_pass && d != Deprel::expl_comp && d != Deprel::expl &&
        universal(d) != Deprel::obj && universal(d) != Deprel::iobj)
      return false;
    const TaggedWord& w = parsed_.word(c);
    return w.upos == Upos::PRON && (w.morph.reflexive || w.lemma == "se" || w.lemma == "soi");
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
    for (const std::uint32_t c : parsed_.children(p.head)) {
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
    p.negated = (ne && second && !only) || p.marker == "sans" || p.marker == "sans que";
  }

  std::string_view marker(std::uint32_t c) {
    std::string_view out = parsed_.word(c).lemma;
    for (const std::uint32_t f : parsed_.children(c)) {
      if (parsed_.deprel(f) != Deprel::fixed) continue;
      out = g_.arena.store(g_.arena.store(out, " "), parsed_.word(f).lemma);
    }
    return out;
  }

  static bool same_word(const TaggedWord& w, std::string_view wanted) {
    if (w.lemma == wanted) return true;
    std::string form = utf8::to_lower(w.form);
    if (form.ends_with("’")) {
      form.resize(form.size() - 3);
      form += '\'';
    }
    return form == wanted;
  }

  /// A verb with fixed words after it; only adverbs, clitics and an object may stand between.
  void locution(PredicateInstance& p, std::uint32_t index) {
    const std::vector<Locution>* list = frames_.locutions(p.lemma);
    if (list == nullptr) return;
    const std::uint32_t sentence_end = g_.parsed().tagged().sentences[parsed_.sentence_of(p.head)].end;
    for (const Locution& l : *list) {
      if (l.reflexive && p.voice != Voice::reflexive) continue;
      const auto length = static_cast<std::uint32_t>(l.tail.size());
      for (std::uint32_t at = p.head + 1; at < p.head + 9 && at + length <= sentence_end; ++at) {
        std::uint32_t k = 0;
        while (k < length && same_word(parsed_.word(at + k), l.tail[k])) ++k;
        if (k == length && hangs_on(p.head, at, at + length)) {
          p.lemma = l.lemma;
          p.frame = l.frame;
          p.words.end = std::max(p.words.end, at + length);
          for (std::uint32_t w = at; w < at + length; ++w) g_.predicate_at[w] = index;
          return;
        }
        const Upos u = parsed_.word(at).upos;
        if (u == Upos::PUNCT || u == Upos::VERB || u == Upos::SCONJ) break;
      }
    }
  }

  bool hangs_on(std::uint32_t verb, std::uint32_t begin, std::uint32_t end) const {
    if (begin == verb + 1) return true;
    for (std::uint32_t w = begin; w < end; ++w)
      if (parsed_.head(w) == verb) return true;
    return false;
  }

  void own_arguments(std::uint32_t index, std::uint32_t word) {
    const bool copular = parsed_.child(word, Deprel::cop) != kNone;
    for (const std::uint32_t c : parsed_.children(word)) {
      const PredicateInstance& p = g_.predicates[index];
      if (g_.predicate_at[c] == index) continue;
      const TaggedWord& w = parsed_.word(c);
      const Deprel d = parsed_.deprel(c);
      const bool clause = w.upos == Upos::VERB && g_.predicate_at[c] != kNone;
      switch (universal(d)) {
        case Deprel::nsubj:
          if (!clause || w.morph.verb_form != VerbForm::inf) subject(index, c);
          break;
        case Deprel::obj:
          if (is_reflexive(c) || clause) break;
          if (d == Deprel::obj_agent) {
            g_.add_argument(index, Slot::agent, g_.antecedent(c), {}, "object-agent");
          } else if (p.impersonal && !g_.has(index, Slot::subject)) {
            subject(index, c);
          } else {
            g_.add_argument(index, Slot::object, g_.antecedent(counted(c)), {}, "object");
          }
          break;
        case Deprel::iobj:
          if (is_reflexive(c)) break;
          if (d == Deprel::iobj_agent) {
            g_.add_argument(index, Slot::agent, g_.antecedent(c), {}, "object-agent");
          } else {
            g_.add_argument(index, Slot::oblique, g_.antecedent(c),
                            w.lemma == "en" || w.lemma == "dont" ? "de" : "à", "clitic");
          }
          break;
        case Deprel::obl:
        case Deprel::nmod:
          if (clause) break;
          if (g_.is_time(c) && !g_.has(index, Slot::object)) after_date(index, c);
          if (copular && universal(d) == Deprel::nmod && p.kind == PredicateKind::copula) break;
          oblique(index, c, d);
          break;
        case Deprel::appos:  // "mettre mal à l'aise Oslo": what follows the fixed words is the verb's
          if (word != p.head && !g_.has(index, Slot::object) && parsed_.subtree(c).begin == p.words.end)
            g_.add_argument(index, Slot::object, c, {}, "object");
          break;
        case Deprel::advmod:
          if (w.lemma == "où") where(index, g_.antecedent(c));
          break;
        case Deprel::xcomp:
          if (!clause && (w.upos == Upos::NOUN || w.upos == Upos::PROPN || w.upos == Upos::ADJ))
            g_.add_argument(index, Slot::attribute, c, g_.case_of(c), "attribute");
          break;
        default:
          break;
      }
    }
    if (copular && g_.predicates[index].kind == PredicateKind::copula)
      g_.add_argument(index, Slot::attribute, word, g_.case_of(word), "copula");
  }

  /// "envoyer des soldats en Islande": what the verb governs is its own even where the tree hangs it on the
  /// object.
  void govern(std::uint32_t index) {
    const Frame* frame = g_.frame_of(index);
    const std::uint32_t object = g_.argument(index, Slot::object);
    if (frame == nullptr || object == kNone || g_.arguments[object].word < g_.predicates[index].head) return;
    for (const ArgumentPattern& pattern : frame->arguments) {
      if (pattern.function != ArgumentPattern::Function::oblique) continue;
      const auto wanted = [&](std::string_view w) {
        return w != "de" && std::find(pattern.prepositions.begin(), pattern.prepositions.end(), w) !=
                                pattern.prepositions.end();
      };
      bool there = false;
      for (std::uint32_t a = g_.predicates[index].first_argument; a != kNone; a = g_.arguments[a].next)
        there |= wanted(g_.arguments[a].preposition);
      if (!there) reclaim(index, g_.arguments[object].word, wanted, 0);
    }
  }

  template <class Wanted>
  bool reclaim(std::uint32_t index, std::uint32_t noun, const Wanted& wanted, int depth) {
    for (const std::uint32_t c : parsed_.children(noun)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (c < noun || g_.is_time(c)) continue;
      if (u == Deprel::nmod || u == Deprel::obl) {
        const std::string_view preposition = g_.case_of(c);
        if (wanted(preposition) && !g_.is_hidden(c) && is_destination(c)) {
          g_.add_argument(index, Slot::oblique, c, preposition, "governed-oblique");
          g_.claimed[c] = !governs(noun, preposition);
          return true;
        }
        if (depth < 2 && preposition == "de" && reclaim(index, c, wanted, depth + 1)) return true;
      }
      if ((u == Deprel::amod || u == Deprel::conj) && depth < 3 && reclaim(index, c, wanted, depth + 1))
        return true;
    }
    return false;
  }

  /// "apporter son soutien à Malte": what the object itself governs is its own as well.
  bool governs(std::uint32_t noun, std::string_view preposition) const {
    const std::uint32_t f = frames_.noun(parsed_.word(noun).lemma);
    if (f == kNone) return false;
    return mentions_preposition(frames_.at(f), preposition);
  }

  static bool mentions_preposition(const Frame& frame, std::string_view preposition) {
    return std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const ArgumentPattern& p) {
      return std::find(p.prepositions.begin(), p.prepositions.end(), preposition) != p.prepositions.end();
    });
  }

  bool is_destination(std::uint32_t word) const {
    const std::uint32_t m = g_.mentions().mention_at[word];
    if (m == kNone) return false;
    switch (g_.mentions().entity_of(g_.mentions().mentions[m]).type) {
      case EntityType::State:
      case EntityType::Place:
      case EntityType::Person:
      case EntityType::Group:
      case EntityType::Organization:
        return true;
      default:
        return false;
    }
  }

  /// "plus de 10 000 soldats": where the tree makes the comparative the head, the noun counted is meant.
  std::uint32_t counted(std::uint32_t word) const {
    if (parsed_.word(word).upos != Upos::ADV) return word;
    for (const std::uint32_t c : parsed_.children(word))
      if (parsed_.word(c).upos == Upos::NOUN && c > word && g_.case_of(c) == "de") return c;
    return word;
  }

  /// "… a rencontré la ministre, Anna Berg, à Riga": a person has no place; what hangs there is the clause's.
  void place_after_person(std::uint32_t index) {
    const std::uint32_t object = g_.argument(index, Slot::object);
    if (object == kNone) return;
    const std::uint32_t word = g_.arguments[object].word;
    if (word < g_.predicates[index].head) return;
    const IndexRange phrase = parsed_.subtree(word);
    for (std::uint32_t w = word + 1; w < std::min(phrase.end, word + 24); ++w) {
      const Deprel u = universal(parsed_.deprel(w));
      if ((u != Deprel::nmod && u != Deprel::obl) || !is_person(parsed_.head(w))) continue;
      const std::uint32_t m = g_.mentions().mention_at[w];
      if (m == kNone) continue;
      const EntityType type = g_.mentions().entity_of(g_.mentions().mentions[m]).type;
      const std::string_view preposition = g_.case_of(w);
      if ((type == EntityType::Place || type == EntityType::State) &&
          (preposition == "à" || preposition == "en"))
        g_.add_argument(index, Slot::oblique, w, preposition, "place-after-person");
    }
  }

  bool is_person(std::uint32_t word) const {
    for (std::uint32_t w = word; w != kNone;
         w = universal(parsed_.deprel(w)) == Deprel::flat ? parsed_.head(w) : kNone) {
      const std::uint32_t m = g_.mentions().mention_at[w];
      if (m == kNone) continue;
      const Mention& mention = g_.mentions().mentions[m];
      return mention.kind != MentionKind::derived &&
             g_.mentions().entity_of(mention).type == EntityType::Person;
    }
    return false;
  }

  /// "Riga, où …", but "le 28 juin, jour où …" is a time.
  void where(std::uint32_t index, std::uint32_t noun) {
    if (!frames_.is(WordClass::time_noun, parsed_.word(noun).lemma))
      return g_.add_argument(index, Slot::oblique, noun, "à", "relative-place");
    std::uint32_t time = g_.mentions().time_at[noun];
    for (std::uint32_t w = noun; time == kNone && w-- > 0;) {
      const Upos u = parsed_.word(w).upos;
      if (u != Upos::PUNCT && u != Upos::DET && !g_.is_time(w)) break;
      time = g_.mentions().time_at[w];
    }
    if (time != kNone && g_.predicates[index].time == kNone) g_.predicates[index].time = time;
  }

  void subject(std::uint32_t index, std::uint32_t c) {
    g_.add_argument(index, Slot::subject, g_.antecedent(c), {}, "subject");
  }

  /// "a rencontré, le lundi 6 mars, la ministre": what the tree sets beside a date is the verb's object.
  void after_date(std::uint32_t index, std::uint32_t date) {
    const PredicateInstance& p = g_.predicates[index];
    if (p.kind != PredicateKind::verb || p.voice != Voice::active || date < p.head) return;
    const TimeValue& time = g_.mentions().times[g_.mentions().time_at[date]];
    for (std::uint32_t w = time.words.begin; w < time.words.end; ++w)
      for (const std::uint32_t c : parsed_.children(w))
        if (parsed_.deprel(c) == Deprel::appos && c >= time.words.end && g_.case_of(c).empty())
          g_.add_argument(index, Slot::object, c, {}, "object-after-date");
  }

  void oblique(std::uint32_t index, std::uint32_t c, Deprel d) {
    if (g_.is_time(c)) return;
    std::string_view preposition = g_.case_of(c);
    const TaggedWord& w = parsed_.word(c);
    if (w.lemma == "où" && preposition.empty()) return where(index, g_.antecedent(c));
    if (preposition.empty() && w.upos == Upos::PRON) {
      if (w.lemma == "dont" || w.lemma == "en")
        preposition = "de";
      else if (w.lemma == "y" || w.lemma == "où")
        preposition = "à";
    }
    if (preposition.empty() && w.upos != Upos::PROPN) return;
    // "n'a pas livré d'armes": after a negation "de" is the article of the object
    if (preposition == "de" && g_.predicates[index].negated && w.upos == Upos::NOUN &&
        c > g_.predicates[index].head && !g_.has(index, Slot::object) &&
        parsed_.child(c, Deprel::det) == kNone &&
        (parsed_.word(g_.predicates[index].head).frame & kTransitive) != 0)
      return g_.add_argument(index, Slot::object, c, {}, "negated-object");
    if (preposition == "de" && is_partitive(index, c))
      return g_.add_argument(index, Slot::object, c, {}, "partitive-object");
    if (preposition.starts_with("par") && g_.predicates[index].voice == Voice::passive) d = Deprel::obl_agent;
    if (d == Deprel::obl_agent) return g_.add_argument(index, Slot::agent, g_.antecedent(c), {}, "agent");
    std::uint32_t word = c;
    if (g_.is_hidden(c)) {
      const PredicateGraph::Phrase phrase = g_.phrase_of(c);
      word = phrase.word;
      preposition = phrase.preposition;
    }
    if (frames_.is(WordClass::circumstance_noun, parsed_.word(word).lemma) || g_.is_time(word)) return;
    g_.add_argument(index, Slot::oblique, g_.antecedent(word), preposition, "oblique");
  }

  /// "la région de X, frontalière avec Y": the complement right behind the adjective that governs it, where
  /// the tree hangs it on the noun.
  void adjoined(std::uint32_t index) {
    const std::uint32_t head = g_.predicates[index].head;
    const Frame* frame = g_.frame_of(index);
    if (frame == nullptr || parsed_.deprel(head) != Deprel::amod) return;
    std::uint32_t noun = parsed_.head(head);
    for (int level = 0; level < 3 && noun != kNone && noun < head; ++level) {
      for (const std::uint32_t c : parsed_.children(noun)) {
        if (universal(parsed_.deprel(c)) != Deprel::nmod || parsed_.subtree(c).begin != head + 1) continue;
        const std::string_view preposition = g_.case_of(c);
        if (!mentions_preposition(*frame, preposition)) return;
        g_.add_argument(index, Slot::oblique, c, preposition, "adjoined-complement");
        g_.claimed[c] = true;
        return;
      }
      noun = universal(parsed_.deprel(noun)) == Deprel::nmod ? parsed_.head(noun) : kNone;
    }
  }

  /// "fournir du pétrole", "subir des pertes": right behind a verb that wants an object and governs no "de",
  /// "du" and "des" are articles even where the analysis took them for a preposition.
  bool is_partitive(std::uint32_t index, std::uint32_t c) const {
    const PredicateInstance& p = g_.predicates[index];
    if (p.kind != PredicateKind::verb || p.voice != Voice::active || g_.has(index, Slot::object))
      return false;
    const TaggedWord& verb = parsed_.word(p.head);
    if ((verb.frame & kTransitive) == 0 || (verb.frame & kEtre) != 0 || c < p.head) return false;
    if (parsed_.word(c).upos != Upos::NOUN || frames_.is(WordClass::partitive_de_verb, verb.lemma))
      return false;
    const std::uint32_t de = parsed_.child(c, Deprel::case_), article = parsed_.child(c, Deprel::det);
    if (de == kNone || article != de + 1 || parsed_.word(article).token != parsed_.word(de).token)
      return false;
    for (std::uint32_t w = p.head + 1; w < de; ++w)
      if (parsed_.word(w).upos != Upos::ADV && parsed_.word(w).upos != Upos::PUNCT) return false;
    const Frame* frame = g_.frame_of(index);
    return frame == nullptr || !mentions_preposition(*frame, "de");
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
  const FrameSet& frames_;
};

}  // namespace

void find_predicates(PredicateGraph& graph) { Finder(graph).run(); }

}  // namespace maillon
