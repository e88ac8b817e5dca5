// The operators + - * / % ^ on numbers, strings, lists and temporal values. Null in, null out.
#pragma once

#include "cypher/value.hpp"

namespace maillon::cypher {

/// Throw Failure: TypeError for values that the operator does not take, ArithmeticError for integers that
/// overflow and for a division of an integer by zero.
Value add(const Value& a, const Value& b);
Value subtract(const Value& a, const Value& b);
Value multiply(const Value& a, const Value& b);
Value divide(const Value& a, const Value& b);
Value modulo(const Value& a, const Value& b);
Value power(const Value& a, const Value& b);
Value negate(const Value& a);

}  // namespace maillon::cypher
