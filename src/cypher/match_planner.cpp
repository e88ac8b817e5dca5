#include "cypher/match_planner.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "graph/suggestion.hpp"

namespace maillon::cypher {

namespace {

using ast::Direction;
using ast::Expr;
using ast::ExprKind;
using ast::Op;

constexpr std::int64_t kUnbounded = std::numeric_limits<std::int64_t>::max();

[[noreturn]] void fail_conflict(const std::string& name, std::string_view wanted, TextRange where) {
  fail_syntax("VariableTypeConflict", "'" + name + "' is no " + std::string(wanted), where);
}

/// Of a property that equals a value, nothing else known.
constexpr double kSeekRows = 2, kConditionShare = 0.3;

}  // namespace

std::uint32_t MatchPlanner::add_node(const ast::NodePattern& n) {
  NodeSpec spec;
  spec.name = n.variable;
  if (!n.variable.empty()) {
    if (const Variable* known = c_.scope_.find(n.variable)) {
      if (!may_be(known->type, kNode)) fail_conflict(n.variable, "node", n.range);
      spec.slot = known->slot;
      c_.touched_.insert(known->slot);
      if (!mine_.contains(known->slot)) spec.bound = true;
    } else if (!new_variables_) {
      fail_syntax("UndefinedVariable", "there is no variable '" + n.variable + "'", n.range,
                  suggestion(n.variable, c_.scope_.names(), {}));
    }
  }
  auto it = std::find_if(nodes_.begin(), nodes_.end(),
                         [&](const NodeSpec& o) { return !n.variable.empty() && o.name == n.variable; });
  if (it == nodes_.end()) {
    if (n.variable.empty() || c_.scope_.find(n.variable) == nullptr) {
      spec.slot = c_.new_slot();
      new_slots_.push_back(spec.slot);
      mine_.insert(spec.slot);
      if (!n.variable.empty()) c_.scope_.add({n.variable, spec.slot, {kNode, kAnyKind}});
    } else if (spec.bound) {
      bound_.insert(spec.slot);
    }
    nodes_.push_back(std::move(spec));
    it = nodes_.end() - 1;
  }
  for (std::size_t i = 0; i < n.labels.size(); ++i) {
    it->labels.push_back(c_.label(n.labels[i], n.label_ranges[i]));
    it->label_names.push_back(n.labels[i]);
  }
  const auto index = static_cast<std::uint32_t>(it - nodes_.begin());
  if (n.properties) node_properties_.emplace_back(index, &n);
  return index;
}

void MatchPlanner::add_relationship(const ast::RelationshipPattern& r, std::uint32_t from, std::uint32_t to,
                                    ast::PathKind kind) {
  RelationshipSpec spec;
  spec.pattern = &r;
  spec.from = from;
  spec.to = to;
  spec.kind = kind;
  spec.named = !r.variable.empty();
  const Variable* known = r.variable.empty() ? nullptr : c_.scope_.find(r.variable);
  if (known != nullptr) {
    if (!may_be(known->type, r.variable_length ? kList : kRelationship))
      fail_conflict(r.variable, r.variable_length ? "list of relationships" : "relationship", r.range);
    if (r.variable_length && !may_be({known->type.elements, kAnyKind}, kRelationship))
      fail_conflict(r.variable, "list of relationships", r.range);
    if (mine_.contains(known->slot))
      fail_syntax("RelationshipUniquenessViolation",
                  "'" + r.variable + "' stands for two relationships, which would have to differ", r.range);
    spec.slot = known->slot;
    spec.bound = true;
    c_.touched_.insert(known->slot);
  } else {
    if (spec.named && !new_variables_)
      fail_syntax("UndefinedVariable", "there is no variable '" + r.variable + "'", r.range,
                  suggestion(r.variable, c_.scope_.names(), {}));
    spec.slot = c_.new_slot();
    new_slots_.push_back(spec.slot);
    mine_.insert(spec.slot);
    if (spec.named)
      c_.scope_.add({r.variable, spec.slot,
                     r.variable_length ? Type{kList, kRelationship} : Type{kRelationship, kAnyKind}});
  }
  for (std::size_t i = 0; i < r.types.size(); ++i) {
    const std::uint32_t type = c_.relationship_type(r.types[i], r.type_ranges[i]);
    if (type != kNone && std::find(spec.types.begin(), spec.types.end(), type) == spec.types.end())
      spec.types.push_back(type);
  }
  relationships_.push_back(std::move(spec));
  if (r.properties) relationship_properties_.emplace_back(relationships_.size() - 1, &r);
}

void MatchPlanner::add(const ast::Pattern& pattern) {
  if (!pattern.variable.empty() && c_.scope_.find(pattern.variable) != nullptr)
    fail_syntax("VariableAlreadyBound", "there is a variable '" + pattern.variable + "' already",
                pattern.range);
  if (pattern.kind != ast::PathKind::plain &&
      (pattern.relationships.size() != 1 ||
       (pattern.relationships[0].least && *pattern.relationships[0].least > 1)))
    fail_syntax("InvalidRelationshipPattern",
                "a shortest path has one relationship of any length from 0 or 1", pattern.range,
                "for example shortestPath((a)-[*]-(b))");
  std::uint32_t here = add_node(pattern.nodes.front());
  PathSpec path{0, here, {}, pattern.variable};
  for (std::size_t i = 0; i < pattern.relationships.size(); ++i) {
    const std::uint32_t there = add_node(pattern.nodes[i + 1]);
    add_relationship(pattern.relationships[i], here, there, pattern.kind);
    path.relationships.push_back(static_cast<std::uint32_t>(relationships_.size() - 1));
    here = there;
  }
  if (pattern.variable.empty()) return;
  if (c_.scope_.find(pattern.variable) != nullptr)
    fail_syntax("VariableAlreadyBound", "there is a variable '" + pattern.variable + "' already",
                pattern.range);
  path.slot = c_.new_slot();
  new_slots_.push_back(path.slot);
  mine_.insert(path.slot);
  c_.scope_.add({pattern.variable, path.slot, {kinds(Kind::path), kAnyKind}});
  paths_.push_back(std::move(path));
}

std::uint32_t MatchPlanner::add_shortest(const ast::Pattern& pattern) {
  add(pattern);
  PathSpec path{c_.new_slot(), 0, {0}, "shortest"};
  mine_.insert(path.slot);
  const std::uint32_t slot = path.slot;
  paths_.push_back(std::move(path));
  return slot;
}

std::optional<Value> MatchPlanner::constant(const Expr& e) const {
  if (e.kind == ExprKind::literal) return e.value;
  if (e.kind != ExprKind::parameter) return std::nullopt;
  for (const auto& [name, value] : c_.parameters_)
    if (name == e.name) return value;
  return std::nullopt;
}

std::unordered_set<std::uint32_t> MatchPlanner::own(const std::unordered_set<std::uint32_t>& slots) const {
  std::unordered_set<std::uint32_t> out;
  for (const std::uint32_t s : slots)
    if (mine_.contains(s)) out.insert(s);
  return out;
}

bool MatchPlanner::ready(const std::unordered_set<std::uint32_t>& needs) const {
  return std::all_of(needs.begin(), needs.end(), [&](std::uint32_t s) { return bound_.contains(s); });
}

void MatchPlanner::where(const Expr& condition) {
  if (has_aggregate(condition))
    fail_syntax("InvalidAggregation", "an aggregating function cannot stand in WHERE", condition.range,
                "aggregate in WITH and put the condition after it");
  add_condition(condition);
}

void MatchPlanner::add_condition(const Expr& e) {
  if (e.kind == ExprKind::binary && e.operators.front() == Op::and_) {
    for (const auto& child : e.children) add_condition(*child);
    return;
  }
  const auto outer = std::exchange(c_.touched_, {});
  const bool patterns = std::exchange(c_.rules_.patterns, true);
  Compiled test = c_.expression(e);
  c_.rules_.patterns = patterns;
  if (!may_be(test.type, kinds(Kind::boolean)))
    fail_syntax("InvalidArgumentType", "a condition is true, false or null", e.range);
  Condition out{std::move(test.evaluate), own(c_.touched_), c_.written(e.range)};
  c_.touched_.insert(outer.begin(), outer.end());
  conditions_.push_back(std::move(out));
  add_seek(e);
}

void MatchPlanner::add_seek(const Expr& e) {
  if (e.kind != ExprKind::comparison || e.operators.size() != 1 || e.operators[0] != Op::equal) return;
  for (const std::size_t side : {0u, 1u}) {
    const Expr &p = *e.children[side], &value = *e.children[1 - side];
    if (p.kind != ExprKind::property || p.children[0]->kind != ExprKind::variable) continue;
    const Variable* v = c_.scope_.find(p.children[0]->name);
    if (v != nullptr) add_seek(v->slot, p.name, value, c_.written(e.range));
  }
}

void MatchPlanner::add_seek(std::uint32_t slot, const std::string& key, const Expr& value,
                            const std::string& text) {
  const auto node =
      std::find_if(nodes_.begin(), nodes_.end(), [&](const NodeSpec& n) { return n.slot == slot; });
  const std::uint32_t symbol = c_.graph_.keys().find(key);
  if (node == nodes_.end() || node->bound || symbol == kNone) return;
  const auto outer = std::exchange(c_.touched_, {});
  EvaluatorPtr compiled = c_.expression(value).evaluate;
  Seek seek{static_cast<std::uint32_t>(node - nodes_.begin()),
            symbol,
            std::move(compiled),
            own(c_.touched_),
            constant(value),
            text};
  c_.touched_.insert(outer.begin(), outer.end());
  if (!seek.needs.contains(slot)) seeks_.push_back(std::move(seek));
}

/// Properties in patterns, once all variables are known: each is a condition.
void MatchPlanner::add_properties() {
  const auto entries = [](const ast::ExprPtr& properties) -> const Expr& {
    if (properties->kind == ExprKind::parameter)
      fail_syntax("InvalidParameterUse", "a pattern cannot take its properties from a parameter",
                  properties->range, "write {name: $name}");
    return *properties;
  };
  for (const auto& [index, pattern] : node_properties_) {
    const Expr& map = entries(pattern->properties);
    const std::uint32_t slot = nodes_[index].slot;
    for (std::size_t i = 0; i < map.names.size(); ++i) {
      const auto outer = std::exchange(c_.touched_, {});
      EvaluatorPtr value = c_.expression(*map.children[i]).evaluate;
      auto needs = own(c_.touched_);
      if (mine_.contains(slot)) needs.insert(slot);
      c_.touched_.insert(outer.begin(), outer.end());
      const std::uint32_t key = c_.property_key(map.names[i], map.children[i]->range);
      const std::string text =
          text_of(nodes_[index]) + "." + map.names[i] + " = " + c_.written(map.children[i]->range);
      conditions_.push_back({evaluator([slot, key, value = std::move(value)](Runtime& rt) {
                               const Value& node = rt.frame[slot];
                               if (!node.is(Kind::node) || key == kNone) return Value(false);
                               return to_value(equals(rt.graph.node_property(node.id(), key), (*value)(rt)));
                             }),
                             std::move(needs), text});
      add_seek(slot, map.names[i], *map.children[i], text);
    }
  }
  for (const auto& [index, pattern] : relationship_properties_) {
    const Expr& map = entries(pattern->properties);
    const RelationshipSpec& r = relationships_[index];
    if (r.pattern->variable_length || r.kind != ast::PathKind::plain) continue;  // the hop tests each of them
    for (std::size_t i = 0; i < map.names.size(); ++i) {
      const auto outer = std::exchange(c_.touched_, {});
      EvaluatorPtr value = c_.expression(*map.children[i]).evaluate;
      auto needs = own(c_.touched_);
      if (mine_.contains(r.slot)) needs.insert(r.slot);
      c_.touched_.insert(outer.begin(), outer.end());
      const std::uint32_t key = c_.property_key(map.names[i], map.children[i]->range);
      conditions_.push_back(
          {evaluator([slot = r.slot, key, value = std::move(value)](Runtime& rt) {
             const Value& of = rt.frame[slot];
             if (!of.is(Kind::relationship) || key == kNone) return Value(false);
             return to_value(equals(rt.graph.relationship_property(of.id(), key), (*value)(rt)));
           }),
           std::move(needs),
           pattern->variable + "." + map.names[i] + " = " + c_.written(map.children[i]->range)});
    }
  }
}

std::string MatchPlanner::text_of(const NodeSpec& n) const {
  std::string out = n.name;
  for (const std::string& label : n.label_names) out += ':' + label;
  return out;
}

double MatchPlanner::label_share(const NodeSpec& n) const {
  const double all = std::max<double>(1, c_.graph_.node_count());
  double share = 1;
  for (const std::uint32_t label : n.labels)
    share = std::min(
        share, label == kNone ? 0 : static_cast<double>(c_.graph_.nodes_with_label(label).size()) / all);
  return share;
}

double MatchPlanner::seek_rows(const Seek& seek) const {
  if (!seek.constant) return kSeekRows;
  return seek.constant->is_null()
             ? 0
             : static_cast<double>(c_.graph_.nodes_equal(seek.key, *seek.constant).size());
}

MatchPlanner::Start MatchPlanner::cheapest_start() {
  Start best{std::numeric_limits<double>::max(), 0};
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].bound) continue;
    const double rows = label_share(nodes_[i]) * c_.graph_.node_count();
    if (rows < best.rows) best = {rows, i, nullptr};
  }
  for (Seek& seek : seeks_) {
    if (nodes_[seek.node].bound || !ready(seek.needs)) continue;
    const double rows = seek_rows(seek);
    if (rows < best.rows) best = {rows, seek.node, &seek};
  }
  return best;
}

