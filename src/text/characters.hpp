// What a character is to the tokenizer: one table look-up, made of ICU's properties.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maillon::text {

enum class CharClass : std::uint8_t {
  none,     ///< past the end
  space,    ///< white space without line ends; no-break spaces too
  newline,  ///< LF, CR, line and paragraph separators
  lower,
  upper,
  letter,      ///< letters without case
  mark,        ///< combining marks, soft hyphen, zero-width characters: part of what stands before
  digit,       ///< 0-9
  apostrophe,  ///< ' ’ ‘ ʼ ´ and the like; whether it is a quote mark is seen from its neighbours
  hyphen,      ///< - ‐ ‑
  dash,        ///< – — ―
  period,
  ellipsis,
  terminator,  ///< ! ?
  colon,
  semicolon,
  comma,
  slash,
  opening,  ///< brackets and one-way quote marks
  closing,
  quote,   ///< " and other marks without direction
  symbol,  ///< % € + * and the rest
};

constexpr bool is_letter(CharClass c) { return c >= CharClass::lower && c <= CharClass::letter; }
constexpr bool is_word_part(CharClass c) { return c >= CharClass::lower && c <= CharClass::digit; }
constexpr bool is_blank(CharClass c) { return c == CharClass::space || c == CharClass::newline; }

struct Character {
  char32_t code = 0;
  CharClass kind = CharClass::none;
  std::uint8_t size = 0;  ///< bytes
};

/// The classes of all code points; characters below U+2200 from a table, others from ICU.
class CharacterTable {
 public:
  CharacterTable();
  CharClass classify(char32_t c) const;
  /// The character at byte `at` of valid UTF-8; kind `none` and size 0 at or past the end.
  Character at(std::string_view text, std::size_t at) const {
    if (at >= text.size()) return {};
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, table_[first], 1};
    return decode(text, at);
  }
  /// The character that ends before byte `at`; kind `none` at 0.
  Character before(std::string_view text, std::size_t at) const;

 private:
  static constexpr std::size_t kTable = 0x2200;
  Character decode(std::string_view text, std::size_t at) const;
  std::array<CharClass, kTable> table_;
};

}  // namespace maillon::text
