// The suffix rules of a Hunspell affix file (hunspell(5), "SFX"). Prefix rules are left out: those of the
// French dictionary only glue elided words (l', d', qu') to forms, which are tokens of their own here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace maillon::lexc {

/// One alternative of a condition: the characters a position may or may not have.
struct ConditionSlot {
  std::u32string characters;  ///< empty: any
  bool negated = false;
};

struct SuffixRule {
  std::string strip;                     ///< bytes taken from the end of the word
  std::string add;                       ///< bytes put there
  std::vector<ConditionSlot> condition;  ///< on the last code points of the word
  std::vector<std::string> tags;         ///< morphological fields: "po:ipre", "is:sg", …

  bool applies_to(std::string_view word) const;
  std::string apply(std::string_view word) const;
};

/// A prefix, with the flags that the prefixed word has in turn ("kilo/S.").
struct PrefixRule {
  std::string add;
  std::string flags;
};

/// Rules by their two-character flag.
struct AffixTable {
  std::map<std::string, std::vector<SuffixRule>, std::less<>> suffixes;
  std::map<std::string, std::vector<PrefixRule>, std::less<>> prefixes;
};

/// Reads an affix file with `FLAG long`. A malformed rule is a Diagnostic with its line.
Result<AffixTable> read_affix_file(const std::string& path);

/// Splits at runs of blanks.
std::vector<std::string_view> split_blanks(std::string_view text);

}  // namespace maillon::lexc
