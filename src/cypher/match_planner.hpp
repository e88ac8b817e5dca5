// One MATCH: collects its patterns and conditions, then chooses where to start and which way to go.
//
// The search begins at what is bound already, else at the node that the fewest fit (by property index, label
// or all nodes), and goes on over the relationship that is expected to multiply rows least. A condition is
// tested as soon as everything it reads is bound.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "cypher/compiler.hpp"

namespace maillon::cypher {

class MatchPlanner {
 public:
  explicit MatchPlanner(Compiler& compiler) : c_(compiler) {}

  /// Names that the scope lacks are errors: patterns as predicates cannot bring in any.
  void forbid_new_variables() { new_variables_ = false; }
  /// Takes in a pattern; its variables are in the compiler's scope from here on. All patterns come before
  /// where().
  void add(const ast::Pattern& pattern);
  /// shortestPath(…) as an expression; the slot of the path.
  std::uint32_t add_shortest(const ast::Pattern& pattern);
  void where(const ast::Expr& condition);
  /// Appends the operators.
  void plan(Pipeline& out);

  /// Slots of the variables that this MATCH binds.
  const std::vector<std::uint32_t>& new_slots() const { return new_slots_; }

 private:
  struct NodeSpec {
    std::uint32_t slot = 0;
    std::string name;
    std::vector<std::uint32_t> labels;  ///< kNone for a label that no node has
    std::vector<std::string> label_names;
    bool bound = false;
    bool labels_tested = false;
  };
  struct RelationshipSpec {
    std::uint32_t slot = 0, from = 0, to = 0;  ///< nodes by index
    const ast::RelationshipPattern* pattern = nullptr;
    std::vector<std::uint32_t> types;
    ast::PathKind kind = ast::PathKind::plain;
    bool bound = false, done = false, named = false;
    std::size_t match = 0;  ///< patterns of one MATCH share relationships' uniqueness
  };
  struct PathSpec {
    std::uint32_t slot, first;
    std::vector<std::uint32_t> relationships;
    std::string name;
    bool done = false;
  };
  struct Condition {
    EvaluatorPtr test;
    std::unordered_set<std::uint32_t> needs;  ///< slots of this MATCH
    std::string text;
    bool done = false;
  };
  /// A node property that equals something: a way into the graph.
  struct Seek {
    std::uint32_t node;  ///< index
    std::uint32_t key;
    EvaluatorPtr value;
    std::unordered_set<std::uint32_t> needs;
    std::optional<Value> constant;
    std::string text;
  };
  struct Start {
    double rows;
    std::uint32_t node;
    Seek* seek = nullptr;
  };

  std::uint32_t add_node(const ast::NodePattern& n);
  void add_relationship(const ast::RelationshipPattern& r, std::uint32_t from, std::uint32_t to,
                        ast::PathKind kind);
  void add_properties();
  void add_condition(const ast::Expr& e);
  void add_seek(const ast::Expr& e);
  void add_seek(std::uint32_t slot, const std::string& key, const ast::Expr& value, const std::string& text);
  std::unordered_set<std::uint32_t> own(const std::unordered_set<std::uint32_t>& slots) const;
  bool ready(const std::unordered_set<std::uint32_t>& needs) const;
  std::optional<Value> constant(const ast::Expr& e) const;

  void emit_ready(Pipeline& out);
  void bind(std::uint32_t node) {
    bound_.insert(nodes_[node].slot);
    nodes_[node].bound = true;
  }
  Start cheapest_start();
  double seek_rows(const Seek& seek) const;
  bool is_read(const RelationshipSpec& r) const;
  void bind_far_end(const RelationshipSpec& r, Pipeline& out);
  double label_share(const NodeSpec& n) const;
  double fan_out(const RelationshipSpec& r, bool backwards) const;
  void emit_start(const Start& start, Pipeline& out);
  void emit_relationship(RelationshipSpec& r, Pipeline& out);
  bool emit_next_relationship(Pipeline& out);
  Hop hop(const RelationshipSpec& r, bool backwards);
  void emit_labels(std::uint32_t node, Pipeline& out);
  std::string text_of(const NodeSpec& n) const;

  Compiler& c_;
  bool new_variables_ = true;
  std::vector<NodeSpec> nodes_;
  std::vector<RelationshipSpec> relationships_;
  std::vector<PathSpec> paths_;
  std::vector<Condition> conditions_;
  std::vector<Seek> seeks_;
  std::vector<std::pair<std::uint32_t, const ast::NodePattern*>> node_properties_;
  std::vector<std::pair<std::size_t, const ast::RelationshipPattern*>> relationship_properties_;
  std::vector<std::uint32_t> new_slots_;
  std::unordered_set<std::uint32_t> mine_, bound_;
  std::vector<std::string> own_paths_;
  double rows_ = 1;
};

}  // namespace maillon::cypher
