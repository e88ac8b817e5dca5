// CoNLL-U as input: later rooms are tested and tuned on trees that are known to be right.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "syntax/parsed_text.hpp"

namespace maillon::test {

/// An analysis that owns everything it points into.
struct AnalyzedDocument {
  Article article;
  TokenizedText text;
  TaggedText tagged;
  ParsedText parsed;
};

/// Reads CoNLL-U. With `article`, forms are found again in its body, in order (white space aside); without,
/// the body is made of the `# text` lines, one paragraph each. Names, frames and quotations are as the
/// columns have them: none. Throws std::runtime_error with the line number where the input is not CoNLL-U or
/// does not fit the article.
std::unique_ptr<AnalyzedDocument> read_conllu(std::string_view conllu,
                                              std::optional<Article> article = std::nullopt);

}  // namespace maillon::test
