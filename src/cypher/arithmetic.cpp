#include "cypher/arithmetic.hpp"

#include <cmath>

#include "cypher/failure.hpp"
#include "cypher/temporal.hpp"
#include "cypher/value_text.hpp"

namespace maillon::cypher {

namespace {

[[noreturn]] void fail_operands(std::string_view op, const Value& a, const Value& b) {
  fail_type("InvalidArgumentType", "there is no " + std::string(to_string(a.kind())) + " " + std::string(op) +
                                       " " + std::string(to_string(b.kind())));
}

[[noreturn]] void fail_overflow() {
  throw Failure{"ArithmeticError", "NumberOutOfRange", "the result does not fit a 64-bit integer", {}, {}};
}

bool integers(const Value& a, const Value& b) { return a.is(Kind::integer) && b.is(Kind::integer); }
bool numbers(const Value& a, const Value& b) { return a.is_number() && b.is_number(); }

Value add_to_list(const Value& a, const Value& b) {
  List out;
  const auto take = [&](const Value& v) {
    if (v.is(Kind::list))
      out.insert(out.end(), v.list().begin(), v.list().end());
    else
      out.push_back(v);
  };
  out.reserve((a.is(Kind::list) ? a.list().size() : 1) + (b.is(Kind::list) ? b.list().size() : 1));
  take(a);
  take(b);
  return Value(std::move(out));
}

}  // namespace

Value add(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (integers(a, b)) {
    std::int64_t out = 0;
    if (__builtin_add_overflow(a.integer(), b.integer(), &out)) fail_overflow();
    return Value(out);
  }
  if (numbers(a, b)) return Value(a.number() + b.number());
  if (a.is(Kind::list) || b.is(Kind::list)) return add_to_list(a, b);
  const auto joins = [](const Value& v) {
    return v.is(Kind::string) || v.is_number() || v.is(Kind::boolean);
  };
  if ((a.is(Kind::string) && (joins(b) || b.is_temporal())) ||
      (b.is(Kind::string) && (joins(a) || a.is_temporal())))
    return Value(plain_text(a) + plain_text(b));
  if (b.is(Kind::duration) && a.is_temporal()) return shift(a, b.duration(), 1);
  if (a.is(Kind::duration) && b.is_temporal()) return shift(b, a.duration(), 1);
  fail_operands("+", a, b);
}

Value subtract(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (integers(a, b)) {
    std::int64_t out = 0;
    if (__builtin_sub_overflow(a.integer(), b.integer(), &out)) fail_overflow();
    return Value(out);
  }
  if (numbers(a, b)) return Value(a.number() - b.number());
  if (b.is(Kind::duration) && a.is_temporal()) return shift(a, b.duration(), -1);
  fail_operands("-", a, b);
}

Value multiply(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (integers(a, b)) {
    std::int64_t out = 0;
    if (__builtin_mul_overflow(a.integer(), b.integer(), &out)) fail_overflow();
    return Value(out);
  }
  if (numbers(a, b)) return Value(a.number() * b.number());
  if (a.is(Kind::duration) && b.is_number()) return Value(scaled(a.duration(), b.number()));
  if (b.is(Kind::duration) && a.is_number()) return Value(scaled(b.duration(), a.number()));
  fail_operands("*", a, b);
}

Value divide(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (integers(a, b)) {
    if (b.integer() == 0) throw Failure{"ArithmeticError", "DivisionByZero", "division by zero", {}, {}};
    if (b.integer() == -1) return negate(a);
    return Value(a.integer() / b.integer());
  }
  if (numbers(a, b)) return Value(a.number() / b.number());
  if (a.is(Kind::duration) && b.is_number()) return Value(scaled(a.duration(), 1.0 / b.number()));
  fail_operands("/", a, b);
}

Value modulo(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (integers(a, b)) {
    if (b.integer() == 0) throw Failure{"ArithmeticError", "DivisionByZero", "division by zero", {}, {}};
    return Value(b.integer() == -1 ? std::int64_t{0} : a.integer() % b.integer());
  }
  if (numbers(a, b)) return Value(std::fmod(a.number(), b.number()));
  fail_operands("%", a, b);
}

Value power(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (numbers(a, b)) return Value(std::pow(a.number(), b.number()));
  fail_operands("^", a, b);
}

Value negate(const Value& a) {
  if (a.is_null()) return {};
  if (a.is(Kind::real)) return Value(-a.real());
  if (a.is(Kind::duration)) return Value(scaled(a.duration(), -1.0));
  if (!a.is(Kind::integer)) fail_type("InvalidArgumentType", "only numbers have a sign");
  std::int64_t out = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, a.integer(), &out)) fail_overflow();
  return Value(out);
}

}  // namespace maillon::cypher
