// The operators that look for patterns in the graph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cypher/ast.hpp"
#include "cypher/operator.hpp"

namespace maillon::cypher {

/// Binds a node slot to each node in turn.
class AllNodes final : public Operator {
 public:
  AllNodes(std::uint32_t slot, std::string name) : slot_(slot), name_(std::move(name)) {}
  bool push(Runtime& rt) override;
  bool count_instead(const std::unordered_set<std::uint32_t>& read) override;
  std::string describe() const override;

 private:
  std::uint32_t slot_;
  std::string name_;
  bool counts_ = false;
};

/// Binds a node slot to each node of a label. A label that no node has gives no row.
class NodesByLabel final : public Operator {
 public:
  NodesByLabel(std::uint32_t slot, std::uint32_t label, std::string name)
      : slot_(slot), label_(label), name_(std::move(name)) {}
  bool push(Runtime& rt) override;
  bool count_instead(const std::unordered_set<std::uint32_t>& read) override;
  std::string describe() const override;

 private:
  std::uint32_t slot_, label_;
  std::string name_;
  bool counts_ = false;
};

/// Binds a node slot to each node whose property equals a value.
class NodesByProperty final : public Operator {
 public:
  NodesByProperty(std::uint32_t slot, std::uint32_t key, EvaluatorPtr value, std::string name)
      : slot_(slot), key_(key), value_(std::move(value)), name_(std::move(name)) {}
  bool push(Runtime& rt) override;
  std::string describe() const override;

 private:
  std::uint32_t slot_, key_;
  EvaluatorPtr value_;
  std::string name_;
};

/// Keeps rows whose node has all the labels; a row whose slot holds no node goes.
class LabelFilter final : public Operator {
 public:
  LabelFilter(std::uint32_t slot, std::vector<std::uint32_t> labels, std::string name)
      : slot_(slot), labels_(std::move(labels)), name_(std::move(name)) {}
  bool push(Runtime& rt) override;
  std::string describe() const override;

 private:
  std::uint32_t slot_;
  std::vector<std::uint32_t> labels_;
  std::string name_;
};

class Filter final : public Operator {
 public:
  Filter(EvaluatorPtr condition, std::string text)
      : condition_(std::move(condition)), text_(std::move(text)) {}
  bool push(Runtime& rt) override;
  std::string describe() const override { return "Filter " + text_; }

 private:
  EvaluatorPtr condition_;
  std::string text_;
};

/// A relationship of a pattern, seen from the node where the search stands.
struct Hop {
  std::uint32_t from = 0, to = 0;  ///< node slots
  std::uint32_t relationship = 0;  ///< slot
  ast::Direction direction = ast::Direction::both;
  bool any_type = true;
  std::vector<std::uint32_t> types;  ///< distinct; empty and not any_type: no relationship fits
  bool to_bound = false;             ///< `to` holds the node to arrive at
  /// Slots of relationships, or lists of them, that the same MATCH bound before and that may be the same.
  std::vector<std::uint32_t> others;
  std::string text;  ///< "(a)-[:KNOWS]->(b)"

  // Of variable length:
  std::int64_t least = 1, most = 1;
  bool reversed = false;  ///< the list of relationships is to be read from `to` to `from`
  bool keep_list = true;  ///< somebody reads the list
  std::vector<std::pair<std::uint32_t, EvaluatorPtr>>
      properties;  ///< key and value that each relationship has
};

class Expand final : public Operator {
 public:
  explicit Expand(Hop hop) : hop_(std::move(hop)) {}
  bool push(Runtime& rt) override;
  bool count_instead(const std::unordered_set<std::uint32_t>& read) override;
  std::string describe() const override;

 private:
  template <class Adjacent>
  bool walk(Runtime& rt, const Adjacent& adjacency, std::uint32_t from, bool skip_loops);
  bool take(Runtime& rt, const Step& step);
  bool between(Runtime& rt, std::uint32_t from, std::uint32_t to);
  bool push_count(Runtime& rt, std::uint32_t node);

