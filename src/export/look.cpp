#include "export/look.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/circle_layout.hpp>
#include <boost/graph/fruchterman_reingold.hpp>
#include <boost/graph/topology.hpp>
#include <boost/property_map/property_map.hpp>
#include <cmath>

namespace maillon {

namespace {

constexpr std::array<Colour, kEntityTypeCount> kColours = {{{0x1f, 0x77, 0xb4},
                                                            {0xd6, 0x27, 0x28},
                                                            {0xff, 0x7f, 0x0e},
                                                            {0x2c, 0xa0, 0x2c},
                                                            {0x94, 0x67, 0xbd},
                                                            {0x8c, 0x56, 0x4b},
                                                            {0xe3, 0x77, 0xc2},
                                                            {0xbc, 0xbd, 0x22},
                                                            {0x7f, 0x7f, 0x7f},
                                                            {0xc7, 0xc7, 0xc7}}};
constexpr std::size_t kForceDirectedNodes = 3000;
constexpr int kRounds = 60;
constexpr double kSpacing = 60;  ///< side of the square that a node has on average

}  // namespace

Colour colour_of(const Node& n) { return kColours[static_cast<std::size_t>(n.type)]; }

std::vector<double> node_sizes(const KnowledgeGraph& graph) {
  std::vector<double> out(graph.nodes().size());
  for (const Edge& e : graph.edges()) {
    out[e.source] += 1;
    out[e.target] += 1;
  }
  const double most = std::max(1.0, out.empty() ? 1.0 : *std::max_element(out.begin(), out.end()));
  for (double& size : out) size = 10 + 50 * std::sqrt(size / most);
  return out;
}

std::vector<Position> layout(const KnowledgeGraph& graph) {
  using Topology = boost::rectangle_topology<>;
  const auto& g = graph.structure();
  const std::size_t count = graph.nodes().size();
  std::vector<Topology::point_type> points(count);
  if (count == 0) return {};
  const double side = kSpacing * std::sqrt(static_cast<double>(count));
  const auto positions = boost::make_iterator_property_map(points.begin(), get(boost::vertex_index, g));
  boost::circle_graph_layout(g, positions, side / 2);
  if (count <= kForceDirectedNodes) {
    const Topology square(-side / 2, -side / 2, side / 2, side / 2);
    boost::fruchterman_reingold_force_directed_layout(
        g, positions, square, boost::cooling(boost::linear_cooling<double>(kRounds, side / 10)));
  }
  std::vector<Position> out;
  for (const auto& p : points) out.push_back({std::round(p[0] * 10) / 10, std::round(p[1] * 10) / 10});
  return out;
}

}  // namespace maillon
