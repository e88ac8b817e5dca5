#include "query/rankings.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <map>
#include <tuple>
#include <vector>

#include "query/statement_text.hpp"
#include "query/undirected.hpp"

namespace maillon {

namespace {

constexpr std::array<std::string_view, 3> kRanks = {"degree", "pagerank", "betweenness"};
constexpr int kPageRankRounds = 50;
constexpr std::size_t kExamples = 5;

Cell integer(std::size_t n) { return static_cast<std::int64_t>(n); }

std::vector<double> degrees(const KnowledgeGraph& graph) {
  std::vector<double> out(graph.nodes().size());
  for (const Edge& e : graph.edges()) {
    out[e.source] += 1;
    out[e.target] += 1;
  }
  return out;
}

std::vector<double> page_ranks(const KnowledgeGraph& graph) {
  const auto& g = graph.structure();
  std::vector<double> out(graph.nodes().size());
  if (out.empty()) return out;
  boost::graph::page_rank(g, boost::make_iterator_property_map(out.begin(), get(boost::vertex_index, g)),
                          boost::graph::n_iterations(kPageRankRounds));
  return out;
}

std::vector<double> betweenness(const KnowledgeGraph& graph) {
  const UndirectedView view(graph);
  const auto& g = view.structure();
  std::vector<double> out(graph.nodes().size());
  boost::brandes_betweenness_centrality(
      g, boost::make_iterator_property_map(out.begin(), get(boost::vertex_index, g)));
  for (double& score : out) score /= 2;
  return out;
}

/// The component's smallest node, for each node. With every edge there both ways, connected is strongly
/// connected.
std::vector<std::uint32_t> component_of(const KnowledgeGraph& graph) {
  const UndirectedView view(graph);
  const auto& g = view.structure();
  std::vector<std::uint32_t> out(graph.nodes().size());
  const auto index = get(boost::vertex_index, g);
  boost::strong_components(g, boost::make_iterator_property_map(out.begin(), index),
                           boost::vertex_index_map(index));
  std::vector<std::uint32_t> smallest(out.size(), kNone);
  for (std::uint32_t v = 0; v < out.size(); ++v) {
    if (smallest[out[v]] == kNone) smallest[out[v]] = v;
    out[v] = smallest[out[v]];
  }
  return out;
}

}  // namespace

std::optional<Rank> rank_from(std::string_view name) {
  const auto at = std::find(kRanks.begin(), kRanks.end(), name);
  return at == kRanks.end() ? std::nullopt : std::optional(static_cast<Rank>(at - kRanks.begin()));
}

Table top(const KnowledgeGraph& graph, Rank rank, std::size_t limit, std::optional<EntityType> type) {
  const std::vector<double> scores = rank == Rank::degree     ? degrees(graph)
                                     : rank == Rank::pagerank ? page_ranks(graph)
                                                              : betweenness(graph);
  std::vector<std::uint32_t> order;
  for (std::uint32_t v = 0; v < scores.size(); ++v)
    if (!type || graph.nodes()[v].type == *type) order.push_back(v);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
  });
  order.resize(std::min(order.size(), limit));
  Table out{{"rank", "entity", "type", std::string(kRanks[static_cast<std::size_t>(rank)]), "documents"}, {}};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Node& n = graph.nodes()[order[i]];
    const double score = scores[order[i]];
    out.rows.push_back({integer(i + 1), std::string(n.label), std::string(to_string(n.type)),
                        rank == Rank::degree ? Cell(static_cast<std::int64_t>(score)) : Cell(score),
                        integer(n.documents.size())});
  }
  return out;
}

Table components(const KnowledgeGraph& graph, std::size_t limit) {
  return group_table(graph, "component", component_of(graph), limit);
}

Table group_table(const KnowledgeGraph& graph, std::string title, const std::vector<std::uint32_t>& group,
                  std::size_t limit) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  std::map<std::uint32_t, std::size_t> edges;
  for (std::uint32_t v = 0; v < group.size(); ++v) members[group[v]].push_back(v);
  for (const Edge& e : graph.edges())
    if (group[e.source] == group[e.target]) ++edges[group[e.source]];
  std::vector<std::uint32_t> order;
  for (const auto& [number, nodes] : members) order.push_back(number);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto &x = members[a], &y = members[b];
    return x.size() != y.size() ? x.size() > y.size() : x.front() < y.front();
  });
  order.resize(std::min(order.size(), limit));
  const std::vector<double> degree = degrees(graph);
  Table out{{std::move(title), "nodes", "edges", "examples"}, {}};
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::vector<std::uint32_t>& nodes = members[order[i]];
    const std::size_t size = nodes.size();
    std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
      return degree[a] != degree[b] ? degree[a] > degree[b] : a < b;
    });
    nodes.resize(std::min(size, kExamples));
    out.rows.push_back({integer(i + 1), integer(size), integer(edges[order[i]]), labels(graph, nodes)});
  }
  return out;
}

Table stats(const KnowledgeGraph& graph) {
  Table out{{"metric", "value"}, {}};
  const auto add = [&](std::string name, std::size_t value) {
    out.rows.push_back({std::move(name), integer(value)});
  };
  std::size_t sentences = 0, words = 0, contradictions = 0;
  for (const SourceDocument& d : graph.documents()) {
    sentences += d.sentences;
    words += d.words;
  }
  std::map<EntityType, std::size_t> entities;
  std::size_t events = 0;
  for (const Node& n : graph.nodes()) ++(n.is_event ? events : entities[n.type]);
  std::map<EdgeKind, std::size_t> edges;
  for (const Edge& e : graph.edges()) {
    ++edges[e.kind];
    contradictions += e.contradicts.size();
  }
  std::vector<std::uint32_t> parts = component_of(graph);
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());

  add("articles", graph.documents().size());
  add("sentences", sentences);
  add("words", words);
  add("statements", graph.supports().size());
  add("nodes", graph.nodes().size());
  for (const auto& [type, number] : entities) add("nodes " + std::string(to_string(type)), number);
  add("nodes reported event", events);
  add("edges", graph.edges().size());
  for (const auto& [kind, number] : edges) add("edges " + std::string(to_string(kind)), number);
  add("contradictions", contradictions / 2);
  add("components", parts.size());
  return out;
}

}  // namespace maillon
