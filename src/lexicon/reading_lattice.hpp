// TokenizedText -> ReadingLattice: all that each token can be.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "base/string_arena.hpp"
#include "lexicon/morphology.hpp"

namespace maillon {

enum class ReadingSource : std::uint8_t {
  dictionary,  ///< Debian's dictionary
  closed,      ///< schemas/fr/lexicon
  guesser,     ///< by suffix or shape
  shape,       ///< numbers, punctuation, symbols
};

/// One analysis of one token. A contraction (du = de + le) is a reading of two words: `second_*` hold the
/// second.
struct Reading {
  std::string_view lemma;
  Upos upos = Upos::X;
  Morph morph;
  std::uint8_t frame = 0;       ///< VerbFrame bits
  std::uint8_t name_class = 0;  ///< NameClass bits
  ReadingSource source = ReadingSource::dictionary;
  std::uint8_t weight = 0;  ///< how usual the reading is among its token's, 0..255; breaks ties only

  bool contraction = false;
  std::string_view first_form;   ///< "de"
  std::string_view second_form;  ///< "le"
  std::string_view second_lemma;
  Upos second_upos = Upos::X;
  Morph second_morph;
};

/// Readings of all tokens, flat: token i has readings [first[i], first[i+1]). Every token has at least one.
/// Lemma views point into the lexicon, the article or `arena`.
struct ReadingLattice {
  std::vector<std::uint32_t> first;  ///< tokens + 1 entries
  std::vector<Reading> readings;
  StringArena arena;
};

}  // namespace maillon
