#include "query/chains.hpp"

#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

#include "query/statement_text.hpp"
#include "query/undirected.hpp"

namespace maillon {

namespace {

using Structure = UndirectedView::Structure;
using EdgeOfView = boost::graph_traits<Structure>::edge_descriptor;

/// A chain as arcs of the undirected view.
struct Route {
  std::vector<std::uint32_t> nodes;  ///< one more than arcs
  std::vector<std::uint32_t> arcs;   ///< edge_index
  double cost = 0;

  friend bool operator<(const Route& a, const Route& b) {
    return std::tie(a.cost, a.nodes) < std::tie(b.cost, b.nodes);
  }
};

struct Reached {};

/// Ends the search once the target is settled.
class StopAt : public boost::default_dijkstra_visitor {
 public:
  explicit StopAt(std::uint32_t target) : target_(target) {}
  template <class Graph>
  void examine_vertex(std::uint32_t v, const Graph&) const {
    if (v == target_) throw Reached{};
  }

 private:
  std::uint32_t target_;
};

class RouteFinder {
 public:
  explicit RouteFinder(const UndirectedView& view)
      : view_(view),
        barred_nodes_(num_vertices(view.structure())),
        barred_arcs_(num_edges(view.structure())) {}

  std::vector<Route> find(std::uint32_t from, std::uint32_t to, std::size_t count) {
    std::vector<Route> found;
    std::set<Route> candidates;
    if (auto first = shortest(from, to)) candidates.insert(std::move(*first));
    while (found.size() < count && !candidates.empty()) {
      found.push_back(std::move(candidates.extract(candidates.begin()).value()));
      if (found.size() < count) spur(found, to, candidates);
    }
    return found;
  }

 private:
  /// Yen's step: leave the last route at each of its nodes by a way that no found route takes.
  void spur(const std::vector<Route>& found, std::uint32_t to, std::set<Route>& candidates) {
    const Route& last = found.back();
    Route root;
    for (std::size_t i = 0; i < last.arcs.size(); ++i) {
      root.nodes.push_back(last.nodes[i]);
      std::vector<std::uint32_t> barred;
      for (const Route& route : found) {
        if (route.arcs.size() > i && std::equal(root.nodes.begin(), root.nodes.end(), route.nodes.begin()))
          barred.push_back(route.arcs[i]);
      }
      for (const std::uint32_t arc : barred) barred_arcs_[arc] = true;
      if (auto rest = shortest(last.nodes[i], to)) {
        Route whole = root;
        whole.nodes.insert(whole.nodes.end(), rest->nodes.begin() + 1, rest->nodes.end());
        whole.arcs.insert(whole.arcs.end(), rest->arcs.begin(), rest->arcs.end());
        whole.cost += rest->cost;
        candidates.insert(std::move(whole));
      }
      for (const std::uint32_t arc : barred) barred_arcs_[arc] = false;
      barred_nodes_[last.nodes[i]] = true;
      root.arcs.push_back(last.arcs[i]);
      root.cost += view_.costs()[last.arcs[i]];
    }
    for (const std::uint32_t node : root.nodes) barred_nodes_[node] = false;
  }

  std::optional<Route> shortest(std::uint32_t from, std::uint32_t to) const {
    const Structure& g = view_.structure();
    const auto arc_index = get(boost::edge_index, g);
    const auto allowed_arc = [this, arc_index](const EdgeOfView& a) {
      return !barred_arcs_[get(arc_index, a)];
    };
    const auto allowed_node = [this](std::uint32_t v) { return !barred_nodes_[v]; };
    const boost::filtered_graph<Structure, std::function<bool(const EdgeOfView&)>,
                                std::function<bool(std::uint32_t)>>
        open(g, allowed_arc, allowed_node);

    std::vector<std::uint32_t> before(num_vertices(g));
    std::vector<double> distance(num_vertices(g), std::numeric_limits<double>::infinity());
    const auto index = get(boost::vertex_index, g);
    const auto cost = boost::make_iterator_property_map(view_.costs().begin(), arc_index);
    try {
      boost::dijkstra_shortest_paths(
          open, from,
          boost::predecessor_map(boost::make_iterator_property_map(before.begin(), index))
              .distance_map(boost::make_iterator_property_map(distance.begin(), index))
              .weight_map(cost)
              .vertex_index_map(index)
              .visitor(StopAt(to)));
    } catch (const Reached&) {
      return route_to(from, to, before, distance[to]);
    }
    return std::nullopt;
  }

  Route route_to(std::uint32_t from, std::uint32_t to, const std::vector<std::uint32_t>& before,
                 double cost) const {
    Route out;
    out.cost = cost;
    for (std::uint32_t v = to; v != from; v = before[v]) out.nodes.push_back(v);
    out.nodes.push_back(from);
    std::reverse(out.nodes.begin(), out.nodes.end());
    const Structure& g = view_.structure();
    for (std::size_t i = 0; i + 1 < out.nodes.size(); ++i) {
      const auto arc = edge(out.nodes[i], out.nodes[i + 1], g).first;
      out.arcs.push_back(get(boost::edge_index, g, arc));
    }
    return out;
  }

  const UndirectedView& view_;
  std::vector<char> barred_nodes_, barred_arcs_;
};

}  // namespace

std::vector<Chain> shortest_chains(const KnowledgeGraph& graph, std::uint32_t from, std::uint32_t to,
                                   std::size_t count) {
  if (from == to || count == 0) return {};
  const UndirectedView view(graph);
  std::vector<Chain> out;
  for (const Route& route : RouteFinder(view).find(from, to, count)) {
    Chain& chain = out.emplace_back();
    chain.cost = route.cost;
    for (std::size_t i = 0; i < route.arcs.size(); ++i) {
      const std::uint32_t edge = view.edges()[route.arcs[i]];
      chain.steps.push_back(
          {route.nodes[i], route.nodes[i + 1], edge, graph.edges()[edge].source != route.nodes[i]});
    }
  }
  return out;
}

Table chain_table(const KnowledgeGraph& graph, const std::vector<Chain>& chains) {
  Table out{{"chain", "step", "subject", "relation", "predicate", "object", "time", "sources", "documents",
             "id", "sentence"},
            {},
            Layout::report};
  for (std::size_t c = 0; c < chains.size(); ++c) {
    for (std::size_t i = 0; i < chains[c].steps.size(); ++i) {
      const Edge& e = graph.edges()[chains[c].steps[i].edge];
      out.rows.push_back({static_cast<std::int64_t>(c + 1), static_cast<std::int64_t>(i + 1),
                          std::string(graph.nodes()[e.source].label), std::string(e.relation),
                          predicate_text(e), std::string(graph.nodes()[e.target].label), time_text(e),
                          labels(graph, e.sources), document_ids(graph, e.documents), std::string(e.id),
                          std::string(best_sentence(graph, e))});
    }
  }
  return out;
}

}  // namespace maillon
