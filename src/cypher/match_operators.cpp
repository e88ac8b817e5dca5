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

namespace {

/// One row for `count` of them.
bool push_times(Runtime& rt, Operator& next, std::int64_t count) {
  if (count <= 0) return true;
  rt.tick();
  rt.multiplicity = count;
  const bool go_on = next.push(rt);
  rt.multiplicity = 1;
  return go_on;
}

}  // namespace

bool AllNodes::count_instead(const std::unordered_set<std::uint32_t>& read) {
  return counts_ = !read.contains(slot_);
}

bool AllNodes::push(Runtime& rt) {
  if (counts_) return push_times(rt, *next, rt.graph.node_count());
  for (std::uint32_t n = 0; n < rt.graph.node_count(); ++n) {
    rt.tick();
    rt.frame[slot_].set_id(Kind::node, n);
    if (!next->push(rt)) return false;
  }
  return true;
}
std::string AllNodes::describe() const { return (counts_ ? "CountAllNodes (" : "AllNodes (") + name_ + ")"; }

bool NodesByLabel::count_instead(const std::unordered_set<std::uint32_t>& read) {
  return counts_ = !read.contains(slot_);
}

bool NodesByLabel::push(Runtime& rt) {
  if (label_ == kNone) return true;
  if (counts_)
    return push_times(rt, *next, static_cast<std::int64_t>(rt.graph.nodes_with_label(label_).size()));
  for (const std::uint32_t n : rt.graph.nodes_with_label(label_)) {
    rt.tick();
    rt.frame[slot_].set_id(Kind::node, n);
    if (!next->push(rt)) return false;
  }
  return true;
}
std::string NodesByLabel::describe() const {
  return (counts_ ? "CountNodesByLabel (" : "NodesByLabel (") + name_ + ")";
}

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

bool Expand::count_instead(const std::unordered_set<std::uint32_t>& read) {
  return counts_ = !hop_.to_bound && hop_.direction != ast::Direction::both && !read.contains(hop_.to) &&
                   !read.contains(hop_.relationship);
}

/// The degree of the node, less the steps that are taken.
bool Expand::push_count(Runtime& rt, std::uint32_t node) {
  const bool out = hop_.direction == ast::Direction::out;
  const Adjacency& adjacency = out ? rt.graph.outgoing() : rt.graph.incoming();
  std::size_t count = 0;
  if (hop_.any_type) count = adjacency.of(node).size();
  for (const std::uint32_t type : hop_.types) count += hop_.any_type ? 0 : adjacency.of(node, type).size();
  const auto fits = [&](std::uint32_t r) {
    return (out ? rt.graph.source(r) : rt.graph.target(r)) == node &&
           (hop_.any_type ||
            std::find(hop_.types.begin(), hop_.types.end(), rt.graph.type(r)) != hop_.types.end());
  };
  for (const std::uint32_t slot : hop_.others) {  // they differ from one another
    const Value& taken = rt.frame[slot];
    if (taken.is(Kind::relationship)) count -= fits(taken.id());
    if (taken.is(Kind::list))
      for (const Value& r : taken.list()) count -= fits(r.id());
  }
  return push_times(rt, *next, static_cast<std::int64_t>(count));
}

bool Expand::push(Runtime& rt) {
  const Value& from = rt.frame[hop_.from];
  if (!from.is(Kind::node)) return true;
  const std::uint32_t node = from.id();
  if (counts_) return push_count(rt, node);
  if (hop_.to_bound) return !rt.frame[hop_.to].is(Kind::node) || between(rt, node, rt.frame[hop_.to].id());
  if (hop_.direction != ast::Direction::in && !walk(rt, rt.graph.outgoing(), node, false)) return false;
  return hop_.direction == ast::Direction::out ||
         walk(rt, rt.graph.incoming(), node, hop_.direction == ast::Direction::both);
}
std::string Expand::describe() const {
  return (counts_ ? "CountExpand " : hop_.to_bound ? "ExpandInto " : "Expand ") + hop_.text;
}

StepCursor::StepCursor(const PropertyGraph& graph, const Hop& hop, std::uint32_t node)
    : graph_(&graph), hop_(&hop), node_(node), incoming_(hop.direction == ast::Direction::in) {}

bool StepCursor::open_next_run() {
  const std::size_t runs = hop_->any_type ? 1 : hop_->types.size();
  if (run_ >= runs) {
    if (incoming_ || hop_->direction == ast::Direction::out) return false;
    incoming_ = true;
    run_ = 0;
    if (runs == 0) return false;
  }
  const Adjacency& adjacency = incoming_ ? graph_->incoming() : graph_->outgoing();
  steps_ = hop_->any_type ? adjacency.of(node_) : adjacency.of(node_, hop_->types[run_]);
  ++run_;
  return true;
}

const Step* StepCursor::next() {
  const bool both = hop_->direction == ast::Direction::both;
  while (true) {
    if (steps_.empty()) {
      if (!open_next_run()) return nullptr;
      continue;
    }
    const Step* step = &steps_.front();
    steps_ = steps_.subspan(1);
    if (!(both && incoming_ && step->node == node_)) return step;  // a loop is one relationship
  }
}

bool VariableExpand::may_take(Runtime& rt, std::uint32_t relationship) const {
  if (on_trail_[relationship] || is_taken(rt, hop_, relationship)) return false;
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    const std::uint32_t key = hop_.properties[i].first;
    if (key == kNone || equals(rt.graph.relationship_property(relationship, key), wanted_[i]) != true)
      return false;
  }
  return true;
}

void VariableExpand::step_back() {
  cursors_.pop_back();
  if (trail_.empty()) return;
  on_trail_[trail_.back()] = false;
  trail_.pop_back();
}

bool VariableExpand::push(Runtime& rt) {
  const Value& from = rt.frame[hop_.from];
  if (!from.is(Kind::node)) return true;
  if (hop_.to_bound && !rt.frame[hop_.to].is(Kind::node)) return true;
  on_trail_.resize(rt.graph.relationship_count());
  while (!cursors_.empty()) step_back();  // what a failure left behind
  wanted_.clear();
  for (const auto& [key, value] : hop_.properties) wanted_.push_back((*value)(rt));
  const std::uint32_t start = from.id();
  if (hop_.least <= 0 && !arrive(rt, start)) return false;
  if (hop_.most > 0) cursors_.emplace_back(rt.graph, hop_, start);
  while (!cursors_.empty()) {
    rt.tick();
    const Step* step = cursors_.back().next();
    if (step == nullptr) {
      step_back();
      continue;
    }
    if (!may_take(rt, step->relationship)) continue;
    trail_.push_back(step->relationship);
    on_trail_[step->relationship] = true;
    cursors_.emplace_back(rt.graph, hop_, step->node);
    const auto depth = static_cast<std::int64_t>(trail_.size());
    if (depth >= hop_.least && !arrive(rt, step->node)) {
      while (!cursors_.empty()) step_back();
      return false;
    }
    if (depth >= hop_.most) step_back();
  }
  return true;
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
    if (key == kNone || equals(rt.graph.relationship_property(relationship, key), (*value)(rt)) != true)
      return false;
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