  Hop hop_;
  bool counts_ = false;
};

/// The steps of a hop from one node, one after the other.
class StepCursor {
 public:
  StepCursor(const PropertyGraph& graph, const Hop& hop, std::uint32_t node);
  /// nullptr after the last one.
  const Step* next();

 private:
  bool open_next_run();

  const PropertyGraph* graph_;
  const Hop* hop_;
  std::uint32_t node_;
  std::size_t run_ = 0;  ///< next one to open: a type in a direction
  bool incoming_ = false;
  std::span<const Step> steps_;
};

/// Paths of any number of steps, depth first, without a relationship twice. The search keeps its own stack:
/// a path may have as many steps as the graph has relationships.
class VariableExpand final : public Operator {
 public:
  explicit VariableExpand(Hop hop) : hop_(std::move(hop)) {}
  bool push(Runtime& rt) override;
  std::string describe() const override;

 private:
  bool arrive(Runtime& rt, std::uint32_t node);
  bool may_take(Runtime& rt, std::uint32_t relationship) const;
  void step_back();

  Hop hop_;
  std::vector<std::uint32_t> trail_;
  std::vector<bool> on_trail_;  ///< by relationship
  std::vector<StepCursor> cursors_;
  std::vector<Value> wanted_;  ///< values of hop_.properties for this row
};

/// For a relationship, or a list of them, that is bound already: binds or compares the nodes at its ends.
class FollowBound final : public Operator {
 public:
  FollowBound(Hop hop, bool from_bound, bool list)
      : hop_(std::move(hop)), from_bound_(from_bound), list_(list) {}
  bool push(Runtime& rt) override;
  std::string describe() const override { return "Follow " + hop_.text; }

 private:
  bool try_from(Runtime& rt, std::uint32_t from, const List& relationships);
  bool fits(Runtime& rt, std::uint32_t relationship) const;

  Hop hop_;
  bool from_bound_, list_;
};

/// Shortest paths between two bound nodes, breadth first from both ends.
class ShortestPaths final : public Operator {
 public:
  ShortestPaths(Hop hop, bool all) : hop_(std::move(hop)), all_(all) {}
  bool push(Runtime& rt) override;
  std::string describe() const override;

 private:
  Hop hop_;
  bool all_;
};

/// Puts a path together from the slots of its nodes and relationships.
class BuildPath final : public Operator {
 public:
  BuildPath(std::uint32_t slot, std::uint32_t first, std::vector<std::uint32_t> relationships,
            std::string name)
      : slot_(slot), first_(first), relationships_(std::move(relationships)), name_(std::move(name)) {}
  bool push(Runtime& rt) override;
  std::string describe() const override { return "Path " + name_; }

 private:
  std::uint32_t slot_, first_;
  std::vector<std::uint32_t> relationships_;  ///< slots of relationships or lists of them
  std::string name_;
};

/// OPTIONAL MATCH: rows of the inner plan, or one with nulls where it has none.
class Optional final : public Operator {
 public:
  Optional(Pipeline inner, std::vector<std::uint32_t> slots);
  bool push(Runtime& rt) override;
  std::string describe() const override { return "Optional"; }
  std::vector<const Pipeline*> inner() const override { return {&inner_}; }

 private:
  class Found;
  Pipeline inner_;
  std::vector<std::uint32_t> slots_;
  bool found_ = false;
};

/// Of a node's relationships in one direction, those that the hop's types allow; visit(step) returns false to
/// stop. Returns false where it stopped.
template <class Visit>
bool for_each_step(const Hop& hop, const Adjacency& adjacency, std::uint32_t node, const Visit& visit) {
  const auto all = [&](std::span<const Step> steps) {
    for (const Step& step : steps)
      if (!visit(step)) return false;
    return true;
  };
  if (hop.any_type) return all(adjacency.of(node));
  for (const std::uint32_t type : hop.types)
    if (!all(adjacency.of(node, type))) return false;
  return true;
}

}  // namespace maillon::cypher
