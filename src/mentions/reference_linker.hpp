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

inline constexpr int kClimb = 16;  ///< arcs climbed at most: trees of bad sentences are deep

class ReferenceLinker {
 public:
  explicit ReferenceLinker(Draft& draft)
      : draft_(draft),
        parsed_(draft.parsed),
        words_(draft.vocabulary.words),
        busy_(draft.mentions.size(), false) {
    find_asides();
    find_quotations();
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
  bool long_ago(std::uint32_t m) const;
  bool measure(std::uint32_t m);
  bool half(std::uint32_t m);
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
  bool of_relative(std::uint32_t m) const;
  bool portfolio(std::uint32_t m) const;
  bool public_body(const DocumentEntity&) const;
  bool same_head(std::uint32_t m, std::string_view lemma);
  bool same_kind(std::uint32_t m);
  bool of_kind(std::uint32_t m, std::uint32_t entity, std::string_view lemma) const;
  bool generic(std::uint32_t m, std::string_view lemma);
  std::optional<EntityType> described(std::string_view lemma) const;
  bool bare(std::uint32_t m) const;
  std::uint32_t telling_verb(std::uint32_t m, std::string_view lemma) const;
  bool told(std::uint32_t m, std::string_view lemma);
  bool subset(std::uint32_t m, std::uint32_t c) const;

  // epithets.cpp
  bool aged(std::uint32_t m) const;
  std::uint32_t topic_before(std::uint32_t sentence) const;
  bool epithet(std::uint32_t m);
  bool epithet_of_body(std::uint32_t m);
  bool name_begins_with(std::uint32_t m, std::string_view lemma);

  // pronouns.cpp
  void pronoun(std::uint32_t m);
  bool relative(std::uint32_t m);
  bool take_subject(std::uint32_t m);
  void demonstrative(std::uint32_t m);
  std::uint32_t subject_through(std::uint32_t verb);
  std::uint32_t controller(std::uint32_t infinitive, std::uint32_t verb) const;
  std::vector<std::uint32_t> coordinated(std::uint32_t m) const;

  // speakers.cpp
  void find_quotations();
  /// The quotation that the word stands in, or kNone.
  std::uint32_t quotation_at(std::uint32_t word) const {
    return quotation_.empty() ? kNone : quotation_[word];
  }
  void speaker(std::uint32_t m);
  void find_narrator();
  void find_interviewee();
  bool addresses(std::uint32_t sentence) const;
  bool asks(std::uint32_t sentence) const;
  bool narrates(std::uint32_t m);
  bool speaks_again(std::uint32_t m);
  void note_speaker(std::uint32_t m);
  bool quotes(std::uint32_t sentence) const;
  bool says(std::uint32_t word) const;
  static bool speaking(EntityType type);
  std::uint32_t speaker_of(std::uint32_t verb);
  bool indirect(std::uint32_t clause, std::uint32_t verb) const;
  std::uint32_t speaker_around(std::uint32_t m);
  std::uint32_t speaker_by_quotation(std::uint32_t quotation);
  std::uint32_t quoted_by(std::uint32_t m);

  // empty_pronouns.cpp: pronouns that stand for nothing, or for a clause
  bool impersonal(std::uint32_t m) const;
  bool hour_or_use(std::uint32_t il) const;
  bool as_provided(std::uint32_t m);
  bool styled(std::uint32_t m) const;
  bool takes_part(std::uint32_t verb) const;
  bool que_follows(std::uint32_t predicate) const;
  bool clausal(std::uint32_t m) const;

  // possessives.cpp
  bool owner_in_clause(std::uint32_t m);
  bool named_before(std::uint32_t m);
  bool owns(std::uint32_t m, std::uint32_t owner);
  std::uint32_t owned(std::uint32_t m) const;
  bool party(std::uint32_t m);
  bool shared_owner(std::uint32_t m, std::uint32_t noun);
  bool takes_turn(std::uint32_t m);
  bool anybodys(std::uint32_t m) const;
  std::uint32_t receiver(std::uint32_t noun) const;
  bool owned_beside(std::uint32_t m, std::uint32_t noun, std::uint32_t above);
  bool owned_by_subject(std::uint32_t m, std::uint32_t clause, std::uint32_t below);
  bool announced(std::uint32_t m);

  // third_person.cpp
  /// What a pronoun of the third person asks of its antecedent.
  struct Wanted {
    enum class Kind : std::uint8_t { any, person, party, thing, place };
    Gender gender = Gender::none;
    Number number = Number::none;
    Kind kind = Kind::any;
    Deprel function = Deprel::dep;
    bool subject = false;
    bool possessive = false;
    bool judged = false;      ///< "la cour l'a condamné"
    bool says_again = false;  ///< "a-t-il dit"
    std::uint32_t word = kNone;
    std::uint32_t clause = kNone;         ///< head of its clause
    std::uint32_t quotation = kNone;      ///< that it stands in
    std::vector<std::uint32_t> excluded;  ///< entities
  };
  void third_person(std::uint32_t m);
  bool emphatic(std::uint32_t m);
  std::uint32_t body_of_subject(std::uint32_t verb) const;
  Wanted wanted(std::uint32_t m);
  void exclude_arguments(std::uint32_t m, std::uint32_t verb, Wanted& out);
  Wanted::Kind wanted_kind(std::uint32_t m) const;
  Wanted::Kind owner_kind(std::uint32_t noun) const;
  bool personal_noun(std::uint32_t noun) const;
  bool clitic_without_gender(std::uint32_t m) const;
  bool may_be(const Wanted&, std::uint32_t c) const;
  bool refers(std::uint32_t c) const;
  bool inside(std::uint32_t c, std::uint32_t word) const;
  bool nameless(std::uint32_t entity) const { return entity < nameless_.size() && nameless_[entity]; }
  static bool fits(Wanted::Kind, const DocumentEntity&);
  int points(const Wanted&, std::uint32_t c, std::uint32_t sentences_away, std::uint32_t mentions_away) const;
  std::uint32_t clause_of(std::uint32_t word) const;
  bool goes_on(std::uint32_t word, std::uint32_t clause) const;
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
  bool last_speaker_quoted_ = false;             ///< in so many words
  std::vector<std::uint32_t> quotation_;         ///< by word; empty where nobody is quoted
  std::vector<bool> nameless_;                   ///< by entity: made of a pronoun that stands for nothing
  bool narrator_sought_ = false;
  std::uint32_t narrator_ = kNone;               ///< entity whose je the text is
  std::uint32_t narrated_from_ = 0;              ///< sentence
  int narrated_ = 0;                             ///< times that je was said by nobody
  std::vector<std::uint16_t> told_of_;           ///< by entity: mentions so far
  StringMap<std::uint32_t> by_label_;            ///< folded label -> entity
  std::map<std::uint32_t, std::uint32_t> told_;  ///< verb -> entity of the event that it told
  StringMap<std::uint32_t> by_head_;             ///< head lemma -> last mention
};

}  // namespace maillon
