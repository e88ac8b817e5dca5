// Rows, as every question is answered: printing them as a table, JSON or CSV is the command line's business.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace maillon {

/// Nothing, a text, a count, a number, a truth value or a list of texts.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

/// How people see a table; programs get all of it either way.
enum class Layout : std::uint8_t {
  grid,    ///< rows and columns
  report,  ///< columns without any value are left out; the last one, running text, stands below its row
};

struct Table {
  std::vector<std::string> columns;     ///< names, lower case
  std::vector<std::vector<Cell>> rows;  ///< each as long as columns
  Layout layout = Layout::grid;
};

/// One part of an answer.
struct Section {
  std::string title;
  Table table;
  bool record = false;  ///< two columns, name and value: the properties of one thing
};

}  // namespace maillon
