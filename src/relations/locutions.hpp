// Verbs with fixed words after them: "prendre part", "être à l'origine", "l'emporter".
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "relations/predicate.hpp"

namespace maillon {

/// Gives a predicate the lemma and frame of the locution that its verb begins. One a document.
class Locutions {
 public:
  explicit Locutions(PredicateGraph& graph) : g_(graph), parsed_(graph.parsed()), frames_(graph.frames()) {}

  /// "être en train de", "être sur le point de": a locution whose verb is the copula.
  void copular(PredicateInstance& p);
  /// A verb with fixed words after it; only adverbs, clitics and an object may stand between.
  void verbal(PredicateInstance& p, std::uint32_t index);

 private:
  const std::string& lowered(std::uint32_t at);
  std::bitset<256> keys_after(std::uint32_t verb, std::uint32_t end);
  bool has_article(std::uint32_t word) const;
  bool same_word(std::uint32_t at, std::string_view wanted);
  bool governs(std::uint32_t word) const;
  bool owns_tail(std::uint32_t word, std::string_view article) const;
  bool causative(PredicateInstance& p);
  bool known_causative(PredicateInstance& p, const std::vector<Locution>& list) const;
  bool undone(PredicateInstance& p, std::uint32_t index);
  void bare(PredicateInstance& p, std::uint32_t index);
  bool listed(PredicateInstance& p, std::uint32_t index);
  bool leads_to_infinitive(std::uint32_t from) const;
  std::uint32_t clitic_before(std::uint32_t verb, std::string_view lemma) const;
  bool hangs_on(std::uint32_t verb, std::uint32_t begin, std::uint32_t end) const;

  PredicateGraph& g_;
  const ParsedText& parsed_;
  const FrameSet& frames_;
  std::vector<std::string> lowered_;  ///< forms of the words from lowered_begin_ on
  std::uint32_t lowered_begin_ = 0;
};

}  // namespace maillon
