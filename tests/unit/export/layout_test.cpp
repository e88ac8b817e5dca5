#include "export/layout.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "export/look.hpp"
#include "support/extractions.hpp"
#include "support/graph_generator.hpp"

using namespace maillon;

namespace {

double distance(Position a, Position b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("discs lie apart, the linked ones nearer than the others") {
  const KnowledgeGraph graph = testing::generated_graph({400, 800, 0.2, 1});
  const std::vector<double> radii = node_radii(graph);
  const std::vector<Position> at = layout(graph, radii);
  REQUIRE(at.size() == graph.nodes().size());
  std::size_t overlaps = 0;
  double all = 0, linked = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    CHECK(std::isfinite(at[i].x + at[i].y));
    for (std::size_t j = i + 1; j < at.size(); ++j) {
      overlaps += distance(at[i], at[j]) < radii[i] + radii[j] ? 1 : 0;
      all += distance(at[i], at[j]);
    }
  }
  for (const Edge& e : graph.edges()) linked += distance(at[e.source], at[e.target]);
  const double pairs = static_cast<double>(at.size()) * static_cast<double>(at.size() - 1) / 2;
  CHECK(overlaps < at.size() / 50);
  CHECK(linked / static_cast<double>(graph.edges().size()) < 0.6 * all / pairs);
}

TEST_CASE("a layout is made without chance, also of nothing and of one node") {
  const KnowledgeGraph graph = testing::graph_builder().build(testing::sample_articles());
  const std::vector<double> radii = node_radii(graph);
  const std::vector<Position> first = layout(graph, radii), again = layout(graph, radii);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].x == again[i].x);
    CHECK(first[i].y == again[i].y);
  }
  CHECK(layout(testing::graph_builder().build({}), {}).empty());
  testing::ArticleBuilder a("a", "2023-01-01");
  a.entity(EntityType::Person, "Anna Berg");
  const KnowledgeGraph one = testing::graph_builder().build({a.build()});
  CHECK(layout(one, node_radii(one)).size() == 1);
}
