// What every later stage reads: one article as clean UTF-8 with its metadata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace maillon {

/// Why a stretch of the body is no prose of the article.
enum class BoilerplateKind : std::uint8_t {
  teaser,
  advertisement,
  credit,
  byline,
  dateline,
  navigation,
  markup,
  headline  ///< of another article that the page points to: read, but told elsewhere
};

/// Whether the words of such a stretch are analysed.
constexpr bool is_read(BoilerplateKind kind) { return kind == BoilerplateKind::headline; }

struct Boilerplate {
  ByteSpan span;  ///< of the body
  BoilerplateKind kind = BoilerplateKind::navigation;
};

/// One news article. Strings are UTF-8 in NFC (Unicode TR15) with "\n" line ends and no byte-order mark.
struct Article {
  std::string id;      ///< unique in a run: the JSON id, else the file's stem
  std::string title;   ///< from JSON or HTML; empty where the text itself begins with it
  std::string date;    ///< publication date, ISO 8601 (YYYY-MM-DD); empty where unknown
  std::string source;  ///< outlet; may be empty
  std::string url;     ///< may be empty
  /// What is analysed: title, blank line, text where a title is given apart; else the text.
  std::string body;
  std::uint32_t text_begin =
      0;  ///< byte of `body` where the text begins (0 where no title was put before it)
  /// Unknown JSON fields, name and JSON text of the value, in input order.
  std::vector<std::pair<std::string, std::string>> metadata;
  /// Stretches that are none of the article's prose; sorted, disjoint. All but headlines are kept out of the
  /// analysis. Offsets of the rest are untouched by them.
  std::vector<Boilerplate> boilerplate;
  std::string file;        ///< where it came from, for messages
  std::uint32_t line = 0;  ///< 1-based line of a JSON Lines file; 0 elsewhere

  /// The byte of the body stands in the headline of another article.
  bool in_headline(std::uint32_t byte) const {
    for (const Boilerplate& b : boilerplate)
      if (b.kind == BoilerplateKind::headline && b.span.begin <= byte && byte < b.span.end) return true;
    return false;
  }
  std::string_view slice(ByteSpan s) const { return std::string_view(body).substr(s.begin, s.size()); }
};

}  // namespace maillon
