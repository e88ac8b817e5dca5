// Makes the query's tree of the parse tree. Expressions and patterns contain each other, so one class builds
// both; its functions are in expression_builder.cpp and clause_builder.cpp.
#pragma once

#include <string>
#include <string_view>

#include "cypher/ast.hpp"
#include "cypher/parse_tree.hpp"

namespace maillon::cypher {

class AstBuilder {
 public:
  explicit AstBuilder(std::string_view text) : text_(text) {}

  ast::Query query(const ParseNode& n);

 private:
  // clauses
  ast::SingleQuery single_query(const ParseNode& n);
  ast::Clause clause(const ParseNode& n);
  ast::Projection projection(const ParseNode& n);
  ast::ProjectionItem projection_item(const ParseNode& n);
  ast::Pattern pattern(const ParseNode& n);
  void chain(const ParseNode& n, ast::Pattern& out);
  ast::NodePattern node_pattern(const ParseNode& n);
  ast::RelationshipPattern relationship_pattern(const ParseNode& n);
  void relationship_detail(const ParseNode& n, ast::RelationshipPattern& out);

  // expressions
  ast::ExprPtr expression(const ParseNode& n);
  ast::ExprPtr literal(const ParseNode& n);
  ast::ExprPtr operators(const ParseNode& n);
  ast::ExprPtr postfix(const ParseNode& n);
  ast::ExprPtr subscript(ast::ExprPtr base, const ParseNode& n);
  ast::ExprPtr unary(const ParseNode& n);
  ast::ExprPtr tested(const ParseNode& n);
  ast::ExprPtr bracketed(const ParseNode& n);
  ast::ExprPtr call(const ParseNode& n);
  ast::ExprPtr case_expression(const ParseNode& n);
  ast::ExprPtr quantifier(const ParseNode& n);
  ast::ExprPtr comprehension(const ParseNode& n);
  ast::ExprPtr pattern_comprehension(const ParseNode& n);
  ast::ExprPtr exists(const ParseNode& n);
  ast::ExprPtr map(const ParseNode& n);
  ast::ExprPtr map_projection(const ParseNode& n);
  ast::ExprPtr integer(const ParseNode& n, bool negative);

  TextRange range(const ParseNode& n) const;
  ast::ExprPtr make(ast::ExprKind kind, const ParseNode& n) const;

  std::string_view text_;
};

/// The name that the node's text begins with, without backticks.
std::string name_of(const ParseNode& n);
/// A string literal's value. Throws Failure for a bad escape.
std::string unescape(std::string_view quoted, TextRange where);

}  // namespace maillon::cypher
