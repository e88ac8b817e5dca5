// Readings for forms that the lexicon lacks, from suffixes, prefixes and parts of compounds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_arena.hpp"
#include "lexicon/image_view.hpp"

namespace maillon {

/// Immutable after loading. Reads schemas/fr/lexicon/guesser/suffixes.tsv and prefixes.txt.
class Guesser {
 public:
  static Result<Guesser> load(const Schemas&);

  /// Appends readings of the lower-cased, straight-apostrophe `form`; at least one. Lemmas are stored in
  /// `arena`.
  void guess(std::string_view form, const ImageView& image, marisa::Agent& agent, StringArena& arena,
             std::vector<Reading>& out) const;
  /// Like guess, but only what an ending or a known part vouches for; may append nothing.
  void guess_by_parts(std::string_view form, const ImageView& image, marisa::Agent& agent, StringArena& arena,
                      std::vector<Reading>& out) const;

 private:
  struct Suffix {
    std::string ending, add;
    std::uint32_t strip = 0;  ///< bytes
    Reading reading;
  };
  bool guess_prefixed(std::string_view form, const ImageView& image, marisa::Agent& agent, StringArena& arena,
                      std::vector<Reading>& out) const;
  bool guess_hyphenated(std::string_view form, const ImageView& image, marisa::Agent& agent,
                        StringArena& arena, std::vector<Reading>& out) const;
  bool guess_suffix(std::string_view form, StringArena& arena, std::vector<Reading>& out) const;

  std::vector<Suffix> suffixes_;  ///< longest ending first
  std::vector<std::string> prefixes_;
};

}  // namespace maillon
