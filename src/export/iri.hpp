// IRIs (RFC 3987).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maillon {

/// Begins with a scheme (RFC 3986, 3.1).
bool is_absolute_iri(std::string_view text);

/// Appends `text` with what RFC 3987 does not allow in an IRI percent-encoded (controls, spaces, <>"{}|\^`
/// and malformed UTF-8).
void append_iri(std::string& out, std::string_view text);

/// Whether ids can be appended to it: absolute, only legal characters, and an end that keeps the ids apart
/// from it.
Status check_iri_base(std::string_view base);

}  // namespace maillon
