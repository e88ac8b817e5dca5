// How strongly a word attracts a prepositional phrase to its right: counts that
// tests/tools/attachment_counts.cpp takes from treebanks and schemas/fr/syntax/attraction.tsv holds. They
// only rank what the grammar allows.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_arena.hpp"
#include "base/string_map.hpp"

namespace maillon::syntax {

/// What kind of word a phrase may hang on.
/// A bare noun has no determiner (en suspens), a measure a numeral in its place (20 ans).
enum class Host : std::uint8_t {
  finite,
  infinitive,
  participle,
  noun,
  bare_complement,  ///< after a preposition
  bare_object,      ///< prendre part
  measure,
  name,
  number,
  pronoun,
  adjective,
  adverb
};
inline constexpr int kHostCount = static_cast<int>(Host::adverb) + 1;
std::string_view to_string(Host);

/// Prepositions that valencies and counts tell apart; 0 is "none or another".
using Preposition = std::uint8_t;
inline constexpr Preposition kNoPreposition = 0;
inline constexpr int kPrepositionLimit = 40;

/// What stands behind the preposition.
enum class PhraseKind : std::uint8_t { bare, determined, counted, time, name, pronoun, number };
inline constexpr int kPhraseKindCount = static_cast<int>(PhraseKind::number) + 1;
std::string_view to_string(PhraseKind);

/// What the sentence so far says of a candidate, beside its word; each counts for itself.
/// coordination: 0 none, 1 the candidate continues another word, 2 another one continues it
/// case: its own preposition; 0 none, 1 that of the phrase, 2 de, 3 another
/// distance: words up to the phrase, in classes; object: 1 where it has one
struct Traits {
  std::uint8_t coordination = 0, case_ = 0, distance = 0, object = 0;

  std::array<std::uint8_t, 4> values() const { return {coordination, case_, distance, object}; }
};
inline constexpr std::size_t kTraitCount = 4;
inline constexpr int kTraitLimit = 5;  ///< values of one trait
inline constexpr std::array<std::string_view, kTraitCount> kTraitNames = {"coordination", "case", "distance",
                                                                          "object"};
constexpr std::uint8_t distance_class(std::uint32_t words) {
  return words <= 1 ? 0 : words <= 3 ? 1 : words <= 6 ? 2 : words <= 10 ? 3 : 4;
}

/// Candidates are numbered from the phrase leftwards and upwards; beyond this they count alike.
inline constexpr int kStepLimit = 5;

/// All values in hundredths of a bit of log odds.
class Attraction {
 public:
  using Numbers = ViewMap<Preposition>;

  /// `prepositions` maps forms to their numbers.
  Status load(const Schemas&, const Numbers& prepositions);

  /// `step`: how many candidates are nearer; `comma`: a mark stands right before the phrase.
  int value(Host host, std::string_view lemma, Preposition p, int step, bool comma, PhraseKind kind,
            const Traits& traits) const {
    int sum = general_[index(host, p, step, comma, kind)] + lexical(host, lemma, p);
    const auto values = traits.values();
    for (std::size_t t = 0; t < kTraitCount; ++t)
      sum += traits_[trait_index(host, p, t, step > 0) + values[t]];
    return sum;
  }

  /// What a phrase of preposition and noun ("dans le cadre") adds for verbs, against nouns.
  int verbal(Preposition p, std::string_view noun) const { return find(phrases_, noun, p); }

 private:
  Status load_general(Host host, const std::vector<std::string_view>& columns, const Numbers& prepositions);
  Status load_trait(const std::vector<std::string_view>& columns, const Numbers& prepositions);
  static std::size_t index(Host host, Preposition p, int step, bool comma, PhraseKind kind) {
    const int s = step < kStepLimit ? step : kStepLimit - 1;
    return (((static_cast<std::size_t>(host) * kPrepositionLimit + p) * kStepLimit +
             static_cast<std::size_t>(s)) *
                2 +
            comma) *
               kPhraseKindCount +
           static_cast<std::size_t>(kind);
  }
  static std::size_t trait_index(Host host, Preposition p, std::size_t trait, bool far) {
    return (((static_cast<std::size_t>(host) * kPrepositionLimit + p) * kTraitCount + trait) * 2 + far) *
           kTraitLimit;
  }
  int lexical(Host host, std::string_view lemma, Preposition p) const {
    return find(lexical_[static_cast<std::size_t>(host)], lemma, p);
  }
  using Table = ViewMap<std::array<std::int16_t, kPrepositionLimit>>;
  static int find(const Table& table, std::string_view lemma, Preposition p) {
    const auto at = table.find(lemma);
    return at == table.end() ? 0 : at->second[p];
  }

  StringArena strings_;
  std::array<std::int16_t, kHostCount * kPrepositionLimit * kStepLimit * 2 * kPhraseKindCount> general_{};
  std::array<std::int16_t, kHostCount * kPrepositionLimit * kTraitCount * 2 * kTraitLimit> traits_{};
  std::array<Table, kHostCount> lexical_;
  Table phrases_;
};

}  // namespace maillon::syntax
