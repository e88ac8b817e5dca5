// Debian's French dictionary (Dicollecte/Grammalecte, MPL-2.0) expanded to full forms with readings.
#pragma once

#include <string>

#include "affix_file.hpp"
#include "lexicon_builder.hpp"

namespace maillon::lexc {

/// Adds all inflected forms of the dictionary at `path`. Grammatical words (po:mg), affixes, errors and
/// euphonic prefixes are left out: schemas/fr/lexicon has the closed classes.
Status add_dictionary(const std::string& path, const AffixTable& affixes, LexiconBuilder& builder);

}  // namespace maillon::lexc
