// Quotations: pairs of quote marks, nested, within a paragraph or over a few.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/characters.hpp"
#include "text/tokenized_text.hpp"

namespace maillon::text {

enum class QuoteFamily : std::uint8_t {
  none,
  guillemet,
  angle,
  double_curly,
  single_curly,
  straight,
  straight_single
};

/// Sees the paragraphs of an article in order and appends their quotations, sorted by first token, outer
/// before inner. A mark that no other answers to closes at its paragraph's end, unless the next mark of the
/// article is a closing one of its family that answers to no other, at most kMostParagraphs further on:
/// newspapers quote several paragraphs between one pair of marks. Other stray closing marks are no quotation.
class QuotationFinder {
 public:
  static constexpr std::uint32_t kMostParagraphs = 5;

  QuotationFinder(std::string_view body, const CharacterTable& characters, const std::vector<Token>& tokens,
                  std::vector<Quotation>& quotations)
      : body_(body), characters_(characters), tokens_(tokens), quotations_(quotations) {}

  void paragraph(IndexRange tokens);

 private:
  std::string_view body_;
  const CharacterTable& characters_;
  const std::vector<Token>& tokens_;
  std::vector<Quotation>& quotations_;
  std::uint32_t open_ = kNone;  ///< quotation of an earlier paragraph that may go on
  QuoteFamily family_ = QuoteFamily::none;
  std::uint32_t paragraphs_ = 0;  ///< since it opened
};

}  // namespace maillon::text
