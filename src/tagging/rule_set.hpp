// Constraint rules as data: each selects or removes readings of a token where its context allows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "tagging/pattern.hpp"

namespace maillon {

/// A test of a token near the target. `mask`: patterns, one of which has to hold.
struct RuleCondition {
  enum class Test : std::uint8_t {
    is,    ///< some reading of the token
    only,  ///< all readings of the token
    not_,  ///< no reading of the token; holds beyond the sentence's edge
  };
  Test test = Test::is;
  bool scan = false;       ///< look on from `offset` until the test holds or a barrier is met
  std::int8_t offset = 0;  ///< tokens from the target; its sign is the direction of skipping and scanning
  bool skips = false;      ///< go over tokens with a reading that matches `skip`
  bool stops = false;      ///< a scan ends before a token with a reading that matches `barrier`
  PatternBits mask, skip, barrier;
};

struct ConstraintRule {
  std::string id;
  bool select = false;  ///< keep only the readings that match; else remove them
  PatternBits target;
  std::vector<RuleCondition> conditions;
  std::string example, counter_example;  ///< see schemas/fr/tagging/README.md
};

/// The rules of a folder, in the order of files and of their place in them.
/// A rule is an object:
///   id, description, example, counter-example
///   select | remove   pattern or list of patterns (tagging/pattern.hpp)
///   if                list of conditions, all of which must hold:
///     at: n | from: n   the token n places to the right (left: negative); `from` looks on from there
///     is | only | not   pattern(s): of some reading, of all readings, of none. After `from` without `skip`,
///     some
///                       token further on has to pass the test; `not`: none may have such a reading
///     skip              with `from`: pattern(s) of tokens to be passed over before the one test is made
///     barrier           with `from`: pattern(s) of the last token that is looked at
class RuleSet {
 public:
  /// All JSON files below `folder` of the schemas. Diagnostics name file and rule.
  static Result<RuleSet> load(const Schemas& schemas, std::string_view folder);

  /// The same patterns with one rule only: for tests and traces.
  RuleSet alone(std::size_t rule) const;

  const std::vector<ConstraintRule>& rules() const { return rules_; }
  const PatternSet& patterns() const { return patterns_; }
  /// Patterns that are some rule's target.
  const PatternBits& targets() const { return targets_; }

  /// The rules that may have something to do where patterns `any` occur, as a bit set in `out`.
  using RuleBits = std::vector<std::uint64_t>;
  void collect(const PatternBits& any, RuleBits& out) const;

 private:
  Status add(const rapidjson::Value& rule);
  Result<PatternBits> mask(const rapidjson::Value& patterns);
  Result<RuleCondition> condition(const rapidjson::Value& json);

  void seal();

  PatternSet patterns_;
  PatternBits targets_;
  std::vector<RuleBits> by_target_;  ///< pattern -> rules whose target it is; empty where there is none
  std::vector<ConstraintRule> rules_;
};

}  // namespace maillon
