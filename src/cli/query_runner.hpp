// Runs queries for the command `query` and its shell: same parameters, limits, formats and messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/row_writer.hpp"
#include "cypher/value.hpp"

namespace maillon::cli {

class QueryRunner {
 public:
  QueryRunner(const QueriedGraph& graph, Console& console) : graph_(graph), console_(console) {}

  /// Takes format, limits and parameters; a parameter that is no name=value is a Diagnostic.
  Status configure(const Options& options);
  /// name=value. The value is JSON, or else the text itself.
  Status set_parameter(std::string_view text);
  void set_format(std::string_view format) { format_ = format; }

  /// Prints the rows, or the plan; messages go to standard error with the place in the query. Returns the
  /// number of rows, or nothing after an error.
  bool run(const std::string& query, bool plan_only, std::size_t& rows);

  const QueriedGraph& graph() const { return graph_; }

 private:
  void report(const Diagnostic& d, const std::string& query);

  QueriedGraph graph_;
  Console& console_;
  std::string format_;
  cypher::Map parameters_;
  double timeout_ = 0;  ///< seconds; 0: none
  unsigned max_rows_ = 0;
};

}  // namespace maillon::cli
