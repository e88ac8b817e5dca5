// How a query fails. Inside this room a failure is thrown, since it may come up in the middle of any
// expression; Query (query.hpp) catches it and returns a Diagnostic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace maillon::cypher {

/// A part of the query's text, in bytes.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
};

/// The classes and details of openCypher's TCK (tck/README, "Error specification").
struct Failure {
  std::string_view
      type;  ///< "SyntaxError", "TypeError", "ArgumentError", "SemanticError", "ParameterMissing"
  std::string_view detail;  ///< "UndefinedVariable", …
  std::string message;
  TextRange where;  ///< empty range: unknown, e.g. while running
  std::string hint;
};

[[noreturn]] inline void fail_syntax(std::string_view detail, std::string message, TextRange where = {},
                                     std::string hint = {}) {
  throw Failure{"SyntaxError", detail, std::move(message), where, std::move(hint)};
}
[[noreturn]] inline void fail_type(std::string_view detail, std::string message) {
  throw Failure{"TypeError", detail, std::move(message), {}, {}};
}
[[noreturn]] inline void fail_argument(std::string_view detail, std::string message) {
  throw Failure{"ArgumentError", detail, std::move(message), {}, {}};
}

}  // namespace maillon::cypher
