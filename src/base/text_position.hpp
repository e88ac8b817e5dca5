// Lines of bytes and of JSON values, for messages: RapidJSON's documents do not keep them.
#pragma once

#include <cstdint>
#include <string_view>

namespace maillon {

/// 1-based line on which the value that `pointer` names (RFC 6901, without escapes) begins in `text`; that of
/// the deepest value on the way where the text lacks it. Precondition: `text` is JSON.
std::uint32_t json_line(std::string_view text, std::string_view pointer);

/// 1-based line of a byte offset.
std::uint32_t line_of(std::string_view text, std::size_t byte);

}  // namespace maillon
