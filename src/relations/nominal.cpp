// Nouns that state: "la visite du roi à Malte", "l'accord entre X et Y", "le soutien suédois à Oslo". How the
// complements map on roles is the frame's Nominal.
#include <algorithm>
#include <string>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class NominalArguments {
 public:
  explicit NominalArguments(PredicateGraph& graph) : g_(graph), parsed_(graph.parsed()) {}

  void run() {
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p)
      if (g_.predicates[p].kind == PredicateKind::noun) noun(p);
  }

 private:
  struct Complement {
    std::uint32_t word;
    std::string_view preposition;
  };

  void noun(std::uint32_t index) {
    collect(g_.predicates[index].head);
    govern(index);
    const Frame* frame = g_.frame_of(index);
    if (frame != nullptr && frame->nominal == Nominal::symmetric) happen(index);
    if (complements_.empty() && holder_ == kNone) return;
    switch (frame == nullptr ? Nominal::property : frame->nominal) {
      case Nominal::agent:
        agent(index);
        break;
      case Nominal::action:
        action(index);
        break;
      case Nominal::symmetric:
        symmetric(index);
        break;
      case Nominal::role:
        break;  // the mentions room reads these
      case Nominal::property:
        property(index);
        break;
    }
  }

  /// Complements in text order; the holder is a demonym or a possessive.
  void collect(std::uint32_t head) {
    complements_.clear();
    holder_ = kNone;
    possessive_ = false;
    if (g_.relative_owner[head] != kNone) complements_.push_back({g_.relative_owner[head], "de"});
    collect_from(head);
  }

  /// Dependents of the noun, and of its adjectives where these state nothing themselves.
  void collect_from(std::uint32_t head) {
    for (const std::uint32_t c : parsed_.children(head)) {
      const Deprel u = universal(parsed_.deprel(c));
      const TaggedWord& w = parsed_.word(c);
      const std::uint32_t m = g_.mentions().mention_at[c];
      if (u == Deprel::det && m != kNone && g_.mentions().mentions[m].kind == MentionKind::pronoun) {
        holder_ = c;
        possessive_ = true;
      } else if (u == Deprel::amod && m != kNone && g_.mentions().mentions[m].kind == MentionKind::derived) {
        if (holder_ == kNone) holder_ = c;
        collect_from(c);
      } else if (u == Deprel::amod && w.upos == Upos::ADJ && g_.predicate_at[c] == kNone) {
        collect_from(c);
      } else if ((u == Deprel::nmod || u == Deprel::obl) && !g_.is_time(c)) {
        if (w.upos == Upos::VERB) continue;
        if (w.lemma == "dont") {
          if (g_.frames().is(WordClass::circumstance_noun, parsed_.word(g_.antecedent(c)).lemma)) continue;
          complements_.push_back({g_.antecedent(c), "de"});
          continue;
        }
        const std::string_view preposition = g_.case_of(c);
        if (preposition.empty() || g_.claimed[c] || g_.is_enumerated(c)) continue;
        if (g_.frames().is(WordClass::circumstance_noun, w.lemma) || g_.is_example(c)) continue;
        if (is_adverbial(c, preposition)) continue;
        if (g_.frames().is(WordClass::clause_preposition, preposition) && hand_up(head, c, preposition))
          continue;
        const PredicateGraph::Phrase phrase = g_.phrase_of(c);
        if (g_.frames().is(WordClass::likewise_preposition, phrase.preposition)) {
          act_likewise(head, phrase.word);
          continue;
        }
        complements_.push_back({phrase.word, phrase.preposition});
      }
    }
  }

  /// "Les maires, à l'instar de X, ont voté": behind a subject it names one more.
  void act_likewise(std::uint32_t noun, std::uint32_t other) {
    if (universal(parsed_.deprel(noun)) != Deprel::nsubj) return;
    const std::uint32_t verb = g_.predicate_at[parsed_.head(noun)];
    if (verb != kNone) g_.add_argument(verb, Slot::subject, other, {}, "likewise");
  }

  /// "a perdu les élections face à X": such a phrase behind an object is its verb's.
  bool hand_up(std::uint32_t noun, std::uint32_t c, std::string_view preposition) {
    if (universal(parsed_.deprel(noun)) != Deprel::obj || c < noun) return false;
    if (g_.frames().is(WordClass::attitude_noun, parsed_.word(noun).lemma)) return false;
    const std::uint32_t verb = g_.predicate_at[parsed_.head(noun)];
    if (verb == kNone || g_.predicates[verb].kind != PredicateKind::verb) return false;
    g_.add_argument(verb, Slot::oblique, c, preposition, "clause-oblique");
    return true;
  }

  /// "les faits en question", "un homme de 25 ans": of what kind or how long, not whose.
  bool is_adverbial(std::uint32_t c, std::string_view preposition) const {
    const FrameSet& frames = g_.frames();
    const std::string_view lemma = parsed_.word(c).lemma;
    if (frames.is(WordClass::time_noun, lemma)) return true;
    if (g_.is_circumstance(c, preposition)) return true;
    return preposition != "de" && preposition != "à" && g_.is_bare(c) && g_.predicate_at[c] != kNone &&
           g_.predicates[g_.predicate_at[c]].frame == kNone &&
           frames.is(WordClass::manner_preposition, preposition);
  }

  /// A phrase that the noun governs ("visite à", "offensive contre", "destruction par") is its own even where
  /// the tree hangs it on a noun inside its phrase or on the verb around it.
  void govern(std::uint32_t index) {
    const Frame* frame = g_.frame_of(index);
    if (frame == nullptr || frame->nominal == Nominal::property || frame->nominal == Nominal::role) return;
    if (frame->nominal == Nominal::action && !has("par")) reclaim(index, {"par"});
    for (const ArgumentPattern& p : frame->arguments) {
      if (p.function != ArgumentPattern::Function::oblique) continue;
      const bool there = std::any_of(p.prepositions.begin(), p.prepositions.end(),
                                     [&](const std::string& w) { return w == "de" || has(w); });
      if (!there) reclaim(index, p.prepositions);
    }
  }

  /// "un rapprochement s'opère entre X et Y": what the verb of happening has with "entre" or "avec" is the
  /// noun's.
  void happen(std::uint32_t index) {
    const std::uint32_t head = g_.predicates[index].head;
    if (universal(parsed_.deprel(head)) != Deprel::nsubj || has("entre") || has("avec")) return;
    const std::uint32_t verb = g_.predicate_at[parsed_.head(head)];
    const Frame* frame = verb == kNone ? nullptr : g_.frame_of(verb);
    if (frame == nullptr || (frame->relation != "TAKES_PLACE" && frame->relation != "PERFORMS")) return;
    for (std::uint32_t a = g_.predicates[verb].first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      if (argument.preposition == "entre" || argument.preposition == "avec")
        complements_.push_back({argument.word, argument.preposition});
    }
  }

  bool has(std::string_view preposition) const {
    return std::any_of(complements_.begin(), complements_.end(),
                       [&](const Complement& c) { return c.preposition == preposition; });
  }

  void reclaim(std::uint32_t index, const std::vector<std::string>& prepositions) {
    const std::uint32_t head = g_.predicates[index].head;
    if (from_complements(head, prepositions, 0)) return;
    const std::uint32_t verb = g_.governor(parsed_.head(head));
    if (parsed_.head(head) == kNone || verb == kNone || g_.predicates[verb].kind == PredicateKind::noun)
      return;
    const std::uint32_t end = parsed_.subtree(head).end;
    std::uint32_t before = kNone;
    for (std::uint32_t a = g_.predicates[verb].first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      const std::string_view preposition = argument.slot == Slot::agent ? "par" : argument.preposition;
      const bool wanted =
          std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
      if (!wanted || argument.word < end || !adjoins(end, parsed_.subtree(argument.word).begin)) {
        before = a;
        continue;
      }
      complements_.push_back({argument.word, preposition});
      if (!governs(verb, preposition)) g_.remove_argument(verb, before, a);
      return;
    }
  }

  /// Nothing but commas, a date and the adverb of a preposition ("auprès de") stands between.
  bool adjoins(std::uint32_t end, std::uint32_t begin) const {
    for (std::uint32_t w = end; w < begin; ++w)
      if (parsed_.word(w).upos != Upos::PUNCT && !g_.is_time(w) &&
          !g_.frames().is(WordClass::complex_adverb, parsed_.word(w).lemma))
        return false;
    return end <= begin;
  }

  bool governs(std::uint32_t verb, std::string_view preposition) const {
    const Frame* frame = g_.frame_of(verb);
    if (frame == nullptr) return false;
    return std::any_of(frame->arguments.begin(), frame->arguments.end(), [&](const ArgumentPattern& p) {
      return std::find(p.prepositions.begin(), p.prepositions.end(), preposition) != p.prepositions.end();
    });
  }

  /// Down the complements with "de": "la venue de l'équipe d'une université à Lima".
  bool from_complements(std::uint32_t head, const std::vector<std::string>& prepositions, int depth) {
    if (depth > 3) return false;
    for (const std::uint32_t c : parsed_.children(head)) {
      if (depth > 0 && parsed_.deprel(c) == Deprel::amod && from_complements(c, prepositions, depth))
        return true;
      const Deprel u = universal(parsed_.deprel(c));
      if ((u != Deprel::nmod && u != Deprel::obl) || c < head || g_.is_time(c)) continue;
      const std::string_view preposition = g_.case_of(c);
      if (depth > 0 && !g_.claimed[c] &&
          std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end()) {
        complements_.push_back({c, preposition});
        g_.claimed[c] = true;
        return true;
      }
      if (preposition == "de" && from_complements(c, prepositions, depth + 1)) return true;
    }
    return false;
  }

  std::uint32_t take(std::string_view preposition) {
    for (std::size_t i = 0; i < complements_.size(); ++i) {
      if (complements_[i].preposition != preposition) continue;
      const std::uint32_t word = g_.counted(complements_[i].word);
      complements_.erase(complements_.begin() + static_cast<std::ptrdiff_t>(i));
      // "la destruction de sept des seize ponts": the number counts what stands right behind it
      if (parsed_.word(word).upos == Upos::NUM && i < complements_.size() &&
          complements_[i].preposition == preposition &&
          parsed_.subtree(complements_[i].word).begin == word + 1) {
        const std::uint32_t noun = take(preposition);
        g_.partitive_count[noun] = word;
        return noun;
      }
      return word;
    }
    return kNone;
  }

  void put(std::uint32_t index, Slot slot, std::uint32_t word, std::string_view preposition,
           std::string_view rule) {
    if (word != kNone) g_.add_argument(index, slot, word, preposition, rule);
  }

  void others(std::uint32_t index) {
    for (const Complement& c : complements_)
      put(index, Slot::oblique, c.word, c.preposition, "noun-complement");
  }

  void agent(std::uint32_t index) {
    std::uint32_t subject = take("par");
    if (subject == kNone) subject = take("de la part de");
    if (subject == kNone) subject = holder_;
    std::uint32_t of = take("de");
    if (subject == kNone && of != kNone && is_kind(of)) of = kNone;  // "un projet de loi"
    if (of == kNone && subject == kNone)  // "la visite à Oslo du roi": a town has no king of its own
      for (std::size_t i = 0; i < complements_.size() && of == kNone; ++i)
        of = beside_agent(complements_[i].word);
    put(index, Slot::subject, subject != kNone ? subject : of, {}, "noun-agent");
    if (subject != kNone) put(index, Slot::oblique, of, "de", "noun-complement");
    others(index);
  }

  void action(std::uint32_t index) {
    std::uint32_t subject = take("par");
    std::uint32_t of = take("de");
    if (of == kNone && subject != kNone) of = beside_agent(subject);
    if (subject == kNone && (of != kNone || !possessive_)) subject = holder_;
    put(index, Slot::subject, subject, {}, "noun-agent");
    put(index, Slot::object, of != kNone ? of : (possessive_ && subject != holder_ ? holder_ : kNone), "",
        "noun-patient");
    others(index);
  }

  /// "l'utilisation par Oslo des navires": a name has no complement of its own.
  std::uint32_t beside_agent(std::uint32_t agent) const {
    if (parsed_.word(agent).upos != Upos::PROPN) return kNone;
    for (const std::uint32_t c : parsed_.children(agent))
      if (universal(parsed_.deprel(c)) == Deprel::nmod && g_.case_of(c) == "de") return c;
    return kNone;
  }

  void symmetric(std::uint32_t index) {
    const std::uint32_t between = take("entre");
    if (between != kNone) {
      put(index, Slot::subject, between, {}, "noun-between");
      // "un accord de paix entre Malte et Oslo"
      std::erase_if(complements_,
                    [&](const Complement& c) { return c.preposition == "de" && is_kind(c.word); });
    } else {
      std::uint32_t of = take("de");
      if (of != kNone && is_kind(of)) of = kNone;
      put(index, Slot::subject, holder_ != kNone ? holder_ : of, {}, "noun-party");
      if (holder_ != kNone) put(index, Slot::oblique, of, "de", "noun-complement");
    }
    others(index);
  }

  /// Of a noun without a frame only the complement with "de" is certain to be its own.
  void property(std::uint32_t index) {
    for (const Complement& c : complements_)
      if ((c.preposition == "de" && !is_kind(c.word)) || is_seat(index, c) || is_part(c.preposition))
        put(index, Slot::oblique, c.word, c.preposition, "noun-complement");
  }

  /// "une ville du nord de la Norvège"
  static bool is_part(std::string_view preposition) {
    for (const std::string_view side : {"nord de", "sud de", "est de", "ouest de", "centre de"})
      if (preposition.ends_with(side) && preposition.starts_with("d")) return true;
    return false;
  }

  /// "l'ambassade de Malte à Riga", "le port sur le détroit": where a body or thing stands.
  bool is_seat(std::uint32_t index, const Complement& c) const {
    const Frame* frame = g_.frame_of(index);
    if (frame == nullptr || frame->nominal != Nominal::property ||
        (c.preposition != "à" && c.preposition != "en"))
      return false;
    const std::uint32_t m = g_.mentions().mention_at[c.word];
    if (m == kNone) return false;
    const Mention& mention = g_.mentions().mentions[m];
    const EntityType type = g_.mentions().entity_of(mention).type;
    return mention.as_place || type == EntityType::Place || type == EntityType::State;
  }

  /// "accord de défense", "forces de sécurité": a bare common noun says of what kind the noun is.
  bool is_kind(std::uint32_t word) const {
    if (parsed_.word(word).upos != Upos::NOUN) return false;
    for (const std::uint32_t c : parsed_.children(word)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u == Deprel::det || u == Deprel::nummod || u == Deprel::nmod) return false;
    }
    return true;
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
  std::vector<Complement> complements_;
  std::uint32_t holder_ = kNone;
  bool possessive_ = false;
};

}  // namespace

void find_nominal_arguments(PredicateGraph& graph) { NominalArguments(graph).run(); }

}  // namespace maillon
