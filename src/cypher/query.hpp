// openCypher queries over a PropertyGraph: prepare once, run as often as you like.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cypher/property_graph.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

struct RunOptions {
  /// Zero: as long as it takes.
  std::chrono::milliseconds timeout{0};
  /// The moment that date(), datetime() and so on give, in seconds since 1970 UTC; negative: the clock's.
  std::int64_t now = -1;
};

class Query {
 public:
  /// Reads, checks and plans. The Diagnostic of a query that will not do has line and column (in characters)
  /// of `text`, and "SyntaxError/UndefinedVariable" (the words of openCypher's TCK) as its rule.
  /// The graph must outlive the query.
  static Result<Query> prepare(const PropertyGraph& graph, std::string_view text, Map parameters = {});
  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  ~Query();

  const std::vector<std::string>& columns() const;
  /// Labels, types and properties that nothing in the graph has, with the nearest that there are: such a
  /// query runs, and finds nothing.
  const std::vector<Diagnostic>& warnings() const;
  /// The plan, one operator a line.
  std::string explain() const;
  /// Hands each row to `row` as it is found, until that returns false. Values are good for as long as the
  /// query and its graph. Not for two threads at a time.
  Status run(const std::function<bool(std::span<const Value>)>& row, const RunOptions& options = {}) const;

 private:
  struct State;
  explicit Query(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The line of `text` that the diagnostic points at, with a caret below it; empty without a position.
std::string caret_lines(const Diagnostic& d, std::string_view text);

}  // namespace maillon::cypher
