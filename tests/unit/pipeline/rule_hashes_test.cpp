// What is made anew when a rule or a word list changes.
#include "pipeline/rule_hashes.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace maillon {

namespace {

/// The program's schemas with one line more in a file.
Schemas changed(const std::string& path) {
  Schemas schemas = Schemas::embedded();
  const auto text = schemas.read(path);
  REQUIRE(text);
  std::string longer = std::string(*text) + "\n";
  return std::move(schemas).with(path, std::move(longer));
}

}  // namespace

TEST_CASE("a rule of the graph changes the graph only, a word list of the analysis both where both read it") {
  struct Case {
    const char* path;
    bool analysis, graph;
  };
  const Case cases[] = {
      {"fr/graph/resolution.json", false, true},  {"fr/graph/given_names.tsv", false, true},
      {"fr/mentions/states.tsv", true, true},     {"ontology/relations.json", true, true},
      {"fr/relations/meeting.json", true, false}, {"formats/store.sql", false, false},
  };
  const Schemas schemas = Schemas::embedded();
  for (const Case& c : cases) {
    INFO(c.path);
    const Schemas other = changed(c.path);
    CHECK((analysis_hash(other) != analysis_hash(schemas)) == c.analysis);
    CHECK((graph_hash(other) != graph_hash(schemas)) == c.graph);
  }
}

}  // namespace maillon
