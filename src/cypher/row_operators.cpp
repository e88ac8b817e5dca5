#include "cypher/row_operators.hpp"

#include <algorithm>
#include <limits>

#include "cypher/failure.hpp"

namespace maillon::cypher {

bool Project::push(Runtime& rt) {
  for (const Assignment& item : items_) rt.frame[item.slot] = (*item.value)(rt);
  return next->push(rt);
}

bool Unwind::push(Runtime& rt) {
  const Value list = (*list_)(rt);
  if (list.is_null()) return true;
  if (!list.is(Kind::list)) {
    rt.frame[slot_] = list;
    return next->push(rt);
  }
  for (const Value& item : list.list()) {
    rt.tick();
    rt.frame[slot_] = item;
    if (!next->push(rt)) return false;
  }
  return true;
}

void GroupBy::start(Runtime&) {
  by_list_.clear();
  by_value_.clear();
  by_node_.clear();
  recent_ = {};
  group_keys_.clear();
  groups_.clear();
  counts_.clear();
  only_counts_ = std::all_of(aggregates_.begin(), aggregates_.end(),
                             [](const Aggregate& a) { return a.kind == AggregateKind::count_rows; });
}

GroupBy::Group GroupBy::new_group() const {
  Group out;
  for (const Aggregate& a : aggregates_) out.push_back(make_accumulator(a.kind, a.distinct));
  return out;
}

std::size_t GroupBy::add_group() {
  counts_.push_back(0);
  if (!only_counts_) groups_.push_back(new_group());
  return counts_.size() - 1;
}

std::uint32_t& GroupBy::group_at(Runtime& rt, const Value& node) {
  if (by_node_.empty()) by_node_.assign(rt.graph.node_count(), kNone);
  return by_node_[node.id()];
}

std::size_t GroupBy::group_of_value(Value key) {
  const std::size_t id = key.identity();
  Recent& recent = recent_[(id ^ (id >> 6)) % recent_.size()];
  if (key.is_null() || !recent.key.is_same(key)) {
    recent.group = find_group_of_value(key);
    recent.key = std::move(key);
  }
  return recent.group;
}

std::size_t GroupBy::find_group_of_value(const Value& key) {
  const auto [it, is_new] = by_value_.try_emplace(key, counts_.size());
  if (is_new) {
    add_group();
    group_keys_.push_back(it->first);
  }
  return it->second;
}

std::size_t GroupBy::find_group(Runtime& rt) {
  if (keys_.empty()) return counts_.empty() ? add_group() : 0;
  if (owner_ != kNone && rt.frame[owner_].is(Kind::node)) {
    std::uint32_t& group = group_at(rt, rt.frame[owner_]);
    if (group == kNone) group = static_cast<std::uint32_t>(group_of_value((*keys_.front().value)(rt)));
    return group;
  }
  if (keys_.size() == 1) {
    Value key = (*keys_.front().value)(rt);
    if (!key.is(Kind::node)) return group_of_value(std::move(key));
    std::uint32_t& group = group_at(rt, key);
    if (group == kNone) {
      group = static_cast<std::uint32_t>(add_group());
      group_keys_.push_back(key);
    }
    return group;
  }
  List key;
  key.reserve(keys_.size());
  for (const Assignment& k : keys_) key.push_back((*k.value)(rt));
  const auto [it, is_new] = by_list_.try_emplace(std::move(key), counts_.size());
  if (is_new) {
    add_group();
    group_keys_.insert(group_keys_.end(), it->first.begin(), it->first.end());
  }
  return it->second;
}

bool GroupBy::push(Runtime& rt) {
  const std::size_t group = find_group(rt);
  counts_[group] += rt.multiplicity;
  if (only_counts_) return true;
  for (std::size_t i = 0; i < aggregates_.size(); ++i) {
    const Aggregate& a = aggregates_[i];
    groups_[group][i]->add(a.argument ? (*a.argument)(rt) : Value(), a.extra ? (*a.extra)(rt) : Value());
  }
  return true;
}

bool GroupBy::finish(Runtime& rt) {
  if (keys_.empty() && counts_.empty()) add_group();
  for (std::size_t g = 0; g < counts_.size(); ++g) {
    for (std::size_t k = 0; k < keys_.size(); ++k)
      rt.frame[keys_[k].slot] = group_keys_[g * keys_.size() + k];
    for (std::size_t i = 0; i < aggregates_.size(); ++i)
      rt.frame[aggregates_[i].slot] = only_counts_ ? Value(counts_[g]) : groups_[g][i]->result();
    if (!next->push(rt)) break;
  }
  return true;
}

bool DistinctRows::push(Runtime& rt) {
  if (slots_.size() == 1) return !seen_values_.insert(rt.frame[slots_.front()]) || next->push(rt);
  List row;
  row.reserve(slots_.size());
  for (const std::uint32_t slot : slots_) row.push_back(rt.frame[slot]);
  return !seen_.insert(std::move(row)).second || next->push(rt);
}

Sort::Sort(std::vector<SortKey> keys, std::vector<std::uint32_t> kept, EvaluatorPtr most, std::string text)
    : keys_(std::move(keys)), kept_(std::move(kept)), most_(std::move(most)), text_(std::move(text)) {}

void Sort::start(Runtime& rt) {
  rows_.clear();
  seen_ = 0;
  limit_ = most_ ? static_cast<std::size_t>(row_count(rt, *most_, "LIMIT"))
                 : std::numeric_limits<std::size_t>::max();
}

bool Sort::before(const Row& a, const Row& b) const {
  for (std::size_t i = 0; i < keys_.size(); ++i)
    if (const int c = order(a.keys[i], b.keys[i])) return (c < 0) != keys_[i].descending;
  return a.number < b.number;
}

bool Sort::push(Runtime& rt) {
  const auto less_than = [this](const Row& a, const Row& b) { return before(a, b); };
  if (limit_ == 0) return false;
  Row row;
  row.number = seen_++;
  row.keys.reserve(keys_.size());
  for (const SortKey& key : keys_) row.keys.push_back((*key.value)(rt));
  const bool full = rows_.size() >= limit_;
  if (full && !before(row, rows_.front())) return true;
  row.values.reserve(kept_.size());
  for (const std::uint32_t slot : kept_) row.values.push_back(rt.frame[slot]);
  if (full) {
    std::pop_heap(rows_.begin(), rows_.end(), less_than);
    rows_.back() = std::move(row);
  } else {
    rows_.push_back(std::move(row));
  }
  if (most_) std::push_heap(rows_.begin(), rows_.end(), less_than);
  return true;
}

bool Sort::finish(Runtime& rt) {
  std::sort(rows_.begin(), rows_.end(), [this](const Row& a, const Row& b) { return before(a, b); });
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < kept_.size(); ++i) rt.frame[kept_[i]] = row.values[i];
    if (!next->push(rt)) break;
  }
  return true;
}

std::int64_t row_count(Runtime& rt, const Evaluator& count, std::string_view clause) {
  const Value v = count(rt);
  if (!v.is(Kind::integer))
    fail_syntax("InvalidArgumentType",
                std::string(clause) + " takes an integer, not " + std::string(to_string(v.kind())));
  if (v.integer() < 0)
    fail_syntax("NegativeIntegerArgument", std::string(clause) + " takes no negative number");
  return v.integer();
}

void Window::start(Runtime& rt) {
  to_skip_ = skip_ ? row_count(rt, *skip_, "SKIP") : 0;
  left_ = limit_ ? row_count(rt, *limit_, "LIMIT") : std::numeric_limits<std::int64_t>::max();
}

bool Window::push(Runtime& rt) {
  if (to_skip_ > 0) {
    --to_skip_;
    return left_ > 0;
  }
  if (left_ == 0) return false;
  --left_;
  return next->push(rt) && left_ > 0;
}

}  // namespace maillon::cypher
