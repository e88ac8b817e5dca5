// Parts of a graph, and what the program says of parts that there are not.
#include <catch2/catch.hpp>

#include "built_program.hpp"

using Catch::Contains;
using maillon::test::built;
using maillon::test::Program;

namespace {

std::string exported(const std::string& flags) {
  const auto done = built()("export out -f csv -o part/ " + flags);
  INFO(flags << ": " << done.err);
  REQUIRE(done.code == 0);
  return built().folder.read("part/edges.csv");
}

}  // namespace

TEST_CASE("export writes the part that the flags ask for, in every format") {
  const std::string all = exported("");
  CHECK(exported("--view full") == all);
  CHECK_THAT(all, Contains("place:riga,statement") || Contains(",place,"));
  const std::string entities = exported("--view entities");
  CHECK_THAT(entities, Contains("ACCUSES") && !Contains(",participant,"));
  const std::string events = exported("--view events");
  CHECK_THAT(events, Contains(",participant,") && !Contains(",statement,"));
  const std::string claims = exported("--view claims");
  CHECK_THAT(claims, Contains("organization:") && !Contains("anna-berg"));
  CHECK_THAT(exported("--relation ACCUSES,BLOCKS"), Contains("ACCUSES") && !Contains("MEETS"));
  CHECK_THAT(exported("--type Person"), Contains("anna-berg") && !Contains("ACCUSES"));
  CHECK_THAT(exported("--since 2023-03 --until 2023-03-31"), Contains("2023-03-06") && !Contains("ACCUSES"));
  CHECK_THAT(exported("--neighbourhood 'anna berg'"), Contains("jan-novak") && !Contains("state:suede"));
  CHECK_THAT(exported("--neighbourhood Finlande:2"), Contains("state:danemark"));
  CHECK_THAT(exported("--neighbourhood state:finlande:1"), !Contains("state:danemark"));
  for (const char* format : {"csv", "cypher", "dot", "gexf", "graphml", "jsonld", "ndjson", "neo4j-csv",
                             "nquads", "svg", "turtle"}) {
    INFO(format);
    const std::string flags = std::string("export out --view entities --relation ACCUSES -f ") + format;
    REQUIRE(built()(flags + " -o view/").code == 0);
  }
  for (const char* file : {"graph.cypher", "graph.gexf", "graph.graphml", "graph.jsonld", "graph.ndjson",
                           "graph.nq", "graph.svg", "graph.ttl"}) {
    INFO(file);
    CHECK_THAT(built().folder.read(std::string("view/") + file),
               Contains("ACCUSES") && !Contains("anna-berg"));
  }
}

TEST_CASE("build writes the formats and the part that are asked for; the store keeps all") {
  REQUIRE(built()("build -q a.txt b.txt -o some -f gexf,neo4j-csv,csv --relation ACCUSES").code == 0);
  CHECK_FALSE(built().folder.has("some/graph.graphml"));
  CHECK_THAT(built().folder.read("some/graph.gexf"), Contains("ACCUSES") && !Contains("SIGNS"));
  CHECK_THAT(built().folder.read("some/neo4j-csv/edges-header.csv"), Contains(":START_ID"));
  CHECK_THAT(built().folder.read("some/csv/edges.csv"), Contains("ACCUSES"));
  CHECK_THAT(built()("export some").out, Contains("SIGNS"));
  const auto wrong = built()("build -q a.txt -o other -f graphml,gexff");
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("did you mean 'gexf'?"));
  CHECK_FALSE(built().folder.has("other"));
}

TEST_CASE("what there is not is exit code 2 with what may be meant") {
  const auto refused = [](const std::string& flags, const std::string& message) {
    const auto done = built()("export out " + flags);
    INFO(flags);
    CHECK(done.code == 2);
    CHECK(done.out.empty());
    CHECK_THAT(done.err, Contains(message));
  };
  refused("--view entitys", "there is no view 'entitys'; did you mean 'entities'?");
  refused("--view zebra", "there are full, entities, events, claims");
  refused("--type person", "did you mean 'Person'?");
  refused("--relation ACUSES", "did you mean 'ACCUSES'?");
  refused("--since demain", "--since: 'demain' is no date");
  refused("--until 2023-13", "--until: '2023-13' is no date");
  refused("--since 2023-04 --until 2023-03", "--since 2023-04 is after --until 2023-03");
  refused("--min-confidence 7", "--min-confidence: no confidence is so; write a number from 0 to 1");
  refused("--min-confidence nan", "from 0 to 1");
  refused("--neighbourhood 'Anna Berk'", "Anna Berg");
  refused("--min-documents many", "--min-documents");
  refused("-f jsonld --iri-base here", "'here' is no absolute IRI");
  refused("-f turtle --named-graphs", "jsonld and nquads have");
  refused("-f grapml", "did you mean 'graphml'?");
}

TEST_CASE("an export of nothing is written, told and exit code 1") {
  for (const char* format : {"graphml", "cypher", "jsonld", "svg"}) {
    INFO(format);
    const auto empty = built()(std::string("export out --min-documents 3 -f ") + format);
    CHECK(empty.code == 1);
    CHECK_FALSE(empty.out.empty());
    CHECK_THAT(empty.out, !Contains("Anna Berg"));
    CHECK_THAT(empty.err, Contains("the export is empty"));
  }
  CHECK(built()("export out --min-confidence 1 -f csv -o none/").code == 1);
  CHECK(built().folder.read("none/edges.csv").find('\n') == built().folder.read("none/edges.csv").size() - 1);
  CHECK(built()("export out --since 2023-03-01 --until 2023-03 -f graphml").code == 0);
}

TEST_CASE("a reader that has seen enough ends an export quietly") {
  const auto closed = built()("export out -f jsonld; echo $? >code; } | true", "{ sleep 0.3;");
  CHECK(closed.err.empty());
  CHECK(built().folder.read("code") == "0\n");
}
