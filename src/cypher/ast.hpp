// The tree of a query, as written: names are not resolved, nothing is checked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/failure.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher::ast {

enum class ExprKind : std::uint8_t {
  literal,        ///< value
  variable,       ///< name
  parameter,      ///< name
  property,       ///< children[0].name
  labels,         ///< children[0]:names…
  list,           ///< children
  map,            ///< names[i]: children[i]
  index,          ///< children[0][children[1]]
  slice,          ///< children[0][children[1]..children[2]]; either bound may be absent (null pointer)
  binary,         ///< op
  unary,          ///< op: not, -, +
  comparison,     ///< a < b <= c: operators[i] between children[i] and children[i+1]
  is_null,        ///< negated: IS NOT NULL
  call,           ///< name(children), distinct; lower-case name
  count_star,     ///< count(*)
  case_of,        ///< children: [subject or null], when, then, when, then, …, [else or null]
  comprehension,  ///< [name IN children[0] WHERE children[1] | children[2]]; the last two may be absent
  quantifier,     ///< op: all, any, none, single; (name IN children[0] WHERE children[1])
  reduce,         ///< reduce(name = children[0], names[0] IN children[1] | children[2])
  pattern,        ///< a pattern as predicate: pattern
  pattern_comprehension,  ///< [pattern WHERE children[0] | children[1]]
  shortest_path,          ///< pattern
  exists_subquery,        ///< EXISTS { query } or EXISTS { pattern WHERE children[0] }
  map_projection,         ///< name {.a, .*, b: …}
};

enum class Op : std::uint8_t {
  none,
  or_,
  xor_,
  and_,
  not_,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  power,
  negate,
  plus,
  in,
  starts_with,
  ends_with,
  contains,
  matches,  ///< =~
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  all,
  any,
  none_of,
  single,
};

struct Expr;
struct Pattern;
struct Query;
using ExprPtr = std::unique_ptr<Expr>;

struct Expr {
  ExprKind kind;
  TextRange range;
  Op op = Op::none;
  bool distinct = false;
  bool negated = false;
  std::string name;
  std::vector<std::string> names;
  std::vector<Op> operators;
  std::vector<ExprPtr> children;
  Value value;
  std::unique_ptr<Pattern> pattern;
  std::unique_ptr<Query> query;

  Expr(ExprKind k, TextRange r);
  ~Expr();
  Expr(Expr&&) noexcept;
};

enum class Direction : std::uint8_t { out, in, both };

struct NodePattern {
  TextRange range;
  std::string variable;  ///< empty: anonymous
  std::vector<std::string> labels;
  std::vector<TextRange> label_ranges;
  ExprPtr properties;  ///< a map or a parameter; may be absent
};

struct RelationshipPattern {
  TextRange range;
  std::string variable;
  std::vector<std::string> types;  ///< any of them; empty: any type
  std::vector<TextRange> type_ranges;
  Direction direction = Direction::both;
  bool variable_length = false;
  std::optional<std::int64_t> least, most;
  ExprPtr properties;
};

enum class PathKind : std::uint8_t { plain, shortest, all_shortest };

/// One path: nodes.size() == relationships.size() + 1.
struct Pattern {
  TextRange range;
  std::string variable;
  PathKind kind = PathKind::plain;
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
};

struct SortItem {
  ExprPtr expression;
  bool descending = false;
};

struct ProjectionItem {
  ExprPtr expression;
  std::string alias;   ///< empty where there is none
  std::string column;  ///< the alias, or the expression as written
};

struct Projection {
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order;
  ExprPtr skip, limit;
  ExprPtr where;  ///< WITH only
};

/// create and delete_ are read, but no query runs them.
enum class ClauseKind : std::uint8_t { match, unwind, with, return_, create, delete_, writing };

struct Clause {
  ClauseKind kind;
  TextRange range;
  bool optional = false;
  std::vector<Pattern> patterns = {};  ///< match, create
  ExprPtr where = nullptr;             ///< match
  ExprPtr expression = nullptr;        ///< unwind
  std::string variable = {};           ///< unwind
  Projection projection = {};          ///< with, return
  std::vector<ExprPtr> deleted = {};   ///< delete_
};

struct SingleQuery {
  std::vector<Clause> clauses;
};

struct Query {
  std::vector<SingleQuery> parts;  ///< joined by UNION
  std::vector<bool> union_all;     ///< between parts[i] and parts[i + 1]
};

/// The same expression but for spaces, comments and the case of keywords.
bool same(const Expr& a, const Expr& b);

}  // namespace maillon::cypher::ast
