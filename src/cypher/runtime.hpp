// What a running query has at hand, and the compiled form of expressions.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "cypher/property_graph.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// One frame of slots holds the row that is in the works; operators write their slots, expressions read them.
struct Runtime {
  const PropertyGraph& graph;
  const Map& parameters;
  std::vector<Value> frame;
  DateTime now;  ///< one moment for the whole query
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  std::uint32_t ticks = 0;
  std::vector<Value> label_lists = {};  ///< by label set, as labels() has given them
  std::int64_t multiplicity = 1;        ///< rows that the one in the frame stands for

  /// Called once for each step over the graph. Throws Failure after the deadline.
  void tick() {
    if ((++ticks & 0xFFF) == 0) check_deadline();
  }
  void check_deadline() const;
};

class Evaluator {
 public:
  virtual ~Evaluator() = default;
  virtual Value operator()(Runtime& runtime) const = 0;
};
using EvaluatorPtr = std::unique_ptr<Evaluator>;

/// Any callable as an Evaluator.
template <class Function>
EvaluatorPtr evaluator(Function function) {
  struct Wrapped final : Evaluator {
    explicit Wrapped(Function f) : function(std::move(f)) {}
    Value operator()(Runtime& runtime) const override { return function(runtime); }
    Function function;
  };
  return std::make_unique<Wrapped>(std::move(function));
}

}  // namespace maillon::cypher
