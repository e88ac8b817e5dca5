// Queries, their clauses, and WITH and RETURN.
#include <algorithm>

#include "cypher/compiler.hpp"
#include "cypher/match_planner.hpp"

namespace maillon::cypher {

namespace {

using ast::Clause;
using ast::ClauseKind;
using ast::Expr;
using ast::ExprKind;

bool is_return(const Clause& c) { return c.kind == ClauseKind::return_; }

void check_order(const ast::SingleQuery& query, bool must_return) {
  for (std::size_t i = 0; i < query.clauses.size(); ++i) {
    const Clause& c = query.clauses[i];
    if (c.kind == ClauseKind::create || c.kind == ClauseKind::delete_ || c.kind == ClauseKind::writing)
      fail_syntax(must_return ? "WritingClause" : "InvalidClauseComposition", "queries only read", c.range,
                  "MATCH, OPTIONAL MATCH, UNWIND, WITH and RETURN are there");
    if (is_return(c) && i + 1 < query.clauses.size())
      fail_syntax("InvalidClauseComposition", "nothing can follow RETURN", query.clauses[i + 1].range);
  }
  if (must_return && !is_return(query.clauses.back()))
    fail_syntax("InvalidClauseComposition", "a query ends with RETURN", query.clauses.back().range);
}

void check_windows(const Expr* e, std::string_view clause, const Expr* literal) {
  if (e == nullptr || literal->kind != ExprKind::literal) return;
  const Value& v = literal->value;
  if (!v.is(Kind::integer))
    fail_syntax("InvalidArgumentType", std::string(clause) + " takes an integer", e->range);
  if (v.integer() < 0)
    fail_syntax("NegativeIntegerArgument", std::string(clause) + " takes no negative number", e->range);
}

bool mentions_variables(const Expr& e) {
  if (e.kind == ExprKind::variable || e.pattern || e.query) return true;
  return std::any_of(e.children.begin(), e.children.end(),
                     [](const auto& c) { return c && mentions_variables(*c); });
}

/// Whether a grouping key may stand beside aggregating functions in another expression.
bool is_simple_key(const Expr& e) {
  return e.kind == ExprKind::variable || (e.kind == ExprKind::property && is_simple_key(*e.children[0]));
}

/// The slot of the node whose property the only grouping key is; kNone where it is something else.
std::uint32_t owner_of_key(const std::vector<const ast::ProjectionItem*>& items, const Scope& scope) {
  for (const ast::ProjectionItem* item : items) {
    const Expr& e = *item->expression;
    if (has_aggregate(e)) continue;
    if (e.kind != ExprKind::property || e.children[0]->kind != ExprKind::variable) return kNone;
    const Variable* v = scope.find(e.children[0]->name);
    return v != nullptr && v->type.kinds == kinds(Kind::node) ? v->slot : kNone;
  }
  return kNone;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : ", ") + n;
  return out;
}

EvaluatorPtr sum_of(EvaluatorPtr a, EvaluatorPtr b) {
  if (!a) return b;
  return evaluator([a = std::move(a), b = std::move(b)](Runtime& rt) {
    const std::int64_t skip = row_count(rt, *a, "SKIP"), limit = row_count(rt, *b, "LIMIT");
    std::int64_t out = 0;
    return Value(__builtin_add_overflow(skip, limit, &out) ? std::numeric_limits<std::int64_t>::max() : out);
  });
}

}  // namespace

Plan Compiler::compile(const ast::Query& query) {
  Plan out;
  for (std::size_t i = 1; i < query.union_all.size(); ++i)
    if (query.union_all[i] != query.union_all[0])
      fail_syntax("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed",
                  query.parts[i + 1].clauses.front().range);
  for (const ast::SingleQuery& part : query.parts) {
    scope_ = {};
    std::vector<std::string> columns;
    Plan::Part compiled = single_query(part, columns);
    if (out.parts.empty()) {
      out.columns = columns;
    } else {
      std::vector<std::uint32_t> slots;
      for (const std::string& name : out.columns) {
        const auto it = std::find(columns.begin(), columns.end(), name);
        if (it == columns.end() || columns.size() != out.columns.size())
          fail_syntax("DifferentColumnsInUnion", "the parts of a UNION have different columns",
                      part.clauses.back().range,
                      "they are: " + joined(out.columns) + "; and: " + joined(columns));
        slots.push_back(compiled.slots[static_cast<std::size_t>(it - columns.begin())]);
      }
      compiled.slots = std::move(slots);
    }
    out.parts.push_back(std::move(compiled));
  }
  out.distinct_union = !query.union_all.empty() && !query.union_all.front();
  out.frame_size = frame_size_;
  out.warnings = std::move(warnings_);
  return out;
}

Plan::Part Compiler::single_query(const ast::SingleQuery& query, std::vector<std::string>& columns) {
  Plan::Part out;
  check_order(query, true);
  out.pipeline.emplace<Start>();
  clauses(query, out.pipeline, &columns, &out.slots);
  return out;
}

