// Names, literals, lists, maps, operators.
#include <algorithm>
#include <cmath>
#include <regex>

#include "cypher/arithmetic.hpp"
#include "cypher/compiler.hpp"
#include "cypher/temporal.hpp"
#include "graph/suggestion.hpp"

namespace maillon::cypher {

namespace {

using ast::Expr;
using ast::ExprKind;
using ast::Op;

constexpr Kinds kTruth = kinds(Kind::boolean);

Type type_of(const Value& v) {
  Type out{kinds(v.kind()), kAnyKind};
  if (v.is(Kind::list)) {
    out.elements = 0;
    for (const Value& item : v.list()) out.elements = static_cast<Kinds>(out.elements | kinds(item.kind()));
  }
  return out;
}

/// Three-valued and, or, xor over all operands; a value that is no boolean is a TypeError.
Truth truth_of(const Value& v) {
  if (v.is_null()) return std::nullopt;
  if (!v.is(Kind::boolean))
    fail_type("InvalidArgumentType", "expected a boolean, not " + std::string(to_string(v.kind())));
  return v.truth();
}

Truth compare_by(Op op, const Value& a, const Value& b) {
  switch (op) {
    case Op::equal:
      return equals(a, b);
    case Op::not_equal: {
      const Truth t = equals(a, b);
      return t ? Truth(!*t) : t;
    }
    case Op::less:
      return less(a, b);
    case Op::less_equal:
      return less_or_equal(a, b);
    case Op::greater:
      return less(b, a);
    default:
      return less_or_equal(b, a);
  }
}

Value contained(const Value& item, const Value& list) {
  if (list.is_null()) return {};
  if (!list.is(Kind::list)) fail_type("InvalidArgumentType", "IN needs a list on its right");
  Truth found = false;
  for (const Value& other : list.list()) {
    const Truth t = equals(item, other);
    if (t == true) return Value(true);
    if (!t) found = std::nullopt;
  }
  return to_value(found);
}

Value matches(const Value& text, const Value& pattern) {
  if (!text.is(Kind::string) || !pattern.is(Kind::string)) return {};
  try {
    const std::regex compiled{std::string(pattern.text())};
    return Value(std::regex_match(text.text().begin(), text.text().end(), compiled));
  } catch (const std::regex_error&) {
    fail_argument("InvalidArgumentValue", "this is no regular expression: " + std::string(pattern.text()));
  }
}

Value apply(Op op, const Value& a, const Value& b) {
  switch (op) {
    case Op::add:
      return add(a, b);
    case Op::subtract:
      return subtract(a, b);
    case Op::multiply:
      return multiply(a, b);
    case Op::divide:
      return divide(a, b);
    case Op::modulo:
      return modulo(a, b);
    case Op::power:
      return power(a, b);
    case Op::in:
      return contained(a, b);
    case Op::matches:
      return matches(a, b);
    default:
      break;
  }
  if (!a.is(Kind::string) || !b.is(Kind::string)) return {};
  const std::string_view text = a.text(), part = b.text();
  if (op == Op::starts_with) return Value(text.starts_with(part));
  if (op == Op::ends_with) return Value(text.ends_with(part));
  return Value(text.find(part) != std::string_view::npos);
}

constexpr Kinds kAddable = static_cast<Kinds>(kNumbers | kTemporals | kinds(Kind::string, Kind::list));

Type result_of(Op op, Type a, Type b) {
  const Kinds integer = kinds(Kind::integer);
  switch (op) {
    case Op::add:
      if (a.kinds == kinds(Kind::list) || b.kinds == kinds(Kind::list)) return {kinds(Kind::list), kAnyKind};
      if (a.kinds == kinds(Kind::string) && b.kinds == kinds(Kind::string))
        return {kinds(Kind::string), kAnyKind};
      [[fallthrough]];
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::modulo:
      if (a.kinds == integer && b.kinds == integer) return {integer, kAnyKind};
      if ((a.kinds & ~kNumbers) == 0 && (b.kinds & ~kNumbers) == 0) return {kNumbers, kAnyKind};
      return {};
    case Op::power:
      return {kinds(Kind::real), kAnyKind};
    default:
      return kBoolean;
  }
}

/// The property of whatever has some: a node, a relationship, a map, a temporal value.
Value property_of(Runtime& rt, const Value& owner, std::uint32_t key, const std::string& name) {
  switch (owner.kind()) {
    case Kind::node:
      return key == kNone ? Value() : rt.graph.node_property(owner.id(), key);
    case Kind::relationship:
      return key == kNone ? Value() : rt.graph.relationship_property(owner.id(), key);
    case Kind::map:
      return owner.at(name);
    case Kind::null:
      return {};
    default:
      if (owner.is_temporal()) return temporal_component(owner, name);
      fail_type("InvalidArgumentType", "a " + std::string(to_string(owner.kind())) + " has no properties");
  }
}

Value item_of(Runtime& rt, const Value& owner, const Value& at) {
  if (owner.is_null() || at.is_null()) return {};
  if (owner.is(Kind::list)) {
    if (!at.is(Kind::integer)) fail_type("ListElementAccessByNonInteger", "a list is indexed by integers");
    const auto size = static_cast<std::int64_t>(owner.list().size());
    const std::int64_t i = at.integer() < 0 ? at.integer() + size : at.integer();
    return i < 0 || i >= size ? Value() : owner.list()[static_cast<std::size_t>(i)];
  }
  if (!owner.is(Kind::map) && !owner.is(Kind::node) && !owner.is(Kind::relationship))
    fail_type("InvalidArgumentType", "a " + std::string(to_string(owner.kind())) + " cannot be indexed");
  if (!at.is(Kind::string)) fail_type("MapElementAccessByNonString", "a map is indexed by strings");
  const std::string name(at.text());
  return property_of(rt, owner, rt.graph.keys().find(name), name);
}

Value slice_of(const Value& list, const Value& from, const Value& to) {
  if (list.is_null() || from.is_null() || to.is_null()) return {};
  if (!list.is(Kind::list) || !from.is(Kind::integer) || !to.is(Kind::integer))
    fail_type("InvalidArgumentType", "a slice is taken of a list, between integers");
  const auto size = static_cast<std::int64_t>(list.list().size());
  const auto place = [&](std::int64_t i) { return std::clamp<std::int64_t>(i < 0 ? i + size : i, 0, size); };
  const std::int64_t begin = place(from.integer()), end = place(to.integer());
  if (begin >= end) return Value(List());
  return Value(List(list.list().begin() + begin, list.list().begin() + end));
}

}  // namespace

const Variable* Scope::find(std::string_view name) const {
  const auto it =
      std::find_if(variables_.rbegin(), variables_.rend(), [&](const Variable& v) { return v.name == name; });
  return it == variables_.rend() ? nullptr : &*it;
}

std::vector<std::string_view> Scope::names() const {
  std::vector<std::string_view> out;
  for (const Variable& v : variables_) out.push_back(v.name);
  return out;
}

bool mentions(const Expr& e, std::string_view variable) {
  if (e.kind == ExprKind::variable && e.name == variable) return true;
  return std::any_of(e.children.begin(), e.children.end(),
                     [&](const auto& c) { return c && mentions(*c, variable); });
}

EvaluatorPtr Compiler::read_slot(std::uint32_t slot) {
  touched_.insert(slot);
  return evaluator([slot](Runtime& rt) { return rt.frame[slot]; });
}

Compiled Compiler::with_rules(const Expr& e, ExpressionRules rules) {
  std::swap(rules_, rules);
  Compiled out = expression(e);
  std::swap(rules_, rules);
  return out;
}

Compiled Compiler::expression(const Expr& e) {
  if (rules_.replacements != nullptr && !rules_.inside_aggregate)
    for (const Replacement& r : *rules_.replacements)
      if (same(e, *r.expression)) return {read_slot(r.slot), r.type};
  switch (e.kind) {
    case ExprKind::literal:
      return {evaluator([v = e.value](Runtime&) { return v; }), type_of(e.value)};
    case ExprKind::variable:
      return variable(e);
    case ExprKind::parameter:
      return parameter(e);
    case ExprKind::property:
      return property(e);
    case ExprKind::labels:
      return labels(e);
    case ExprKind::list:
      return list(e);
    case ExprKind::map:
      return map(e);
    case ExprKind::map_projection:
      return map_projection(e);
    case ExprKind::index:
      return index(e);
    case ExprKind::slice:
      return slice(e);
    case ExprKind::binary:
      return binary(e);
    case ExprKind::unary:
      return unary(e);
    case ExprKind::comparison:
      return comparison(e);
    case ExprKind::is_null:
      return is_null(e);
    case ExprKind::call:
      return call(e);
    case ExprKind::count_star:
      return aggregate(e, AggregateKind::count_rows);
    case ExprKind::case_of:
      return case_of(e);
    case ExprKind::comprehension:
      return comprehension(e);
    case ExprKind::quantifier:
      return quantifier(e);
    case ExprKind::reduce:
      return reduce(e);
    case ExprKind::pattern:
      return pattern_predicate(e);
    case ExprKind::pattern_comprehension:
      return pattern_comprehension(e);
    case ExprKind::shortest_path:
      return shortest_path(e);
    case ExprKind::exists_subquery:
      break;
  }
  return exists_subquery(e);
}

/// The operand of an operator that takes only some kinds.
Compiled Compiler::operand(const Expr& e, Kinds allowed, std::string_view what) {
  Compiled out = expression(e);
  if (!may_be(out.type, allowed))
    fail_syntax("InvalidArgumentType", std::string(what) + " does not take this", e.range);
  return out;
}

Compiled Compiler::variable(const Expr& e) {
  const Variable* found = scope_.find(e.name);
  if (found == nullptr)
    fail_syntax("UndefinedVariable", "there is no variable '" + e.name + "'", e.range,
                suggestion(e.name, scope_.names(), {}));
  const auto place = static_cast<std::size_t>(found - scope_.all().data());
  if (place < rules_.hidden && (!rules_.inside_aggregate || rules_.aggregates_made))
    fail_syntax(rules_.keys != nullptr && !rules_.inside_aggregate &&
                        std::any_of(rules_.keys->begin(), rules_.keys->end(),
                                    [&](const Replacement& r) { return mentions(*r.expression, e.name); })
                    ? "AmbiguousAggregationExpression"
                    : rules_.hidden_detail,
                "'" + e.name + "' is no longer there once rows are grouped or made distinct", e.range,
                "carry it along by itself");
  return {read_slot(found->slot), found->type};
}

Compiled Compiler::parameter(const Expr& e) {
  const auto it = std::find_if(parameters_.begin(), parameters_.end(),
                               [&](const auto& entry) { return entry.first == e.name; });
  if (it == parameters_.end())
    throw Failure{"ParameterMissing", "MissingParameter", "there is no parameter $" + e.name, e.range,
                  "give it with --param " + e.name + "=VALUE"};
  return {evaluator([v = it->second](Runtime&) { return v; }), {}};
}

std::uint32_t Compiler::known(const Symbols& symbols, std::string_view what, const std::string& name,
                              TextRange where) {
  const std::uint32_t found = symbols.find(name);
  const auto is_same = [&](const Failure& w) { return w.where.begin == where.begin; };
  if (found == kNone && symbols.size() > 0 && std::none_of(warnings_.begin(), warnings_.end(), is_same)) {
    const std::vector<std::string_view> names(symbols.names().begin(), symbols.names().end());
    warnings_.push_back({"Warning", "UnknownName",
                         "nothing here has the " + std::string(what) + " '" + name + "'", where,
                         suggestion(name, names, {})});
  }
  return found;
}

std::uint32_t Compiler::label(const std::string& name, TextRange where) {
  return known(graph_.labels(), "label", name, where);
}
std::uint32_t Compiler::relationship_type(const std::string& name, TextRange where) {
  return known(graph_.types(), "relationship type", name, where);
}
std::uint32_t Compiler::property_key(const std::string& name, TextRange where) {
  return known(graph_.keys(), "property", name, where);
}

Compiled Compiler::property(const Expr& e) {
  const Expr& owner = *e.children[0];
  Compiled of = expression(owner);
  const bool is_of_graph = (of.type.kinds & ~kinds(Kind::node, Kind::relationship, Kind::null)) == 0;
  const std::uint32_t key = is_of_graph ? property_key(e.name, e.range) : graph_.keys().find(e.name);
  if ((of.type.kinds & ~kinds(Kind::null)) == kinds(Kind::path))
    fail_syntax("InvalidArgumentType", "a path has no properties", e.range);
  // The common case without a copy of the owner.
  if (owner.kind == ExprKind::variable && (of.type.kinds & ~kinds(Kind::null)) == kinds(Kind::node)) {
    const std::uint32_t slot = scope_.find(owner.name)->slot;
    return {evaluator([slot, key, name = e.name](Runtime& rt) {
              const Value& node = rt.frame[slot];
              if (node.is(Kind::node)) return key == kNone ? Value() : rt.graph.node_property(node.id(), key);
              return property_of(rt, node, key, name);
            }),
            {}};
  }
  return {evaluator([of = std::move(of.evaluate), key, name = e.name](Runtime& rt) {
            return property_of(rt, (*of)(rt), key, name);
          }),
          {}};
}

Compiled Compiler::labels(const Expr& e) {
  Compiled of = operand(*e.children[0], kinds(Kind::node, Kind::relationship), "a test of labels");
  struct Symbol {
    std::uint32_t label, type;
  };
  std::vector<Symbol> symbols;
  for (const std::string& name : e.names)
    symbols.push_back({graph_.labels().find(name), graph_.types().find(name)});
  return {evaluator([of = std::move(of.evaluate), symbols](Runtime& rt) {
            const Value v = (*of)(rt);
            if (v.is_null()) return Value();
            if (v.is(Kind::node))
              return Value(std::all_of(symbols.begin(), symbols.end(), [&](Symbol s) {
                return s.label != kNone && rt.graph.has_label(v.id(), s.label);
              }));
            if (v.is(Kind::relationship))
              return Value(std::all_of(symbols.begin(), symbols.end(),
                                       [&](Symbol s) { return s.type == rt.graph.type(v.id()); }));
            fail_type("InvalidArgumentType", "only nodes have labels");
          }),
          kBoolean};
}

Compiled Compiler::list(const Expr& e) {
  std::vector<EvaluatorPtr> items;
  Type type{kinds(Kind::list), 0};
  for (const auto& child : e.children) {
    Compiled item = expression(*child);
    type.elements = static_cast<Kinds>(type.elements | item.type.kinds);
    items.push_back(std::move(item.evaluate));
  }
  return {evaluator([items = std::move(items)](Runtime& rt) {
            List out;
            out.reserve(items.size());
            for (const EvaluatorPtr& item : items) out.push_back((*item)(rt));
            return Value(std::move(out));
          }),
          type};
}

Compiled Compiler::map(const Expr& e) {
  std::vector<EvaluatorPtr> values;
  for (const auto& child : e.children) values.push_back(expression(*child).evaluate);
  return {evaluator([names = e.names, values = std::move(values)](Runtime& rt) {
            Map out;
            out.reserve(names.size());
            for (std::size_t i = 0; i < names.size(); ++i) out.emplace_back(names[i], (*values[i])(rt));
            return Value(make_map(std::move(out)));
          }),
          {kinds(Kind::map), kAnyKind}};
}

Compiled Compiler::map_projection(const Expr& e) {
  Expr base(ExprKind::variable, e.range);
  base.name = e.name;
  Compiled of = expression(base);
  std::vector<EvaluatorPtr> values;
  for (const auto& child : e.children) values.push_back(child ? expression(*child).evaluate : nullptr);
  return {evaluator([of = std::move(of.evaluate), names = e.names, values = std::move(values)](Runtime& rt) {
            const Value owner = (*of)(rt);
            if (owner.is_null()) return Value();
            Map out;
            for (std::size_t i = 0; i < names.size(); ++i) {
              if (values[i]) {
                out.emplace_back(names[i], (*values[i])(rt));
                continue;
              }
              const Map all = owner.is(Kind::node)           ? rt.graph.node_properties(owner.id())
                              : owner.is(Kind::relationship) ? rt.graph.relationship_properties(owner.id())
                              : owner.is(Kind::map)          ? owner.map()
                                                             : Map();
              out.insert(out.end(), all.begin(), all.end());
            }
            return Value(make_map(std::move(out)));
          }),
          {kinds(Kind::map), kAnyKind}};
}

Compiled Compiler::index(const Expr& e) {
  Compiled owner = expression(*e.children[0]), at = expression(*e.children[1]);
  return {evaluator([owner = std::move(owner.evaluate), at = std::move(at.evaluate)](Runtime& rt) {
            return item_of(rt, (*owner)(rt), (*at)(rt));
          }),
          {}};
}

Compiled Compiler::slice(const Expr& e) {
  Compiled list = expression(*e.children[0]);
  EvaluatorPtr from = e.children[1] ? expression(*e.children[1]).evaluate : nullptr;
  EvaluatorPtr to = e.children[2] ? expression(*e.children[2]).evaluate : nullptr;
  return {
      evaluator([list = std::move(list.evaluate), from = std::move(from), to = std::move(to)](Runtime& rt) {
        const Value all = (*list)(rt);
        return slice_of(all, from ? (*from)(rt) : Value(std::int64_t{0}),
                        to                   ? (*to)(rt)
                        : all.is(Kind::list) ? Value(static_cast<std::int64_t>(all.list().size()))
                                             : Value(std::int64_t{0}));
      }),
      {kinds(Kind::list), kAnyKind}};
}

Compiled Compiler::logical(const Expr& e) {
  std::vector<EvaluatorPtr> operands;
  for (const auto& child : e.children)
    operands.push_back(operand(*child, kTruth, "a logical operator").evaluate);
  const Op op = e.operators.front();
  if (op == Op::xor_)
    return {evaluator([operands = std::move(operands)](Runtime& rt) {
              bool odd = false, unknown = false;
              for (const EvaluatorPtr& o : operands) {
                const Truth t = truth_of((*o)(rt));
                unknown |= !t;
                odd ^= t.value_or(false);
              }
              return unknown ? Value() : Value(odd);
            }),
            kBoolean};
  const bool decisive = op == Op::or_;  // true decides an OR, false an AND
  return {evaluator([operands = std::move(operands), decisive](Runtime& rt) {
            bool unknown = false;
            for (const EvaluatorPtr& o : operands) {
              const Truth t = truth_of((*o)(rt));
              if (t == decisive) return Value(decisive);
              unknown |= !t;
            }
            return unknown ? Value() : Value(!decisive);
          }),
          kBoolean};
}

Compiled Compiler::binary(const Expr& e) {
  const Op first = e.operators.front();
  if (first == Op::or_ || first == Op::and_ || first == Op::xor_) return logical(e);
  const bool patterns = std::exchange(rules_.patterns, false);
  Compiled left = expression(*e.children[0]);
  for (std::size_t i = 0; i < e.operators.size(); ++i) {
    const Op op = e.operators[i];
    const Expr& right_side = *e.children[i + 1];
    Compiled right = op == Op::in ? operand(right_side, kinds(Kind::list), "IN") : expression(right_side);
    if (op >= Op::add && op <= Op::power) {
      const Kinds allowed =
          op == Op::add
              ? kAnyKind
              : static_cast<Kinds>(kNumbers | kinds(Kind::duration) | (op == Op::subtract ? kTemporals : 0));
      const bool list_or_text =
          op == Op::add && (((left.type.kinds | right.type.kinds) & kinds(Kind::list)) != 0);
      const Kinds both =
          op == Op::add ? static_cast<Kinds>(list_or_text ? kAnyKind : kAddable | kTruth) : allowed;
      if (!may_be(left.type, both) || !may_be(right.type, both))
        fail_syntax("InvalidArgumentType", "this operator does not take these", e.range);
    }
    left.type = result_of(op, left.type, right.type);
    left.evaluate = evaluator([a = std::move(left.evaluate), b = std::move(right.evaluate), op](Runtime& rt) {
      return apply(op, (*a)(rt), (*b)(rt));
    });
  }
  rules_.patterns = patterns;
  return left;
}

Compiled Compiler::unary(const Expr& e) {
  if (e.op == Op::not_) {
    Compiled of = operand(*e.children[0], kTruth, "NOT");
    return {evaluator([of = std::move(of.evaluate)](Runtime& rt) {
              const Truth t = truth_of((*of)(rt));
              return t ? Value(!*t) : Value();
            }),
            kBoolean};
  }
  Compiled of = operand(*e.children[0], static_cast<Kinds>(kNumbers | kinds(Kind::duration)), "a sign");
  if (e.op == Op::plus) return of;
  return {evaluator([of = std::move(of.evaluate)](Runtime& rt) { return negate((*of)(rt)); }), of.type};
}

Compiled Compiler::comparison(const Expr& e) {
  const bool patterns = std::exchange(rules_.patterns, false);
  std::vector<EvaluatorPtr> operands;
  for (const auto& child : e.children) operands.push_back(expression(*child).evaluate);
  rules_.patterns = patterns;
  if (operands.size() == 2)
    return {evaluator([a = std::move(operands[0]), b = std::move(operands[1]), op = e.operators[0]](
                          Runtime& rt) { return to_value(compare_by(op, (*a)(rt), (*b)(rt))); }),
            kBoolean};
  return {evaluator([operands = std::move(operands), operators = e.operators](Runtime& rt) {
            bool unknown = false;
            Value left = (*operands[0])(rt);
            for (std::size_t i = 0; i < operators.size(); ++i) {
              Value right = (*operands[i + 1])(rt);
              const Truth t = compare_by(operators[i], left, right);
              if (t == false) return Value(false);
              unknown |= !t;
              left = std::move(right);
            }
            return unknown ? Value() : Value(true);
          }),
          kBoolean};
}

Compiled Compiler::is_null(const Expr& e) {
  Compiled of = expression(*e.children[0]);
  return {evaluator([of = std::move(of.evaluate), negated = e.negated](Runtime& rt) {
            return Value((*of)(rt).is_null() != negated);
          }),
          kBoolean};
}

Compiled Compiler::case_of(const Expr& e) {
  EvaluatorPtr subject = e.children.front() ? expression(*e.children.front()).evaluate : nullptr;
  EvaluatorPtr otherwise = e.children.back() ? expression(*e.children.back()).evaluate : nullptr;
  std::vector<std::pair<EvaluatorPtr, EvaluatorPtr>> branches;
  for (std::size_t i = 1; i + 2 < e.children.size(); i += 2) {
    EvaluatorPtr when = expression(*e.children[i]).evaluate;
    branches.emplace_back(std::move(when), expression(*e.children[i + 1]).evaluate);
  }
  return {evaluator([subject = std::move(subject), otherwise = std::move(otherwise),
                     branches = std::move(branches)](Runtime& rt) {
            const Value of = subject ? (*subject)(rt) : Value();
            for (const auto& [when, then] : branches) {
              const Value v = (*when)(rt);
              if (subject ? equals(of, v) == true : v.is_true()) return (*then)(rt);
            }
            return otherwise ? (*otherwise)(rt) : Value();
          }),
          {}};
}

}  // namespace maillon::cypher
