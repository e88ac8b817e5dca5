// What is exported and imported again is the same graph: the property that exports and imports share.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "export/formats.hpp"
#include "import/graph_reader.hpp"
#include "support/extractions.hpp"
#include "support/graph_generator.hpp"
#include "support/hostile.hpp"
#include "support/temp_folder.hpp"

using namespace maillon;
using maillon::test::TempFolder;

namespace {

std::string written(const KnowledgeGraph& graph, const FormatFile& file, const ExportOptions& options = {}) {
  StringSink sink;
  file.write(graph, options, sink);
  return sink.text();
}

/// Where two files part, with what stands around; empty where they do not.
std::string difference(const std::string& before, const std::string& after) {
  if (before == after) return {};
  const auto ends = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto at = static_cast<std::size_t>(ends.first - before.begin()),
             from = at - std::min<std::size_t>(at, 80);
  return "byte " + std::to_string(at) + "\nbefore: " + before.substr(from, 200) +
         "\nafter:  " + after.substr(from, 200);
}

/// A format that can be imported, and how it is written.
struct Carrier {
  const char* name;
  const char* format;
  ExportOptions options;
};
const std::vector<Carrier>& carriers() {
  static const std::vector<Carrier> kCarriers = {
      {"GraphML", "graphml", {}},
      {"strict GraphML", "graphml", {.strict = true}},
      {"JSON-LD", "jsonld", {}},
      {"JSON-LD with another base", "jsonld", {.iri_base = "https://example.org/g%C3%A9/"}},
      {"JSON-LD with named graphs", "jsonld", {.named_graphs = true}}};
  return kCarriers;
}

KnowledgeGraph carried(const KnowledgeGraph& graph, const Carrier& carrier, std::string& bytes) {
  const TempFolder folder;
  bytes = written(graph, find_format(carrier.format)->files[0], carrier.options);
  auto back = read_graph(folder.write("graph", bytes));
  INFO(carrier.name);
  if (!back) FAIL(back.error().to_string());
  return std::move(back).value();
}

/// The same bytes when it is exported again, by any way.
void comes_back(const KnowledgeGraph& graph) {
  for (const Carrier& carrier : carriers()) {
    std::string bytes;
    const KnowledgeGraph back = carried(graph, carrier, bytes);
    INFO(carrier.name);
    CHECK(difference(bytes, written(back, find_format(carrier.format)->files[0], carrier.options)) == "");
    REQUIRE(back.nodes().size() == graph.nodes().size());
    REQUIRE(back.edges().size() == graph.edges().size());
    REQUIRE(back.supports().size() == graph.supports().size());
    for (std::size_t i = 0; i < graph.edges().size(); ++i) {
      const Edge &before = graph.edges()[i], &after = back.edges()[i];
      CHECK(after.id == before.id);
      REQUIRE(after.supports.size() == before.supports.size());
      for (std::size_t s = 0; s < after.supports.size(); ++s)
        CHECK(back.supports()[after.supports[s]].statement == graph.supports()[before.supports[s]].statement);
    }
  }
}

/// Text that every format can hold comes back in every format's bytes, whichever carried it.
void comes_back_in_all_formats(const KnowledgeGraph& graph) {
  for (const Carrier& carrier : carriers()) {
    if (carrier.options.strict) continue;  // it has no titles and dates of articles
    std::string bytes;
    const KnowledgeGraph back = carried(graph, carrier, bytes);
    for (const Format& format : formats())
      for (const FormatFile& file : format.files) {
        INFO(carrier.name << ", then " << format.name << ' ' << file.name);
        CHECK(difference(written(graph, file), written(back, file)) == "");
      }
  }
}

}  // namespace

TEST_CASE("an exported graph comes back as it was") {
  const KnowledgeGraph graph = testing::graph_builder().build(testing::sample_articles());
  comes_back(graph);
  comes_back_in_all_formats(graph);
}

TEST_CASE("an empty graph comes back empty") {
  const KnowledgeGraph graph = testing::graph_builder().build({});
  comes_back(graph);
  comes_back_in_all_formats(graph);
}

TEST_CASE("a graph of hostile texts comes back as far as the formats hold them") {
  std::vector<Extraction> articles = testing::sample_articles();
  articles.push_back(testing::hostile_article());
  comes_back(testing::graph_builder().build(articles));
}

TEST_CASE("generated graphs come back with hubs, events, contradictions, quantities and sources") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    INFO("seed " << seed);
    comes_back(testing::generated_graph({.nodes = 400, .edges = 1600, .seed = seed}));
  }
}

TEST_CASE("two statements of an article that have one id come back as two") {
  testing::ArticleBuilder article("a", "2023-03-10");
  article.entity(EntityType::Person, "Anna Berg").entity(EntityType::State, "Malte");
  article.say("Anna Berg", "VISITS", "visiter", "Malte");
  article.say("Anna Berg", "VISITS", "visiter", "Malte").confidence = 0.25;
  Extraction x = article.build();
  x.statements[1].id = x.statements[0].id;
  x.statements[1].evidence = x.statements[0].evidence;
  const KnowledgeGraph graph = testing::graph_builder().build({x});
  REQUIRE(graph.supports().size() == 2);
  comes_back(graph);
  comes_back_in_all_formats(graph);
}

TEST_CASE("the IRI of a gazetteer comes back as it was given, also where it is none") {
  for (const char* iri : {"https://example.org/é", "https://example.org/a b", "Q42"}) {
    Extraction x = testing::sample_articles()[0];
    x.entities[0].iri = iri;
    comes_back_in_all_formats(testing::graph_builder().build({x}));
  }
}
