// One name in one article is one kind of thing: its mentions vote, each with the weight of the rule that
// typed it.
#include <array>
#include <utility>

#include "mentions/name_typer.hpp"

namespace maillon {

namespace {

/// What stands beside a name says more than how it is used, and that more than nothing.
enum Weight : int { kGuess = 1, kShape = 4, kPlaced = 12, kBeside = 24 };

int weight(std::string_view rule) {
  if (rule == "name.unknown" || rule == "name.common-word") return 0;
  for (const std::string_view guess :
       {"name.bare-subject", "name.acting-with-article", "name.complement", "name.of-river", "name.agent",
        "name.maker", "name.opponent", "name.company-of", "name.english-words", "name.object",
        "name.of-occasion", "name.brand"})
    if (rule == guess) return kGuess;
  if (rule == "name.as-firm") return kPlaced;
  if (rule.starts_with("name.several-words") || rule.starts_with("name.lexicon") || rule == "name.plural" ||
      rule == "name.quoted" || rule == "name.speaks" || rule == "name.recipient" ||
      rule == "name.after-place-preposition" || rule == "name.near" || rule == "name.coordinated" ||
      rule == "name.in-list" || rule == "name.of-firm" || rule == "name.of-town" || rule == "name.of-agency")
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
    if (name.phrase || universal(parsed_.deprel(name.head)) != Deprel::conj) continue;
    const std::uint32_t head = parsed_.head(name.head);
    if (head == kNone || draft_.name_at[head] == kNone) continue;
    NameSpan& first = draft_.names[draft_.name_at[head]];
    if (name.entry == kNone && weight(name.rule) <= kGuess && weight(first.rule) > kGuess)
      set(name, place(first), "name.coordinated");
    else if (weight(first.rule) <= kGuess && weight(name.rule) > kGuess && first.entry == kNone &&
             !first.phrase)
      set(first, place(name), "name.coordinated");
  }
  list();
}

/// "Munich, Torvald et Brême": names in a row with nothing but marks, a coordinator and small words between
/// them, where the tree does not join them. Those that are known must be of one kind.
void NameTyper::list() {
  std::vector<NameSpan>& names = draft_.names;
  for (std::size_t begin = 0; begin < names.size();) {
    std::size_t end = begin + 1;
    bool coordinated = false;
    while (end < names.size() && in_row(names[end - 1], names[end], coordinated)) ++end;
    EntityType kind = EntityType::Literal;
    bool one_kind = true;
    for (std::size_t i = begin; i < end; ++i) {
      if (weight(names[i].rule) <= kGuess) continue;
      const EntityType t = names[i].type == EntityType::State ? EntityType::Place : names[i].type;
      one_kind &= kind == EntityType::Literal || kind == t;
      kind = t;
    }
    if (coordinated && one_kind && kind != EntityType::Literal)
      for (std::size_t i = begin; i < end; ++i)
        if (weight(names[i].rule) <= kGuess && !names[i].phrase) set(names[i], kind, "name.in-list");
    begin = end;
  }
}

/// Only commas, a coordinator, de and articles stand between the names.
bool NameTyper::in_row(const NameSpan& a, const NameSpan& b, bool& coordinated) const {
  if (a.phrase || b.words.begin <= a.words.end || b.words.begin > a.words.end + 3) return false;
  bool mark = false;
  for (std::uint32_t i = a.words.end; i < b.words.begin; ++i) {
    const TaggedWord& w = parsed_.word(i);
    if (w.upos == Upos::CCONJ && (w.form == "et" || w.form == "ou"))
      coordinated = mark = true;
    else if (w.form == ",")
      mark = true;
    else if (w.upos != Upos::DET && w.lemma != "de")
      return false;
  }
  return mark;
}

void NameTyper::agree() {
  struct Votes {
    std::array<int, kEntityTypeCount> of_type{};
    std::uint32_t mentions = 0;
    bool ruled = false;
  };
  StringMap<Votes> votes;
  for (const NameSpan& name : draft_.names) {
    if (name.phrase || name.entry != kNone) continue;
    Votes& v = votes[name.key];
    v.of_type[static_cast<std::size_t>(name.type)] += weight(name.rule);
    ++v.mentions;
    v.ruled = v.ruled || ruled(name);
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
    // a place with a president or a king is a state
    if (v.ruled && v.of_type[at(EntityType::Place)] >= kShape) state += std::exchange(as_place, 0) + kShape;
    std::size_t best = at(name.type);
    for (std::size_t t = 0; t < sums.size(); ++t)
      if (sums[t] > sums[best]) best = t;
    // nobody presides over a person
    if (v.ruled && best == at(EntityType::Person) && sums[best] < kBeside)
      best = at(EntityType::Organization);
    if (best != at(name.type)) set(name, static_cast<EntityType>(best), "name.as-elsewhere");
  }
}

}  // namespace maillon
