// Which of two readings of the same tag class is the likelier one, features and lemma being all that differs.
#pragma once

#include <vector>

#include "lexicon/reading_lattice.hpp"
#include "tagging/tag_counts.hpp"
#include "tagging/tagged_text.hpp"

namespace maillon {

/// Whether `a` is to be preferred to `b` for `form` (lower case), given the words to the left.
bool prefer(const Reading& a, const Reading& b, std::string_view form, const std::vector<TaggedWord>& left,
            const TagCounts& counts);

/// Gender and number that a noun's reading leaves open (ministre, aide), taken from its determiner or
/// adjective to the left. Adjectives of one form for both genders keep none, as in UD French.
void complete(Morph& morph, Upos upos, const std::vector<TaggedWord>& left);

}  // namespace maillon
