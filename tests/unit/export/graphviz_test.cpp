#include "export/graphviz.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "support/hostile.hpp"
#include "support/read_svg.hpp"

using namespace maillon;

namespace {

/// A picture of two nodes and an edge with this text wherever plain text goes.
std::string picture_with(const std::string& text) {
  GraphvizGraph graph(text);
  Agnode_s *a = graph.node("a" + text), *b = graph.node("b");
  Agedge_s* edge = graph.edge(a, b, text);
  GraphvizGraph::set(a, "pos", "0,0");
  GraphvizGraph::set(b, "pos", "200,0");
  GraphvizGraph::set(a, "label", graphviz_label(text));
  GraphvizGraph::set(a, "tooltip", graphviz_tooltip(text));
  GraphvizGraph::set(edge, "label", graphviz_label(text));
  GraphvizGraph::set(edge, "tooltip", graphviz_tooltip(text));
  const auto svg = graph.svg();
  REQUIRE(svg);
  return *svg;
}

}  // namespace

TEST_CASE("Graphviz takes nothing in a text for an escape, an entity or a tag") {
  for (const std::string text :
       {R"(\N \G \E \T \H \n \l \r \\ \\\N \)", "&amp; &lt;b&gt; &eacute; &#233; &#x41; & &&amp;",
        "<b>gras</b>", "<<table><tr><td>x</td></tr></table>>", R"(a "quoted" 'name')",
        "]]> <![CDATA[ --> <!-- -->", "é 中 🙂 مرحبا", "%s %n %p", "rec|{ord} : port", "INF",
        "-1"}) {
    INFO(text);
    const testing::ReadSvg read = testing::read_svg(picture_with(text));
    CHECK(read.is_xml);
    CHECK(read.texts == std::vector<std::string>{text, "b", text});
    CHECK(read.tooltips == std::vector<std::string>{text, text});
    CHECK(read.nodes == std::vector<std::string>{"a" + text, "b"});
    CHECK(read.edges == std::vector<std::string>{"a" + text + "->b"});
  }
}

TEST_CASE("hostile texts stay texts in Graphviz") {
  const std::vector<std::string> known = testing::read_svg(picture_with("plain")).elements;
  for (const std::string& text : testing::hostile_texts()) {
    INFO(text.substr(0, 100));
    const testing::ReadSvg read = testing::read_svg(picture_with(text.substr(0, 5000)));
    CHECK(read.is_xml);
    CHECK(read.nodes.size() == 2);
    CHECK(std::includes(known.begin(), known.end(), read.elements.begin(), read.elements.end()));
  }
}

TEST_CASE("names that differ in a line end or in an entity are two nodes") {
  GraphvizGraph graph("names");
  for (const char* name : {"a b", "a\nb", "a\tb", "a&b", "a&amp;b", "a\\b"})
    GraphvizGraph::set(graph.node(name), "pos", "0,0");
  const auto svg = graph.svg();
  REQUIRE(svg);
  CHECK(testing::read_svg(*svg).nodes ==
        std::vector<std::string>{"a b", "a\nb", "a\tb", "a&b", "a&amp;b", "a\\b"});
}

TEST_CASE("Graphviz draws the same bytes again, whatever thread asks") {
  const std::string first = picture_with("Anna Berg");
  CHECK(picture_with("Anna Berg") == first);
  std::vector<std::string> drawn(4);
  std::vector<std::thread> threads;
  for (std::string& one : drawn) threads.emplace_back([&one] { one = picture_with("Anna Berg"); });
  for (std::thread& t : threads) t.join();
  for (const std::string& one : drawn) CHECK(one == first);
}

TEST_CASE("what Graphviz cannot draw is an error that says why") {
  GraphvizGraph graph("a node without a place");
  graph.node("lost");
  const auto svg = graph.svg();
  REQUIRE_FALSE(svg);
  CHECK_THAT(svg.error().to_string(), Catch::Contains("Graphviz") && Catch::Contains("lost"));
}
