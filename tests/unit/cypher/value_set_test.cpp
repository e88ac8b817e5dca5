// The table behind DISTINCT, against the library's.
#include "cypher/value_set.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <unordered_set>

namespace maillon::cypher {

TEST_CASE("a set of values keeps what is not equivalent to another") {
  std::mt19937 random(3);
  const auto any = [&]() -> Value {
    const auto n = static_cast<std::int64_t>(random() % 400);
    switch (random() % 6) {
      case 0:
        return Value(n);
      case 1:
        return Value(static_cast<double>(n));  // equivalent to the integer
      case 2:
        return Value(std::to_string(n));
      case 3:
        return Value::date(n);
      case 4:
        return Value(List{Value(n), Value()});
      default:
        return n % 2 == 0 ? Value() : Value(n % 3 == 0);
    }
  };
  ValueSet set;
  for (int round = 0; round < 2; ++round) {
    std::unordered_set<Value, EquivalentHash, Equivalent> expected;
    for (int i = 0; i < 20'000; ++i) {
      const Value v = any();
      const bool is_new = set.insert(v);
      REQUIRE(is_new == expected.insert(v).second);
    }
    set.clear();
  }
}

}  // namespace maillon::cypher
