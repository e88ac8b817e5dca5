// The compiled lexicon as it lies in memory: written by maillon-lexc, mapped in place by Lexicon.
//
// Layout (little-endian, every section aligned to 8 bytes):
//   ImageHeader
//   u32            first_entry[form_count + 1]   entries of form i (marisa key id i): [first_entry[i],
//   first_entry[i+1]) u32            entries[]                     kLemmaBits low bits: string id of the
//   lemma; the rest: analysis set u32            first_analysis[set_count + 1] analyses of set s:
//   [first_analysis[s], first_analysis[s+1]) u16            set_items[]                   indices into
//   analyses AnalysisRecord analyses[] ContractionRecord contractions[] u32 string_begin[string_count + 1],
//   then the strings' bytes (UTF-8) bytes          marisa trie of all forms
#pragma once

#include <cstdint>
#include <type_traits>

#include "lexicon/morphology.hpp"

namespace maillon::image {

inline constexpr char kMagic[8] = {'m', 'l', 'n', 'l', 'e', 'x', '0', '1'};
inline constexpr unsigned kLemmaBits = 17;
inline constexpr std::uint32_t kMaxStrings = 1U << kLemmaBits;
inline constexpr std::uint32_t kMaxSets = 1U << (32 - kLemmaBits);
inline constexpr std::uint16_t kNoContraction = 0xFFFF;

/// Byte offsets from the image's start, and element counts.
struct Section {
  std::uint32_t offset = 0;
  std::uint32_t count = 0;
};

struct ImageHeader {
  char magic[8] = {};
  Section first_entry, entries, first_analysis, set_items, analyses, contractions, string_begin, text, trie;
};

/// All of a reading but its lemma.
struct AnalysisRecord {
  Upos upos = Upos::X;
  Morph morph;
  std::uint8_t frame = 0;
  std::uint8_t name_class = 0;
  std::uint8_t source = 0;
  std::uint8_t weight = 0;
  std::uint16_t contraction = kNoContraction;

  friend bool operator==(const AnalysisRecord&, const AnalysisRecord&) = default;
};

/// The two words of a contraction; the first one's lemma is the entry's. String ids.
struct ContractionRecord {
  std::uint32_t first_form = 0;
  std::uint32_t second_form = 0;
  std::uint32_t second_lemma = 0;
  Upos second_upos = Upos::X;
  Morph second_morph;

  friend bool operator==(const ContractionRecord&, const ContractionRecord&) = default;
};

static_assert(sizeof(AnalysisRecord) == 22 && sizeof(ContractionRecord) == 28, "records hold no padding");
static_assert(std::is_trivially_copyable_v<ImageHeader> && std::is_trivially_copyable_v<AnalysisRecord> &&
              std::is_trivially_copyable_v<ContractionRecord>);

}  // namespace maillon::image
