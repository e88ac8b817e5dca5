#include "relations/extractor.hpp"

namespace maillon {

struct Extractor::Data {};

Extractor::Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::load(const Schemas&) {
  Extractor out;
  out.data_ = std::make_unique<Data>();
  return out;
}

Extraction Extractor::extract(const MentionSet&) const { return {}; }

}  // namespace maillon
