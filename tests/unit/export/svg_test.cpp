#include <expat.h>

#include <catch2/catch.hpp>
#include <string>

#include "export/formats.hpp"
#include "export/picture.hpp"
#include "support/extractions.hpp"
#include "support/graph_generator.hpp"
#include "support/hostile.hpp"

using namespace maillon;
using Catch::Contains;

namespace {

std::string svg(const KnowledgeGraph& graph) {
  StringSink sink;
  find_format("svg")->files[0].write(graph, {}, sink);
  return sink.text();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

bool is_xml(const std::string& text) {
  XML_Parser parser = XML_ParserCreate(nullptr);
  const bool ok = XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  return ok;
}

}  // namespace

TEST_CASE("a picture has every node with its label, and an arrow for each pair of nodes") {
  const KnowledgeGraph graph = testing::graph_builder().build(testing::sample_articles());
  const Picture picture = draw(graph, 1000);
  const std::string text = svg(graph);
  CHECK(is_xml(text));
  CHECK(picture.nodes.size() == graph.nodes().size());
  std::size_t edges = 0;
  for (const Arrow& a : picture.arrows) edges += a.edges.size();
  CHECK(edges == graph.edges().size());
  CHECK(count(text, "<title>") == 1 + picture.nodes.size() + picture.arrows.size());
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
  CHECK(is_xml(text));
  CHECK(text.size() < 200000);  // the name of 100,000 letters is cut
  CHECK_THAT(text, !Contains("<b>gras") && !Contains("<![CDATA["));
}

TEST_CASE("of a large graph the most connected nodes are drawn, and the picture says so") {
  const KnowledgeGraph graph = testing::generated_graph({.nodes = 2000, .edges = 6000});
  const std::string text = svg(graph);
  CHECK_THAT(text, Contains("most connected of 2,000 nodes") && Contains("--neighbourhood"));
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
