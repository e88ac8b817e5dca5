// Descriptions and pronouns -> the entities they take up, in one pass through the text. Internal to
// mentions/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.hpp"
#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

class ReferenceLinker {
 public:
  explicit ReferenceLinker(Draft& draft)
      : draft_(draft),
        parsed_(draft.parsed),
        words_(draft.vocabulary.words),
        busy_(draft.mentions.size(), false) {
    find_asides();
  }

  void run() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) resolve(m);
  }

 private:
  /// Gives m its entity; a mention that another one waits for may be resolved before its turn.
  void resolve(std::uint32_t m);
  void fresh(std::uint32_t m);
  void find_asides();
  /// The mention stands in the headline of another article: names aside, the text does not take it up.
  bool aside(std::uint32_t m) const {
    return !asides_.empty() && asides_[parsed_.sentence_of(draft_.mentions[m].head)];
  }
  void remember(std::uint32_t m);

  // descriptions.cpp
  void description(std::uint32_t m);
  bool measure(std::uint32_t m);
  bool latter(std::uint32_t m, std::string_view lemma);
  bool pair(std::uint32_t m, std::string_view lemma);
  std::optional<EntityType> last_actor(std::uint32_t m) const;
  bool counterpart(std::uint32_t m, std::string_view lemma);
  bool office_holder(std::uint32_t m, std::string_view lemma);
  bool head_of_state(std::uint32_t m);
  bool last_titled(std::uint32_t m, const StringSet& titles);
  bool of_body(std::uint32_t head) const;
  template <class Allowed>
  std::uint32_t in_subject(std::uint32_t c, Allowed allowed) const;
  std::uint32_t state_led(std::uint32_t head) const;
  bool own_state(std::uint32_t m, std::string_view lemma);
  bool takes_up(std::uint32_t m, std::string_view lemma) const;
  bool of_state(std::uint32_t m, std::uint32_t state) const;
  bool same_head(std::uint32_t m, std::string_view lemma);
  bool same_kind(std::uint32_t m);
  bool of_kind(std::uint32_t m, std::uint32_t entity, std::string_view lemma) const;
  bool generic(std::uint32_t m, std::string_view lemma);
  std::optional<EntityType> described(std::string_view lemma) const;
  bool bare(std::uint32_t m) const;
  std::uint32_t telling_verb(std::uint32_t m, std::string_view lemma) const;
  bool told(std::uint32_t m, std::string_view lemma);
  bool subset(std::uint32_t m, std::uint32_t c) const;

  // pronouns.cpp
  void pronoun(std::uint32_t m);
  bool relative(std::uint32_t m);
  bool take_subject(std::uint32_t m);
  void speaker(std::uint32_t m);
  void third_person(std::uint32_t m);
  void demonstrative(std::uint32_t m);
  bool announced(std::uint32_t m);
  bool impersonal(std::uint32_t m) const;
  static bool speaking(EntityType type);
  bool clitic_without_gender(std::uint32_t m) const;
  bool speaks_again(std::uint32_t m);
  void note_speaker(std::uint32_t m);
  bool says(std::uint32_t word) const;
  std::uint32_t speaker_around(std::uint32_t m);
  std::uint32_t speaker_by_quotation(std::uint32_t m);
  std::uint32_t subject_through(std::uint32_t verb);
  std::uint32_t controller(std::uint32_t infinitive, std::uint32_t verb) const;
  std::vector<std::uint32_t> coordinated(std::uint32_t m) const;
  int salience(std::uint32_t c, std::uint32_t sentences_away, std::uint32_t mentions_away) const;
  bool link_to_mention(std::uint32_t m, std::uint32_t other, std::string_view rule);

  static constexpr std::uint32_t kWindow = 90;  ///< mentions looked back for an antecedent

  enum class Preference { recency, salience };

  /// The best mention before m, at most `sentences` back, that `allowed` admits; by recency the last one.
  template <class Allowed>
  std::uint32_t antecedent(std::uint32_t m, std::uint32_t sentences, Allowed allowed,
                           Preference preference) const {
    const std::uint32_t here = parsed_.sentence_of(draft_.mentions[m].head);
    if (aside(m)) sentences = 0;
    std::uint32_t best = kNone;
    int best_score = 0;
    for (std::uint32_t c = m; c-- > 0 && m - c < kWindow;) {
      const Mention& candidate = draft_.mentions[c];
      const std::uint32_t away = here - parsed_.sentence_of(candidate.head);
      if (away > sentences) break;
      if (candidate.entity == kNone || (away > 0 && aside(c)) || !allowed(c)) continue;
      if (preference == Preference::recency) return c;
      const int score = salience(c, away, m - c);
      if (best == kNone || score > best_score) {
        best = c;
        best_score = score;
      }
    }
    return best;
  }

  Draft& draft_;
  const ParsedText& parsed_;
  const WordSets& words_;
  std::vector<bool> busy_;
  std::vector<bool> asides_;            ///< by sentence; empty where no headline of another article is read
  std::uint32_t last_speaker_ = kNone;  ///< entity
  std::uint32_t last_speaker_sentence_ = kNone;  ///< where it spoke
  StringMap<std::uint32_t> by_label_;            ///< folded label -> entity
  std::map<std::uint32_t, std::uint32_t> told_;  ///< verb -> entity of the event that it told
  StringMap<std::uint32_t> by_head_;             ///< head lemma -> last mention
};

}  // namespace maillon
