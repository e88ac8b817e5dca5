// The operators that work on rows, whatever they hold: projections, groups, order.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "cypher/aggregates.hpp"
#include "cypher/compare.hpp"
#include "cypher/operator.hpp"
#include "cypher/value_set.hpp"

namespace maillon::cypher {

/// Where a value goes.
struct Assignment {
  std::uint32_t slot;
  EvaluatorPtr value;
};

/// Evaluates expressions into slots.
class Project final : public Operator {
 public:
  Project(std::vector<Assignment> items, std::string text)
      : items_(std::move(items)), text_(std::move(text)) {}
  bool push(Runtime& rt) override;
  std::string describe() const override { return "Project " + text_; }

 private:
  std::vector<Assignment> items_;
  std::string text_;
};

/// A row for each item of a list; none for null.
class Unwind final : public Operator {
 public:
  Unwind(std::uint32_t slot, EvaluatorPtr list, std::string name)
      : slot_(slot), list_(std::move(list)), name_(std::move(name)) {}
  bool push(Runtime& rt) override;
  std::string describe() const override { return "Unwind " + name_; }

 private:
  std::uint32_t slot_;
  EvaluatorPtr list_;
  std::string name_;
};

struct Aggregate {
  AggregateKind kind;
  bool distinct = false;
  EvaluatorPtr argument, extra;  ///< may be absent
  std::uint32_t slot = 0;        ///< of the result
};

/// Groups rows by keys; hands on one row a group, in the order of their first rows. Without keys there is
/// always one group.
class GroupBy final : public Operator {
 public:
  GroupBy(std::vector<Assignment> keys, std::vector<Aggregate> aggregates, std::string text)
      : keys_(std::move(keys)), aggregates_(std::move(aggregates)), text_(std::move(text)) {}
  /// The one key is a property of the node in that slot: its group is looked up once a node.
  void group_by_property_of(std::uint32_t slot) { owner_ = slot; }
  void start(Runtime& rt) override;
  bool push(Runtime& rt) override;
  bool finish(Runtime& rt) override;
  std::string describe() const override { return "GroupBy " + text_; }

 private:
  using Group = std::vector<std::unique_ptr<Accumulator>>;
  Group new_group() const;
  /// The number of the group that the row belongs to.
  std::size_t find_group(Runtime& rt);
  std::uint32_t& group_at(Runtime& rt, const Value& node);
  std::size_t group_of_value(Value key);
  std::size_t find_group_of_value(const Value& key);
  std::size_t add_group();

  std::vector<Assignment> keys_;
  std::vector<Aggregate> aggregates_;
  std::string text_;
  bool only_counts_ = false;  ///< nothing but count(*) is asked
  // Groups by several keys, by one, and by one that is a node.
  std::unordered_map<List, std::size_t, EquivalentHash, Equivalent> by_list_;
  std::unordered_map<Value, std::size_t, EquivalentHash, Equivalent> by_value_;
  std::vector<std::uint32_t> by_node_;
  /// The last keys by identity: a label or a type comes again and again as the same object. The key is kept,
  /// so that no other object can take its place in memory.
  struct Recent {
    Value key;
    std::size_t group = 0;
  };
  std::array<Recent, 64> recent_;
  std::uint32_t owner_ = kNone;
  List group_keys_;  ///< keys_.size() for each group
  std::vector<Group> groups_;
  std::vector<std::int64_t> counts_;
};

/// Rows that differ in these slots.
class DistinctRows final : public Operator {
 public:
  explicit DistinctRows(std::vector<std::uint32_t> slots) : slots_(std::move(slots)) {}
  void start(Runtime&) override {
    seen_.clear();
    seen_values_.clear();
  }
  bool push(Runtime& rt) override;
  std::string describe() const override { return "Distinct"; }

 private:
  std::vector<std::uint32_t> slots_;
  std::unordered_set<List, EquivalentHash, Equivalent> seen_;
  ValueSet seen_values_;  ///< where there is one slot
};

struct SortKey {
  EvaluatorPtr value;
  bool descending = false;
};

/// ORDER BY. With `most`, a number, only as many rows are kept as will be asked for.
class Sort final : public Operator {
 public:
  /// `kept` are the slots that later operators read.
  Sort(std::vector<SortKey> keys, std::vector<std::uint32_t> kept, EvaluatorPtr most, std::string text);
  void start(Runtime& rt) override;
  bool push(Runtime& rt) override;
  bool finish(Runtime& rt) override;
  std::string describe() const override { return (most_ ? "Top by " : "Sort by ") + text_; }

 private:
  struct Row {
    List keys, values;
    std::size_t number;  ///< of equal rows the first comes first
  };
  bool before(const Row& a, const Row& b) const;

  std::vector<SortKey> keys_;
  std::vector<std::uint32_t> kept_;
  EvaluatorPtr most_;
  std::string text_;
  std::size_t limit_ = 0;
  std::vector<Row> rows_;  ///< a heap with the last row on top, once there are limit_ of them
  std::size_t seen_ = 0;
};

/// SKIP and LIMIT. The numbers are evaluated once, before the first row.
class Window final : public Operator {
 public:
  Window(EvaluatorPtr skip, EvaluatorPtr limit, std::string text)
      : skip_(std::move(skip)), limit_(std::move(limit)), text_(std::move(text)) {}
  void start(Runtime& rt) override;
  bool push(Runtime& rt) override;
  std::string describe() const override { return text_; }

 private:
  EvaluatorPtr skip_, limit_;
  std::string text_;
  std::int64_t to_skip_ = 0, left_ = 0;
};

/// The number of rows that SKIP or LIMIT asks for. Throws Failure for anything but an integer from 0.
std::int64_t row_count(Runtime& rt, const Evaluator& count, std::string_view clause);

/// Nothing is done with the row but to hand it on; the first operator where a plan has no other.
class Start final : public Operator {
 public:
  bool push(Runtime& rt) override { return next == nullptr || next->push(rt); }
  std::string describe() const override { return "Start"; }
};

}  // namespace maillon::cypher
