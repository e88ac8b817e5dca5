// Counts of tag classes in treebanks, which break the ties that rules leave: three classes in a row, the
// classes of frequent ambiguous forms, and of forms with the same choice of classes. Made by
// tests/tools/tag-counts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/schemas.hpp"
#include "base/string_arena.hpp"
#include "base/string_map.hpp"
#include "tagging/tag_classes.hpp"

namespace maillon {

/// How a token is written, as far as the counts care.
enum class Case : std::uint8_t { lower, initial, capitalized, upper, other };
Case case_of(Shape shape, bool initial);

/// What the counts know a token by.
struct TokenProfile {
  Case how = Case::lower;
  bool listed_name = false;  ///< a proper-noun reading is the dictionary's, not one that any capital gives
  bool guessed = false;      ///< no reading but names is in the lexicon
  bool converted = false;    ///< the noun readings are an adjective's of the lexicon
  std::string_view form;     ///< in lower case unless it stands capitalised inside a sentence
  std::string_view lexeme;   ///< parts of speech and lemmas of the readings (see lexeme_key)

  /// All but form and lexeme in one number.
  std::uint8_t code() const {
    return static_cast<std::uint8_t>(static_cast<int>(how) + 8 * listed_name + 16 * guessed + 32 * converted);
  }
};

/// Sets all but form and lexeme from the token's readings.
TokenProfile profile_of(std::span<const Reading> readings, Case how);
/// "NOUN français ADJ français": what all inflected forms of an ambiguous word share. Empty for closed
/// classes and names. Written to `out`.
void lexeme_key(std::span<const Reading> readings, std::string& out);

/// The classes a token may have, sorted and unique, with its profile: the key of counts for forms that are
/// rare.
std::string ambiguity_key(std::span<const std::uint8_t> classes, std::uint8_t profile);

class TagCounts {
 public:
  /// Reads schemas/fr/tagging/counts/{transitions,forms,lexemes,ambiguities,lemmas}.tsv.
  static Result<TagCounts> load(const Schemas&, const TagClasses&);

  std::uint8_t boundary() const { return static_cast<std::uint8_t>(width_ - 1); }
  /// Natural logarithm of P(c | before, last), interpolated with shorter contexts.
  float transition(std::uint8_t before, std::uint8_t last, std::uint8_t c) const {
    const std::uint16_t row = row_of_[before * width_ + last];
    return rows_[std::size_t{row != 0 ? row : unseen_row(last)} * width_ + c];
  }

  /// Logarithms of P(class | form) / P(class), up to a constant, for each of the sorted `classes`.
  void emissions(const TokenProfile& token, std::span<const std::uint8_t> classes, float* out) const;

  /// How often the lemma was seen with that part of speech; 0 also for lemmas that no form shares with
  /// another.
  std::uint32_t lemma(Upos upos, std::string_view lemma) const;

 private:
  /// Counts of classes (or parts of speech): a stretch of `counts_`.
  struct Distribution {
    std::uint32_t first = 0;
    std::uint32_t size = 0;
    std::uint32_t total = 0;
  };
  using Distributions = ViewMap<Distribution>;  // keys live in arena_

  std::uint32_t count(const Distribution& d, std::uint8_t c) const;
  std::uint16_t unseen_row(std::uint8_t last) const { return static_cast<std::uint16_t>(1 + last); }
  Status load_transitions(const Schemas&, const TagClasses&);
  enum class Kind : std::uint8_t { form, lexeme, ambiguity, lemma };
  Status load_distributions(const Schemas&, Kind kind, const TagClasses&, Distributions& out);

  std::size_t width_ = 0;              ///< classes and the boundary
  std::vector<std::uint16_t> row_of_;  ///< by before * width + last; 0 where that pair was not seen
  std::vector<float> rows_;            ///< row r: scores of all classes; rows 1…width are the bigrams'
  std::vector<std::pair<std::uint8_t, std::uint32_t>> counts_;
  StringArena arena_;
  std::vector<float> prior_;  ///< P(class)
  std::vector<Upos> upos_;    ///< of each class
  Distributions forms_, ambiguities_;
  Distributions lemmas_;   ///< by lemma; counts are by part of speech
  Distributions lexemes_;  ///< counts are by part of speech, not by class
};

/// The key of a form's counts: in lower case unless it stands capitalised inside a sentence.
std::string_view form_key(std::string_view written, std::string_view lower, Case how);

}  // namespace maillon
