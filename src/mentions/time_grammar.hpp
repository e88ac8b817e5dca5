// The patterns of schemas/fr/mentions/times.json and their matching over tagged words.
//
// A pattern is a sequence of elements: "[class]" (a value class of the file, or one of the built-in classes
// day, year, year2, years, num, date, clock, part-month, time), or literals "a|b" compared with the
// lower-case form and the lemma. "?" makes an element optional; what stands before "~" is context and no part
// of the expression; "!noun" at the end wants that no noun is counted by what was matched.
#pragma once

#include <rapidjson/document.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "syntax/parsed_text.hpp"

namespace maillon {

enum class TimeField : std::uint8_t {
  weekday,
  weekdays,
  month,
  unit,
  daypart,
  part,
  season,
  century,
  ordinal,  // value classes of the file
  day,
  year,
  year2,
  years,
  num,
  date,
  clock,
  part_month,
  time,  // built in
};
inline constexpr int kTimeFieldCount = 18;
inline constexpr int kTimeValueClasses = 9;  ///< fields before `day`: value classes of the file

enum class TimeOp : std::uint8_t {
  calendar,
  date,
  days,
  years,
  decade,
  century,
  part_of_year,
  season,
  weekday,
  set,
  shift,
  relative,
  vague,
  duration,
  since,
  none,
  from,
  until,
  between
};

enum class TimePreference : std::uint8_t { tense, past, future, same };

struct TimeRule {
  struct Element {
    bool optional = false;
    bool is_field = false;
    TimeField field = TimeField::day;
    std::vector<std::uint32_t> literals;  ///< symbols of the grammar
  };
  std::string id;
  std::vector<Element> elements;
  std::size_t context = 0;  ///< elements before "~"
  bool no_noun_after = false;
  TimeOp op = TimeOp::calendar;
  TimePreference prefer = TimePreference::tense;
  int unit = 0;    ///< 0: of the match
  int amount = 0;  ///< of a shift, where no number is matched
  int sign = 0;    ///< of a matched number; 0: `amount` decides
  std::string example, date, expected, counter_example;
};

/// What a rule found. `value[f]` is kNoValue where field f did not occur; a second day, weekday or time goes
/// to `second`.
struct TimeMatch {
  static constexpr int kNoValue = -1;
  const TimeRule* rule = nullptr;
  IndexRange words;
  std::array<int, kTimeFieldCount> value{};
  std::array<int, kTimeFieldCount> second{};

  TimeMatch() {
    value.fill(kNoValue);
    second.fill(kNoValue);
  }
  int operator[](TimeField f) const { return value[static_cast<std::size_t>(f)]; }
  int other(TimeField f) const { return second[static_cast<std::size_t>(f)]; }
};

/// Immutable after loading.
class TimeGrammar {
 public:
  /// Reads schemas/fr/mentions/times.json; an unknown class or operation is a Diagnostic with the rule's id.
  static Result<TimeGrammar> load(const Schemas&);

  /// All expressions of a sentence, in text order. Matches are maximal and disjoint but for intervals, whose
  /// [time] fields hold the index (in the result) of the expressions inside them; those precede the interval.
  void match(const ParsedText&, IndexRange sentence, std::vector<TimeMatch>& out) const;

  const std::vector<TimeRule>& rules() const { return rules_; }
  const std::vector<TimeRule>& intervals() const { return intervals_; }

 private:
  /// Words of patterns and value classes are compared as numbers: every one has a symbol.
  using Symbol = std::uint32_t;
  struct Entry {
    Symbol symbol = 0;
    std::array<int, kTimeValueClasses> values{};  ///< by value class; 0 where the word is not in it
  };
  class Matcher;

  Symbol symbol_of(std::string_view literal);
  Result<TimeRule> read_rule(const rapidjson::Value&);
  void index_rules();

  StringMap<Entry> words_;
  std::vector<TimeRule> rules_, intervals_;
  std::vector<std::vector<std::uint32_t>> by_first_;                        ///< symbol -> rules it may begin
  std::array<std::vector<std::uint32_t>, kTimeFieldCount> by_first_field_;  ///< class -> rules it may begin
  std::vector<std::vector<std::uint32_t>> interval_by_first_;               ///< symbol -> intervals
};

}  // namespace maillon
