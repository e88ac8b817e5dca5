#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <string>

#include "export/formats.hpp"
#include "support/extractions.hpp"
#include "support/hostile.hpp"

using namespace maillon;

namespace {

std::vector<rapidjson::Document> lines_of(const KnowledgeGraph& graph) {
  StringSink sink;
  find_format("ndjson")->files[0].write(graph, {}, sink);
  std::istringstream in(sink.text());
  std::vector<rapidjson::Document> out;
  for (std::string line; std::getline(in, line);) {
    out.emplace_back().Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    REQUIRE_FALSE(out.back().HasParseError());
  }
  return out;
}

std::string text(const rapidjson::Value& v) { return {v.GetString(), v.GetStringLength()}; }

}  // namespace

TEST_CASE("JSON Lines hold every document, node and edge, with evidence as objects") {
  std::vector<Extraction> articles = testing::sample_articles();
  articles.push_back(testing::hostile_article());
  const KnowledgeGraph graph = testing::graph_builder().build(articles);
  std::map<std::string, std::size_t> records;
  std::size_t edge = 0;
  for (const rapidjson::Document& line : lines_of(graph)) {
    ++records[text(line["record"])];
    if (text(line["record"]) != "edge") continue;
    const Edge& e = graph.edges()[edge++];
    CHECK(text(line["id"]) == e.id);
    CHECK(text(line["source"]) == graph.nodes()[e.source].id);
    CHECK(line["weight"].GetDouble() == e.weight());
    CHECK(line["confidence"].GetDouble() == e.confidence);
    if (e.supports.empty()) continue;
    REQUIRE(line["evidence"].Size() == e.supports.size());
    CHECK(text(line["evidence"][0]["statement"]) == graph.supports()[e.supports[0]].statement);
    CHECK(line["evidence"][0]["confidence"].IsNumber());
  }
  CHECK(records["document"] == graph.documents().size());
  CHECK(records["node"] == graph.nodes().size());
  CHECK(records["edge"] == graph.edges().size());
}

TEST_CASE("JSON Lines keep controls and mend malformed UTF-8") {
  testing::ArticleBuilder article("a", "2023-03-10");
  article.entity(EntityType::Person, "An\x01na \xFF").entity(EntityType::State, "Malte");
  article.say("An\x01na \xFF", "VISITS", "visiter", "Malte");
  bool found = false;
  for (const rapidjson::Document& line : lines_of(testing::graph_builder().build({article.build()})))
    if (text(line["record"]) == "node" && text(line["class"]) == "Person") {
      CHECK(text(line["label"]) == "An\x01na \xEF\xBF\xBD");
      found = true;
    }
  CHECK(found);
}
