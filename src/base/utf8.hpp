// The few UTF-8 operations that the hot path needs; everything else is ICU's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maillon::utf8 {

/// Decodes the code point at byte `at` of valid UTF-8 and advances `at` past it. Precondition: at <
/// text.size(). Malformed bytes give U+FFFD and advance by one.
char32_t next(std::string_view text, std::size_t& at);
/// The code point that ends just before byte `at`; 0 where at == 0.
char32_t previous(std::string_view text, std::size_t at);
void append(std::string& out, char32_t code_point);

/// Byte offset of the first malformed sequence (RFC 3629), or text.size() where all is well.
std::size_t first_invalid(std::string_view text);

/// Lower case, simple mapping (U_SIMPLE_CASE), for French and other Latin, Greek and Cyrillic text.
std::string to_lower(std::string_view text);
/// Lower case without diacritics, œ/æ as oe/ae, hyphens and apostrophes as spaces, white space folded: the
/// key under which two spellings of a name are the same.
std::string fold(std::string_view text);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_alpha(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);

/// Turns byte offsets into code point offsets for text that is read once from left to right; O(1) amortised
/// for growing offsets, O(64) for others.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view text);
  /// Code points before byte `at`.
  std::uint32_t characters(std::uint32_t at) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> every64_;  ///< code points before byte 64*i
};

}  // namespace maillon::utf8
