// Nouns that state: "la visite du roi à Malte", "l'accord entre X et Y", "le soutien suédois à Oslo". How the
// complements map on roles is the frame's Nominal.
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
    if (complements_.empty() && holder_ == kNone) return;
    const Frame* frame = g_.frame_of(index);
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
          complements_.push_back({g_.antecedent(c), "de"});
          continue;
        }
        const std::string_view preposition = g_.case_of(c);
        if (preposition.empty()) continue;
        if (g_.frames().is(WordClass::circumstance_noun, w.lemma)) continue;
        complements_.push_back({c, preposition});
      }
    }
  }

  std::uint32_t take(std::string_view preposition) {
    for (std::size_t i = 0; i < complements_.size(); ++i) {
      if (complements_[i].preposition != preposition) continue;
      const std::uint32_t word = complements_[i].word;
      complements_.erase(complements_.begin() + static_cast<std::ptrdiff_t>(i));
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
    const std::uint32_t of = take("de");
    put(index, Slot::subject, subject != kNone ? subject : of, {}, "noun-agent");
    if (subject != kNone) put(index, Slot::oblique, of, "de", "noun-complement");
    others(index);
  }

  void action(std::uint32_t index) {
    std::uint32_t subject = take("par");
    const std::uint32_t of = take("de");
    if (subject == kNone && (of != kNone || !possessive_)) subject = holder_;
    put(index, Slot::subject, subject, {}, "noun-agent");
    put(index, Slot::object, of != kNone ? of : (possessive_ && subject != holder_ ? holder_ : kNone), "",
        "noun-patient");
    others(index);
  }

  void symmetric(std::uint32_t index) {
    const std::uint32_t between = take("entre");
    if (between != kNone) {
      put(index, Slot::subject, between, {}, "noun-between");
    } else {
      const std::uint32_t of = take("de");
      put(index, Slot::subject, holder_ != kNone ? holder_ : of, {}, "noun-party");
      if (holder_ != kNone) put(index, Slot::oblique, of, "de", "noun-complement");
    }
    others(index);
  }

  /// Of a noun without a frame only the complement with "de" is certain to be its own.
  void property(std::uint32_t index) {
    for (const Complement& c : complements_)
      if (c.preposition == "de") put(index, Slot::oblique, c.word, c.preposition, "noun-complement");
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
