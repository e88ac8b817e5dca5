// Disambiguation by constraint rules, in the manner of Constraint Grammar (Karlsson 1990): rules remove or
// select readings in context, a small table of counts breaks the ties that are left.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "lexicon/lexicon.hpp"
#include "tagging/tagged_text.hpp"

namespace maillon {

/// Immutable after loading; tag() may be called from many threads at once.
class Tagger {
 public:
  /// Reads schemas/fr/tagging/: classes.json, rules/*.json (before the counts decide), features/*.json
  /// (after), counts/.
  static Result<Tagger> load(const Schemas&);
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;
  ~Tagger();

  /// `text` must outlive the result; `lattice` need not, but the lexicon must.
  TaggedText tag(const TokenizedText& text, const ReadingLattice& lattice) const;

 private:
  Tagger();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
