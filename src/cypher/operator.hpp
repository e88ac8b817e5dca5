// The steps of a plan. Rows are pushed through them one at a time: an operator writes its slots of the frame
// and pushes to the next one, so that a pattern is searched depth first and nothing is copied.
#pragma once

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "cypher/runtime.hpp"

namespace maillon::cypher {

class Operator {
 public:
  virtual ~Operator() = default;

  /// Before the first row, and again where a plan inside another one starts anew.
  virtual void start(Runtime&) {}
  /// Takes the row in the frame. False: no more rows are wanted.
  virtual bool push(Runtime& rt) = 0;
  /// After the last row: hands on what was held back. False: no more rows are wanted.
  virtual bool finish(Runtime&) { return true; }
  /// "Expand (a)-[:KNOWS]->(b)", for --explain.
  virtual std::string describe() const = 0;
  /// Asked of the operator in front of one that only counts rows and reads the slots of `read`. True: from
  /// now on one row stands for Runtime::multiplicity rows that differ in other slots.
  virtual bool count_instead(const std::unordered_set<std::uint32_t>& /*read*/) { return false; }
  /// Plans inside this operator, for --explain.
  virtual std::vector<const class Pipeline*> inner() const { return {}; }

  Operator* next = nullptr;
  double rows = -1;  ///< estimated number of rows that leave; negative: unknown
};

/// Operators in a row. The last one has no next and swallows what it is given.
class Pipeline {
 public:
  Operator& add(std::unique_ptr<Operator> op) {
    if (!operators_.empty()) operators_.back()->next = op.get();
    operators_.push_back(std::move(op));
    return *operators_.back();
  }
  template <class Op, class... Arguments>
  Op& emplace(Arguments&&... arguments) {
    return static_cast<Op&>(add(std::make_unique<Op>(std::forward<Arguments>(arguments)...)));
  }
  /// Pushes one row through from start to end.
  void run(Runtime& rt) const;
  /// The same without start() and finish(): for plans without memory.
  bool push(Runtime& rt) const { return operators_.front()->push(rt); }

  const std::vector<std::unique_ptr<Operator>>& operators() const { return operators_; }
  Operator* last() const { return operators_.empty() ? nullptr : operators_.back().get(); }

 private:
  std::vector<std::unique_ptr<Operator>> operators_;
};

/// Estimates and descriptions, one operator a line, inner plans indented.
std::string explain(const Pipeline& pipeline);

}  // namespace maillon::cypher
