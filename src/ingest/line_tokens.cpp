#include "ingest/line_tokens.hpp"

#include "base/utf8.hpp"

namespace maillon {

namespace {

LineTokenKind kind_of(char32_t c) {
  if (utf8::is_digit(c)) return LineTokenKind::number;
  return utf8::is_alpha(c) ? LineTokenKind::word : LineTokenKind::sign;
}

constexpr char32_t kApostrophe = 0x2019;

}  // namespace

void tokenize_line(std::string_view line, LineTokens& out) {
  out.clear();
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t first = utf8::next(line, at);
    if (utf8::is_space(first)) continue;
    LineToken token;
    token.kind = kind_of(first);
    token.capital = utf8::is_upper(first);
    while (token.kind != LineTokenKind::sign && at < line.size()) {
      std::size_t next = at;
      const char32_t c = utf8::next(line, next);
      if (utf8::is_space(c) || kind_of(c) != token.kind) break;
      at = next;
    }
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    const std::string_view text = line.substr(begin, at - begin);
    if (token.kind == LineTokenKind::word)
      token.folded = utf8::fold(text);
    else
      token.folded = first == kApostrophe ? "'" : std::string(text);
    out.push_back(std::move(token));
  }
}

}  // namespace maillon
