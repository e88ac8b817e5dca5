// Rows, as every question is answered: printing them as a table, JSON or CSV is the command line's business.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace maillon {

/// Nothing, a text, a count, a number, a truth value or a list of texts.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

struct Table {
  std::vector<std::string> columns;     ///< names, lower case
  std::vector<std::vector<Cell>> rows;  ///< each as long as columns
};

}  // namespace maillon
