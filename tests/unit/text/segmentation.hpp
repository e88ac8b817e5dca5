// What the tests of room text share: the tokenizer, and a text cut by it as strings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.hpp"

namespace maillon::test {

/// The tokenizer on the embedded word lists, loaded once.
const Tokenizer& tokenizer();

/// An article and its segmentation, which points into it; neither copied nor moved.
struct Segmented {
  explicit Segmented(std::string_view body, std::vector<Boilerplate> boilerplate = {});
  Segmented(const Segmented&) = delete;

  std::vector<std::string> forms() const;
  std::vector<std::string> forms(IndexRange tokens) const;
  /// The sentences as they stand in the body.
  std::vector<std::string> sentences() const;
  /// The quotations, tokens joined by a blank.
  std::vector<std::string> quotations() const;

  Article article;
  TokenizedText text;
};

}  // namespace maillon::test
