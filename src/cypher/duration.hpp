// Durations: arithmetic, and what lies between two moments.
#pragma once

#include <string_view>

#include "cypher/value.hpp"

namespace maillon::cypher {

/// Fractions of months and days go on as days and seconds: a month has 30.436875 days on average.
Duration approximate(double months, double days, double seconds, double nanos);
/// Carries whole seconds out of `nanos`.
Duration normal(std::int64_t months, std::int64_t days, std::int64_t seconds, std::int64_t nanos);
/// ISO 8601: P1Y2M10DT2H30M, P2.5W, P2012-02-02T14:37:21.545. Throws Failure.
Duration parse_duration(std::string_view text);

/// From `a` to `b` in months, days and seconds. Where one has no date, only the times count; where one has no
/// zone, it gets that of the other. Precondition: both temporal, no durations.
Duration between(const Value& a, const Value& b);
Duration between_in_months(const Value& a, const Value& b);
Duration between_in_days(const Value& a, const Value& b);
Duration between_in_seconds(const Value& a, const Value& b);

}  // namespace maillon::cypher
