// Headlines that run into another one or into a sentence, because their paragraph has lost its line ends
// (Sentence::run_together). What tells them is that a phrase without a verb meets a capital.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "lexicon/reading_lattice.hpp"
#include "tagging/tagged_text.hpp"

namespace maillon {

/// Immutable after loading.
class HeadlineSplitter {
 public:
  /// Reads fr/tagging/headlines.json.
  static Result<HeadlineSplitter> load(const Schemas&);

  /// Appends the tokens that begin a new sentence within `words`, in text order. `words` are the last of
  /// `tagged`, those of one sentence of its text. Linear in their number.
  void find(const TaggedText& tagged, const ReadingLattice& lattice, IndexRange words,
            std::vector<std::uint32_t>& begins) const;

 private:
  std::set<std::string, std::less<>> numbered_;  ///< parts that bear a number, in small letters
};

}  // namespace maillon
