// One line of JSON Lines (RFC 8259, jsonlines.org) -> the fields of an article.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ingest/article.hpp"

namespace maillon {

struct JsonArticle {
  Article article;   ///< id, title, source, url, metadata, and the date as written; no body yet
  std::string text;  ///< never absent, but maybe empty
};

/// Reads an object with "text" (required) and "id", "title", "date", "source", "url"; whatever else it holds
/// becomes metadata. An "id" may be a number; null is the same as absent. The JSON must be UTF-8. The
/// Diagnostic has message and column, not file and line.
Result<JsonArticle> read_json_article(std::string_view line);

}  // namespace maillon