void MatchPlanner::emit_labels(std::uint32_t node, Pipeline& out) {
  NodeSpec& n = nodes_[node];
  if (n.labels.empty() || n.labels_tested) return;
  n.labels_tested = true;
  rows_ *= label_share(n);
  out.emplace<LabelFilter>(n.slot, n.labels, text_of(n)).rows = rows_;
}

void MatchPlanner::emit_start(const Start& start, Pipeline& out) {
  NodeSpec& n = nodes_[start.node];
  rows_ *= start.rows;
  if (start.seek != nullptr) {
    out.emplace<NodesByProperty>(n.slot, start.seek->key, std::move(start.seek->value), start.seek->text)
        .rows = rows_;
  } else if (!n.labels.empty()) {
    const auto rarest =
        std::min_element(n.labels.begin(), n.labels.end(), [&](std::uint32_t a, std::uint32_t b) {
          const auto size = [&](std::uint32_t l) {
            return l == kNone ? 0 : c_.graph_.nodes_with_label(l).size();
          };
          return size(a) < size(b);
        });
    const std::uint32_t label = *rarest;
    n.labels_tested = n.labels.size() == 1;
    out.emplace<NodesByLabel>(n.slot, label, text_of(n)).rows = rows_;
  } else {
    out.emplace<AllNodes>(n.slot, n.name).rows = rows_;
  }
  bind(start.node);
  emit_labels(start.node, out);
}

