#include "query/communities.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::ArticleBuilder;
using maillon::testing::graph_builder;

namespace {

/// Two rounds of five persons, each of whom has met all others of the round, and one meeting between them.
KnowledgeGraph two_rounds() {
  const std::vector<std::string> names = {"Anna Berg",  "Jan Novak", "Ida Holm",  "Per Lund",   "Eva Dahl",
                                          "Luis Prado", "Rosa Vega", "Hugo Mora", "Nina Campo", "Juan Rey"};
  ArticleBuilder article("a", "2023-03-10");
  for (const std::string& name : names) article.entity(EntityType::Person, name);
  for (const std::size_t round : {0u, 5u})
    for (std::size_t i = round; i < round + 5; ++i)
      for (std::size_t j = i + 1; j < round + 5; ++j) article.say(names[i], "MEETS", "rencontrer", names[j]);
  article.say(names[0], "MEETS", "rencontrer", names[9]);
  return graph_builder().build({article.build()});
}

}  // namespace

TEST_CASE("communities are those who have to do with each other") {
  const KnowledgeGraph graph = two_rounds();
  const std::vector<std::uint32_t> of = community_of(graph);
  REQUIRE(of.size() == 10);
  const auto community = [&](const char* id) { return of[graph.find(id)]; };
  for (const char* id : {"person:jan-novak", "person:ida-holm", "person:per-lund", "person:eva-dahl"})
    CHECK(community(id) == community("person:anna-berg"));
  for (const char* id : {"person:rosa-vega", "person:hugo-mora", "person:nina-campo", "person:juan-rey"})
    CHECK(community(id) == community("person:luis-prado"));
  CHECK(community("person:anna-berg") != community("person:luis-prado"));
  // 20 edges inside, 1 between: 2 * (10 / 21 - (21 / 42)^2)
  CHECK(modularity(graph, of) == Approx(20.0 / 21 - 0.5));

  const Table table = communities(graph, 1);
  CHECK(table.columns == std::vector<std::string>{"community", "nodes", "edges", "examples"});
  REQUIRE(table.rows.size() == 1);
  CHECK(std::get<std::int64_t>(table.rows[0][1]) == 5);
  CHECK(std::get<std::int64_t>(table.rows[0][2]) == 10);
  CHECK(community_of(KnowledgeGraph()).empty());
}
