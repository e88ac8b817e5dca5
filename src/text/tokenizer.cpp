#include "text/tokenizer.hpp"

namespace maillon {

struct Tokenizer::Data {};

Tokenizer::Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::load(const Schemas&) {
  Tokenizer out;
  out.data_ = std::make_unique<Data>();
  return out;
}

TokenizedText Tokenizer::tokenize(const Article& article) const {
  TokenizedText out;
  out.article = &article;
  return out;
}

}  // namespace maillon
