// Keys of a bearer's names, by kind: bearers that have a key in common may be one.
//
// identifier    IRI, or ISO 3166 code of a state
// name          each name that an article uses, without case, accents and hyphens
// spelling      the same as transliteration.json rewrites it, parts joined
// parts         the parts of that spelling in alphabetical order ("orban viktor")
// family-first  spelling of "NOVAK Jan" with the family name behind
// acronym       the acronym that a name ends in ("l'agence NORD")
// whole-acronym a name that is an acronym
// initials      first letters, at least four, of a name's words, with and without its small words
// alias         other names that an article gives it; family names and common nouns apart
// given-family  spelling of a name in two parts
// shortened     first and last, and first and second, part of a longer name
// three-parts   spelling of a name in three parts or more
// cut           spellings of a name in four parts or more without its first, second or last one
// content       the name without small words and the legal form of a firm
// initialled    "j novak" of "J. Novak"
// as-initialled "j novak" of "Jan Novak"
// single        spelling of a name in one part
// family        spelling of the last part of a name, and of aliases in one part
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/name_table.hpp"
#include "graph/resolution_rules.hpp"

namespace maillon {

/// The names of one bearer, as ids of a NameTable.
struct BearerNames {
  std::vector<std::uint32_t> labels;   ///< in the order of the articles; the first is not empty
  std::vector<std::uint32_t> aliases;  ///< sorted
  std::vector<std::uint32_t> iris, isos;
};

bool is_key_kind(std::string_view kind);
/// Appends the bearer's keys of that kind; they may repeat.
void append_keys(std::string_view kind, const BearerNames&, EntityType, const ResolutionRules&, NameTable&,
                 std::vector<std::string>& out);

}  // namespace maillon
