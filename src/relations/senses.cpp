// In which sense a word is used: of its frames the one whose conditions its arguments meet, else none, so
// that the statement gets the open relation. Runs when the arguments are complete; before, the frame chosen
// by the complements alone says who controls them.
#include <algorithm>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Senses {
 public:
  explicit Senses(PredicateGraph& graph) : g_(graph), frames_(graph.frames()) {}

  void run() {
    complements();
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p)
      if (g_.predicates[p].frame != kNone) settle(p);
  }

 private:
  /// What clauses each predicate governs.
  void complements() {
    complements_.assign(g_.predicates.size(), 0);
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) {
      const PredicateInstance& i = g_.predicates[p];
      if (i.link == Link::parenthetical && i.kind == PredicateKind::verb)
        complements_[p] |= kClauseComplement;
      if (i.link != Link::complement || i.parent == kNone) continue;
      const bool infinitive =
          !i.finite && i.kind == PredicateKind::verb && i.marker != "que" && !has_finite_part(i.head);
      complements_[i.parent] |= infinitive ? kInfinitiveComplement : kClauseComplement;
      if (!infinitive && is_question(i)) complements_[i.parent] |= kQuestionComplement;
    }
  }

  /// "si Malte cédera", "pourquoi Malte a cédé"
  bool is_question(const PredicateInstance& p) const {
    if (p.marker == "si") return true;
    if (!p.marker.empty() || !p.finite) return false;
    const std::uint32_t first = g_.parsed().subtree(p.head).begin;
    return frames_.is(WordClass::question_word, g_.parsed().word(first).lemma);
  }

  /// "que Malte ait cédé", "être prêt": the auxiliary or copula may carry what tells the clause's kind.
  bool has_finite_part(std::uint32_t head) const {
    for (const std::uint32_t c : g_.parsed().children(head)) {
      const Deprel d = g_.parsed().deprel(c);
      if ((universal(d) == Deprel::aux || d == Deprel::cop) &&
          g_.parsed().word(c).morph.verb_form == VerbForm::fin)
        return true;
    }
    return false;
  }

  void settle(std::uint32_t index) {
    PredicateInstance& p = g_.predicates[index];
    if (frames_.at(p.frame).nominal == Nominal::role) return;  // settled where the role is stated
    gather(index);
    const std::uint32_t first = p.frame;
    const bool good = admits(p, first);
    p.frame = kNone;
    for (const Trigger kind : {Trigger::reflexive, Trigger::verb, Trigger::noun, Trigger::adjective}) {
      if (!may_trigger(p, kind)) continue;
      const std::vector<std::uint32_t>* all = frames_.frames_of(kind, p.lemma);
      if (all == nullptr) continue;
      for (const std::uint32_t f : *all) {
        if (f == first && good) {
          p.frame = first;
          return;
        }
        if (f == first || frames_.at(f).is_operator || !calls(p, kind, f)) continue;
        // what the complements chose yields only to a better frame that states when it is meant
        if (good && !frames_.conditioned(kind, p.lemma, f)) continue;
        p.frame = f;
        return;
      }
    }
    if (good) p.frame = first;
  }

  static bool may_trigger(const PredicateInstance& p, Trigger kind) {
    switch (p.kind) {
      case PredicateKind::verb:
        return kind == Trigger::verb || (kind == Trigger::reflexive && p.voice == Voice::reflexive);
      case PredicateKind::noun:
        return kind == Trigger::noun;
      case PredicateKind::adjective:
        return kind == Trigger::adjective || kind == Trigger::verb;
      case PredicateKind::copula:
        return false;
    }
    return false;
  }

  /// Whether the frame that the complements chose holds in this use.
  bool admits(const PredicateInstance& p, std::uint32_t frame) const {
    for (const Trigger kind : {Trigger::reflexive, Trigger::verb, Trigger::noun, Trigger::adjective}) {
      if (!may_trigger(p, kind)) continue;
      const std::vector<std::uint32_t>* all = frames_.frames_of(kind, p.lemma);
      if (all == nullptr || std::find(all->begin(), all->end(), frame) == all->end()) continue;
      return calls(p, kind, frame);
    }
    return frames_.calls(Trigger::locution, p.lemma, frame, use_);
  }

  /// "se vendre", "se tromper": with "se" and without object or clause a verb is another, unless it is listed
  /// so or acts on its like.
  bool calls(const PredicateInstance& p, Trigger kind, std::uint32_t frame) const {
    if (kind == Trigger::verb && p.voice == Voice::reflexive && !use_.object.present &&
        use_.complements == 0 && !frames_.at(frame).symmetric)
      return false;
    return frames_.calls(kind, p.lemma, frame, use_);
  }

  void gather(std::uint32_t index) {
    const PredicateInstance& p = g_.predicates[index];
    use_.subject = use_.object = {};
    use_.obliques.clear();
    use_.complements = complements_[index];
    use_.reflexive = p.voice == Voice::reflexive;
    use_.passive = p.voice == Voice::passive;
    for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      switch (argument.slot) {
        case Slot::subject:
        case Slot::agent:
          if (!use_.subject.present) use_.subject = facts(argument);
          break;
        case Slot::object:
          if (!use_.object.present) use_.object = facts(argument);
          break;
        case Slot::oblique:
          use_.obliques.push_back(facts(argument));
          break;
        case Slot::attribute:
          use_.complements |= kPredicateComplement;
          break;
        case Slot::content:
          use_.complements |= kClauseComplement;
          break;
      }
    }
  }

  ParticipantFacts facts(const Argument& a) const {
    ParticipantFacts out = g_.facts(a.word);
    out.preposition = a.preposition;
    return out;
  }

  PredicateGraph& g_;
  const FrameSet& frames_;
  std::vector<std::uint8_t> complements_;  ///< of each predicate
  UseFacts use_;
};

}  // namespace

void settle_senses(PredicateGraph& graph) { Senses(graph).run(); }

}  // namespace maillon