double MatchPlanner::fan_out(const RelationshipSpec& r, bool backwards) const {
  const double nodes = std::max<double>(1, c_.graph_.node_count());
  double edges = 0;
  if (r.pattern->types.empty()) edges = c_.graph_.relationship_count();
  for (const std::uint32_t type : r.types) edges += c_.graph_.count_of_type(type);
  double degree = edges / nodes * (r.pattern->direction == Direction::both ? 2 : 1);
  if (r.pattern->variable_length) {
    const double steps = static_cast<double>(std::min<std::int64_t>(r.pattern->most.value_or(4), 8));
    degree = std::pow(std::max(degree, 1.0), steps);
  }
  return degree * label_share(nodes_[backwards ? r.from : r.to]);
}

Hop MatchPlanner::hop(const RelationshipSpec& r, bool backwards) {
  const ast::RelationshipPattern& pattern = *r.pattern;
  Hop out;
  const NodeSpec &from = nodes_[backwards ? r.to : r.from], &to = nodes_[backwards ? r.from : r.to];
  out.from = from.slot;
  out.to = to.slot;
  out.relationship = r.slot;
  out.direction = pattern.direction;
  if (backwards && pattern.direction != Direction::both)
    out.direction = pattern.direction == Direction::out ? Direction::in : Direction::out;
  out.any_type = pattern.types.empty() || r.types.size() == c_.graph_.types().size();
  out.types = r.types;
  out.to_bound = to.bound;
  out.reversed = backwards;
  std::string detail = pattern.variable;
  for (std::size_t i = 0; i < pattern.types.size(); ++i) detail += (i == 0 ? ":" : "|") + pattern.types[i];
  const bool shortest = r.kind != ast::PathKind::plain;
  if (pattern.variable_length) {
    out.least = pattern.least.value_or(1);
    out.most = pattern.most.value_or(kUnbounded);
    detail += "*" + (pattern.least ? std::to_string(*pattern.least) : "") + ".." +
              (pattern.most ? std::to_string(*pattern.most) : "");
  }
  out.text = "(" + text_of(from) + ")" + (out.direction == Direction::in ? "<-" : "-") + "[" + detail + "]" +
             (out.direction == Direction::out ? "->" : "-") + "(" + text_of(to) + ")";
  if (pattern.properties && (pattern.variable_length || shortest))
    for (std::size_t i = 0; i < pattern.properties->names.size(); ++i)
      out.properties.emplace_back(c_.graph_.keys().find(pattern.properties->names[i]),
                                  c_.expression(*pattern.properties->children[i]).evaluate);
  for (const RelationshipSpec& o : relationships_) {
    if (&o == &r || !o.done || shortest || o.kind != ast::PathKind::plain) continue;
    const bool disjoint = !pattern.types.empty() && !o.pattern->types.empty() &&
                          std::none_of(o.types.begin(), o.types.end(), [&](std::uint32_t t) {
                            return std::find(r.types.begin(), r.types.end(), t) != r.types.end();
                          });
    if (!disjoint) out.others.push_back(o.slot);
  }
  return out;
}

