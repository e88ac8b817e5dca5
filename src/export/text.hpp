// Text as the formats want it escaped, and numbers that do not depend on a locale.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace maillon {

/// Appends `text` for XML 1.0 content and double-quoted attributes: & < > " escaped, tab and line ends as
/// character references, code points that XML 1.0 (2.2) forbids left out; malformed UTF-8 becomes U+FFFD.
void append_xml(std::string& out, std::string_view text);

/// `text` without the code points that XML 1.0 (2.2) forbids and with U+FFFD for malformed UTF-8: `text`
/// itself where it has none of them, else what `buffer` is made to hold.
std::string_view legal_xml(std::string_view text, std::string& buffer);

/// Appends `text` as a JSON string with its quotes (RFC 8259, 7); malformed UTF-8 becomes U+FFFD.
void append_json(std::string& out, std::string_view text);

/// Appends a JSON array of strings.
void append_json(std::string& out, std::span<const std::string_view> items);

/// Appends the shortest decimal text that reads back as `value`; "0" for what is not finite.
void append_number(std::string& out, double value);
void append_number(std::string& out, std::uint64_t value);

/// Appends `text` percent-encoded but for the unreserved characters of RFC 3986, 2.3.
void append_percent(std::string& out, std::string_view text);

}  // namespace maillon
