// Article -> TokenizedText: paragraphs, sentences, tokens, quotations.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "ingest/article.hpp"

namespace maillon {

enum class TokenKind : std::uint8_t {
  word,         ///< letters, with inner hyphens and apostrophes
  number,       ///< 10 000  3,5  1er  2024
  punctuation,  ///< . , ; : ! ? … ( ) quotes dashes
  symbol,       ///< % € $ + / …
  url,          ///< addresses, @names, #tags
};

/// How a word is written; decided once, used by the guesser and by name rules.
enum class Shape : std::uint8_t { lower, capitalized, upper, mixed, numeric, other };

/// One orthographic token. `d'` of "d'envoyer" and `-t-il` of "a-t-il" are tokens of their own; "du" is one
/// token (and two words after tagging), "aujourd'hui" one.
struct Token {
  ByteSpan span;  ///< of the body; a token may hold inner spaces (10 000)
  TokenKind kind = TokenKind::word;
  Shape shape = Shape::lower;
  bool space_after = false;  ///< any white space between this token and the next
};

enum class SentenceKind : std::uint8_t {
  prose,
  headline,   ///< a paragraph without final stop: titles, intertitles
  list_item,  ///< an item of a list
};

struct Sentence {
  ByteSpan span;      ///< of the body, white space at both ends excluded
  IndexRange tokens;  ///< never empty
  std::uint32_t paragraph = 0;
  SentenceKind kind = SentenceKind::prose;
  bool run_together = false;  ///< its paragraph has lost its line ends: headlines may stand anywhere in it
};

/// A quotation: what stands between a pair of quote marks of the same article; may run over
/// sentences and paragraphs.
struct Quotation {
  IndexRange tokens;             ///< inside the marks
  std::uint32_t parent = kNone;  ///< index of the quotation around it
  bool closed = true;            ///< false: ended by its paragraph, not by a mark
};

/// Sentences are in text order, disjoint, and cover all tokens; boilerplate but headlines has no tokens.
/// Views and spans point into `article`, which must outlive this value.
struct TokenizedText {
  const Article* article = nullptr;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;  ///< sorted by first token, outer before inner

  std::string_view form(const Token& t) const { return article->slice(t.span); }
  std::string_view form(std::uint32_t token) const { return form(tokens[token]); }
};

}  // namespace maillon
