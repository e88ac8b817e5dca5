// Where sentences end within a paragraph, decided on its tokens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/segmentation_data.hpp"
#include "text/tokenized_text.hpp"

namespace maillon::text {

/// Appends sentences to a vector. Linear in the number of tokens.
class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view body, const SegmentationData& data, const std::vector<Token>& tokens,
                   std::vector<Sentence>& sentences)
      : body_(body), data_(data), tokens_(tokens), sentences_(sentences) {}

  /// Splits the tokens of one paragraph.
  void split(IndexRange paragraph_tokens, std::uint32_t paragraph);

 private:
  std::string_view form(std::uint32_t token) const {
    return body_.substr(tokens_[token].span.begin, tokens_[token].span.size());
  }
  Character first_character(std::uint32_t token) const {
    return data_.characters.at(body_, tokens_[token].span.begin);
  }
  WordTable::Flags flags(std::uint32_t token) const { return data_.flags(form(token)); }

  std::uint32_t next_begin(std::uint32_t begin, std::uint32_t token) const;
  std::uint32_t after_stop(std::uint32_t token) const;
  bool after_abbreviation(std::uint32_t token) const;
  bool after_capitals(std::uint32_t token) const;
  bool holds_items() const;
  void remember_small_words();
  bool written_small(std::uint32_t token) const;
  bool after_label(std::uint32_t begin, std::uint32_t token) const;
  bool after_headline(std::uint32_t begin, std::uint32_t token) const;
  bool at_lost_line_end(std::uint32_t begin, std::uint32_t token) const;
  bool runs_on(std::uint32_t token) const;
  bool is_in_capitals(std::uint32_t token, std::uint32_t least_bytes) const;
  bool new_item(std::uint32_t token) const;
  bool ends_with_stop(std::uint32_t token) const;
  bool is_closing(std::uint32_t token) const;
  bool is_item_mark(std::uint32_t token) const;
  bool is_capitalized(std::uint32_t token) const;
  std::uint32_t first_word(std::uint32_t token) const;
  void add(IndexRange tokens, std::uint32_t paragraph, bool whole_paragraph);

  std::string_view body_;
  const SegmentationData& data_;
  const std::vector<Token>& tokens_;
  std::vector<Sentence>& sentences_;
  std::uint32_t begin_ = 0;   ///< first token of the paragraph
  std::uint32_t end_ = 0;     ///< token after the paragraph
  bool lines_lost_ = false;   ///< a list item began within the paragraph
  WordTable small_words_;     ///< words in small letters of a paragraph with list items
  bool in_straight_ = false;  ///< an odd number of straight quote marks so far
};

}  // namespace maillon::text
