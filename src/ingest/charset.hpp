// Bytes of unknown charset -> clean UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maillon {

/// How a byte sequence that is no UTF-8 may be read all the same; data of schemas/fr/ingest/charset.json.
struct CharsetPolicy {
  std::string letters;       ///< the characters beyond ASCII that French text is written with, UTF-8
  double least_share = 0.8;  ///< of the characters beyond ASCII that must be among `letters`
  std::int32_t least_confidence = 10;  ///< of ICU's detector, 0..100
};

/// Bytes as UTF-8, byte-order mark removed. UTF-8 (RFC 3629), UTF-16 and UTF-32 with a byte-order mark, and
/// legacy charsets: the `declared` one, else the one that ICU detects and that gives French letters.
/// Binary data and broken UTF-8 are Diagnostics of `file` with line and byte.
Result<std::string> decode(std::string bytes, const CharsetPolicy& policy, const std::string& file,
                           const std::optional<std::string>& declared = std::nullopt);

/// Valid UTF-8 as articles hold it: NFC (Unicode TR15), "\n" line ends (also for CR, CRLF, NEL, LS and PS),
/// other control characters as spaces, no byte-order mark.
std::string normalize(std::string text);

}  // namespace maillon
