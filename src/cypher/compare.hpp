// The four comparisons of openCypher 9: equality and comparability (three-valued), equivalence (for DISTINCT
// and grouping) and orderability (for ORDER BY).
#pragma once

#include <cstddef>
#include <optional>

#include "cypher/value.hpp"

namespace maillon::cypher {

/// Nothing stands for null.
using Truth = std::optional<bool>;

/// a = b.
Truth equals(const Value& a, const Value& b);
/// a < b and a <= b; null for values that cannot be compared.
Truth less(const Value& a, const Value& b);
Truth less_or_equal(const Value& a, const Value& b);

/// null and null, NaN and NaN are the same here.
bool equivalent(const Value& a, const Value& b);
/// Equivalent values have equal hashes.
std::size_t hash(const Value& v);
std::size_t hash(const List& values);

/// A total order over all values: negative, 0 or positive.
int order(const Value& a, const Value& b);

struct EquivalentHash {
  std::size_t operator()(const Value& v) const { return hash(v); }
  std::size_t operator()(const List& v) const { return hash(v); }
};
struct Equivalent {
  bool operator()(const Value& a, const Value& b) const { return equivalent(a, b); }
  bool operator()(const List& a, const List& b) const;
};

inline Value to_value(Truth t) { return t ? Value(*t) : Value(); }

}  // namespace maillon::cypher
