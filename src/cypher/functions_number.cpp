// Functions of numbers.
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "cypher/failure.hpp"
#include "cypher/functions.hpp"

namespace maillon::cypher {

namespace {

double number_argument(std::string_view name, const Value& v) {
  if (!v.is_number()) fail_value(name, v);
  return v.number();
}

Value abs(Runtime&, Arguments a) {
  if (a[0].is(Kind::integer)) {
    if (a[0].integer() == std::numeric_limits<std::int64_t>::min())
      fail_argument("NumberOutOfRange", "abs() of the least integer does not fit 64 bits");
    return Value(a[0].integer() < 0 ? -a[0].integer() : a[0].integer());
  }
  return Value(std::fabs(number_argument("abs", a[0])));
}

Value sign(Runtime&, Arguments a) {
  const double x = number_argument("sign", a[0]);
  return Value(std::int64_t{x > 0 ? 1 : x < 0 ? -1 : 0});
}

/// Half away from zero for the nearest integer, as Java's Math.round does for positive numbers.
Value round(Runtime&, Arguments a) {
  const double x = number_argument("round", a[0]);
  if (a.size() == 1) return Value(std::floor(x + 0.5));
  if (!a[1].is(Kind::integer)) fail_value("round", a[1]);
  const double scale = std::pow(10.0, static_cast<double>(a[1].integer()));
  return Value(std::round(x * scale) / scale);
}

/// Seeded by the moment of the query, so that one frozen moment gives one result.
Value rand(Runtime& rt, Arguments) {
  static thread_local std::mt19937_64 engine{
      static_cast<std::uint64_t>(rt.now.local.seconds * 1'000'000'007 + rt.now.local.nanos)};
  return Value(std::uniform_real_distribution<double>(0.0, 1.0)(engine));
}

Value atan2(Runtime&, Arguments a) {
  return Value(std::atan2(number_argument("atan2", a[0]), number_argument("atan2", a[1])));
}
Value is_nan(Runtime&, Arguments a) { return Value(std::isnan(number_argument("isNaN", a[0]))); }
Value pi(Runtime&, Arguments) { return Value(std::numbers::pi); }
Value e(Runtime&, Arguments) { return Value(std::numbers::e); }

double ceil(double x) { return std::ceil(x); }
double floor(double x) { return std::floor(x); }
double sqrt(double x) { return std::sqrt(x); }
double exp(double x) { return std::exp(x); }
double log(double x) { return std::log(x); }
double log10(double x) { return std::log10(x); }
double sin(double x) { return std::sin(x); }
double cos(double x) { return std::cos(x); }
double tan(double x) { return std::tan(x); }
double cot(double x) { return 1.0 / std::tan(x); }
double asin(double x) { return std::asin(x); }
double acos(double x) { return std::acos(x); }
double atan(double x) { return std::atan(x); }
double degrees(double x) { return x * 180.0 / std::numbers::pi; }
double radians(double x) { return x * std::numbers::pi / 180.0; }
double haversin(double x) { return (1.0 - std::cos(x)) / 2.0; }

template <double (*F)(double)>
Value real(Runtime&, Arguments a) {
  return Value(F(number_argument("a function of numbers", a[0])));
}

constexpr Type kReal{kinds(Kind::real), kAnyKind};
constexpr std::array<Kinds, 2> kOneNumber = {kNumbers, kAnyKind};
constexpr std::array<Kinds, 2> kTwoNumbers = {kNumbers, kNumbers};

const Function kNumberFunctions[] = {
    {"abs", 1, 1, kOneNumber, {kNumbers, kAnyKind}, abs},
    {"sign", 1, 1, kOneNumber, {kinds(Kind::integer), kAnyKind}, sign},
    {"round", 1, 2, kTwoNumbers, kReal, round},
    {"ceil", 1, 1, kOneNumber, kReal, real<ceil>},
    {"floor", 1, 1, kOneNumber, kReal, real<floor>},
    {"sqrt", 1, 1, kOneNumber, kReal, real<sqrt>},
    {"exp", 1, 1, kOneNumber, kReal, real<exp>},
    {"log", 1, 1, kOneNumber, kReal, real<log>},
    {"log10", 1, 1, kOneNumber, kReal, real<log10>},
    {"sin", 1, 1, kOneNumber, kReal, real<sin>},
    {"cos", 1, 1, kOneNumber, kReal, real<cos>},
    {"tan", 1, 1, kOneNumber, kReal, real<tan>},
    {"cot", 1, 1, kOneNumber, kReal, real<cot>},
    {"asin", 1, 1, kOneNumber, kReal, real<asin>},
    {"acos", 1, 1, kOneNumber, kReal, real<acos>},
    {"atan", 1, 1, kOneNumber, kReal, real<atan>},
    {"degrees", 1, 1, kOneNumber, kReal, real<degrees>},
    {"radians", 1, 1, kOneNumber, kReal, real<radians>},
    {"haversin", 1, 1, kOneNumber, kReal, real<haversin>},
    {"atan2", 2, 2, kTwoNumbers, kReal, atan2},
    {"isnan", 1, 1, kOneNumber, {kinds(Kind::boolean), kAnyKind}, is_nan},
    {"rand", 0, 0, kOneNumber, kReal, rand},
    {"pi", 0, 0, kOneNumber, kReal, pi},
    {"e", 0, 0, kOneNumber, kReal, e},
};

}  // namespace

std::span<const Function> number_functions() { return kNumberFunctions; }

}  // namespace maillon::cypher
