// ReadingLattice -> TaggedText: syntactic words with one reading each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "base/string_arena.hpp"
#include "lexicon/morphology.hpp"
#include "text/tokenized_text.hpp"

namespace maillon {

/// One syntactic word of Universal Dependencies: "du" has given two of them.
struct TaggedWord {
  std::string_view form;   ///< as written, or the part of a contraction ("de", "le")
  std::string_view lemma;  ///< dictionary form
  std::uint32_t token = 0;
  Upos upos = Upos::X;
  Shape shape = Shape::lower;
  std::uint8_t frame = 0;       ///< VerbFrame bits
  std::uint8_t name_class = 0;  ///< NameClass bits
  bool unknown = false;         ///< the lexicon lacks the form; the reading was guessed
  Morph morph;
  std::string_view rule;  ///< id of the rule that chose the reading; "lexicon" where there was no choice
};

/// Words are in text order. The sentences are those of `text`, but that headlines which only their words
/// tell are sentences of their own here.
struct TaggedText {
  const TokenizedText* text = nullptr;  ///< must outlive this value
  std::vector<TaggedWord> words;
  std::vector<IndexRange> sentences;      ///< of words
  std::vector<std::uint32_t> first_word;  ///< of each token, plus one entry for the end
  StringArena arena;                      ///< lemmas made here

  /// Byte span of a word; the words of a contraction share their token's span.
  ByteSpan span(std::uint32_t word) const { return text->tokens[words[word].token].span; }
  ByteSpan span(IndexRange words_) const { return {span(words_.begin).begin, span(words_.end - 1).end}; }
};

}  // namespace maillon
