// Questions to a built graph.
#include <catch2/catch.hpp>
#include <fstream>

#include "built_program.hpp"

using Catch::Contains;
using Catch::StartsWith;
using maillon::test::built;
using maillon::test::Program;

TEST_CASE("an entity is found by any spelling, or others are suggested") {
  const auto card = built()("show out 'SUEDE' --format json");
  CHECK(card.code == 0);
  CHECK_THAT(card.out, Contains("\"Suède\"") && Contains("\"did\": [") && Contains("\"undergone\": ["));
  CHECK(built()("show out suede").out == card.out);  // JSON in a pipe
  CHECK(built()("show out berg").out == built()("show out 'Anna Berg'").out);
  const auto unknown = built()("show out Suedo");
  CHECK(unknown.code == 1);
  CHECK(unknown.out.empty());
  CHECK_THAT(unknown.err, Contains("Suède"));
}

TEST_CASE("neighbors and paths, as table, JSON and CSV") {
  CHECK_THAT(built()("neighbors out Suède -f table").out, Contains("Danemark") && Contains("Finlande"));
  const auto path = built()("path out danemark finlande --format json");
  CHECK(path.code == 0);
  CHECK_THAT(path.out,
             StartsWith("[\n") && Contains("\"step\": 2") && Contains("La Suède a accusé la Finlande"));
  CHECK_THAT(built()("path out danemark finlande -f csv").out, StartsWith("chain,step,subject,"));
  CHECK(built()("path out danemark Ruritanie").code == 1);
}

TEST_CASE("counts, rankings, events, claims, words") {
  CHECK_THAT(built()("stats out -f table").out, Contains("articles") && Contains("Suède"));
  CHECK_THAT(built()("top out --by pagerank --type State -f csv").out, Contains("Suède"));
  CHECK(built()("top out --type Chose").code != 0);
  CHECK_THAT(built()("timeline out -f csv").out, Contains("2023-03-06"));
  CHECK_THAT(built()("claims out -f csv").out, Contains("Ritzau"));
  CHECK(built()("claims out --about Suède").out == built()("claims out Suède").out);
  CHECK_THAT(built()("search out frontière -f csv").out, Contains("b"));
}

TEST_CASE("properties are an object in JSON, what is not there is null, a sentence stands below its row") {
  const auto card = built()("show out 'Anna Berg' -f json");
  CHECK_THAT(card.out, StartsWith("{\n  \"entity\": {\n    \"id\": \"person:anna-berg\"") &&
                           Contains("\"quantity\": null"));
  CHECK_THAT(built()("stats out -f json").out, StartsWith("{\n  \"counts\": {\n    \"articles\": 4,"));
  const auto page = built()("claims out -f table");
  CHECK_THAT(page.out,
             Contains("\n    Le Danemark a signé un accord avec la Suède, selon l'agence Ritzau.\n") &&
                 !Contains("contradicted by"));
}

TEST_CASE("the id of a statement in an answer leads to its explanation") {
  const auto rows = built()("claims out -f csv");
  const std::size_t at = rows.out.find(",e", rows.out.find("\r\n")) + 1;
  const std::string id = rows.out.substr(at, rows.out.find(',', at) - at);
  CHECK(id.size() == 17);
  CHECK(built()("explain out " + id).code == 0);
}

TEST_CASE("a statement is explained by its id") {
  const std::string lines = built().folder.read("out/statements.ndjson");
  const std::size_t at = lines.find("\"id\":\"s") + 6;
  const std::string id = lines.substr(at, lines.find('"', at) - at);
  const auto done = built()("explain out " + id);
  CHECK(done.code == 0);
  CHECK_THAT(done.out,
             Contains("\"rule\": {") && Contains(id) && Contains("\"words\"") && Contains("\"arc_rule\""));
  const auto page = built()("explain -f table out " + id);
  CHECK_THAT(page.out, Contains("[subject ") && Contains("Rule\n") && Contains("Words\n") &&
                           Contains("Who and what\n") && Contains("Qualifiers\n"));
  CHECK(built()("explain out s0").code == 1);
}

TEST_CASE("exports go to standard output or to a file") {
  CHECK((built()("export out --format graphml").out == built().folder.read("out/graph.graphml")));
  CHECK(built()("export out -f jsonld -o g.jsonld").code == 0);
  CHECK((built().folder.read("g.jsonld") == built().folder.read("out/graph.jsonld")));
  const auto unknown = built()("export out -f papyrus");
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("there are ") && Contains("graphml"));
}

TEST_CASE("questions leave the folder as it was") {
  CHECK(built()("stats out").code == 0);
  CHECK(!built().folder.has("out/graph.db-wal"));
  CHECK(!built().folder.has("out/graph.db-shm"));
}

TEST_CASE("a store that is none") {
  CHECK(built()("stats absent").code == 2);
  CHECK(built()("stats a.txt").code == 2);
}
