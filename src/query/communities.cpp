#include "query/communities.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "query/rankings.hpp"

namespace maillon {

namespace {

/// Sweeps over one level; it converges far earlier.
constexpr int kMostSweeps = 50;
/// What a move must gain, so that rounding moves nothing.
constexpr double kLeastGain = 1e-9;

/// Undirected, with weights: node v has the targets [begin[v], begin[v + 1]).
struct Network {
  std::vector<std::uint32_t> begin, target;
  std::vector<double> weight;
  std::vector<double> loops;   ///< weight of the edges of a node to itself
  std::vector<double> degree;  ///< weight at each node, loops twice
  double total = 0;            ///< of all degrees

  std::uint32_t size() const { return static_cast<std::uint32_t>(loops.size()); }
};

struct Link {
  std::uint32_t from, to;
  double weight;
};

/// Links stand both ways; those of equal ends become one.
Network network_of(std::vector<Link> links, std::vector<double> loops) {
  std::sort(links.begin(), links.end(),
            [](const Link& a, const Link& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
  Network out;
  out.loops = std::move(loops);
  out.degree.resize(out.loops.size());
  out.begin.assign(out.loops.size() + 1, 0);
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (i > 0 && links[i].from == links[i - 1].from && links[i].to == links[i - 1].to) {
      out.weight.back() += links[i].weight;
    } else {
      out.target.push_back(links[i].to);
      out.weight.push_back(links[i].weight);
      ++out.begin[links[i].from + 1];
    }
    out.degree[links[i].from] += links[i].weight;
  }
  std::partial_sum(out.begin.begin(), out.begin.end(), out.begin.begin());
  for (std::uint32_t v = 0; v < out.size(); ++v) {
    out.degree[v] += 2 * out.loops[v];
    out.total += out.degree[v];
  }
  return out;
}

Network network_of(const KnowledgeGraph& graph) {
  std::vector<Link> links;
  links.reserve(2 * graph.edges().size());
  std::vector<double> loops(graph.nodes().size());
  for (const Edge& e : graph.edges()) {
    const double weight = e.weight();
    if (e.source == e.target) {
      loops[e.source] += weight;
      continue;
    }
    links.push_back({e.source, e.target, weight});
    links.push_back({e.target, e.source, weight});
  }
  return network_of(std::move(links), std::move(loops));
}

/// Numbers communities by their first nodes; how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& community) {
  std::vector<std::uint32_t> number(community.size(), kNone);
  std::uint32_t next = 0;
  for (std::uint32_t& c : community) {
    if (number[c] == kNone) number[c] = next++;
    c = number[c];
  }
  return next;
}

/// Moves single nodes to the neighbouring community that gains most, until none gains.
std::vector<std::uint32_t> move_nodes(const Network& net) {
  std::vector<std::uint32_t> community(net.size());
  std::iota(community.begin(), community.end(), 0u);
  std::vector<double> degree = net.degree;      // of each community
  std::vector<double> shared(net.size(), 0.0);  // weight between the node and each community
  std::vector<std::uint32_t> near;
  bool moved = net.total > 0;
  for (int sweep = 0; moved && sweep < kMostSweeps; ++sweep) {
    moved = false;
    for (std::uint32_t v = 0; v < net.size(); ++v) {
      const std::uint32_t own = community[v];
      near.assign(1, own);
      for (std::uint32_t i = net.begin[v]; i < net.begin[v + 1]; ++i) {
        const std::uint32_t c = community[net.target[i]];
        if (shared[c] == 0.0 && c != own) near.push_back(c);
        shared[c] += net.weight[i];
      }
      degree[own] -= net.degree[v];
      const auto gain = [&](std::uint32_t c) { return shared[c] - degree[c] * net.degree[v] / net.total; };
      std::uint32_t best = own;
      for (const std::uint32_t c : near) {
        const double more = gain(c) - gain(best);
        if (more > kLeastGain || (best != own && more > -kLeastGain && c < best)) best = c;
      }
      degree[best] += net.degree[v];
      community[v] = best;
      moved = moved || best != own;
      for (const std::uint32_t c : near) shared[c] = 0;
    }
  }
  return community;
}

/// A network with a node for each community.
Network shrink(const Network& net, const std::vector<std::uint32_t>& community, std::uint32_t count) {
  std::vector<Link> links;
  std::vector<double> loops(count);
  for (std::uint32_t v = 0; v < net.size(); ++v) {
    loops[community[v]] += net.loops[v];
    for (std::uint32_t i = net.begin[v]; i < net.begin[v + 1]; ++i) {
      const std::uint32_t a = community[v], b = community[net.target[i]];
      if (a == b) {
        loops[a] += net.weight[i] / 2;  // stands both ways
      } else {
        links.push_back({a, b, net.weight[i]});
      }
    }
  }
  return network_of(std::move(links), std::move(loops));
}

}  // namespace

std::vector<std::uint32_t> community_of(const KnowledgeGraph& graph) {
  Network net = network_of(graph);
  std::vector<std::uint32_t> out(net.size());
  std::iota(out.begin(), out.end(), 0u);
  for (;;) {
    std::vector<std::uint32_t> level = move_nodes(net);
    const std::uint32_t count = renumber(level);
    if (count == net.size()) return out;
    for (std::uint32_t& c : out) c = level[c];
    net = shrink(net, level, count);
  }
}

double modularity(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& community) {
  const Network net = network_of(graph);
  if (net.total == 0) return 0;
  std::vector<double> inside(net.size()), degree(net.size());
  for (std::uint32_t v = 0; v < net.size(); ++v) {
    degree[community[v]] += net.degree[v];
    inside[community[v]] += 2 * net.loops[v];
    for (std::uint32_t i = net.begin[v]; i < net.begin[v + 1]; ++i)
      if (community[net.target[i]] == community[v]) inside[community[v]] += net.weight[i];
  }
  double out = 0;
  for (std::uint32_t c = 0; c < net.size(); ++c)
    out += inside[c] / net.total - (degree[c] / net.total) * (degree[c] / net.total);
  return out;
}

Table communities(const KnowledgeGraph& graph, std::size_t limit) {
  return group_table(graph, "community", community_of(graph), limit);
}

}  // namespace maillon
