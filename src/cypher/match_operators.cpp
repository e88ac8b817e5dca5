#include "cypher/match_operators.hpp"

#include <algorithm>

#include "cypher/compare.hpp"

namespace maillon::cypher {

namespace {

bool holds(const Value& relationships, std::uint32_t id) {
  if (relationships.is(Kind::relationship)) return relationships.id() == id;
  if (!relationships.is(Kind::list)) return false;
  return std::any_of(relationships.list().begin(), relationships.list().end(),
                     [&](const Value& r) { return r.id() == id; });
}

bool is_taken(const Runtime& rt, const Hop& hop, std::uint32_t relationship) {
  return std::any_of(hop.others.begin(), hop.others.end(),
                     [&](std::uint32_t slot) { return holds(rt.frame[slot], relationship); });
}

/// Appends the relationships of a slot, and the node at the end of each, to a path that ends where they
/// start.
bool extend(const PropertyGraph& graph, const Value& relationships, Path& path) {
  const auto one = [&](std::uint32_t r) {
    const std::uint32_t here = path.nodes.back();
    path.relationships.push_back(r);
    path.nodes.push_back(graph.source(r) == here ? graph.target(r) : graph.source(r));
  };
  if (relationships.is(Kind::relationship)) {
    one(relationships.id());
  } else if (relationships.is(Kind::list)) {
    for (const Value& r : relationships.list()) one(r.id());
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool AllNodes::push(Runtime& rt) {
  for (std::uint32_t n = 0; n < rt.graph.node_count(); ++n) {
    rt.tick();
    rt.frame[slot_].set_id(Kind::node, n);
    if (!next->push(rt)) return false;
  }
  return true;
}
std::string AllNodes::describe() const { return "AllNodes (" + name_ + ")"; }

bool NodesByLabel::push(Runtime& rt) {
  if (label_ == kNone) return true;
  for (const std::uint32_t n : rt.graph.nodes_with_label(label_)) {
    rt.tick();
    rt.frame[slot_].set_id(Kind::node, n);
    if (!next->push(rt)) return false;
  }
  return true;
}
std::string NodesByLabel::describe() const { return "NodesByLabel (" + name_ + ")"; }

bool NodesByProperty::push(Runtime& rt) {
  const Value value = (*value_)(rt);
  if (value.is_null()) return true;
  for (const std::uint32_t n : rt.graph.nodes_equal(key_, value)) {
    rt.tick();
    rt.frame[slot_].set_id(Kind::node, n);
    if (!next->push(rt)) return false;
  }
  return true;
}
std::string NodesByProperty::describe() const { return "NodesByProperty (" + name_ + ")"; }

bool LabelFilter::push(Runtime& rt) {
  const Value& node = rt.frame[slot_];
  if (!node.is(Kind::node)) return true;
  for (const std::uint32_t label : labels_)
    if (label == kNone || !rt.graph.has_label(node.id(), label)) return true;
  return next->push(rt);
}
std::string LabelFilter::describe() const { return "Filter (" + name_ + ")"; }

bool Filter::push(Runtime& rt) { return !(*condition_)(rt).is_true() || next->push(rt); }

bool Expand::take(Runtime& rt, const Step& step) {
  if (!hop_.others.empty() && is_taken(rt, hop_, step.relationship)) return true;
  rt.frame[hop_.relationship].set_id(Kind::relationship, step.relationship);
  return next->push(rt);
}

template <class Adjacent>
bool Expand::walk(Runtime& rt, const Adjacent& adjacency, std::uint32_t from, bool skip_loops) {
  return for_each_step(hop_, adjacency, from, [&](const Step& step) {
    rt.tick();
    if (skip_loops && step.node == from) return true;
    rt.frame[hop_.to].set_id(Kind::node, step.node);
    return take(rt, step);
  });
}

/// Both ends are bound: the shorter of the two lists is searched.
bool Expand::between(Runtime& rt, std::uint32_t from, std::uint32_t to) {
  const auto one_way = [&](std::uint32_t source, std::uint32_t target) {
    const bool forward = rt.graph.outgoing().of(source).size() <= rt.graph.incoming().of(target).size();
    const Adjacency& adjacency = forward ? rt.graph.outgoing() : rt.graph.incoming();
    const std::uint32_t wanted = forward ? target : source;
    return for_each_step(hop_, adjacency, forward ? source : target, [&](const Step& step) {
      rt.tick();
      return step.node != wanted || take(rt, step);
    });
  };
  if (hop_.direction != ast::Direction::in && !one_way(from, to)) return false;
  if (hop_.direction == ast::Direction::both && from == to) return true;  // a loop is one relationship
  return hop_.direction == ast::Direction::out || one_way(to, from);
}

bool Expand::push(Runtime& rt) {
  const Value& from = rt.frame[hop_.from];
  if (!from.is(Kind::node)) return true;
  const std::uint32_t node = from.id();
  if (hop_.to_bound) return !rt.frame[hop_.to].is(Kind::node) || between(rt, node, rt.frame[hop_.to].id());
  if (hop_.direction != ast::Direction::in && !walk(rt, rt.graph.outgoing(), node, false)) return false;
  return hop_.direction == ast::Direction::out ||
         walk(rt, rt.graph.incoming(), node, hop_.direction == ast::Direction::both);
}
std::string Expand::describe() const { return (hop_.to_bound ? "ExpandInto " : "Expand ") + hop_.text; }

bool VariableExpand::push(Runtime& rt) {
  const Value& from = rt.frame[hop_.from];
  if (!from.is(Kind::node)) return true;
  if (hop_.to_bound && !rt.frame[hop_.to].is(Kind::node)) return true;
  wanted_.clear();
  for (const auto& [key, value] : hop_.properties) wanted_.push_back((*value)(rt));
  std::vector<std::uint32_t> outer;  // the same operator may be at work further up, in a plan inside this one
  outer.swap(trail_);
  const bool go_on = descend(rt, from.id());
  trail_.swap(outer);
  return go_on;
}

bool VariableExpand::descend(Runtime& rt, std::uint32_t node) {
  const auto depth = static_cast<std::int64_t>(trail_.size());
  if (depth >= hop_.least && !arrive(rt, node)) return false;
  if (depth >= hop_.most) return true;
  if (hop_.direction != ast::Direction::in && !step_through(rt, rt.graph.outgoing(), node, false))
    return false;
  return hop_.direction == ast::Direction::out ||
         step_through(rt, rt.graph.incoming(), node, hop_.direction == ast::Direction::both);
}

bool VariableExpand::step_through(Runtime& rt, const Adjacency& adjacency, std::uint32_t node,
                                  bool skip_loops) {
  return for_each_step(hop_, adjacency, node, [&](const Step& step) {
    rt.tick();
    if (skip_loops && step.node == node) return true;
    if (std::find(trail_.begin(), trail_.end(), step.relationship) != trail_.end()) return true;
    if (is_taken(rt, hop_, step.relationship)) return true;
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (equals(rt.graph.relationship_property(step.relationship, hop_.properties[i].first), wanted_[i]) !=
          true)
        return true;
    trail_.push_back(step.relationship);
    const bool go_on = descend(rt, step.node);
    trail_.pop_back();
    return go_on;
  });
}

bool VariableExpand::arrive(Runtime& rt, std::uint32_t node) {
  if (hop_.to_bound) {
    if (rt.frame[hop_.to].id() != node) return true;
  } else {
    rt.frame[hop_.to] = Value::node(node);
  }
  if (hop_.keep_list) {
    List list;
    list.reserve(trail_.size());
    for (const std::uint32_t r : trail_) list.push_back(Value::relationship(r));
    if (hop_.reversed) std::reverse(list.begin(), list.end());
    rt.frame[hop_.relationship] = Value(std::move(list));
  }
  return next->push(rt);
}
std::string VariableExpand::describe() const { return "VariableExpand " + hop_.text; }

bool FollowBound::fits(Runtime& rt, std::uint32_t relationship) const {
  if (is_taken(rt, hop_, relationship)) return false;
  if (!hop_.any_type &&
      std::find(hop_.types.begin(), hop_.types.end(), rt.graph.type(relationship)) == hop_.types.end())
    return false;
  for (const auto& [key, value] : hop_.properties)
    if (equals(rt.graph.relationship_property(relationship, key), (*value)(rt)) != true) return false;
  return true;
}

bool FollowBound::try_from(Runtime& rt, std::uint32_t from, const List& relationships) {
  if (from_bound_ && (!rt.frame[hop_.from].is(Kind::node) || rt.frame[hop_.from].id() != from)) return true;
  std::uint32_t here = from;
  for (const Value& r : relationships) {
    const std::uint32_t source = rt.graph.source(r.id()), target = rt.graph.target(r.id());
    const bool forward = source == here && hop_.direction != ast::Direction::in;
    const bool backward = target == here && hop_.direction != ast::Direction::out;
    if (!forward && !backward) return true;
    here = forward ? target : source;
  }
  if (hop_.to_bound && (!rt.frame[hop_.to].is(Kind::node) || rt.frame[hop_.to].id() != here)) return true;
  if (hop_.to == hop_.from && here != from) return true;
  rt.frame[hop_.from] = Value::node(from);
  if (!hop_.to_bound) rt.frame[hop_.to] = Value::node(here);
  return next->push(rt);
}

bool FollowBound::push(Runtime& rt) {
  const Value bound = rt.frame[hop_.relationship];
  if (!bound.is(list_ ? Kind::list : Kind::relationship)) return true;
  const List relationships = list_ ? bound.list() : List{bound};
  for (const Value& r : relationships)
    if (!r.is(Kind::relationship) || !fits(rt, r.id())) return true;
  const auto length = static_cast<std::int64_t>(relationships.size());
  if (length < hop_.least || length > hop_.most) return true;
  if (relationships.empty()) {
    return !from_bound_ || !rt.frame[hop_.from].is(Kind::node) ||
           try_from(rt, rt.frame[hop_.from].id(), relationships);
  }
  const std::uint32_t first = relationships.front().id();
  const Value from = rt.frame[hop_.from], to = rt.frame[hop_.to];
  const auto restore = [&] {
    if (from_bound_) rt.frame[hop_.from] = from;
    if (hop_.to_bound) rt.frame[hop_.to] = to;
  };
  if (hop_.direction != ast::Direction::in && !try_from(rt, rt.graph.source(first), relationships))
    return false;
  restore();
  if (hop_.direction == ast::Direction::both && rt.graph.source(first) == rt.graph.target(first)) return true;
  return hop_.direction == ast::Direction::out || try_from(rt, rt.graph.target(first), relationships);
}

bool BuildPath::push(Runtime& rt) {
  const Value& first = rt.frame[first_];
  if (first.is(Kind::node)) {
    Path path;
    path.nodes.push_back(first.id());
    for (const std::uint32_t slot : relationships_)
      if (!extend(rt.graph, rt.frame[slot], path)) return true;
    rt.frame[slot_] = Value(std::move(path));
  }
  return next->push(rt);
}

class Optional::Found final : public Operator {
 public:
  explicit Found(Optional& owner) : owner_(&owner) {}
  bool push(Runtime& rt) override {
    owner_->found_ = true;
    return owner_->next->push(rt);
  }
  std::string describe() const override { return "Found"; }

 private:
  Optional* owner_;
};

Optional::Optional(Pipeline inner, std::vector<std::uint32_t> slots)
    : inner_(std::move(inner)), slots_(std::move(slots)) {
  inner_.emplace<Found>(*this);
}

bool Optional::push(Runtime& rt) {
  found_ = false;
  const bool go_on = inner_.push(rt);
  if (found_) return go_on;
  for (const std::uint32_t slot : slots_) rt.frame[slot] = Value();
  return next->push(rt);
}

}  // namespace maillon::cypher
