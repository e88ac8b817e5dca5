// Subjects that stand behind their verb and that the tree takes for something else. Works on surface
// functions, before participants are shared.
#include <algorithm>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Inversion {
 public:
  explicit Inversion(PredicateGraph& graph) : g_(graph), parsed_(graph.parsed()) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(g_.predicates.size());
    for (std::uint32_t p = 0; p < count; ++p) {
      if (at(p).kind != PredicateKind::verb || !at(p).finite || at(p).impersonal) continue;
      repair_speaker(p);
      repair_inversion(p);
      repair_relative(p);
    }
  }

 private:
  PredicateInstance& at(std::uint32_t p) { return g_.predicates[p]; }

  /// "a déclaré la ministre", "« … », anticipe l'expert": who stands after a verb of speech that governs no
  /// clause of its own is its speaker, whatever stands before.
  void repair_speaker(std::uint32_t index) {
    if (at(index).voice != Voice::active || at(index).coordinated != kNone || !g_.attributes(index)) return;
    const std::uint32_t subject = g_.argument(index, Slot::subject);
    if (subject != kNone && (g_.names_actor(g_.arguments[subject].word) || !after_mark(index))) return;
    for (std::uint32_t a = at(index).first_argument; a != kNone; a = g_.arguments[a].next) {
      const bool follows = g_.arguments[a].slot == Slot::object && g_.arguments[a].word > at(index).head;
      if (!follows || (!g_.names_actor(g_.arguments[a].word) && !at(index).reports)) continue;
      g_.arguments[a].slot = Slot::subject;
      if (subject != kNone) g_.arguments[subject].slot = Slot::object;
      return;
    }
  }

  /// "Ont signé le texte le Chili et l'Uruguay": two noun phrases without a comma after a verb without
  /// subject.
  void repair_inversion(std::uint32_t index) {
    if (at(index).voice != Voice::active || at(index).coordinated != kNone || g_.has(index, Slot::subject))
      return;
    const std::uint32_t object = g_.argument(index, Slot::object);
    if (object == kNone || g_.arguments[object].word < at(index).head) return;
    for (const std::uint32_t c : parsed_.children(g_.arguments[object].word)) {
      if (parsed_.deprel(c) != Deprel::appos || !g_.names_actor(c)) continue;
      if (parsed_.word(parsed_.subtree(c).begin).upos == Upos::PUNCT) continue;
      return g_.add_argument(index, Slot::subject, c, {}, "inverted-subject");
    }
  }

  /// The verb or its auxiliary follows a comma or a closing quotation mark.
  bool after_mark(std::uint32_t index) const {
    const std::uint32_t first = g_.predicates[index].words.begin;
    return first > 0 && parsed_.word(first - 1).upos == Upos::PUNCT;
  }

  /// "les navires que doit vendre Malte", "les ports dont pourront se servir les marins": the bare noun
  /// phrase behind the verb is its subject.
  void repair_relative(std::uint32_t index) {
    if (at(index).link != Link::relative || g_.has(index, Slot::subject)) return;
    std::uint32_t verb = index;
    const auto count = static_cast<std::uint32_t>(g_.predicates.size());
    for (std::uint32_t q = index + 1; q < std::min(index + 4, count); ++q)
      if (at(q).parent == index && at(q).link == Link::complement && !at(q).finite &&
          !g_.has(q, Slot::subject))
        verb = q;
    std::uint32_t before = kNone, found = kNone, found_before = kNone;
    bool antecedent = false;
    if (verb != index) antecedent = hand_down(index, verb);
    for (std::uint32_t a = at(verb).first_argument; a != kNone; before = a, a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      if (argument.word < at(index).head) {
        antecedent |= argument.slot == Slot::object || argument.slot == Slot::oblique;
      } else if (argument.word > at(verb).head && argument.preposition.empty() &&
                 (argument.slot == Slot::object || argument.slot == Slot::oblique) && found == kNone) {
        found = a;
        found_before = before;
      }
    }
    if (!antecedent || found == kNone) return;
    const std::uint32_t word = g_.arguments[found].word;
    g_.remove_argument(verb, found_before, found);
    g_.add_argument(index, Slot::subject, word, {}, "inverted-subject");
  }

  /// "dont pourront se servir …": what hangs on the operator is its infinitive's.
  bool hand_down(std::uint32_t from, std::uint32_t to) {
    bool any = false;
    std::uint32_t before = kNone;
    for (std::uint32_t a = at(from).first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      if (argument.word > at(from).head) {
        before = a;
        continue;
      }
      g_.remove_argument(from, before, a);
      g_.add_argument(to, argument.slot, argument.word, argument.preposition, argument.rule);
      any = true;
    }
    return any;
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
};

}  // namespace

void find_inverted_subjects(PredicateGraph& graph) { Inversion(graph).run(); }

}  // namespace maillon
