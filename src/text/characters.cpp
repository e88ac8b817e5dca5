#include "text/characters.hpp"

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace maillon::text {

namespace {

/// Characters whose part in French writing their Unicode category does not tell.
CharClass special(char32_t c) {
  switch (c) {
    case U'\n':
    case U'\r':
    case 0x85:
    case 0x2028:
    case 0x2029:
      return CharClass::newline;
    case U'\'':
    case 0x60:
    case 0xB4:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
      return CharClass::apostrophe;
    case U'-':
    case 0x2010:
    case 0x2011:
      return CharClass::hyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return CharClass::dash;
    case U'.':
      return CharClass::period;
    case 0x2026:
      return CharClass::ellipsis;
    case U'!':
    case U'?':
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return CharClass::terminator;
    case U':':
      return CharClass::colon;
    case U';':
      return CharClass::semicolon;
    case U',':
      return CharClass::comma;
    case U'/':
      return CharClass::slash;
    case U'"':
    case 0xFF02:
      return CharClass::quote;
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return CharClass::mark;
    default:
      return CharClass::none;
  }
}

CharClass by_category(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  if (code >= U'0' && code <= U'9') return CharClass::digit;
  if (u_isUWhiteSpace(c)) return CharClass::space;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::upper;
    case U_LOWERCASE_LETTER:
      return CharClass::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharClass::letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::mark;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::letter;
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      return CharClass::opening;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::closing;
    case U_DASH_PUNCTUATION:
      return CharClass::dash;
    default:
      return CharClass::symbol;
  }
}

CharClass compute(char32_t c) {
  const CharClass known = special(c);
  return known != CharClass::none ? known : by_category(c);
}

}  // namespace

CharacterTable::CharacterTable() {
  for (std::size_t c = 0; c < kTable; ++c) table_[c] = compute(static_cast<char32_t>(c));
}

CharClass CharacterTable::classify(char32_t c) const { return c < kTable ? table_[c] : compute(c); }

Character CharacterTable::decode(std::string_view text, std::size_t at) const {
  std::size_t end = at;
  const char32_t c = utf8::next(text, end);
  return {c, classify(c), static_cast<std::uint8_t>(end - at)};
}

Character CharacterTable::before(std::string_view text, std::size_t at) const {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return this->at(text, begin);
}

}  // namespace maillon::text
