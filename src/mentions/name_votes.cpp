// One name in one article is one kind of thing: its mentions vote, each with the weight of the rule that
// typed it.
#include <array>
#include <utility>

#include "mentions/name_typer.hpp"

namespace maillon {

namespace {

/// What stands beside a name says more than how it is used, and that more than nothing.
enum Weight : int { kGuess = 1, kShape = 4, kBeside = 9 };

int weight(std::string_view rule) {
  if (rule == "name.unknown" || rule == "name.common-word") return 0;
  for (const std::string_view guess :
       {"name.bare-subject", "name.acting-with-article", "name.complement", "name.of-river", "name.agent",
        "name.maker", "name.opponent", "name.company-of", "name.english-words", "name.object"})
    if (rule == guess) return kGuess;
  if (rule.starts_with("name.several-words") || rule.starts_with("name.lexicon") || rule == "name.plural" ||
      rule == "name.quoted" || rule == "name.speaks" || rule == "name.recipient" ||
      rule == "name.after-place-preposition" || rule == "name.coordinated")
    return kShape;
  return kBeside;
}

}  // namespace

/// A name of unknown kind is what the names it is coordinated with are: "Berg, Novak et Weiss".
void NameTyper::coordinate() {
  const auto place = [](const NameSpan& n) {
    return n.type == EntityType::State ? EntityType::Place : n.type;
  };
  for (NameSpan& name : draft_.names) {
    if (name.phrase || name.entry != kNone || universal(parsed_.deprel(name.head)) != Deprel::conj) continue;
    const std::uint32_t head = parsed_.head(name.head);
    if (head == kNone || draft_.name_at[head] == kNone) continue;
    NameSpan& first = draft_.names[draft_.name_at[head]];
    if (weight(name.rule) <= kGuess && weight(first.rule) > kGuess)
      set(name, place(first), "name.coordinated");
    else if (weight(first.rule) <= kGuess && weight(name.rule) > kGuess && first.entry == kNone &&
             !first.phrase)
      set(first, place(name), "name.coordinated");
  }
}

void NameTyper::agree() {
  struct Votes {
    std::array<int, kEntityTypeCount> of_type{};
    std::uint32_t mentions = 0;
  };
  StringMap<Votes> votes;
  for (const NameSpan& name : draft_.names) {
    if (name.phrase || name.entry != kNone) continue;
    Votes& v = votes[name.key];
    v.of_type[static_cast<std::size_t>(name.type)] += weight(name.rule);
    ++v.mentions;
  }
  const auto at = [](EntityType t) { return static_cast<std::size_t>(t); };
  for (NameSpan& name : draft_.names) {
    if (name.phrase || name.entry != kNone) continue;
    const Votes& v = votes.find(name.key)->second;
    if (v.mentions < 2) continue;
    // what is a state by one clue is a place by all others
    std::array<int, kEntityTypeCount> sums = v.of_type;
    int& state = sums[at(EntityType::State)];
    int& as_place = sums[at(EntityType::Place)];
    if (state > 0) state += std::exchange(as_place, 0);
    std::size_t best = at(name.type);
    for (std::size_t t = 0; t < sums.size(); ++t)
      if (sums[t] > sums[best]) best = t;
    if (best != at(name.type)) set(name, static_cast<EntityType>(best), "name.as-elsewhere");
  }
}

}  // namespace maillon
