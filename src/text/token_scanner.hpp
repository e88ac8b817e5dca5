// One pass over the bytes of a paragraph: words, figures, marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/segmentation_data.hpp"
#include "text/tokenized_text.hpp"

namespace maillon::text {

/// Appends tokens to a vector. One scanner a document; linear in the text, no allocation but the vector's.
class TokenScanner {
 public:
  TokenScanner(std::string_view body, const SegmentationData& data, std::vector<Token>& tokens)
      : body_(body), data_(data), tokens_(tokens) {}

  /// Scans the bytes of `span`, whose ends are boundaries of characters. Spans come in order.
  void scan(ByteSpan span);

 private:
  /// What a run of word characters holds besides letters.
  struct Run {
    std::uint32_t end = 0;
    std::uint32_t apostrophe = kNone;  ///< byte of the first
    std::uint32_t period = kNone;      ///< byte of the first
    std::uint32_t slash = kNone;
    bool hyphen = false;
    bool at_sign = false;
  };

  Character at(std::uint32_t byte) const { return data_.characters.at(text_, byte); }
  Character before(std::uint32_t byte) const { return data_.characters.before(text_, byte); }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return body_.substr(begin, end - begin);
  }

  // Each scans one or more tokens at `begin` and returns the byte after them.
  std::uint32_t scan_word(std::uint32_t begin);
  std::uint32_t scan_number(std::uint32_t begin);
  std::uint32_t scan_mark(std::uint32_t begin, Character first);
  std::uint32_t scan_address(std::uint32_t begin);
  std::uint32_t scan_hyphenated(std::uint32_t begin, std::uint32_t end);
  std::uint32_t finish_word(std::uint32_t begin, std::uint32_t end);

  bool at_address(std::uint32_t begin) const;
  bool signs_number(std::uint32_t begin, Character sign) const;
  Run read_run(std::uint32_t begin) const;
  std::uint32_t elided(std::uint32_t begin, std::uint32_t apostrophe, std::uint32_t end) const;
  std::uint32_t cut_at_period(std::uint32_t begin, const Run& run) const;
  bool single_letters(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t next_hyphen(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t last_hyphen(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t clitic_begin(std::uint32_t begin, std::uint32_t end) const;
  bool sounds_right(std::string_view base, WordTable::Flags groups, bool euphonic) const;
  bool follows_capitalized() const;
  std::uint32_t abbreviation_end(std::uint32_t begin, std::uint32_t end) const;
  bool roman_numeral(std::uint32_t byte) const;
  bool initial(std::uint32_t begin, std::uint32_t end) const;
  Character next_visible(std::uint32_t byte) const;
  std::uint32_t grouped_digits(std::uint32_t end) const;

  void push(std::uint32_t begin, std::uint32_t end, TokenKind kind);
  void push_word(std::uint32_t begin, std::uint32_t end);

  std::string_view body_;
  std::string_view text_;  ///< body up to the end of the span: nothing is read past it
  const SegmentationData& data_;
  std::vector<Token>& tokens_;
};

}  // namespace maillon::text
