#include <algorithm>
#include <unordered_map>

#include "cypher/compare.hpp"
#include "cypher/match_operators.hpp"

namespace maillon::cypher {

namespace {

/// Breadth first from one end, a level at a time, remembering over which steps each node was first reached.
class Frontier {
 public:
  Frontier(const PropertyGraph& graph, const Hop& hop, std::vector<Value> wanted, std::uint32_t root,
           bool forward)
      : graph_(&graph), hop_(&hop), wanted_(std::move(wanted)), forward_(forward), level_{root} {
    reached_[root];
  }

  struct Reached {
    std::int64_t depth = 0;
    std::vector<Step> from;  ///< relationship and the node one nearer to the root
  };

  std::size_t width() const { return level_.size(); }
  std::int64_t depth() const { return depth_; }
  const std::vector<std::uint32_t>& level() const { return level_; }
  const Reached* find(std::uint32_t node) const {
    const auto it = reached_.find(node);
    return it == reached_.end() ? nullptr : &it->second;
  }

  void advance(Runtime& rt) {
    ++depth_;
    std::vector<std::uint32_t> next;
    for (const std::uint32_t node : level_) {
      const auto visit = [&](const Step& step) {
        rt.tick();
        if (!allowed(step.relationship)) return true;
        const auto [it, is_new] = reached_.try_emplace(step.node);
        if (is_new) {
          it->second.depth = depth_;
          next.push_back(step.node);
        }
        if (it->second.depth == depth_) it->second.from.push_back({step.relationship, node});
        return true;
      };
      const bool along =
          forward_ ? hop_->direction != ast::Direction::in : hop_->direction != ast::Direction::out;
      const bool against =
          forward_ ? hop_->direction != ast::Direction::out : hop_->direction != ast::Direction::in;
      if (along) for_each_step(*hop_, graph_->outgoing(), node, visit);
      if (against) for_each_step(*hop_, graph_->incoming(), node, visit);
    }
    level_.swap(next);
  }

 private:
  bool allowed(std::uint32_t relationship) const {
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (hop_->properties[i].first == kNone ||
          equals(graph_->relationship_property(relationship, hop_->properties[i].first), wanted_[i]) != true)
        return false;
    return true;
  }

  const PropertyGraph* graph_;
  const Hop* hop_;
  std::vector<Value> wanted_;
  bool forward_;
  std::int64_t depth_ = 0;
  std::vector<std::uint32_t> level_;
  std::unordered_map<std::uint32_t, Reached> reached_;
};

/// Calls visit(relationships from the root to node) for every way back; false to stop.
template <class Visit>
bool ways(const Frontier& frontier, std::uint32_t node, std::vector<std::uint32_t>& way, const Visit& visit) {
  const Frontier::Reached& here = *frontier.find(node);
  if (here.depth == 0) return visit();
  for (const Step& step : here.from) {
    way.push_back(step.relationship);
    const bool go_on = ways(frontier, step.node, way, visit);
    way.pop_back();
    if (!go_on) return false;
  }
  return true;
}

}  // namespace

bool ShortestPaths::push(Runtime& rt) {
  if (!rt.frame[hop_.from].is(Kind::node) || !rt.frame[hop_.to].is(Kind::node)) return true;
  const std::uint32_t source = rt.frame[hop_.from].id(), target = rt.frame[hop_.to].id();
  const auto emit = [&](const std::vector<std::uint32_t>& relationships) {
    List list;
    for (const std::uint32_t r : relationships) list.push_back(Value::relationship(r));
    rt.frame[hop_.relationship] = Value(std::move(list));
    return next->push(rt);
  };
  if (source == target) return hop_.least > 0 || emit({});
  std::vector<Value> wanted;
  for (const auto& [key, value] : hop_.properties) wanted.push_back((*value)(rt));
  Frontier front(rt.graph, hop_, wanted, source, true), back(rt.graph, hop_, wanted, target, false);
  std::vector<std::uint32_t> meetings;
  while (meetings.empty() && front.depth() + back.depth() < hop_.most) {
    Frontier& smaller = front.width() <= back.width() ? front : back;
    const Frontier& other = &smaller == &front ? back : front;
    if (smaller.width() == 0) return true;
    smaller.advance(rt);
    for (const std::uint32_t node : smaller.level())
      if (const auto* reached = other.find(node); reached != nullptr && reached->depth == other.depth())
        meetings.push_back(node);
  }
  std::sort(meetings.begin(), meetings.end());
  std::vector<std::uint32_t> head, tail;
  bool go_on = true;
  for (const std::uint32_t node : meetings) {
    const bool more = ways(front, node, head, [&] {
      return ways(back, node, tail, [&] {
        std::vector<std::uint32_t> whole(head.rbegin(), head.rend());
        whole.insert(whole.end(), tail.begin(), tail.end());
        go_on = emit(whole);
        return go_on && all_;
      });
    });
    if (!more) break;
  }
  return go_on;
}

std::string ShortestPaths::describe() const {
  return (all_ ? "AllShortestPaths " : "ShortestPath ") + hop_.text;
}

}  // namespace maillon::cypher
