// RawDocument -> Article: charset, format, metadata, publication date, boilerplate.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "ingest/article.hpp"
#include "ingest/boilerplate_finder.hpp"
#include "ingest/charset.hpp"
#include "ingest/document_reader.hpp"

namespace maillon {

/// Immutable after loading; make() may be called from many threads at once.
class ArticleMaker {
 public:
  /// Reads schemas/fr/ingest/*.json. `date` (ISO 8601 day), where it is not empty, is every article's
  /// publication date, whatever the article says.
  static Result<ArticleMaker> load(const Schemas&, std::string date = {});

  /// The article, or why there is none: binary or broken bytes, a line that is no JSON object or lacks
  /// "text", nothing to read. The Diagnostic names file and line.
  Result<Article> make(RawDocument raw) const;

 private:
  ArticleMaker(CharsetPolicy charset, BoilerplateFinder finder, std::string date);
  Result<Article> from_text(RawDocument raw) const;
  Result<Article> from_html(RawDocument raw) const;
  Result<Article> from_json(RawDocument raw) const;
  /// Puts title and text together, finds date and boilerplate.
  Result<Article> finish(Article article, std::string text) const;

  CharsetPolicy charset_;
  BoilerplateFinder finder_;
  std::string date_;
};

}  // namespace maillon
