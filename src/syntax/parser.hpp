// Dependency analysis by a cascade of passes: chunks, clauses, functions, attachment.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "syntax/parsed_text.hpp"

namespace maillon {

/// Immutable after loading; parse() may be called from many threads at once.
class Parser {
 public:
  /// Reads schemas/fr/syntax/*.json.
  static Result<Parser> load(const Schemas&);
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  /// Time linear in the words; every sentence gets a tree. `tagged` must outlive the result.
  ParsedText parse(const TaggedText& tagged) const;

 private:
  Parser();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
