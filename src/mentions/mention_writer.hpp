// MentionSet as text: one JSON object a mention for programs, chains for people.
#pragma once

#include <string>
#include <string_view>

#include "mentions/mention_set.hpp"

namespace maillon {

/// "name", "nominal", "pronoun", "derived"
std::string_view to_string(MentionKind);

/// Appends a line for each mention, in text order:
/// {"document","begin","end","in_title","text","kind","type","label","aliases","entity","rule","link"}.
/// Offsets are CODE POINTS of the article's text (of its title where in_title), end exclusive; `entity`
/// numbers the entities of the article.
void write_mentions(const MentionSet&, std::string& out);

/// Appends the coreference chains: an entity a paragraph, its mentions below it with sentence, words and the
/// rule that linked them. Entities with a single mention are left out.
void write_chains(const MentionSet&, std::string& out);

}  // namespace maillon
