// Files that are cut off, damaged, foreign or wrong in themselves: a message says where, and nothing crashes.
#include <catch2/catch.hpp>
#include <string>

#include "export/formats.hpp"
#include "import/graph_reader.hpp"
#include "support/extractions.hpp"
#include "support/temp_folder.hpp"

using namespace maillon;
using Catch::Contains;

namespace {

std::string sample(std::string_view format) {
  const KnowledgeGraph graph = testing::graph_builder().build(testing::sample_articles());
  StringSink sink;
  find_format(format)->files[0].write(graph, {}, sink);
  return sink.text();
}

Diagnostic problem_of(const std::string& bytes) {
  const test::TempFolder folder;
  const auto graph = read_graph(folder.write("graph", bytes));
  if (graph) return {};
  CHECK_THAT(graph.error().file, Contains("graph"));
  return graph.error();
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a file that is cut off anywhere is told so, with its place") {
  for (const char* format : {"graphml", "jsonld"}) {
    const std::string whole = sample(format);
    for (std::size_t i = 1; i < 40; ++i) {
      const std::size_t size = whole.size() * i / 40;
      const Diagnostic d = problem_of(whole.substr(0, size));
      INFO(format << " of " << size << " bytes: " << d.to_string());
      CHECK_THAT(d.message, Contains("damaged"));
      CHECK(d.has_byte);
      CHECK(d.byte <= size);
      CHECK(d.line > 0);
    }
  }
}

TEST_CASE("a byte that is changed never crashes, and what still reads is a graph") {
  for (const char* format : {"graphml", "jsonld"}) {
    const std::string whole = sample(format);
    std::uint64_t random = 7;
    for (int i = 0; i < 400; ++i) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      std::string bytes = whole;
      bytes[(random >> 20) % bytes.size()] = static_cast<char>(random >> 56);
      const test::TempFolder folder;
      const auto graph = read_graph(folder.write("graph", bytes));
      if (!graph) CHECK_FALSE(graph.error().message.empty());
    }
  }
}

TEST_CASE("what is no export of a graph is told so") {
  CHECK_THAT(problem_of("").message, Contains("is empty"));
  CHECK_THAT(problem_of("id,label\n").message, Contains("neither GraphML nor JSON-LD"));
  CHECK_THAT(problem_of(sample("gexf")).message, Contains("no GraphML"));
  CHECK_THAT(problem_of("{\"nodes\":[]}").message, Contains("no \"@graph\""));
  CHECK_THAT(problem_of("{\"@graph\":[{\"@id\":7}]}").message, Contains("not the JSON-LD that maillon"));
  CHECK_THAT(problem_of("<!DOCTYPE g [<!ENTITY a \"b\">]><graphml/>").message, Contains("document type"));
  const char* foreign =
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"directed\">\n"
      "<node id=\"a\"/></graph></graphml>";
  const Diagnostic d = problem_of(foreign);
  CHECK_THAT(d.message, Contains("\"a\" has no \"class\""));
  CHECK(d.line == 2);
}

TEST_CASE("what is wrong in itself is told with its line") {
  const std::string graphml = sample("graphml"), jsonld = sample("jsonld");
  Diagnostic d = problem_of(changed(graphml, "source=\"", "source=\"no"));
  CHECK_THAT(d.message, Contains("names the node 'no") && Contains("which the file has not"));
  CHECK(d.line > 40);
  d = problem_of(changed(graphml, "<data key=\"n_class\">", "<data key=\"n_class\">Un"));
  CHECK_THAT(d.message, Contains("\"class\" cannot be \"Un"));
  d = problem_of(changed(graphml, "<data key=\"e_confidence\">", "<data key=\"e_confidence\">x"));
  CHECK_THAT(d.message, Contains("\"confidence\" cannot be"));
  d = problem_of(changed(graphml, "&quot;statement\\&quot;", "&quot;assertion\\&quot;"));
  CHECK_THAT(d.message, Contains("no \"statement\""));
  const std::size_t node = graphml.find("    <node"), end = graphml.find("</node>\n") + 8;
  d = problem_of(changed(graphml, "    <node", graphml.substr(node, end - node) + "    <node"));
  CHECK_THAT(d.message, Contains("comes twice"));
  d = problem_of(changed(jsonld, "\"subject\":\"urn:maillon:", "\"subject\":\"urn:other:"));
  CHECK_THAT(d.message, Contains("names the node 'urn:other:"));
  CHECK(d.line > 3);
  d = problem_of(changed(jsonld, "\"maillon:Person\"", "\"maillon:Robot\""));
  CHECK_THAT(d.message, Contains("no class \"maillon:Robot\""));
}

TEST_CASE("nesting without end is no way to exhaust the stack") {
  CHECK_THAT(problem_of("{\"a\":" + std::string(200000, '[')).message, Contains("damaged"));
  CHECK_THAT(problem_of("{\"@graph\":" + std::string(200000, '[')).message, Contains("not the JSON-LD"));
  std::string deep = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">";
  for (int i = 0; i < 50000; ++i) deep += "<g>";
  CHECK_THAT(problem_of(deep).message, Contains("damaged"));
}
