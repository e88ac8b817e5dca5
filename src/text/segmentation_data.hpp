// The word lists of schemas/fr/text/ in the form that the scanners ask them.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "text/characters.hpp"
#include "text/word_table.hpp"

namespace maillon::text {

/// Flags of folded forms (lower case, straight apostrophe); the lists of words.json by their ids.
namespace word {
inline constexpr WordTable::Flags kElision = 1U << 0;
inline constexpr WordTable::Flags kCompound = 1U << 1;
inline constexpr WordTable::Flags kDomain = 1U << 2;
inline constexpr WordTable::Flags kOrdinal = 1U << 3;
inline constexpr WordTable::Flags kStarter = 1U << 4;
inline constexpr WordTable::Flags kHeadlineStarter = 1U << 5;
inline constexpr WordTable::Flags kUnfinished = 1U << 6;
inline constexpr WordTable::Flags kNameLike = 1U << 7;
inline constexpr unsigned kFirstClitic = 16;  ///< bit 16+i: a form of clitic group i
inline constexpr unsigned kCliticGroups = 16;
}  // namespace word

/// Flags of forms as written.
namespace exact {
inline constexpr WordTable::Flags kUnit = 1U << 0;
inline constexpr WordTable::Flags kAbbreviation = 1U << 1;  ///< the form includes its full stop
inline constexpr WordTable::Flags kNextCapital = 1U << 2;
inline constexpr WordTable::Flags kNextDigit = 1U << 3;
inline constexpr WordTable::Flags kNextAny = 1U << 4;
inline constexpr WordTable::Flags kEndsSentence = 1U << 5;
}  // namespace exact

struct CliticGroup {
  std::vector<std::string> after;  ///< endings of the word before, folded
  bool euphonic_t = false;         ///< -t-il beside -il
};

/// Immutable after loading.
struct SegmentationData {
  CharacterTable characters;
  WordTable folded;
  WordTable exact;
  std::vector<CliticGroup> clitics;

  WordTable::Flags flags(std::string_view form) const { return folded.find(FoldedForm(form).view()); }

  /// Reads fr/text/{words,abbreviations,clitics}.json.
  static Result<SegmentationData> load(const Schemas& schemas);
};

}  // namespace maillon::text
