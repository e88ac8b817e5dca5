// Clauses as arguments: "promettre d'envoyer un médiateur" states (X; promettre; médiateur), "dire que Malte
// a cédé" (X; dire; "Malte a cédé").
#include <algorithm>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Clauses {
 public:
  explicit Clauses(PredicateGraph& graph) : g_(graph) {}

  void run() {
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) {
      const PredicateInstance& i = g_.predicates[p];
      if (i.link != Link::complement || i.parent == kNone || i.coordinated != kNone) continue;
      represent(p, i.parent);
    }
  }

 private:
  /// A finite clause is the content of what is said. Of an infinitive the main participant stands for it: its
  /// object, as the subject is shared.
  void represent(std::uint32_t clause, std::uint32_t governor) {
    const Frame* frame = g_.frame_of(governor);
    const bool represented = frame != nullptr && frame->representative;
    if ((!represented && !g_.predicates[governor].reports) || g_.has(governor, Slot::object)) return;
    if (!represented && g_.frames().is(WordClass::incomplete_verb, g_.predicates[governor].lemma)) return;
    if (g_.predicates[governor].kind != PredicateKind::verb) return;
    if (g_.predicates[clause].finite || g_.predicates[clause].goal != kNone)
      return g_.add_argument(governor, Slot::content, g_.predicates[clause].head, {}, "clause-content");
    if (!represented || frame->clause.modality == Modality::possible)
      return;  // "hésiter à", "craindre de": nothing stands for it
    // "se dit proche de X" tells of the speaker
    if (g_.predicates[governor].voice == Voice::reflexive &&
        g_.predicates[clause].kind != PredicateKind::verb)
      return;
    if (frame->clause.control == Control::indirect && has_recipient(governor)) return;  // "demander à X de"
    // "affirme avoir vendu le port", "promet d'envoyer un médiateur": the deed, not the port or the mediator
    if (is_infinitive_of(clause, governor))
      return g_.add_argument(governor, Slot::content, g_.predicates[clause].head, {}, "clause-content");
    const std::uint32_t word = participant(clause, governor, 0);
    if (word != kNone) g_.add_argument(governor, Slot::object, word, {}, "clause-participant", true);
  }

  bool is_infinitive_of(std::uint32_t clause, std::uint32_t governor) const {
    const ParsedText& parsed = g_.parsed();
    const std::uint32_t head = g_.predicates[clause].head;
    const std::uint32_t copula = parsed.child(head, Deprel::cop);
    const auto is_infinitive = [&](std::uint32_t w) {
      return parsed.word(w).morph.verb_form == VerbForm::inf;
    };
    bool infinitive = is_infinitive(copula == kNone ? head : copula);
    for (const std::uint32_t c : parsed.children(head))  // "avoir vendu"
      infinitive |= universal(parsed.deprel(c)) == Deprel::aux && is_infinitive(c);
    return infinitive && parsed.head(head) != kNone && g_.predicate_at[parsed.head(head)] == governor;
  }

  std::uint32_t participant(std::uint32_t clause, std::uint32_t governor, int depth) const {
    const PredicateInstance& p = g_.predicates[clause];
    const Frame* frame = g_.frame_of(clause);
    if (frame != nullptr && frame->is_operator && depth < 3) {
      const auto end = std::min(clause + 5, static_cast<std::uint32_t>(g_.predicates.size()));
      for (std::uint32_t q = clause + 1; q < end; ++q)
        if (g_.predicates[q].parent == clause && g_.predicates[q].link == Link::complement)
          return participant(q, governor, depth + 1);
    }
    for (const Slot slot : {Slot::subject, Slot::object, Slot::oblique, Slot::attribute}) {
      for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next) {
        const Argument& argument = g_.arguments[a];
        if (argument.slot != slot || takes_part(governor, argument.word)) continue;
        if (g_.mentions().mention_at[argument.word] != kNone) return argument.word;
      }
    }
    return kNone;
  }

  bool has_recipient(std::uint32_t governor) const {
    for (std::uint32_t a = g_.predicates[governor].first_argument; a != kNone; a = g_.arguments[a].next)
      if (g_.arguments[a].slot == Slot::oblique && g_.arguments[a].preposition == "à") return true;
    return false;
  }

  /// The governor has that participant already: "lui ont demandé de céder".
  bool takes_part(std::uint32_t governor, std::uint32_t word) const {
    for (std::uint32_t a = g_.predicates[governor].first_argument; a != kNone; a = g_.arguments[a].next)
      if (g_.arguments[a].word == word || same(g_.arguments[a].word, word)) return true;
    return false;
  }

  bool same(std::uint32_t a, std::uint32_t b) const {
    if (a == kNone || b == kNone) return false;
    const MentionSet& m = g_.mentions();
    const std::uint32_t x = m.mention_at[a], y = m.mention_at[b];
    return x != kNone && y != kNone && m.mentions[x].entity == m.mentions[y].entity;
  }

  PredicateGraph& g_;
};

}  // namespace

void represent_clauses(PredicateGraph& graph) { Clauses(graph).run(); }

}  // namespace maillon