/// Whether somebody reads the list of a relationship of variable length.
bool MatchPlanner::is_read(const RelationshipSpec& r) const {
  const auto index = static_cast<std::uint32_t>(&r - relationships_.data());
  return r.named || relationships_.size() > 1 ||
         std::any_of(paths_.begin(), paths_.end(), [&](const PathSpec& p) {
           return std::find(p.relationships.begin(), p.relationships.end(), index) != p.relationships.end();
         });
}

/// Paths of any length are sought between two nodes rather than from one, where few fit the other end.
void MatchPlanner::bind_far_end(const RelationshipSpec& r, Pipeline& out) {
  constexpr double kFew = 10;
  if (!r.pattern->variable_length || r.bound || nodes_[r.from].bound == nodes_[r.to].bound) return;
  const std::uint32_t far = nodes_[r.from].bound ? r.to : r.from;
  for (Seek& seek : seeks_)
    if (seek.node == far && seek.value && ready(seek.needs) && seek_rows(seek) <= kFew)
      return emit_start({seek_rows(seek), far, &seek}, out);
}

void MatchPlanner::emit_relationship(RelationshipSpec& r, Pipeline& out) {
  bind_far_end(r, out);
  const bool from_bound = nodes_[r.from].bound, to_bound = nodes_[r.to].bound;
  if (r.bound) {
    out.emplace<FollowBound>(hop(r, false), from_bound, r.pattern->variable_length).rows = rows_;
  } else if (r.kind != ast::PathKind::plain) {
    Hop h = hop(r, false);
    if (!r.pattern->variable_length) h.most = 1;
    out.emplace<ShortestPaths>(std::move(h), r.kind == ast::PathKind::all_shortest).rows = rows_;
  } else {
    const bool backwards = !from_bound || (to_bound && fan_out(r, true) < fan_out(r, false));
    rows_ *= fan_out(r, backwards);
    if (from_bound && to_bound) rows_ /= std::max<double>(1, c_.graph_.node_count());
    Hop h = hop(r, backwards);
    h.keep_list = is_read(r);
    if (r.pattern->variable_length)
      out.emplace<VariableExpand>(std::move(h)).rows = rows_;
    else
      out.emplace<Expand>(std::move(h)).rows = rows_;
    nodes_[backwards ? r.from : r.to].labels_tested |= nodes_[backwards ? r.from : r.to].labels.empty();
  }
  r.done = true;
  bound_.insert(r.slot);
  bind(r.from);
  bind(r.to);
  for (const std::uint32_t end : {r.from, r.to}) emit_labels(end, out);
}