void Compiler::clauses(const ast::SingleQuery& query, Pipeline& out, std::vector<std::string>* columns,
                       std::vector<std::uint32_t>* slots) {
  if (columns == nullptr) check_order(query, false);
  for (const Clause& c : query.clauses) {
    switch (c.kind) {
      case ClauseKind::match:
        match(c, out);
        break;
      case ClauseKind::unwind:
        unwind(c, out);
        break;
      default: {
        const std::vector<Column> projected = project(c.projection, c.kind == ClauseKind::with, out);
        if (!is_return(c) || columns == nullptr) break;
        for (const Column& column : projected) {
          columns->push_back(column.name);
          slots->push_back(column.slot);
        }
      }
    }
  }
}

void Compiler::match(const Clause& clause, Pipeline& out) {
  MatchPlanner planner(*this);
  const auto add_all = [&](Pipeline& into) {
    for (const ast::Pattern& p : clause.patterns) planner.add(p);
    if (clause.where) planner.where(*clause.where);
    planner.plan(into);
  };
  if (!clause.optional) return add_all(out);
  Pipeline inner;
  inner.emplace<Start>();
  const std::size_t outer = scope_.size();
  add_all(inner);
  scope_.make_optional(outer);
  out.emplace<Optional>(std::move(inner), planner.new_slots());
}

void Compiler::unwind(const Clause& clause, Pipeline& out) {
  if (scope_.find(clause.variable) != nullptr)
    fail_syntax("VariableAlreadyBound", "there is a variable '" + clause.variable + "' already",
                clause.range);
  Compiled list = expression(*clause.expression);
  const std::uint32_t slot = new_slot();
  const Kinds elements = list.type.kinds == kinds(Kind::list) ? list.type.elements : kAnyKind;
  scope_.add({clause.variable, slot, {elements, kAnyKind}});
  out.emplace<Unwind>(slot, std::move(list.evaluate), clause.variable);
}

