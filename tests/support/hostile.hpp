// Text that breaks formats which escape carelessly.
#pragma once

#include <string>
#include <vector>

#include "relations/statement.hpp"

namespace maillon::testing {

/// Quotes, line ends, "]]>", controls, emoji, right-to-left, CSV formulas, backticks, malformed UTF-8, very
/// long names.
std::vector<std::string> hostile_texts();
/// An article whose every string is hostile in its own way, with parallel edges and a loop.
Extraction hostile_article();

}  // namespace maillon::testing
