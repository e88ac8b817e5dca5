#include <algorithm>

#include "cypher/ast_builder.hpp"
#include "cypher/parser.hpp"

namespace maillon::cypher {

namespace {

using ast::ClauseKind;
using ast::Direction;

std::int64_t bound_of(const ParseNode& n) {
  std::int64_t out = 0;
  for (const char c : n.string_view()) {
    if (c < '0' || c > '9') break;
    out = std::min<std::int64_t>(out * 10 + (c - '0'), 1'000'000'000);
  }
  return out;
}

ClauseKind clause_kind(const ParseNode& n) {
  if (n.is_type<g::match_clause>()) return ClauseKind::match;
  if (n.is_type<g::unwind_clause>()) return ClauseKind::unwind;
  if (n.is_type<g::with_clause>()) return ClauseKind::with;
  if (n.is_type<g::return_clause>()) return ClauseKind::return_;
  if (n.is_type<g::create_clause>()) return ClauseKind::create;
  if (n.is_type<g::delete_clause>()) return ClauseKind::delete_;
  return ClauseKind::writing;
}

}  // namespace

ast::Query parse(std::string_view text) {
  ParseTree tree;
  parse_into(tree, text);
  return AstBuilder(text).query(tree.front());
}

ast::Query AstBuilder::query(const ParseNode& n) {
  ast::Query out;
  for (const auto& child : n.children) {
    if (child->is_type<g::union_mark>())
      out.union_all.push_back(!child->children.empty());
    else
      out.parts.push_back(single_query(*child));
  }
  return out;
}

ast::SingleQuery AstBuilder::single_query(const ParseNode& n) {
  constexpr std::size_t kMostClauses = 500;
  if (n.children.size() > kMostClauses) fail_syntax("UnexpectedSyntax", "more than 500 clauses", range(n));
  ast::SingleQuery out;
  for (const auto& child : n.children) out.clauses.push_back(clause(*child));
  return out;
}

ast::Clause AstBuilder::clause(const ParseNode& n) {
  ast::Clause out{.kind = clause_kind(n), .range = range(n)};
  for (const auto& child : n.children) {
    if (child->is_type<g::optional_mark>()) {
      out.optional = true;
    } else if (child->is_type<g::pattern>()) {
      out.patterns.push_back(pattern(*child));
    } else if (child->is_type<g::where_part>()) {
      (out.kind == ClauseKind::with ? out.projection.where : out.where) =
          expression(*child->children.front());
    } else if (child->is_type<g::projection>()) {
      out.projection = projection(*child);
    } else if (child->is_type<g::variable>() && out.kind == ClauseKind::unwind && out.expression) {
      out.variable = name_of(*child);
    } else if (out.kind == ClauseKind::unwind) {
      out.expression = expression(*child);
    } else if (out.kind == ClauseKind::delete_) {
      out.deleted.push_back(expression(*child));
    }
  }
  return out;
}

ast::Projection AstBuilder::projection(const ParseNode& n) {
  ast::Projection out;
  for (const auto& child : n.children) {
    if (child->is_type<g::distinct>()) {
      out.distinct = true;
    } else if (child->is_type<g::star>()) {
      out.star = true;
    } else if (child->is_type<g::projection_item>()) {
      out.items.push_back(projection_item(*child));
    } else if (child->is_type<g::skip_part>()) {
      out.skip = expression(*child->children.front());
    } else if (child->is_type<g::limit_part>()) {
      out.limit = expression(*child->children.front());
    } else if (child->is_type<g::order_part>()) {
      for (const auto& item : child->children)
        out.order.push_back({expression(*item->children.front()),
                             item->children.size() > 1 && item->children.back()->is_type<g::descending>()});
    }
  }
  return out;
}

ast::ProjectionItem AstBuilder::projection_item(const ParseNode& n) {
  const ParseNode& written = *n.children.front();
  ast::ProjectionItem out;
  out.expression = expression(written);
  if (n.children.size() > 1) {
    out.alias = name_of(*n.children.back()->children.front());
    out.column = out.alias;
  } else {
    const TextRange r = range(written);
    out.column = std::string(text_.substr(r.begin, r.end - r.begin));
    if (out.expression->kind == ast::ExprKind::variable) out.column = out.expression->name;
  }
  return out;
}

ast::Pattern AstBuilder::pattern(const ParseNode& n) {
  ast::Pattern out;
  out.range = range(n);
  for (const auto& child : n.children) {
    if (child->is_type<g::path_variable>()) {
      out.variable = name_of(*child->children.front());
    } else if (child->is_type<g::shortest_pattern>()) {
      out.kind = child->children.front()->is_type<g::k_shortestpath>() ? ast::PathKind::shortest
                                                                       : ast::PathKind::all_shortest;
      chain(*child->children.back(), out);
    } else {
      chain(*child, out);
    }
  }
  return out;
}

void AstBuilder::chain(const ParseNode& n, ast::Pattern& out) {
  constexpr std::size_t kLongest = 500;
  if (n.children.size() > kLongest) fail_syntax("UnexpectedSyntax", "this pattern is too long", range(n));
  for (const auto& child : n.children) {
    if (child->is_type<g::node_pattern>())
      out.nodes.push_back(node_pattern(*child));
    else
      out.relationships.push_back(relationship_pattern(*child));
  }
}

ast::NodePattern AstBuilder::node_pattern(const ParseNode& n) {
  ast::NodePattern out;
  out.range = range(n);
  for (const auto& child : n.children) {
    if (child->is_type<g::variable>()) {
      out.variable = name_of(*child);
    } else if (child->is_type<g::labels>()) {
      for (const auto& label : child->children) {
        out.labels.push_back(name_of(*label));
        out.label_ranges.push_back(range(*label));
      }
    } else {
      out.properties = expression(*child);
    }
  }
  return out;
}

ast::RelationshipPattern AstBuilder::relationship_pattern(const ParseNode& n) {
  ast::RelationshipPattern out;
  out.range = range(n);
  bool left = false, right = false;
  for (const auto& child : n.children) {
    left |= child->is_type<g::left_arrow>();
    right |= child->is_type<g::right_arrow>();
    if (child->is_type<g::relationship_detail>()) relationship_detail(*child, out);
  }
  out.direction = left == right ? Direction::both : left ? Direction::in : Direction::out;
  return out;
}

void AstBuilder::relationship_detail(const ParseNode& n, ast::RelationshipPattern& out) {
  for (const auto& child : n.children) {
    if (child->is_type<g::variable>()) {
      out.variable = name_of(*child);
    } else if (child->is_type<g::types>()) {
      for (const auto& type : child->children) {
        out.types.push_back(name_of(*type));
        out.type_ranges.push_back(range(*type));
      }
    } else if (child->is_type<g::bad_range>()) {
      fail_syntax("InvalidRelationshipPattern", "this is no range of lengths", range(*child),
                  "write *, *2, *1..3, *..3 or *1..");
    } else if (child->is_type<g::range>()) {
      out.variable_length = true;
      bool after_dots = false;
      for (const auto& part : child->children) {
        if (part->is_type<g::dots>())
          after_dots = true;
        else
          (after_dots ? out.most : out.least) = bound_of(*part);
      }
      if (!after_dots && out.least) out.most = out.least;
    } else {
      out.properties = expression(*child);
    }
  }
}

TextRange AstBuilder::range(const ParseNode& n) const {
  const auto begin = static_cast<std::uint32_t>(n.text.data() - text_.data());
  TextRange out{begin, begin + static_cast<std::uint32_t>(n.text.size())};
  while (out.end > out.begin && white_space_at(text_.substr(out.end - 1, 1)) != 0) --out.end;
  return out;
}

}  // namespace maillon::cypher
