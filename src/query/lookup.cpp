#include "query/lookup.hpp"

#include <algorithm>
#include <tuple>

#include "graph/name_keys.hpp"

namespace maillon {

NameIndex::NameIndex(const KnowledgeGraph& graph) : graph_(&graph) {
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const Node& node = graph.nodes()[n];
    entries_.push_back({NameKeys::plain(node.label), n, false});
    for (const std::string_view alias : node.aliases) entries_.push_back({NameKeys::plain(alias), n, true});
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.key, a.node, a.alias) < std::tie(b.key, b.node, b.alias);
  });
}

std::vector<std::uint32_t> NameIndex::find(std::string_view name) const {
  if (const std::uint32_t node = graph_->find(name); node != kNone) return {node};
  const std::string key = NameKeys::plain(name);
  using Rank = std::tuple<bool, bool, std::int64_t, std::uint32_t>;
  std::vector<Rank> found;
  for (auto at = std::lower_bound(entries_.begin(), entries_.end(), key,
                                  [](const Entry&e, const std::string&k) { return e.key < k; });
       at != entries_.end() && at->key == key; ++at) {
    const Node& node = graph_->nodes()[at->node];
    found.emplace_back(at->alias, node.is_event, -static_cast<std::int64_t>(node.documents.size()), at->node);
  }
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
  for (const Entry& e : entries_) {
    const Node& node = graph_->nodes()[e.node];
    std::uint32_t distance = edit_distance(key, e.key, allowed);
    if (distance > allowed) {
      const std::size_t at = key.empty() ? std::string::npos : e.key.find(key);
      if (at == std::string::npos || (at > 0 && e.key[at - 1] != ' ')) continue;
      distance = at == 0 ? 0 : allowed;
    }
    ranks.emplace_back(distance, -static_cast<std::int64_t>(node.documents.size()), node.label);
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
  for (const Entry& e : entries_) {
    const Node& node = graph_->nodes()[e.node];
    if (node.is_event || !node.named || (' ' + e.key + ' ').find(' ' + words + ' ') == std::string::npos)
      continue;
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
