// The vocabulary of RDF exports, IRI bases and named graphs. What RDF programs make of the exports is in
// tests/consumers.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <set>

#include "export/formats.hpp"
#include "export/iri.hpp"
#include "export/vocabulary.hpp"
#include "support/extractions.hpp"

using namespace maillon;

namespace {

std::string written(std::string_view format, const ExportOptions& options = {}) {
  const KnowledgeGraph graph = testing::graph_builder().build(testing::sample_articles());
  StringSink sink;
  find_format(format)->files[0].write(graph, options, sink);
  return sink.text();
}

rapidjson::Document parsed(std::string_view text) {
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

rapidjson::Document schema(std::string_view path) {
  const Schemas schemas = Schemas::embedded();
  const auto text = schemas.read(path);
  REQUIRE(text);
  return parsed(*text);
}

std::set<std::string> ids(const rapidjson::Value& list) {
  std::set<std::string> out;
  for (const auto& item : list.GetArray()) CHECK(out.insert(item["id"].GetString()).second);
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("the vocabulary names every term once, with an absolute IRI") {
  const auto vocabulary = Vocabulary::load(Schemas::embedded());
  REQUIRE(vocabulary);
  CHECK(vocabulary->terms().size() > 40);
  for (const auto& [name, term] : vocabulary->terms()) {
    INFO(name);
    CHECK(is_absolute_iri(term.iri));
    CHECK(vocabulary->prefixes().count(term.iri.substr(0, term.iri.find(':'))) == 0);
  }
  CHECK(vocabulary->expand("rdf:type") == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  CHECK(vocabulary->term("weight").datatype == "http://www.w3.org/2001/XMLSchema#integer");
}

TEST_CASE("the context inside JSON-LD is the one of schemas/formats/context.jsonld") {
  const rapidjson::Document inside = parsed(written("jsonld")), file = schema("formats/context.jsonld");
  CHECK(inside["@context"] == file["@context"]);
}

TEST_CASE("mappings are for classes, relations and event types that there are, with known prefixes") {
  const rapidjson::Document mappings = schema("ontology/mappings.json"),
                            classes = schema("ontology/classes.json"),
                            relations = schema("ontology/relations.json");
  CHECK(ids(mappings["classes"]) == ids(classes["classes"]));
  const std::set<std::string> known = ids(relations["relations"]), events = ids(mappings["event_types"]);
  for (const std::string& id : ids(mappings["relations"])) {
    INFO(id);
    CHECK(known.count(id) == 1);
  }
  for (const auto& relation : relations["relations"].GetArray())
    if (relation.HasMember("event")) CHECK(events.count(relation["event"].GetString()) == 1);
  const Vocabulary& words = Vocabulary::embedded();
  const auto check_prefix = [&](const std::string& compact) {
    INFO(compact);
    CHECK(words.expand(compact) != compact);
  };
  for (int i = 0; i < kEntityTypeCount; ++i)
    for (const std::string& type : words.types_of(static_cast<EntityType>(i), true)) check_prefix(type);
  for (const std::string& id : ids(mappings["relations"]))
    for (const std::string& property : words.implied_by(id)) check_prefix(property);
  CHECK(words.implied_by("MEETS").empty());
}

TEST_CASE("what is denied or alleged is no plain triple") {
  const std::string quads = written("nquads"), subject = "<urn:maillon:state%3Asuede> <urn:maillon:relation:";
  CHECK(quads.find(subject + "ACCUSES>") != std::string::npos);
  CHECK(quads.find(subject + "SENDS>") == std::string::npos);
  CHECK(quads.find("/22-rdf-syntax-ns#predicate> <urn:maillon:relation:SENDS>") != std::string::npos);
}

TEST_CASE("no triple comes twice") {
  for (const bool named : {false, true}) {
    ExportOptions options;
    options.named_graphs = named;
    const std::string quads = written("nquads", options);
    std::set<std::string_view> seen;
    for (std::size_t at = 0; at < quads.size();) {
      const std::size_t end = quads.find('\n', at);
      INFO(quads.substr(at, end - at));
      CHECK(seen.insert(std::string_view(quads).substr(at, end - at)).second);
      at = end + 1;
    }
  }
}

TEST_CASE("the times of events are intervals of days") {
  const std::string turtle = written("turtle");
  CHECK(turtle.find("<urn:maillon:time:2023-03-09>\n\ta sem:Time ,\n\t\ttime:ProperInterval") !=
        std::string::npos);
  CHECK(turtle.find("time:inXSDDate \"2023-03-09\"^^xsd:date") != std::string::npos);
}

TEST_CASE("every node begins with the base that the user sets") {
  ExportOptions options;
  options.iri_base = "https://example.org/graph/";
  for (const char* format : {"jsonld", "turtle", "nquads"}) {
    INFO(format);
    const std::string text = written(format, options);
    CHECK(text.find("https://example.org/graph/person%3Aanna-berg") != std::string::npos);
    CHECK(text.find("urn:maillon:person") == std::string::npos);
    CHECK(count(text, "urn:maillon:statement") == 0);
  }
  CHECK(check_iri_base("https://example.org/graph/"));
  CHECK(check_iri_base("urn:x:"));
  for (const char* base : {"", "graph/", "https://example.org/graph", "https://example.org/a b/", "://x/"}) {
    INFO(base);
    CHECK_FALSE(check_iri_base(base));
  }
}

TEST_CASE("with named graphs what an article states stands in a graph of its own") {
  ExportOptions options;
  options.named_graphs = true;
  const std::string quads = written("nquads", options), plain = written("nquads");
  const std::string edge =
      "<urn:maillon:state%3Asuede> <urn:maillon:relation:ACCUSES> <urn:maillon:state%3Alettonie> ";
  CHECK(quads.find(edge + "<urn:maillon:document:c1#statements> .") != std::string::npos);
  CHECK(plain.find(edge + ".") != std::string::npos);
  CHECK(quads.find(edge + ".") == std::string::npos);
  CHECK(count(quads, "/TextQuoteSelector> <urn:maillon:document:") == 0);
  CHECK(count(quads, "oa#TextQuoteSelector> <urn:maillon:document:") ==
        count(plain, "oa#TextQuoteSelector> ."));
  const rapidjson::Document json = parsed(written("jsonld", options));
  std::size_t graphs = 0;
  for (const auto& item : json["@graph"].GetArray()) graphs += item.HasMember("@graph") ? 1 : 0;
  CHECK(graphs == 4);
  CHECK(check(*find_format("nquads"), options));
  const Status turtle = check(*find_format("turtle"), options);
  REQUIRE_FALSE(turtle);
  CHECK(turtle.error().message.find("turtle has no named graphs") != std::string::npos);
}
