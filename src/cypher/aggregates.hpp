// Aggregating functions: count, sum, avg, min, max, collect, stDev, stDevP, percentileDisc, percentileCont.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "cypher/value.hpp"

namespace maillon::cypher {

enum class AggregateKind : std::uint8_t {
  count_rows,
  count,
  sum,
  avg,
  min,
  max,
  collect,
  stdev,
  stdevp,
  percentile_disc,
  percentile_cont,
};

/// Of the lower-case name; nothing where it is no aggregating function. count(*) has no name of its own.
std::optional<AggregateKind> aggregate_kind(std::string_view lower_case_name);
/// percentileDisc and percentileCont take a second argument.
inline int argument_count(AggregateKind kind) { return kind >= AggregateKind::percentile_disc ? 2 : 1; }

/// The values of one group, so far.
class Accumulator {
 public:
  virtual ~Accumulator() = default;
  /// Nulls are not counted. `extra` is the second argument, null for most functions.
  virtual void add(const Value& value, const Value& extra) = 0;
  virtual Value result() const = 0;
};
std::unique_ptr<Accumulator> make_accumulator(AggregateKind kind, bool distinct);

}  // namespace maillon::cypher
