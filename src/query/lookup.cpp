#include "query/lookup.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/name_keys.hpp"

namespace maillon {

namespace {

void sort(std::vector<NodeName>& names) {
  std::sort(names.begin(), names.end(), [](const NodeName& a, const NodeName& b) {
    return std::tie(a.key, a.node, a.alias) < std::tie(b.key, b.node, b.alias);
  });
}

std::vector<NodeName> names_of(const KnowledgeGraph& graph) {
  std::vector<NodeName> out;
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const Node& node = graph.nodes()[n];
    const auto add = [&](std::string_view name, bool alias) {
      out.push_back({NameKeys::plain(name), n, alias, node.is_event, node.named,
                     static_cast<std::uint32_t>(node.documents.size()), std::string(node.label)});
    };
    add(node.label, false);
    for (const std::string_view alias : node.aliases) add(alias, true);
  }
  return out;
}

}  // namespace

NameIndex::NameIndex(std::vector<NodeName> names) : names_(std::move(names)), ready_(true) { sort(names_); }

const std::vector<NodeName>& NameIndex::names() const {
  if (!ready_) {
    names_ = names_of(*graph_);
    sort(names_);
    ready_ = true;
  }
  return names_;
}

std::vector<std::uint32_t> NameIndex::find(std::string_view name) const {
  if (graph_ != nullptr)
    if (const std::uint32_t node = graph_->find(name); node != kNone) return {node};
  const std::string key = NameKeys::plain(name);
  using Rank = std::tuple<bool, bool, std::int64_t, std::uint32_t>;
  std::vector<Rank> found;
  for (auto at = std::lower_bound(names().begin(), names().end(), key,
                                  [](const NodeName&n, const std::string&k) { return n.key < k; });
       at != names().end() && at->key == key; ++at)
    found.emplace_back(at->alias, at->is_event, -std::int64_t{at->documents}, at->node);
  std::sort(found.begin(), found.end());
  std::vector<std::uint32_t> out;
  for (const Rank& rank : found)
    if (std::find(out.begin(), out.end(), std::get<3>(rank)) == out.end()) out.push_back(std::get<3>(rank));
  return out;
}

std::vector<std::string> NameIndex::suggest(std::string_view name, std::size_t limit) const {
  const std::string key = NameKeys::plain(name);
  const auto allowed = static_cast<std::uint32_t>(std::clamp<std::size_t>(key.size() / 4, 1, 3));
  using Rank = std::tuple<std::uint32_t, std::int64_t, std::string_view>;  // distance, documents, label
  std::vector<Rank> ranks;
  for (const NodeName& e : names()) {
    std::uint32_t distance = edit_distance(key, e.key, allowed);
    if (distance > allowed) {
      const std::size_t at = key.empty() ? std::string::npos : e.key.find(key);
      if (at == std::string::npos || (at > 0 && e.key[at - 1] != ' ')) continue;
      distance = at == 0 ? 0 : allowed;
    }
    ranks.emplace_back(distance, -std::int64_t{e.documents}, e.label);
  }
  std::sort(ranks.begin(), ranks.end());
  std::vector<std::string> out;
  for (const Rank& rank : ranks) {
    if (out.size() == limit) break;
    const std::string label(std::get<2>(rank));
    if (std::find(out.begin(), out.end(), label) == out.end()) out.push_back(label);
  }
  return out;
}

std::uint32_t NameIndex::only_with_words(std::string_view name) const {
  const std::string words = NameKeys::plain(name);
  if (words.empty()) return kNone;
  std::uint32_t only = kNone;
  for (const NodeName& e : names()) {
    if (e.is_event || !e.named || (' ' + e.key + ' ').find(' ' + words + ' ') == std::string::npos) continue;
    if (only != kNone && only != e.node) return kNone;
    only = e.node;
  }
  return only;
}

Result<std::uint32_t> NameIndex::require(std::string_view name) const {
  const std::vector<std::uint32_t> found = find(name);
  if (!found.empty()) return found.front();
  if (const std::uint32_t only = only_with_words(name); only != kNone) return only;
  std::string hint;
  for (const std::string& s : suggest(name)) hint += (hint.empty() ? "did you mean: " : ", ") + s;
  return error_in({}, "nothing is named \"" + std::string(name) + '"', std::move(hint));
}

}  // namespace maillon
