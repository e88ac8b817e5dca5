#include "tagging/rule_engine.hpp"

#include <bit>

namespace maillon {

RuleEngine::RuleEngine(const RuleSet& rules) : rules_(rules) {}

void RuleEngine::begin() {
  cohorts_.clear();
  bits_.clear();
}

void RuleEngine::add(const TokenView& token, std::span<const Reading> readings,
                     std::span<std::uint8_t> alive) {
  Cohort cohort;
  cohort.first = static_cast<std::uint32_t>(bits_.size());
  cohort.count = static_cast<std::uint16_t>(readings.size());
  cohort.alive = alive.data();
  const PatternBits own = rules_.patterns().token_bits(token);
  const PatternBits* by_lemma = nullptr;
  const char* lemma = nullptr;
  for (std::size_t i = 0; i < readings.size(); ++i) {  // readings of one lemma stand together
    if (alive[i] == 0) {
      bits_.emplace_back();
      continue;
    }
    if (by_lemma == nullptr || readings[i].lemma.data() != lemma)
      by_lemma = &rules_.patterns().lemma_bits(readings[i].lemma);
    lemma = readings[i].lemma.data();
    bits_.push_back(rules_.patterns().match(readings[i], own, *by_lemma));
  }
  sum_up(cohort);
  cohorts_.push_back(cohort);
}

void RuleEngine::sum_up(Cohort& cohort) const {
  cohort.any = PatternBits{};
  cohort.all.set_all();
  cohort.left = 0;
  for (std::size_t i = 0; i < cohort.count; ++i) {
    if (cohort.alive[i] == 0) continue;
    cohort.any |= bits_[cohort.first + i];
    cohort.all &= bits_[cohort.first + i];
    ++cohort.left;
  }
}

void RuleEngine::run() {
  for (int pass = 0; pass < kMostPasses; ++pass) {
    bool changed = false;
    for (std::size_t i = 0; i < cohorts_.size(); ++i) {
      const Cohort& cohort = cohorts_[i];
      if (cohort.left < 2 || !cohort.any.intersects(rules_.targets())) continue;
      changed |= constrain(i);
    }
    if (!changed) return;
  }
}

/// Applies the rules to one token, in their order; true where one removed readings.
bool RuleEngine::constrain(std::size_t token) {
  Cohort& cohort = cohorts_[token];
  bool changed = false;
  rules_.collect(cohort.any, candidates_);
  for (std::size_t word = 0; word < candidates_.size(); ++word) {
    for (std::uint64_t rest = candidates_[word]; rest != 0 && cohort.left > 1; rest &= rest - 1) {
      const std::size_t r = word * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      const ConstraintRule& rule = rules_.rules()[r];
      if (!cohort.any.intersects(rule.target) || !holds(rule, token) || !apply(rule, cohort)) continue;
      cohort.rule = static_cast<std::uint16_t>(r);
      changed = true;
    }
  }
  return changed;
}

bool RuleEngine::apply(const ConstraintRule& rule, Cohort& cohort) {
  std::size_t matching = 0;
  for (std::size_t i = 0; i < cohort.count; ++i)
    if (cohort.alive[i] != 0 && bits_[cohort.first + i].intersects(rule.target)) ++matching;
  if (matching == 0 || matching == cohort.left) return false;
  for (std::size_t i = 0; i < cohort.count; ++i)
    if (cohort.alive[i] != 0 && bits_[cohort.first + i].intersects(rule.target) != rule.select)
      cohort.alive[i] = 0;
  sum_up(cohort);
  return true;
}

bool RuleEngine::holds(const ConstraintRule& rule, std::size_t token) const {
  for (const RuleCondition& c : rule.conditions)
    if (!holds(c, token)) return false;
  return true;
}

bool RuleEngine::holds(const RuleCondition& c, std::size_t token) const {
  using Test = RuleCondition::Test;
  const auto size = static_cast<std::ptrdiff_t>(cohorts_.size());
  const std::ptrdiff_t step = c.offset < 0 ? -1 : 1;
  // A scan asks whether the test's readings occur; `not` asks that they do not.
  const auto test = [&](const Cohort& cohort) {
    if (c.test != Test::only) return cohort.any.intersects(c.mask);
    for (std::size_t i = 0; i < cohort.count; ++i)
      if (cohort.alive[i] != 0 && !bits_[cohort.first + i].intersects(c.mask)) return false;
    return true;
  };
  const bool wanted = c.test != Test::not_;
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(token) + c.offset; at >= 0 && at < size; at += step) {
    const Cohort& cohort = cohorts_[static_cast<std::size_t>(at)];
    if (c.skips && cohort.any.intersects(c.skip)) continue;
    const bool found = test(cohort);
    if (found || !c.scan || c.skips) return found == wanted;
    if (c.stops && cohort.any.intersects(c.barrier)) return !wanted;
  }
  return !wanted;
}

}  // namespace maillon
