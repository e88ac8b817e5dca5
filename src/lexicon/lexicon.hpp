// The full-form lexicon of French: Debian's dictionary expanded at build time, with schemas/fr/lexicon on
// top.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "lexicon/reading_lattice.hpp"
#include "text/tokenized_text.hpp"

namespace maillon {

/// Immutable after loading; safe to use from many threads. Loading maps the embedded automaton and copies
/// nothing.
class Lexicon {
 public:
  static Result<Lexicon> load(const Schemas&);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  /// Appends the readings of `form` exactly as written; none where the lexicon lacks it. No allocation but
  /// the vector's own.
  void lookup(std::string_view form, std::vector<Reading>& out) const;

  /// All readings of all tokens, guesses for unknown forms included. `text` must outlive the result.
  ReadingLattice analyze(const TokenizedText& text) const;

 private:
  Lexicon();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
