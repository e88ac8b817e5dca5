// Frames over trees and mentions -> statements and events.
#pragma once

#include <memory>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "relations/derivation.hpp"
#include "relations/statement.hpp"

namespace maillon {

class FrameSet;

/// Immutable after loading; extract() may be called from many threads at once.
class Extractor {
 public:
  /// Reads schemas/fr/relations/*.json and schemas/ontology/relations.json.
  static Result<Extractor> load(const Schemas&);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  Extraction extract(const MentionSet&) const;
  /// The same, with the words behind each statement.
  Extraction extract(const MentionSet&, std::vector<Derivation>& derivations) const;
  const FrameSet& frames() const;

 private:
  Extractor();
  Extraction extract(const MentionSet&, std::vector<Derivation>* derivations) const;
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
