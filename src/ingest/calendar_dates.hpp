// Calendar dates as newspapers print them -> ISO 8601.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "ingest/line_tokens.hpp"

namespace maillon {

/// A date in a line. A date without year has no value: it is recognised, but tells no publication date.
struct FoundDate {
  std::size_t end = 0;  ///< token behind it
  std::string value;    ///< "2024-11-19"; empty without a year
};

/// Immutable after loading.
class CalendarDates {
 public:
  /// Reads schemas/fr/ingest/dates.json (names of months and days).
  static Result<CalendarDates> load(const Schemas&);

  /// "le mardi 19 novembre 2024", "19 nov. 2024", "1er mars", "19/11/2024", "19.11.24", "2024-11-19" that
  /// begin at token `at`. Days that no calendar has do not match.
  std::optional<FoundDate> match(const LineTokens& tokens, std::size_t at) const;

  /// The day in a whole value as metadata has it: ISO 8601 with or without time ("20241119",
  /// "2024-11-19T06:53Z"), RFC 5322 ("Tue, 19 Nov 2024 …"), or any of the forms above. Empty where there is
  /// none.
  std::string parse(std::string_view value) const;

 private:
  std::unordered_map<std::string, unsigned> months_;    ///< folded name -> 1..12
  std::unordered_map<std::string, unsigned> weekdays_;  ///< folded name -> 1..7
};

}  // namespace maillon
