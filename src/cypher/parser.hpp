// From the text of a query to its tree.
#pragma once

#include <string_view>

#include "cypher/ast.hpp"

namespace maillon::cypher {

/// Throws Failure with a range of `text`.
ast::Query parse(std::string_view text);

}  // namespace maillon::cypher
