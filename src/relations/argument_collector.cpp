// Third pass: the arguments that a predicate's own subtree gives it.
#include <algorithm>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class ArgumentCollector {
 public:
  explicit ArgumentCollector(PredicateGraph& graph)
      : g_(graph), parsed_(graph.parsed()), frames_(graph.frames()) {}

  void run() {
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) {
      if (g_.predicates[p].kind == PredicateKind::noun) continue;
      own_arguments(p, g_.predicates[p].head);
      if (g_.predicates[p].kind == PredicateKind::verb) {
        govern(p);
        place_after_person(p);
        agent_beside(p);
      }
      if (g_.predicates[p].kind == PredicateKind::adjective) adjoined(p);
      const PredicateInstance& i = g_.predicates[p];
      for (std::uint32_t w = i.words.begin; w < i.words.end; ++w)
        if (w != i.head && g_.predicate_at[w] == p) own_arguments(p, w);
    }
  }

 private:
  void own_arguments(std::uint32_t index, std::uint32_t word) {
    const std::uint32_t begin = g_.clause_begin(word);
    const bool copular = begin == 0 && parsed_.child(word, Deprel::cop) != kNone;
    for (const std::uint32_t c : parsed_.children(word)) {
      if (c < begin) continue;
      const PredicateInstance& p = g_.predicates[index];
      if (g_.predicate_at[c] == index) continue;
      if (c == p.speaker) {
        subject(index, c);
        continue;
      }
      const TaggedWord& w = parsed_.word(c);
      const Deprel d = parsed_.deprel(c);
      const bool clause = w.upos == Upos::VERB && g_.predicate_at[c] != kNone;
      switch (universal(d)) {
        case Deprel::nsubj:
          if (is_nobody(index, c)) break;
          if (!clause || w.morph.verb_form != VerbForm::inf) subject(index, c);
          break;
        case Deprel::obj:
          if (g_.is_reflexive(c) || clause || is_after_absolute(word, c) || is_rate(c)) break;
          if (is_street(c)) {
            g_.add_argument(index, Slot::oblique, c, "à", "street");
            break;
          }
          if (d == Deprel::obj_agent) {
            g_.add_argument(index, Slot::agent, g_.antecedent(c), {}, "object-agent");
          } else if (p.impersonal && !g_.has(index, Slot::subject)) {
            subject(index, c);
          } else {
            g_.add_argument(index, Slot::object, g_.antecedent(g_.counted(c)), {}, "object");
          }
          break;
        case Deprel::iobj:
          if (g_.is_reflexive(c)) break;
          if (d == Deprel::iobj_agent) {
            g_.add_argument(index, Slot::agent, g_.antecedent(c), {}, "object-agent");
          } else if (is_adverbial_clitic(c)) {
            break;
          } else if (w.lemma != "dont" || !owns(index, c)) {
            g_.add_argument(index, Slot::oblique, g_.antecedent(c),
                            w.lemma == "en" || w.lemma == "dont" ? "de" : "à", "clitic");
          }
          break;
        case Deprel::obl:
        case Deprel::nmod:
          if (clause) break;
          if (g_.is_time(c) && !g_.has(index, Slot::object)) after_date(index, c);
          if (copular && universal(d) == Deprel::nmod && p.kind == PredicateKind::copula && !is_idiom(p))
            break;
          oblique(index, c, d);
          break;
        case Deprel::appos:  // "mettre mal à l'aise Oslo": what follows the fixed words is the verb's
          if (word != p.head && !g_.has(index, Slot::object) && parsed_.subtree(c).begin == p.words.end)
            g_.add_argument(index, Slot::object, c, {}, "object");
          break;
        case Deprel::advmod:
          if (w.lemma == "où") where(index, g_.antecedent(c));
          if (frames_.is(WordClass::hidden_noun, w.lemma)) adverb_phrase(index, c);
          break;
        case Deprel::xcomp:
          if (!clause && (w.upos == Upos::NOUN || w.upos == Upos::PROPN || w.upos == Upos::ADJ))
            g_.add_argument(index, Slot::attribute, c, g_.case_of(c), "attribute");
          break;
        default:
          break;
      }
    }
    if (copular && g_.predicates[index].kind == PredicateKind::copula && !is_idiom(g_.predicates[index]))
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
        if (wanted(preposition) && !g_.is_hidden(c) && (preposition == "contre" || is_destination(c))) {
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

  /// "le discours prononcé hier à Oslo par le roi": the agent that the tree hangs on the noun.
  void agent_beside(std::uint32_t index) {
    const PredicateInstance& p = g_.predicates[index];
    const std::uint32_t noun = parsed_.head(p.head);
    if (p.voice != Voice::passive || p.finite || parsed_.deprel(p.head) != Deprel::acl || noun == kNone ||
        g_.has(index, Slot::agent))
      return;
    if (const std::uint32_t agent = agent_below(noun, p.head, 0); agent != kNone) {
      g_.add_argument(index, Slot::agent, agent, {}, "agent");
      g_.claimed[agent] = true;
    }
  }

  /// Of the noun, or of a name behind the participle: a name has no agent.
  std::uint32_t agent_below(std::uint32_t noun, std::uint32_t participle, int level) const {
    for (const std::uint32_t c : parsed_.children(noun)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (c < participle || (u != Deprel::nmod && u != Deprel::obl)) continue;
      if (g_.case_of(c) == "par" && is_destination(c)) return c;
      if (level > 0 || parsed_.word(c).upos != Upos::PROPN) continue;
      if (const std::uint32_t below = agent_below(c, participle, 1); below != kNone) return below;
    }
    return kNone;
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

  /// "Riga, où …", but "le 28 juin, jour où …" is a time and "dans la mesure où" a conjunction.
  void where(std::uint32_t index, std::uint32_t noun) {
    if (g_.is_circumstance(noun, g_.case_of(noun))) return;
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

  /// "à 108 dollars le baril": for how much of it, no object.
  bool is_rate(std::uint32_t c) const {
    const std::uint32_t article = parsed_.child(c, Deprel::det);
    return article != kNone && article + 1 == c && article > 1 && parsed_.word(article).lemma == "le" &&
           parsed_.word(c).morph.number != Number::plur && parsed_.child(c, Deprel::nmod) == kNone &&
           frames_.is(WordClass::measure_noun, parsed_.word(article - 1).lemma) &&
           frames_.is(WordClass::measure_noun, parsed_.word(c).lemma);
  }

  /// "adopté par 110 voix contre 12": how, not by whom.
  bool is_tally(std::uint32_t c) const {
    return parsed_.child(c, Deprel::nummod) != kNone &&
           frames_.is(WordClass::measure_noun, parsed_.word(c).lemma);
  }

  /// "rassemblés place Verte": a street named without an article is where.
  bool is_street(std::uint32_t c) const {
    return parsed_.word(c).upos == Upos::NOUN && parsed_.child(c, Deprel::det) == kNone &&
           parsed_.child(c, Deprel::case_) == kNone &&
           frames_.is(WordClass::street_noun, parsed_.word(c).lemma);
  }

  void subject(std::uint32_t index, std::uint32_t c) {
    const std::uint32_t head = g_.predicates[index].head;
    if (parsed_.word(head).morph.verb_form == VerbForm::inf && parsed_.child(head, Deprel::cop) != kNone)
      return goal(index, c);
    if (const std::uint32_t other = beside_absolute(c); other != kNone) c = other;
    g_.add_argument(index, Slot::subject, g_.antecedent(g_.counted(c)), {}, "subject");
  }

  /// "être à l'origine de": the words behind the copula are no property.
  static bool is_idiom(const PredicateInstance& p) { return p.lemma.find(' ') != std::string_view::npos; }

  /// "L'objectif de Malte est de vendre le port": Malte is to sell, not the goal.
  void goal(std::uint32_t index, std::uint32_t noun) {
    if (parsed_.word(noun).upos != Upos::NOUN) return;
    g_.predicates[index].goal = noun;
    std::uint32_t holder = kNone;
    for (const std::uint32_t c : parsed_.children(noun)) {
      const Deprel u = universal(parsed_.deprel(c));
      const std::uint32_t m = g_.mentions().mention_at[c];
      if (u == Deprel::det && m != kNone && g_.mentions().mentions[m].kind == MentionKind::pronoun)
        holder = c;
      if (u == Deprel::nmod && g_.case_of(c) == "de" && is_destination(c)) holder = c;
    }
    if (holder != kNone) g_.add_argument(index, Slot::subject, holder, {}, "goal-holder", true);
  }

  /// "il est difficile de …", "il est clair que …"
  bool is_nobody(std::uint32_t index, std::uint32_t pronoun) const {
    const std::uint32_t head = g_.predicates[index].head;
    if (parsed_.word(pronoun).upos != Upos::PRON || pronoun > head ||
        !frames_.is(WordClass::impersonal_adjective, parsed_.word(head).lemma))
      return false;
    const std::string_view lemma = parsed_.word(pronoun).lemma;
    if (lemma != "lui" && lemma != "il" && lemma != "ce") return false;
    for (const std::uint32_t c : parsed_.children(head)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (c > head &&
          (u == Deprel::csubj || u == Deprel::ccomp || u == Deprel::xcomp || u == Deprel::advcl) &&
          (parsed_.word(c).morph.verb_form == VerbForm::inf || has_mark(c, "que")))
        return true;
    }
    return false;
  }

  bool has_mark(std::uint32_t clause, std::string_view lemma) const {
    const std::uint32_t mark = parsed_.child(clause, Deprel::mark);
    return mark != kNone && parsed_.word(mark).lemma == lemma;
  }

  /// "La réunion terminée, le ministre …": what the tree takes for the object of a past participle behind a
  /// comma.
  bool is_after_absolute(std::uint32_t participle, std::uint32_t c) const {
    const Morph& m = parsed_.word(participle).morph;
    if (m.verb_form != VerbForm::part || m.tense == Tense::pres || c < participle ||
        parsed_.deprel(participle) != Deprel::acl || parsed_.child_like(participle, Deprel::aux) != kNone)
      return false;
    const std::uint32_t begin = parsed_.subtree(c).begin;
    return g_.case_of(c).empty() &&
           (parsed_.word(begin).form == "," || (begin > 0 && parsed_.word(begin - 1).form == ","));
  }

  /// The subject proper, where a noun with its participle stands before it as a clause of its own.
  std::uint32_t beside_absolute(std::uint32_t noun) const {
    for (const std::uint32_t c : parsed_.children(noun)) {
      if (c < noun || parsed_.deprel(c) != Deprel::acl) continue;
      for (const std::uint32_t o : parsed_.children(c))
        if (parsed_.deprel(o) == Deprel::obj && is_after_absolute(c, o)) return o;
    }
    return kNone;
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

  bool has_subject(std::uint32_t index) const {
    return parsed_.child_like(g_.predicates[index].head, Deprel::nsubj) != kNone;
  }

  /// "contesté par des pays du Sud comme le Pérou": an example of the plural right before it.
  bool gives_example(std::uint32_t index, std::uint32_t c) {
    const std::uint32_t begin = parsed_.subtree(c).begin;
    for (std::uint32_t a = g_.predicates[index].first_argument; a != kNone; a = g_.arguments[a].next) {
      const std::uint32_t noun = g_.arguments[a].word;
      if (noun > c || parsed_.word(noun).upos != Upos::NOUN ||
          parsed_.word(noun).morph.number != Number::plur || parsed_.subtree(noun).end != begin)
        continue;
      g_.examples.emplace_back(noun, c);
      return true;
    }
    return false;
  }

  /// "…, comme la détérioration de l'économie, …": behind a comma it is an example of something.
  bool is_beside(std::uint32_t c) const {
    const std::uint32_t begin = parsed_.subtree(c).begin;
    return parsed_.word(begin).form == "," || (begin > 0 && parsed_.word(begin - 1).form == ",");
  }

  /// "lors du sommet", "hors de Riga": an adverb that leads a phrase with "de".
  void adverb_phrase(std::uint32_t index, std::uint32_t adverb) {
    for (const std::uint32_t c : parsed_.children(adverb)) {
      const Deprel u = universal(parsed_.deprel(c));
      if ((u == Deprel::obl || u == Deprel::nmod) && g_.case_of(c) == "de" && !g_.is_time(c))
        return g_.add_argument(index, Slot::oblique, c, g_.arena.store(parsed_.word(adverb).lemma, " de"),
                               "adverb-phrase");
    }
  }

  /// "en" and "y" stand for things and places, hardly ever for a person: such an antecedent was a guess.
  bool is_adverbial_clitic(std::uint32_t c) const {
    const TaggedWord& w = parsed_.word(c);
    const std::uint32_t m = g_.mentions().mention_at[c];
    return w.upos == Upos::PRON && (w.lemma == "en" || w.lemma == "y") && m != kNone &&
           g_.mentions().entity_of(g_.mentions().mentions[m]).type == EntityType::Person;
  }

  /// "le pays dont il préside le gouvernement": where the verb takes no "de", the pronoun belongs to the
  /// object or the subject, a noun with the definite article.
  bool owns(std::uint32_t index, std::uint32_t pronoun) {
    const PredicateInstance& p = g_.predicates[index];
    const Frame* frame = g_.frame_of(index);
    if (frames_.is(WordClass::circumstance_noun, parsed_.word(g_.antecedent(pronoun)).lemma))
      return true;  // "la façon dont il agit": how, not whose
    if (p.voice == Voice::reflexive || frames_.is(WordClass::partitive_de_verb, p.lemma) ||
        (frame != nullptr && mentions_preposition(*frame, "de")))
      return false;
    for (const Deprel wanted : {Deprel::obj, Deprel::nsubj}) {
      for (const std::uint32_t noun : parsed_.children(p.head)) {
        if (universal(parsed_.deprel(noun)) != wanted || noun < pronoun ||
            parsed_.word(noun).upos != Upos::NOUN)
          continue;
        const std::uint32_t article = parsed_.child(noun, Deprel::det);
        if (article == kNone || parsed_.word(article).lemma != "le") continue;
        g_.relative_owner[noun] = g_.antecedent(pronoun);
        return true;
      }
    }
    return false;
  }

  /// "ont manifesté dimanche devant l'ambassade": what the tree hangs on a date is the clause's.
  void beside_date(std::uint32_t index, std::uint32_t date) {
    const TimeValue& time = g_.mentions().times[g_.mentions().time_at[date]];
    for (std::uint32_t w = time.words.begin; w < time.words.end; ++w)
      for (const std::uint32_t c : parsed_.children(w))
        if (c >= time.words.end && !g_.is_time(c) &&
            (universal(parsed_.deprel(c)) == Deprel::nmod || universal(parsed_.deprel(c)) == Deprel::obl))
          oblique(index, c, Deprel::obl);
  }

  /// "dans un centre plutôt que dans une prison": what stands there is denied.
  bool is_replaced(std::uint32_t c) const {
    const std::uint32_t begin = parsed_.subtree(c).begin;
    return begin > 1 && parsed_.word(begin - 1).lemma == "que" && parsed_.word(begin - 2).lemma == "plutôt";
  }

  void oblique(std::uint32_t index, std::uint32_t c, Deprel d) {
    if (is_replaced(c)) return;
    const bool term = is_term(c);
    if (g_.is_time(c) && !term) return beside_date(index, c);
    std::string_view preposition = g_.case_of(c);
    const TaggedWord& w = parsed_.word(c);
    if (w.lemma == "où" && preposition.empty()) return where(index, g_.antecedent(c));
    if ((w.lemma == "dont" && owns(index, c)) || is_adverbial_clitic(c)) return;
    if (preposition.empty() && w.upos == Upos::PRON) {
      if (w.lemma == "dont" || w.lemma == "en")
        preposition = "de";
      else if (w.lemma == "y" || w.lemma == "où")
        preposition = "à";
    }
    if (preposition == "comme" && (gives_example(index, c) || is_beside(c))) return;
    if (preposition == "que" || preposition == "y compris") return;  // "plus cher que": a comparison
    if (preposition.empty() && frames_.is(WordClass::street_noun, w.lemma)) preposition = "à";
    if (preposition.empty() && (w.upos != Upos::PROPN || has_subject(index))) return;
    // "n'a pas livré d'armes": after a negation "de" is the article of the object
    if (preposition == "de" && g_.predicates[index].negated && w.upos == Upos::NOUN &&
        c > g_.predicates[index].head && !g_.has(index, Slot::object) &&
        parsed_.child(c, Deprel::det) == kNone &&
        (parsed_.word(g_.predicates[index].head).frame & kTransitive) != 0)
      return g_.add_argument(index, Slot::object, c, {}, "negated-object");
    if (preposition == "de" && is_partitive(index, c))
      return g_.add_argument(index, Slot::object, c, {}, "partitive-object");
    const bool by = preposition == "par" || preposition.starts_with("par ");
    if (by && (is_tally(c) || g_.is_circumstance(c, preposition))) return;
    if (by && g_.predicates[index].voice == Voice::passive) d = Deprel::obl_agent;
    if (d == Deprel::obl_agent && !by && !preposition.empty() && preposition != "de")
      d = Deprel::obl;  // parmi
    if (preposition == "de" && g_.predicates[index].voice == Voice::passive &&
        frames_.is(WordClass::de_agent_verb, g_.predicates[index].lemma) && is_destination(c))
      d = Deprel::obl_agent;  // "accompagné de ses ministres"
    if (d == Deprel::obl_agent) return g_.add_argument(index, Slot::agent, g_.antecedent(c), {}, "agent");
    std::uint32_t word = c;
    if (g_.is_hidden(c)) {
      const PredicateGraph::Phrase phrase = g_.phrase_of(c);
      word = phrase.word;
      preposition = phrase.preposition;
      if (frames_.is(WordClass::likewise_preposition, preposition))  // "à l'instar de Malte"
        return g_.add_argument(index, Slot::subject, word, {}, "likewise");
    }
    const std::string_view lemma = parsed_.word(word).lemma;
    if (frames_.is(WordClass::circumstance_noun, lemma) || is_when(index, preposition) ||
        (!term && (frames_.is(WordClass::time_noun, lemma) || g_.is_time(word))) ||
        is_stray(index, word, preposition) || is_manner(index, word, preposition) ||
        is_aim(word, preposition) || g_.is_circumstance(word, preposition))
      return;
    g_.add_argument(index, Slot::oblique, g_.antecedent(g_.counted(word)), preposition, "oblique");
  }

  /// "Après sa greffe, il est devenu ministre": when, of what somebody is or becomes.
  bool is_when(std::uint32_t index, std::string_view preposition) const {
    if (preposition != "après" && preposition != "avant" && preposition != "depuis" && preposition != "dès")
      return false;
    const PredicateInstance& p = g_.predicates[index];
    const Frame* frame = g_.frame_of(index);
    return p.kind == PredicateKind::copula || p.kind == PredicateKind::adjective ||
           (frame != nullptr && frame->copular);
  }

  /// A phrase with "de" behind a verb that takes none belongs to a noun: "énumère Philippe Robin, de Thales".
  bool is_stray(std::uint32_t index, std::uint32_t word, std::string_view preposition) const {
    const PredicateInstance& p = g_.predicates[index];
    if (preposition != "de" || p.kind != PredicateKind::verb || p.voice != Voice::active ||
        frames_.is(WordClass::partitive_de_verb, p.lemma) || p.lemma.find(' ') != std::string_view::npos ||
        frames_.is(WordClass::source_verb, p.lemma) || g_.is_measure(word))
      return false;
    const Frame* frame = g_.frame_of(index);
    if (frame != nullptr && mentions_preposition(*frame, "de")) return false;
    return (parsed_.word(p.head).frame & kIndirect) == 0;
  }

  /// "dans l'espoir de vendre", "avec la promesse de céder": with what in mind, no participant.
  bool is_aim(std::uint32_t word, std::string_view preposition) const {
    if (preposition != "dans" && preposition != "avec" && preposition != "sous" && preposition != "sans")
      return false;
    for (const std::uint32_t c : parsed_.children(word))
      if (parsed_.deprel(c) == Deprel::acl && parsed_.word(c).morph.verb_form == VerbForm::inf) return true;
    return false;
  }

  /// "à trois ans de prison": a length of time of something is a thing, not a time.
  bool is_term(std::uint32_t c) const {
    if (parsed_.child(c, Deprel::nummod) == kNone) return false;
    const std::uint32_t of = parsed_.child(c, Deprel::nmod);
    return of != kNone && of > c && g_.case_of(of) == "de" && g_.is_bare(of);
  }

  /// "en hausse", "sans cesse", "avec prudence": a bare common noun after such a preposition says how, unless
  /// the verb asks for the preposition or the noun names somebody, something that happens or a place.
  bool is_manner(std::uint32_t index, std::uint32_t word, std::string_view preposition) const {
    if (!g_.is_bare(word) || !frames_.is(WordClass::manner_preposition, preposition)) return false;
    const PredicateInstance& p = g_.predicates[index];
    const Frame* frame = g_.frame_of(index);
    if (frame != nullptr && mentions_preposition(*frame, preposition)) return false;
    if (preposition == "de" &&
        (p.voice == Voice::passive || frames_.is(WordClass::partitive_de_verb, p.lemma)))
      return false;
    const std::uint32_t m = g_.mentions().mention_at[word];
    if (m == kNone) return true;
    const EntityType type = g_.mentions().entity_of(g_.mentions().mentions[m]).type;
    return type == EntityType::Concept || type == EntityType::Artifact || type == EntityType::Group;
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

  /// The word or what it hangs on is a time: "depuis dix ans".
  bool tells_time(std::uint32_t word) const {
    for (int level = 0; word != kNone && level < 3; ++level, word = parsed_.head(word))
      if (g_.is_time(word)) return true;
    return false;
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
    if (de == kNone || article != de + 1 || parsed_.word(article).lemma != "le") return false;
    // "de l'eau", "de la peur": only right behind the verb
    if (parsed_.word(article).token != parsed_.word(de).token &&
        (parsed_.child(c, Deprel::nmod) != kNone || p.lemma.find(' ') != std::string_view::npos))
      return false;
    for (std::uint32_t w = std::max(p.head + 1, p.words.end); w < de; ++w)
      if (parsed_.word(w).upos != Upos::ADV && parsed_.word(w).upos != Upos::PUNCT && !tells_time(w))
        return false;
    const Frame* frame = g_.frame_of(index);
    return frame == nullptr || !mentions_preposition(*frame, "de");
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
  const FrameSet& frames_;
};

}  // namespace

void collect_arguments(PredicateGraph& graph) { ArgumentCollector(graph).run(); }

}  // namespace maillon
