// Runs constraint rules over the readings of one sentence until nothing changes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tagging/rule_set.hpp"

namespace maillon {

/// Scratch tables are kept between sentences: no allocation once they have grown.
class RuleEngine {
 public:
  explicit RuleEngine(const RuleSet& rules);

  /// Begins a sentence: the tokens are to be added in order.
  void begin();
  /// A token with its readings; `alive` (one byte a reading) says which of them are left so far.
  void add(const TokenView& token, std::span<const Reading> readings, std::span<std::uint8_t> alive);
  /// Applies the rules. The last reading of a token is never removed. `alive` of the tokens is updated.
  void run();

  /// Number of the last rule that removed readings of token `i` of the sentence, or kNoRule.
  std::uint16_t rule_of(std::size_t i) const { return cohorts_[i].rule; }
  static constexpr std::uint16_t kNoRule = 0xFFFF;

 private:
  static constexpr int kMostPasses = 4;

  struct Cohort {
    PatternBits any, all;  ///< over the readings that are left
    std::uint32_t first = 0;
    std::uint16_t count = 0, left = 0;
    std::uint16_t rule = kNoRule;
    std::uint8_t* alive = nullptr;
  };

  void sum_up(Cohort& cohort) const;
  bool constrain(std::size_t token);
  bool apply(const ConstraintRule& rule, Cohort& cohort);
  bool holds(const ConstraintRule& rule, std::size_t token) const;
  bool holds(const RuleCondition& condition, std::size_t token) const;

  const RuleSet& rules_;
  std::vector<Cohort> cohorts_;
  std::vector<PatternBits> bits_;  ///< of each reading that was alive when it was added
  RuleSet::RuleBits candidates_;
};

}  // namespace maillon