/// The cheapest relationship that hangs on something bound; false where there is none.
bool MatchPlanner::emit_next_relationship(Pipeline& out) {
  RelationshipSpec* best = nullptr;
  double least = std::numeric_limits<double>::max();
  for (RelationshipSpec& r : relationships_) {
    const bool from = nodes_[r.from].bound, to = nodes_[r.to].bound;
    const bool reachable = r.bound                          ? !r.pattern->variable_length || from
                           : r.kind != ast::PathKind::plain ? from && to
                                                            : from || to;
    if (r.done || !reachable) continue;
    double cost = r.bound ? 0 : r.kind != ast::PathKind::plain ? 1e12 : fan_out(r, !from);
    if (from && to && !r.bound && r.kind == ast::PathKind::plain)
      cost /= std::max<double>(1, c_.graph_.node_count());
    if (cost < least) {
      least = cost;
      best = &r;
    }
  }
  if (best == nullptr) return false;
  emit_relationship(*best, out);
  return true;
}

/// Conditions and paths for which everything is there by now.
void MatchPlanner::emit_ready(Pipeline& out) {
  for (PathSpec& p : paths_) {
    const bool whole = std::all_of(p.relationships.begin(), p.relationships.end(),
                                   [&](std::uint32_t r) { return relationships_[r].done; });
    if (p.done || !whole || !nodes_[p.first].bound) continue;
    p.done = true;
    std::vector<std::uint32_t> slots;
    for (const std::uint32_t r : p.relationships) slots.push_back(relationships_[r].slot);
    out.emplace<BuildPath>(p.slot, nodes_[p.first].slot, std::move(slots), p.name).rows = rows_;
    bound_.insert(p.slot);
  }
  for (Condition& c : conditions_) {
    if (c.done || !ready(c.needs)) continue;
    c.done = true;
    rows_ *= kConditionShare;
    out.emplace<Filter>(std::move(c.test), c.text).rows = rows_;
  }
}

void MatchPlanner::plan(Pipeline& out) {
  add_properties();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].bound) {
      // A variable of an earlier clause: it may be null, which matches nothing.
      const bool alone = nodes_[i].labels.empty();
      nodes_[i].labels_tested = true;
      if (!alone || std::none_of(relationships_.begin(), relationships_.end(),
                                 [&](const RelationshipSpec& r) { return r.from == i || r.to == i; }))
        out.emplace<LabelFilter>(nodes_[i].slot, nodes_[i].labels, text_of(nodes_[i]));
    }
  emit_ready(out);
  const auto unfinished = [&] {
    return std::any_of(nodes_.begin(), nodes_.end(), [](const NodeSpec& n) { return !n.bound; }) ||
           std::any_of(relationships_.begin(), relationships_.end(),
                       [](const RelationshipSpec& r) { return !r.done; });
  };
  while (unfinished()) {
    if (!emit_next_relationship(out)) emit_start(cheapest_start(), out);
    emit_ready(out);
  }
}

}  // namespace maillon::cypher
