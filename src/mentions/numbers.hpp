// French numbers in figures and words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "syntax/parsed_text.hpp"

namespace maillon {

/// The value of figures as French writes them: "10 000", "10.000", "3,5", "1 234 567,8". Spaces may be U+00A0
/// or U+202F. Nothing where the text is no number.
std::optional<double> parse_figures(std::string_view text);
/// The value of one number word, lower case: "dix", "vingt-deux", "quatre-vingt-dix-sept", "mille". Nothing
/// for "un" and "une", which are articles unless something else tells.
std::optional<double> parse_number_word(std::string_view word);

struct NumberMatch {
  double value = 0;
  IndexRange words;
  bool in_figures = false;
};

/// The number that begins at word `at` before `end`: "10 000", "trois cent mille", "1,5 million", "deux".
/// Nothing where none does.
std::optional<NumberMatch> match_number(const ParsedText&, std::uint32_t at, std::uint32_t end);

}  // namespace maillon
