#include "export/look.hpp"

#include <algorithm>
#include <array>
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

}  // namespace

Colour colour_of(EntityType type) { return kColours[static_cast<std::size_t>(type)]; }

std::string hex(Colour c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t part : {c.red, c.green, c.blue}) {
    out += kHex[part >> 4];
    out += kHex[part & 15];
  }
  return out;
}

std::vector<double> node_radii(const KnowledgeGraph& graph) {
  std::vector<double> out(graph.nodes().size());
  for (const Edge& e : graph.edges()) {
    out[e.source] += 1;
    out[e.target] += 1;
  }
  const double most = std::max(1.0, out.empty() ? 1.0 : *std::max_element(out.begin(), out.end()));
  for (double& radius : out) radius = 5 + 25 * std::sqrt(radius / most);
  return out;
}

}  // namespace maillon
