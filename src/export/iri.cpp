#include "export/iri.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "export/text.hpp"

namespace maillon {

bool is_absolute_iri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !utf8::is_alpha(static_cast<unsigned char>(text[0])))
    return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x80 && (utf8::is_alpha(u) || utf8::is_digit(u) || c == '+' || c == '-' || c == '.');
  });
}

Status check_iri_base(std::string_view base) {
  const std::string given = "--iri-base: '" + std::string(base) + "' ";
  if (!is_absolute_iri(base))
    return error_in({}, given + "is no absolute IRI",
                    "write https://example.org/graph/ or urn:example:graph:");
  std::string legal;
  append_iri(legal, base);
  if (legal != base) return error_in({}, given + "has characters that an IRI has not", "write " + legal);
  if (std::string_view("/#:=").find(base.back()) == std::string_view::npos)
    return error_in({},
                    given + "does not end in / # : or =", "write " + legal + "/, for ids are appended to it");
  return {};
}

void append_iri(std::string& out, std::string_view text) {
  constexpr std::string_view kForbidden = "<>\"{}|\\^`";
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::size_t length = 1;
    if (byte >= 0x80) {
      std::size_t end = at;
      const bool sound = utf8::next(text, end) != 0xFFFD;
      length = end - at;
      if (sound) {
        out += text.substr(at, length);
      } else {
        append_percent(out, text.substr(at, length));
      }
    } else if (byte <= 0x20 || byte == 0x7F || kForbidden.find(text[at]) != std::string_view::npos) {
      append_percent(out, text.substr(at, 1));
    } else {
      out += text[at];
    }
    at += length;
  }
}

}  // namespace maillon
