// Quotations: pairs of quote marks, nested, within a paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "text/characters.hpp"
#include "text/tokenized_text.hpp"

namespace maillon::text {

/// Appends the quotations among the tokens of one paragraph, sorted by first token, outer before inner.
/// A mark that no other answers to closes at the paragraph's end; a stray closing mark is no quotation.
void find_quotations(std::string_view body, const CharacterTable& characters,
                     const std::vector<Token>& tokens, IndexRange paragraph_tokens,
                     std::vector<Quotation>& quotations);

}  // namespace maillon::text
