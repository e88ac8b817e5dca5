#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "export/formats.hpp"
#include "export/picture.hpp"
#include "support/extractions.hpp"
#include "support/graph_generator.hpp"
#include "support/hostile.hpp"
#include "support/read_svg.hpp"

using namespace maillon;
using Catch::Contains;

namespace {

std::string svg(const KnowledgeGraph& graph) {
  StringSink sink;
  find_format("svg")->files[0].write(graph, {}, sink);
  return sink.text();
}

}  // namespace

TEST_CASE("a picture has every node with its label, and an arrow for each pair of nodes") {
  const KnowledgeGraph graph = testing::graph_builder().build(testing::sample_articles());
  const Picture picture = draw(graph, 1000);
  const std::string text = svg(graph);
  const testing::ReadSvg read = testing::read_svg(text);
  CHECK(read.is_xml);
  CHECK(picture.nodes.size() == graph.nodes().size());
  std::size_t edges = 0;
  for (const Arrow& a : picture.arrows) edges += a.edges.size();
  CHECK(edges == graph.edges().size());
  CHECK(read.edges.size() == picture.arrows.size());
  std::set<std::string> ids, lines(read.texts.begin(), read.texts.end());
  for (const Node& n : graph.nodes()) ids.emplace(n.id);
  CHECK(std::set<std::string>(read.nodes.begin(), read.nodes.end()) == ids);
  for (const DrawnNode& n : picture.nodes)
    for (const std::string& line : n.lines) CHECK(lines.contains(line));
  CHECK_THAT(text, Contains("Suède") && Contains("Person") && Contains("stroke-dasharray"));
}

TEST_CASE("labels do not cover discs or each other") {
  const KnowledgeGraph graph = testing::generated_graph({.nodes = 120, .edges = 300});
  const Picture picture = draw(graph, 1000);
  const auto box = [](const DrawnNode& n) {
    double half = n.radius;
    for (const std::string& line : n.lines) half = std::max(half, text_width(line, kFontSize) / 2);
    return std::array{n.at.x - half, n.at.y - n.radius, n.at.x + half,
                      n.at.y + n.radius + kLineHeight * static_cast<double>(n.lines.size())};
  };
  std::size_t overlaps = 0;
  for (std::size_t a = 0; a < picture.nodes.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const auto x = box(picture.nodes[a]), y = box(picture.nodes[b]);
      overlaps += x[0] < y[2] && y[0] < x[2] && x[1] < y[3] && y[1] < x[3];
    }
  CHECK(overlaps == 0);
}

TEST_CASE("hostile names make no other picture than a picture") {
  const std::string text = svg(testing::graph_builder().build({testing::hostile_article()}));
  const testing::ReadSvg read = testing::read_svg(text);
  CHECK(read.is_xml);
  CHECK(text.size() < 200000);  // the name of 100,000 letters is cut
  CHECK(read.elements ==
        testing::read_svg(svg(testing::graph_builder().build(testing::sample_articles()))).elements);
}

TEST_CASE("of a large graph the most connected nodes are drawn, and the picture says so") {
  const KnowledgeGraph graph = testing::generated_graph({.nodes = 2000, .edges = 6000});
  const std::string text = svg(graph);
  const std::vector<std::string> texts = testing::read_svg(text).texts;
  CHECK(std::any_of(texts.begin(), texts.end(), [](const std::string& line) {
    return line.starts_with("The 300 most connected of 2,000 nodes. Others: --neighbourhood");
  }));
  CHECK(text == svg(graph));
  const Picture picture = draw(graph, 50);
  REQUIRE(picture.nodes.size() == 50);
  CHECK(std::is_sorted(picture.nodes.begin(), picture.nodes.end(),
                       [](const DrawnNode& a, const DrawnNode& b) { return a.node < b.node; }));
}

TEST_CASE("text is cut between characters") {
  CHECK(cut_text("éléphant", 8) == "éléphant");
  CHECK(cut_text("éléphants", 5) == "élép…");
  CHECK(text_width("été", 10) == text_width("ete", 10));
}
