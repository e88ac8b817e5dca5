#include "query/lookup.hpp"

#include <catch2/catch.hpp>

#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::graph_builder;
using maillon::testing::sample_articles;

TEST_CASE("entities are found by any name, whatever its case and accents") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const NameIndex names(graph);
  for (const char* name : {"Anna Berg", "ANNA BERG", "anna-berg", "person:anna-berg"}) {
    INFO(name);
    REQUIRE_FALSE(names.find(name).empty());
    CHECK(graph.nodes()[names.find(name).front()].label == "Anna Berg");
  }
  CHECK(graph.nodes()[*names.require("suede")].label == "Suède");
  CHECK(graph.nodes()[*names.require("la Suède")].label == "Suède");
  CHECK(graph.nodes()[*names.require("Alexander Chernov")].label == "Alexandre Tchernov");
}

TEST_CASE("what is not found comes with names that are near") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const NameIndex names(graph);
  const auto missing = names.require("Ana Berg");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().hint.find("Anna Berg") != std::string::npos);
  CHECK(names.suggest("Lett").front() == "Lettonie");
  CHECK(names.suggest("Tchernov").front() == "Alexandre Tchernov");
  CHECK(names.suggest("zzzzzzzz").empty());
}
