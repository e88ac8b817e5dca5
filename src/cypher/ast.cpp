#include "cypher/ast.hpp"

#include "cypher/compare.hpp"

namespace maillon::cypher::ast {

namespace {

bool same(const ExprPtr& a, const ExprPtr& b) {
  if (a == nullptr || b == nullptr) return a == b;
  return ast::same(*a, *b);
}

bool same(const Pattern& a, const Pattern& b) {
  if (a.kind != b.kind || a.variable != b.variable || a.nodes.size() != b.nodes.size()) return false;
  for (std::size_t i = 0; i < a.nodes.size(); ++i)
    if (a.nodes[i].variable != b.nodes[i].variable || a.nodes[i].labels != b.nodes[i].labels ||
        !same(a.nodes[i].properties, b.nodes[i].properties))
      return false;
  for (std::size_t i = 0; i < a.relationships.size(); ++i) {
    const RelationshipPattern &x = a.relationships[i], &y = b.relationships[i];
    if (x.variable != y.variable || x.types != y.types || x.direction != y.direction ||
        x.variable_length != y.variable_length || x.least != y.least || x.most != y.most ||
        !same(x.properties, y.properties))
      return false;
  }
  return true;
}

}  // namespace

Expr::Expr(ExprKind k, TextRange r) : kind(k), range(r) {}
Expr::~Expr() = default;
Expr::Expr(Expr&&) noexcept = default;

bool same(const Expr& a, const Expr& b) {
  if (a.kind != b.kind || a.op != b.op || a.distinct != b.distinct || a.negated != b.negated ||
      a.name != b.name || a.names != b.names || a.operators != b.operators ||
      a.children.size() != b.children.size() || !equivalent(a.value, b.value) ||
      a.value.kind() != b.value.kind())
    return false;
  if ((a.pattern == nullptr) != (b.pattern == nullptr) || a.query != nullptr || b.query != nullptr)
    return false;
  if (a.pattern != nullptr && !same(*a.pattern, *b.pattern)) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i)
    if (!same(a.children[i], b.children[i])) return false;
  return true;
}

}  // namespace maillon::cypher::ast
