// Which of two readings of the same tag class is the likelier one, features and lemma being all that differs.
#pragma once

#include <vector>

#include "lexicon/reading_lattice.hpp"
#include "tagging/tagged_text.hpp"

namespace maillon {

/// Whether `a` is to be preferred to `b`, given the words to the left.
bool prefer(const Reading& a, const Reading& b, const std::vector<TaggedWord>& left);

}  // namespace maillon
