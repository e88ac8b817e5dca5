// Functions, comprehensions, quantifiers, and the expressions that look into the graph.
#include <algorithm>
#include <limits>

#include "cypher/compiler.hpp"
#include "cypher/functions.hpp"
#include "cypher/match_planner.hpp"
#include "graph/suggestion.hpp"

namespace maillon::cypher {

namespace {

using ast::Expr;
using ast::ExprKind;
using ast::Op;

/// The last operator of a plan inside an expression: calls back, and stops when the callback returns false.
class Call final : public Operator {
 public:
  bool push(Runtime& rt) override { return found(rt); }
  std::string describe() const override { return "Result"; }
  std::function<bool(Runtime&)> found;
};

Value list_or_fail(const Value& v) {
  if (!v.is_null() && !v.is(Kind::list)) fail_type("InvalidArgumentType", "expected a list");
  return v;
}

/// Counts how often a predicate is true, false and null over a list; stops once `decided` says so.
struct Tally {
  std::size_t yes = 0, no = 0, unknown = 0;
};

Value verdict(Op op, const Tally& t) {
  switch (op) {
    case Op::all:
      return t.no > 0 ? Value(false) : t.unknown > 0 ? Value() : Value(true);
    case Op::any:
      return t.yes > 0 ? Value(true) : t.unknown > 0 ? Value() : Value(false);
    case Op::none_of:
      return t.yes > 0 ? Value(false) : t.unknown > 0 ? Value() : Value(true);
    default:
      return t.yes > 1 ? Value(false) : t.unknown > 0 ? Value() : Value(t.yes == 1);
  }
}

bool calls(const Expr& e, std::string_view name) {
  if (e.kind == ExprKind::call && e.name == name) return true;
  return std::any_of(e.children.begin(), e.children.end(),
                     [&](const auto& c) { return c && calls(*c, name); });
}

}  // namespace

bool has_aggregate(const Expr& e) {
  if (e.kind == ExprKind::count_star || (e.kind == ExprKind::call && aggregate_kind(e.name))) return true;
  return std::any_of(e.children.begin(), e.children.end(),
                     [](const auto& c) { return c && has_aggregate(*c); });
}

Compiled Compiler::aggregate(const Expr& e, AggregateKind kind) {
  if (rules_.inside_aggregate)
    fail_syntax("NestedAggregation", "an aggregating function cannot stand inside another one", e.range);
  if (rules_.aggregates == nullptr)
    fail_syntax("InvalidAggregation", "an aggregating function can only stand in RETURN and WITH", e.range);
  Aggregate out{
      .kind = kind, .distinct = e.distinct, .argument = nullptr, .extra = nullptr, .slot = new_slot()};
  Type argument;
  if (kind != AggregateKind::count_rows) {
    if (static_cast<int>(e.children.size()) != argument_count(kind))
      fail_syntax("InvalidNumberOfArguments",
                  e.name + "() takes " + std::to_string(argument_count(kind)) +
                      (argument_count(kind) == 1 ? " argument" : " arguments"),
                  e.range);
    if (std::any_of(e.children.begin(), e.children.end(), [](const auto& c) { return calls(*c, "rand"); }))
      fail_syntax("NonConstantExpression", "rand() cannot stand inside an aggregating function", e.range);
    ExpressionRules rules = rules_;
    rules.inside_aggregate = true;
    Compiled of = with_rules(*e.children[0], rules);
    argument = of.type;
    out.argument = std::move(of.evaluate);
    // What is never null need not be looked at to be counted.
    if (kind == AggregateKind::count && !e.distinct &&
        (argument.kinds == kinds(Kind::node) || argument.kinds == kinds(Kind::relationship))) {
      out.kind = AggregateKind::count_rows;
      out.argument = nullptr;
    }
    if (e.children.size() > 1) out.extra = with_rules(*e.children[1], rules).evaluate;
  }
  const std::uint32_t slot = out.slot;
  rules_.aggregates->push_back(std::move(out));
  Type type;
  if (kind == AggregateKind::count || kind == AggregateKind::count_rows) type.kinds = kinds(Kind::integer);
  if (kind == AggregateKind::collect) type = {kinds(Kind::list), argument.kinds};
  return {read_slot(slot), type};
}

Compiled Compiler::call(const Expr& e) {
  if (const auto kind = aggregate_kind(e.name)) return aggregate(e, *kind);
  const Function* f = find_function(e.name);
  if (f == nullptr) {
    const auto known = function_names();
    fail_syntax("UnknownFunction", "there is no function " + e.name + "()", e.range,
                suggestion(e.name, known, {}));
  }
  if (e.distinct) fail_syntax("UnexpectedSyntax", "only aggregating functions take DISTINCT", e.range);
  if (e.children.size() < f->least || e.children.size() > f->most)
    fail_syntax("InvalidNumberOfArguments",
                e.name + "() takes " + std::to_string(f->least) +
                    (f->most > f->least ? " to " + std::to_string(f->most) : "") + " arguments",
                e.range);
  const bool patterns = std::exchange(rules_.patterns, rules_.patterns || e.name == "exists");
  if (e.name != "exists") rules_.patterns = false;
  std::vector<EvaluatorPtr> arguments;
  Type first;
  for (std::size_t i = 0; i < e.children.size(); ++i) {
    Compiled argument = expression(*e.children[i]);
    if (i < f->accepts.size() && !may_be(argument.type, f->accepts[i]))
      fail_syntax("InvalidArgumentType", e.name + "() does not take this", e.children[i]->range);
    if (i == 0) first = argument.type;
    arguments.push_back(std::move(argument.evaluate));
  }
  rules_.patterns = patterns;
  Type type = f->result;
  if (e.name == "head" || e.name == "last")
    type.kinds = static_cast<Kinds>(first.elements | kinds(Kind::null));
  if (e.name == "tail" || e.name == "reverse") type.elements = first.elements;
  if (arguments.size() == 1)
    return {evaluator([f, a = std::move(arguments[0])](Runtime& rt) {
              const Value v = (*a)(rt);
              return v.is_null() && !f->sees_null ? Value() : f->call(rt, {&v, 1});
            }),
            type};
  return {evaluator([f, arguments = std::move(arguments)](Runtime& rt) {
            List values;
            values.reserve(arguments.size());
            for (const EvaluatorPtr& a : arguments) {
              values.push_back((*a)(rt));
              if (values.back().is_null() && !f->sees_null) return Value();
            }
            return f->call(rt, values);
          }),
          type};
}

Compiled Compiler::comprehension(const Expr& e) {
  Compiled list = operand(*e.children[0], kinds(Kind::list), "a list comprehension");
  const std::size_t outer = scope_.size();
  const std::uint32_t slot = new_slot();
  scope_.add({e.name, slot, {list.type.elements, kAnyKind}});
  const auto aggregates = std::exchange(rules_.aggregates, nullptr);
  const bool patterns = std::exchange(rules_.patterns, true);
  EvaluatorPtr where = e.children[1] ? expression(*e.children[1]).evaluate : nullptr;
  rules_.patterns = patterns;
  Type elements{list.type.elements, kAnyKind};
  EvaluatorPtr yield;
  if (e.children[2]) {
    Compiled item = expression(*e.children[2]);
    elements = item.type;
    yield = std::move(item.evaluate);
  }
  rules_.aggregates = aggregates;
  scope_.shrink(outer);
  return {evaluator([list = std::move(list.evaluate), where = std::move(where), yield = std::move(yield),
                     slot](Runtime& rt) {
            const Value all = list_or_fail((*list)(rt));
            if (all.is_null()) return Value();
            List out;
            for (const Value& item : all.list()) {
              rt.tick();
              rt.frame[slot] = item;
              if (where && !(*where)(rt).is_true()) continue;
              out.push_back(yield ? (*yield)(rt) : item);
            }
            return Value(std::move(out));
          }),
          {kinds(Kind::list), elements.kinds}};
}

Compiled Compiler::quantifier(const Expr& e) {
  Compiled list = operand(*e.children[0], kinds(Kind::list), "a quantifier");
  const std::size_t outer = scope_.size();
  const std::uint32_t slot = new_slot();
  scope_.add({e.name, slot, {list.type.elements, kAnyKind}});
  const bool patterns = std::exchange(rules_.patterns, true);
  const auto aggregates = std::exchange(rules_.aggregates, nullptr);
  EvaluatorPtr where = e.children[1] ? operand(*e.children[1], kinds(Kind::boolean), "a quantifier").evaluate
                                     : read_slot(slot);
  rules_.aggregates = aggregates;
  rules_.patterns = patterns;
  scope_.shrink(outer);
  return {
      evaluator([list = std::move(list.evaluate), where = std::move(where), slot, op = e.op](Runtime& rt) {
        const Value all = list_or_fail((*list)(rt));
        if (all.is_null()) return Value();
        Tally tally;
        for (const Value& item : all.list()) {
          rt.tick();
          rt.frame[slot] = item;
          const Value t = (*where)(rt);
          ++(t.is_null() ? tally.unknown : t.is_true() ? tally.yes : tally.no);
        }
        return verdict(op, tally);
      }),
      kBoolean};
}

Compiled Compiler::reduce(const Expr& e) {
  Compiled start = expression(*e.children[0]);
  Compiled list = operand(*e.children[1], kinds(Kind::list), "reduce()");
  const std::size_t outer = scope_.size();
  const std::uint32_t total = new_slot(), item = new_slot();
  scope_.add({e.name, total, {}});
  scope_.add({e.names.front(), item, {list.type.elements, kAnyKind}});
  const auto aggregates = std::exchange(rules_.aggregates, nullptr);
  EvaluatorPtr step = expression(*e.children[2]).evaluate;
  rules_.aggregates = aggregates;
  scope_.shrink(outer);
  return {evaluator([start = std::move(start.evaluate), list = std::move(list.evaluate),
                     step = std::move(step), total, item](Runtime& rt) {
            const Value all = list_or_fail((*list)(rt));
            if (all.is_null()) return Value();
            Value sum = (*start)(rt);
            for (const Value& v : all.list()) {
              rt.tick();
              rt.frame[total] = std::move(sum);
              rt.frame[item] = v;
              sum = (*step)(rt);
            }
            return sum;
          }),
          {}};
}

Compiled Compiler::pattern_predicate(const Expr& e) {
  if (!rules_.patterns)
    fail_syntax("UnexpectedSyntax", "a pattern can only stand as a predicate", e.range,
                "put it into WHERE, exists(…) or a pattern comprehension");
  const std::size_t outer = scope_.size();
  auto plan = std::make_shared<Pipeline>();
  plan->emplace<Start>();
  MatchPlanner planner(*this);
  planner.forbid_new_variables();
  planner.add(*e.pattern);
  planner.plan(*plan);
  Call& call = plan->emplace<Call>();
  scope_.shrink(outer);
  return {evaluator([plan, &call](Runtime& rt) {
            bool found = false;
            call.found = [&found](Runtime&) {
              found = true;
              return false;
            };
            plan->push(rt);
            return Value(found);
          }),
          kBoolean};
}

Compiled Compiler::pattern_comprehension(const Expr& e) {
  const std::size_t outer = scope_.size();
  ExpressionRules rules = rules_;
  rules.aggregates = nullptr;
  rules.patterns = true;
  std::swap(rules_, rules);
  auto plan = std::make_shared<Pipeline>();
  plan->emplace<Start>();
  MatchPlanner planner(*this);
  planner.add(*e.pattern);
  if (e.children[0]) planner.where(*e.children[0]);
  planner.plan(*plan);
  rules_.patterns = false;
  Compiled item = expression(*e.children[1]);
  std::swap(rules_, rules);
  Call& call = plan->emplace<Call>();
  scope_.shrink(outer);
  return {evaluator([plan, &call, item = std::move(item.evaluate)](Runtime& rt) {
            List out;
            auto outer_call = std::exchange(call.found, [&](Runtime& inner) {
              out.push_back((*item)(inner));
              return true;
            });
            plan->push(rt);
            call.found = std::move(outer_call);
            return Value(std::move(out));
          }),
          {kinds(Kind::list), item.type.kinds}};
}

Compiled Compiler::shortest_path(const Expr& e) {
  const std::size_t outer = scope_.size();
  auto plan = std::make_shared<Pipeline>();
  plan->emplace<Start>();
  MatchPlanner planner(*this);
  ast::Pattern pattern;
  pattern.range = e.range;
  planner.forbid_new_variables();
  const std::uint32_t slot = planner.add_shortest(*e.pattern);
  planner.plan(*plan);
  Call& call = plan->emplace<Call>();
  scope_.shrink(outer);
  const bool all = e.pattern->kind == ast::PathKind::all_shortest;
  return {evaluator([plan, &call, slot, all](Runtime& rt) {
            List out;
            call.found = [&](Runtime& inner) {
              out.push_back(inner.frame[slot]);
              return all;
            };
            plan->push(rt);
            if (all) return Value(std::move(out));
            return out.empty() ? Value() : out.front();
          }),
          all ? Type{kinds(Kind::list), kinds(Kind::path)} : Type{kinds(Kind::path), kAnyKind}};
}

Compiled Compiler::exists_subquery(const Expr& e) {
  const std::size_t outer = scope_.size();
  ExpressionRules rules;
  rules.patterns = true;
  std::swap(rules_, rules);
  auto plans = std::make_shared<std::vector<Pipeline>>();
  std::vector<Call*> ends;
  for (const ast::SingleQuery& part : e.query->parts) {
    const Scope before = scope_;
    Pipeline& plan = plans->emplace_back();
    plan.emplace<Start>();
    clauses(part, plan, nullptr, nullptr);
    ends.push_back(&plan.emplace<Call>());
    scope_ = before;
  }
  std::swap(rules_, rules);
  scope_.shrink(outer);
  return {evaluator([plans, ends](Runtime& rt) {
            bool found = false;
            for (std::size_t i = 0; i < plans->size() && !found; ++i) {
              ends[i]->found = [&found](Runtime&) {
                found = true;
                return false;
              };
              (*plans)[i].run(rt);
            }
            return Value(found);
          }),
          kBoolean};
}

}  // namespace maillon::cypher
