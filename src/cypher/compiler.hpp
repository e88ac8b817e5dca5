// From the tree of a query to its plan: resolves names, checks what openCypher wants checked before a query
// runs, and chooses the operators. The parts are in expression_compiler.cpp, clause_compiler.cpp,
// projection_compiler.cpp and match_planner.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "cypher/ast.hpp"
#include "cypher/match_operators.hpp"
#include "cypher/row_operators.hpp"
#include "cypher/type.hpp"

namespace maillon::cypher {

struct Variable {
  std::string name;
  std::uint32_t slot = 0;
  Type type;
};

/// The variables that can be seen, inner ones last.
class Scope {
 public:
  const Variable* find(std::string_view name) const;
  std::size_t size() const { return variables_.size(); }
  void add(Variable v) { variables_.push_back(std::move(v)); }
  void shrink(std::size_t size) { variables_.resize(size); }
  /// From the variable of that index on, all may be null.
  void make_optional(std::size_t first) {
    for (; first < variables_.size(); ++first)
      variables_[first].type.kinds = static_cast<Kinds>(variables_[first].type.kinds | kinds(Kind::null));
  }
  const std::vector<Variable>& all() const { return variables_; }
  std::vector<std::string_view> names() const;

 private:
  std::vector<Variable> variables_;
};

struct Compiled {
  EvaluatorPtr evaluate;
  Type type;
};

/// An expression whose value a slot holds already.
struct Replacement {
  const ast::Expr* expression;
  std::uint32_t slot;
  Type type;
};

/// What an expression may do where it stands.
struct ExpressionRules {
  std::vector<Aggregate>* aggregates =
      nullptr;  ///< where aggregating functions go; none: they are not allowed
  bool inside_aggregate = false;
  bool patterns = false;  ///< a pattern may stand as a predicate
  const std::vector<Replacement>* replacements = nullptr;
  /// Variables of the scope below this index can only be used through replacements or in aggregates…
  std::size_t hidden = 0;
  /// …or not even in aggregates: those have been made already.
  bool aggregates_made = false;
  /// …and using one otherwise is this error.
  std::string_view hidden_detail;
  /// A variable of one of these is ambiguous rather than unknown when it is hidden.
  const std::vector<Replacement>* keys = nullptr;
};

/// A compiled query: what to run and what comes out.
struct Plan {
  struct Part {
    Pipeline pipeline;
    std::vector<std::uint32_t> slots;  ///< of the columns
  };
  std::vector<Part> parts;
  std::vector<std::string> columns;
  bool distinct_union = false;
  std::uint32_t frame_size = 0;
  std::vector<Failure> warnings;
};

class Compiler {
 public:
  Compiler(const PropertyGraph& graph, const Map& parameters, std::string_view text)
      : graph_(graph), parameters_(parameters), text_(text) {}

  /// Throws Failure.
  Plan compile(const ast::Query& query);

 private:
  // clauses
  Plan::Part single_query(const ast::SingleQuery& query, std::vector<std::string>& columns);
  void clauses(const ast::SingleQuery& query, Pipeline& out, std::vector<std::string>* columns,
               std::vector<std::uint32_t>* slots);
  void match(const ast::Clause& clause, Pipeline& out);
  void unwind(const ast::Clause& clause, Pipeline& out);

  // projections
  struct Column {
    std::string name;
    std::uint32_t slot;
    Type type;
  };
  std::vector<Column> project(const ast::Projection& projection, bool is_with, Pipeline& out);
  std::vector<ast::ProjectionItem> star_items(TextRange where) const;
  void order_rows(const ast::Projection& projection, const std::vector<Replacement>& whole,
                  const std::vector<Replacement>& simple, bool closed, bool grouped, std::size_t outer,
                  std::vector<Aggregate>& aggregates, std::vector<SortKey>& keys);
  EvaluatorPtr row_number(const ast::Expr* expression, std::string_view clause);

  // expressions
  Compiled expression(const ast::Expr& e);
  Compiled with_rules(const ast::Expr& e, ExpressionRules rules);
  Compiled variable(const ast::Expr& e);
  Compiled parameter(const ast::Expr& e);
  Compiled property(const ast::Expr& e);
  Compiled labels(const ast::Expr& e);
  Compiled list(const ast::Expr& e);
  Compiled map(const ast::Expr& e);
  Compiled map_projection(const ast::Expr& e);
  Compiled index(const ast::Expr& e);
  Compiled slice(const ast::Expr& e);
  Compiled binary(const ast::Expr& e);
  Compiled logical(const ast::Expr& e);
  Compiled unary(const ast::Expr& e);
  Compiled comparison(const ast::Expr& e);
  Compiled is_null(const ast::Expr& e);
  Compiled call(const ast::Expr& e);
  Compiled aggregate(const ast::Expr& e, AggregateKind kind);
  Compiled case_of(const ast::Expr& e);
  Compiled comprehension(const ast::Expr& e);
  Compiled quantifier(const ast::Expr& e);
  Compiled reduce(const ast::Expr& e);
  Compiled pattern_predicate(const ast::Expr& e);
  Compiled pattern_comprehension(const ast::Expr& e);
  Compiled exists_subquery(const ast::Expr& e);
  Compiled shortest_path(const ast::Expr& e);
  Compiled operand(const ast::Expr& e, Kinds allowed, std::string_view what);
  EvaluatorPtr read_slot(std::uint32_t slot);

  // names of the graph; one that the graph lacks is kNone and a warning
  std::uint32_t label(const std::string& name, TextRange where);
  std::uint32_t relationship_type(const std::string& name, TextRange where);
  std::uint32_t property_key(const std::string& name, TextRange where);
  std::uint32_t known(const Symbols& symbols, std::string_view what, const std::string& name,
                      TextRange where);

  // patterns
  friend class MatchPlanner;

  std::uint32_t new_slot() { return frame_size_++; }
  std::string written(TextRange r) const { return std::string(text_.substr(r.begin, r.end - r.begin)); }

  const PropertyGraph& graph_;
  const Map& parameters_;
  std::string_view text_;
  Scope scope_;
  ExpressionRules rules_;
  std::uint32_t frame_size_ = 0;
  std::vector<Failure> warnings_;
  std::unordered_set<std::uint32_t> touched_;  ///< slots that expressions read, since it was last cleared
};

/// Whether the variable stands somewhere in the expression.
bool mentions(const ast::Expr& e, std::string_view variable);
/// Whether the expression has an aggregating function in it.
bool has_aggregate(const ast::Expr& e);

}  // namespace maillon::cypher
