// Read access to the lexicon image: nothing is copied but the trie's few header words.
#pragma once

#include <marisa.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "lexicon/lexicon_image.hpp"
#include "lexicon/reading_lattice.hpp"

namespace maillon {

class ImageView {
 public:
  /// `bytes` must outlive the view and be aligned to 8 bytes. A Diagnostic where they are no lexicon image.
  Status map(std::string_view bytes);

  /// Number of the form exactly as written, straight apostrophe; kNone where it is not there. `agent` is the
  /// caller's, so that repeated look-ups do not allocate.
  std::uint32_t find(std::string_view form, marisa::Agent& agent) const;
  /// Appends all readings of form `number`.
  void append(std::uint32_t number, std::vector<Reading>& out) const;
  /// Whether form `number` has a reading with that part of speech.
  bool has(std::uint32_t number, Upos upos) const;

  std::uint32_t form_count() const { return form_count_; }

 private:
  std::string_view string(std::uint32_t id) const {
    return {text_ + string_begin_[id], string_begin_[id + 1] - string_begin_[id]};
  }

  marisa::Trie trie_;
  std::uint32_t form_count_ = 0;
  const std::uint32_t* first_entry_ = nullptr;
  const std::uint32_t* entries_ = nullptr;
  const std::uint32_t* first_analysis_ = nullptr;
  const std::uint16_t* set_items_ = nullptr;
  const image::AnalysisRecord* analyses_ = nullptr;
  const image::ContractionRecord* contractions_ = nullptr;
  const std::uint32_t* string_begin_ = nullptr;
  const char* text_ = nullptr;
};

}  // namespace maillon
