// A line of text as the ingest patterns see it: folded words and signs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace maillon {

enum class LineTokenKind : std::uint8_t { word, number, sign };

/// A run of letters, a run of digits, or one other character that is no space.
struct LineToken {
  std::string folded;  ///< see utf8::fold; signs as they are, typographic apostrophes as '
  ByteSpan span;       ///< of the line
  LineTokenKind kind = LineTokenKind::sign;
  bool capital = false;  ///< begins with an upper-case letter
};

using LineTokens = std::vector<LineToken>;

/// Replaces `out`. Spans count from the line's first byte.
void tokenize_line(std::string_view line, LineTokens& out);

}  // namespace maillon
