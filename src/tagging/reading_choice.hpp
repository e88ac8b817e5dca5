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

}  // namespace maillon
