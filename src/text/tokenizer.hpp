// Segmentation of French prose, on top of ICU's sentence and word boundaries.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "text/tokenized_text.hpp"

namespace maillon {

/// Immutable after loading; tokenize() may be called from many threads at once.
class Tokenizer {
 public:
  /// Reads schemas/fr/text/*.json (abbreviations, elisions, clitics, compounds).
  static Result<Tokenizer> load(const Schemas&);
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  /// Precondition: article.body is valid UTF-8. The article must outlive the result.
  TokenizedText tokenize(const Article& article) const;

 private:
  Tokenizer();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
