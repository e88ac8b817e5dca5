// Article -> paragraphs: blank lines part them; a single line end does unless the text is hard-wrapped.
#pragma once

#include <vector>

#include "ingest/article.hpp"
#include "text/characters.hpp"

namespace maillon::text {

/// The paragraphs of the body in order, as bytes without white space at both ends; none is empty.
/// Boilerplate parts paragraphs like a blank line, except markup, which may stand inside one; a headline is
/// one of its own.
std::vector<ByteSpan> find_paragraphs(const Article& article, const CharacterTable& characters);

}  // namespace maillon::text
