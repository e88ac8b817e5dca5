// Frames over trees and mentions -> statements and events.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// Immutable after loading; extract() may be called from many threads at once.
class Extractor {
 public:
  /// Reads schemas/fr/relations/*.json and schemas/ontology/relations.json.
  static Result<Extractor> load(const Schemas&);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  Extraction extract(const MentionSet&) const;

 private:
  Extractor();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
