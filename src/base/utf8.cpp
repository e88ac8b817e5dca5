#include "base/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

namespace maillon::utf8 {

char32_t next(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    ++at;
    return first;
  }
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) {
      at += 2;
      return (static_cast<char32_t>(first & 0x1F) << 6) | (second & 0x3F);
    }
  }
  const auto* s = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(at);
  const auto size = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  U8_NEXT(s, i, size, c);
  if (c < 0) {
    ++at;
    return 0xFFFD;
  }
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

char32_t previous(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return next(text.substr(0, at), begin);
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t first_invalid(std::string_view text) {
  const auto* s = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    if (s[i] < 0x80) {
      ++i;
      continue;
    }
    const std::int64_t begin = i;
    UChar32 c = 0;
    U8_NEXT(s, i, size, c);
    if (c < 0) return static_cast<std::size_t>(begin);
  }
  return text.size();
}

namespace {

/// What Latin text is made of (Basic Latin to Latin Extended-B) is looked up, the rest is asked of ICU.
constexpr char32_t kTableSize = 0x250;

/// The base letter of a Latin letter with diacritics; the letter itself where it has none.
UChar32 base_letter(UChar32 c) {
  if (c < 0xC0) return c;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(c, parts) || parts.isEmpty()) return c;
  const UChar32 base = parts.char32At(0);
  return base == c ? c : base_letter(base);
}

/// What fold() makes of one character.
struct Folded {
  std::array<char, 4> bytes{};
  std::uint8_t size = 0;
  bool separator = false;
  std::string_view text() const { return {bytes.data(), size}; }
};

Folded folded(char32_t code_point) {
  Folded out;
  UChar32 c = u_tolower(static_cast<UChar32>(code_point));
  if (c >= 0x300 && c < 0x370) return out;  // combining marks
  if (c >= 0xC0) c = base_letter(c);
  out.separator =
      c == '-' || c == '\'' || c == 0x2019 || (c >= 0x2010 && c <= 0x2015) || c == '.' || u_isUWhiteSpace(c);
  if (out.separator) return out;
  std::string text;
  switch (c) {
    case 0x153:
      text = "oe";
      break;
    case 0xE6:
      text = "ae";
      break;
    case 0xF8:
      text = "o";
      break;
    case 0x142:
      text = "l";
      break;
    case 0x131:
      text = "i";
      break;
    case 0x111:
    case 0xF0:
      text = "d";
      break;
    case 0xDF:
      text = "ss";
      break;
    default:
      append(text, static_cast<char32_t>(c));
  }
  out.size = static_cast<std::uint8_t>(text.copy(out.bytes.data(), out.bytes.size()));
  return out;
}

struct Tables {
  std::array<char32_t, kTableSize> lower{};
  std::array<Folded, kTableSize> folded{};

  Tables() {
    for (char32_t c = 0; c < kTableSize; ++c) {
      lower[c] = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      folded[c] = utf8::folded(c);
    }
  }
};

const Tables& tables() {
  static const Tables tables;
  return tables;
}

}  // namespace

std::string to_lower(std::string_view text) {
  const auto& lower = tables().lower;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    append(out, c < kTableSize ? lower[c] : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
  return out;
}

std::string fold(std::string_view text) {
  const auto& known = tables().folded;
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    Folded asked;
    if (c >= kTableSize) asked = folded(c);
    const Folded& f = c < kTableSize ? known[c] : asked;
    if (f.separator) {
      gap = !out.empty();
    } else if (f.size > 0) {
      if (gap) out += ' ';
      gap = false;
      out += f.text();
    }
  }
  return out;
}

bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c));
}
bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : u_isULowercase(static_cast<UChar32>(c));
}
bool is_alpha(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isUAlphabetic(static_cast<UChar32>(c));
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(static_cast<UChar32>(c));
}

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  every64_.reserve(text.size() / 64 + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 64 == 0) every64_.push_back(count);
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++count;
  }
  if (text.size() % 64 == 0) every64_.push_back(count);
}

std::uint32_t OffsetMap::characters(std::uint32_t at) const {
  std::uint32_t count = every64_[at / 64];
  for (std::size_t i = at / 64 * 64; i < at; ++i) {
    if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++count;
  }
  return count;
}

}  // namespace maillon::utf8
