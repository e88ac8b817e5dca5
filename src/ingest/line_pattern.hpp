// Patterns over the words and signs of a line, in which schemas/fr/ingest/boilerplate.json is written.
//
//   lire [aussi | également] <separator> ...
//
//   word        the word, whatever its case and accents; a sign is itself
//   [a | b c]   one of the alternatives;  [a | b]?  or none of them
//   <class>     a class of the same file (a list of phrases), or one that is built in:
//               <date> <full_date> (with its year) <time> <number> <word> <any> (one token) <name>
//               (capitalised words with their particles)
//   <class>?    the class or nothing; a word the same
//   ...         any tokens, or none
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ingest/calendar_dates.hpp"
#include "ingest/line_tokens.hpp"

namespace maillon {

/// Phrases of a class, each as folded tokens.
using PhraseClasses = std::map<std::string, std::vector<std::vector<std::string>>, std::less<>>;

/// What a pattern may refer to; must outlive the patterns compiled with it.
struct PatternContext {
  CalendarDates dates;
  PhraseClasses classes;
};

struct LineMatch {
  std::size_t end = 0;  ///< token behind the match
  std::string date;     ///< value of the <date> in it, ISO 8601; empty without one
};

/// A compiled pattern. Immutable; matching backtracks over the tokens of one line, which callers keep short.
class LinePattern {
 public:
  /// A syntax error is a Diagnostic without file.
  static Result<LinePattern> compile(std::string_view pattern, const PatternContext& context);

  /// Matches the tokens from `at`; with `whole`, up to the last one.
  std::optional<LineMatch> match(const LineTokens& tokens, std::size_t at, bool whole) const;

  /// The folded words that a match can begin with; empty where it may begin with anything.
  const std::vector<std::string>& first_words() const { return first_words_; }

 private:
  enum class Op : std::uint8_t {
    word,
    phrases,
    date,
    full_date,
    time,
    number,
    any_word,
    name,
    any,
    split,
    jump,
    accept
  };
  struct Instruction {
    Op op = Op::accept;
    std::string word;
    const std::vector<std::vector<std::string>>* phrases = nullptr;
    std::uint32_t to = 0, other = 0;  ///< targets of split and jump
  };
  class Compiler;
  class Matcher;

  std::vector<Instruction> program_;
  std::vector<std::string> first_words_;
  const PatternContext* context_ = nullptr;
};

}  // namespace maillon