std::vector<ast::ProjectionItem> Compiler::star_items(TextRange where) const {
  std::vector<ast::ProjectionItem> out;
  for (const Variable& v : scope_.all()) {
    ast::ProjectionItem item;
    item.expression = std::make_unique<Expr>(ExprKind::variable, where);
    item.expression->name = item.column = v.name;
    out.push_back(std::move(item));
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
  return out;
}

EvaluatorPtr Compiler::row_number(const Expr* e, std::string_view clause) {
  if (e == nullptr) return nullptr;
  if (mentions_variables(*e))
    fail_syntax("NonConstantExpression", std::string(clause) + " cannot depend on the row", e->range);
  check_windows(e, clause, e);
  return with_rules(*e, {}).evaluate;
}

std::vector<Compiler::Column> Compiler::project(const ast::Projection& projection, bool is_with,
                                                Pipeline& out) {
  std::vector<ast::ProjectionItem> stars;
  if (projection.star) {
    stars = star_items({});
    if (stars.empty() && !is_with) fail_syntax("NoVariablesInScope", "RETURN * needs a variable to return");
  }
  std::vector<const ast::ProjectionItem*> items;
  for (const auto& item : stars) items.push_back(&item);
  for (const auto& item : projection.items) items.push_back(&item);

  for (std::size_t i = 0; i < items.size(); ++i) {
    const Expr& e = *items[i]->expression;
    if (is_with && items[i]->alias.empty() && e.kind != ExprKind::variable)
      fail_syntax("NoExpressionAlias", "WITH needs a name for this", e.range, "add AS name");
    for (std::size_t j = 0; j < i; ++j)
      if (items[j]->column == items[i]->column)
        fail_syntax("ColumnNameConflict", "there are two columns '" + items[i]->column + "'", e.range,
                    "name one with AS");
  }

  const bool grouped =
      std::any_of(items.begin(), items.end(), [](const auto* i) { return has_aggregate(*i->expression); });
  const std::size_t outer = scope_.size();
  const Scope old_scope = scope_;
  std::vector<Aggregate> aggregates;
  std::vector<Assignment> keys, values;
  std::vector<Column> columns(items.size());
  std::vector<Replacement> whole, simple;

  // First what has no aggregating function: values, or the keys of the groups.
  const auto before_keys = std::exchange(touched_, {});
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Expr& e = *items[i]->expression;
    if (has_aggregate(e)) continue;
    Compiled compiled = with_rules(e, {});
    const Variable* known = e.kind == ExprKind::variable ? scope_.find(e.name) : nullptr;
    std::uint32_t slot = known != nullptr && !grouped ? known->slot : new_slot();
    if (known == nullptr || grouped)
      (grouped ? keys : values).push_back({slot, std::move(compiled.evaluate)});
    columns[i] = {items[i]->column, slot, compiled.type};
    whole.push_back({&e, slot, compiled.type});
    if (is_simple_key(e)) simple.push_back({&e, slot, compiled.type});
  }
  const auto read_by_keys = touched_;
  touched_.insert(before_keys.begin(), before_keys.end());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Expr& e = *items[i]->expression;
    if (!has_aggregate(e)) continue;
    ExpressionRules rules;
    rules.aggregates = &aggregates;
    rules.replacements = &simple;
    rules.hidden = outer;
    rules.hidden_detail = "AmbiguousAggregationExpression";
    Compiled compiled = with_rules(e, rules);
    const std::uint32_t slot = new_slot();
    values.push_back({slot, std::move(compiled.evaluate)});
    columns[i] = {items[i]->column, slot, compiled.type};
  }
  if (grouped)
    for (std::size_t i = 0; i < items.size(); ++i)
      if (has_aggregate(*items[i]->expression))
        whole.push_back({items[i]->expression.get(), columns[i].slot, columns[i].type});

  std::string text;
  for (const Column& c : columns) {
    scope_.add({c.name, c.slot, c.type});
    text += (text.empty() ? "" : ", ") + c.name;
  }

  // ORDER BY and WHERE see the new names and, unless rows were put together, the old ones.
  const bool closed = grouped || projection.distinct;
  std::vector<SortKey> sort_keys;
  order_rows(projection, whole, simple, closed, grouped, outer, aggregates, sort_keys);
  const auto before_where = std::exchange(touched_, {});
  Compiled where;
  if (projection.where) {
    if (has_aggregate(*projection.where))
      fail_syntax("InvalidAggregation", "an aggregating function cannot stand in WHERE",
                  projection.where->range);
    ExpressionRules rules;
    rules.patterns = true;
    if (closed) {
      rules.replacements = &whole;
      rules.hidden = outer;
      rules.hidden_detail = "UndefinedVariable";
    }
    where = with_rules(*projection.where, rules);
    if (!may_be(where.type, kinds(Kind::boolean)))
      fail_syntax("InvalidArgumentType", "a condition is true, false or null", projection.where->range);
  }
  std::vector<std::uint32_t> kept;
  for (const Column& c : columns) kept.push_back(c.slot);
  if (projection.where)
    for (const Variable& v : old_scope.all())
      if (touched_.contains(v.slot)) kept.push_back(v.slot);
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  touched_.insert(before_where.begin(), before_where.end());

  if (grouped) {
    const bool only_counts = std::all_of(aggregates.begin(), aggregates.end(), [](const Aggregate& a) {
      return a.kind == AggregateKind::count_rows;
    });
    if (only_counts) out.last()->count_instead(read_by_keys);
    const std::uint32_t owner = keys.size() == 1 ? owner_of_key(items, old_scope) : kNone;
    out.emplace<GroupBy>(std::move(keys), std::move(aggregates), text).group_by_property_of(owner);
  }
  if (!values.empty()) out.emplace<Project>(std::move(values), text);
  if (projection.distinct) {
    std::vector<std::uint32_t> slots;
    for (const Column& c : columns) slots.push_back(c.slot);
    out.emplace<DistinctRows>(std::move(slots));
  }
  EvaluatorPtr skip = row_number(projection.skip.get(), "SKIP"),
               limit = row_number(projection.limit.get(), "LIMIT");
  if (!sort_keys.empty()) {
    std::string order;
    for (const ast::SortItem& item : projection.order)
      order +=
          (order.empty() ? "" : ", ") + written(item.expression->range) + (item.descending ? " DESC" : "");
    EvaluatorPtr most;
    if (limit)
      most = sum_of(row_number(projection.skip.get(), "SKIP"), row_number(projection.limit.get(), "LIMIT"));
    out.emplace<Sort>(std::move(sort_keys), kept, std::move(most), order);
  }
  if (skip || limit) {
    std::string window;
    if (skip) window += "Skip " + written(projection.skip->range);
    if (limit) window += (window.empty() ? "Limit " : " Limit ") + written(projection.limit->range);
    out.emplace<Window>(std::move(skip), std::move(limit), window);
  }
  if (where.evaluate) out.emplace<Filter>(std::move(where.evaluate), written(projection.where->range));

  scope_ = {};
  for (const Column& c : columns) scope_.add({c.name, c.slot, c.type});
  return columns;
}

void Compiler::order_rows(const ast::Projection& projection, const std::vector<Replacement>& whole,
                          const std::vector<Replacement>& simple, bool closed, bool grouped,
                          std::size_t outer, std::vector<Aggregate>& aggregates, std::vector<SortKey>& keys) {
  // What stands beside an aggregating function: simple keys, and what has been aggregated.
  std::vector<Replacement> beside = simple;
  for (const Replacement& r : whole)
    if (has_aggregate(*r.expression)) beside.push_back(r);
  for (const ast::SortItem& item : projection.order) {
    ExpressionRules rules;
    const bool aggregating = has_aggregate(*item.expression);
    const bool projected = std::any_of(whole.begin(), whole.end(), [&](const Replacement& r) {
      return same(*r.expression, *item.expression);
    });
    if (closed) {
      rules.replacements = aggregating && !projected ? &beside : &whole;
      rules.hidden = outer;
      rules.aggregates_made = true;
      rules.hidden_detail = "UndefinedVariable";
      if (aggregating) rules.keys = &whole;
    }
    if (grouped) rules.aggregates = &aggregates;
    keys.push_back({with_rules(*item.expression, rules).evaluate, item.descending});
  }
}

}  // namespace maillon::cypher
