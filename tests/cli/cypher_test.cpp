// openCypher queries to a built graph.
#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
using Catch::StartsWith;
using maillon::test::Program;

namespace {

/// A program whose folder holds the graph of two articles.
const Program& built() {
  static const Program kProgram;
  static const bool kDone = [] {
    kProgram.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède.");
    kProgram.folder.write("b.txt", "La Suède a accusé la Finlande d'avoir fermé la frontière.");
    return kProgram("build -q a.txt b.txt").code == 0;
  }();
  REQUIRE(kDone);
  return kProgram;
}

}  // namespace

TEST_CASE("a query answers in every format") {
  const std::string ask = "query out \"MATCH (s:State {name: 'Suède'}) RETURN s.name AS name, 1 AS n\" ";
  CHECK(built()(ask).out == "{\"name\":\"Suède\",\"n\":1}\n");  // a pipe
  CHECK(built()(ask + "-f json").out == "[\n  {\"name\":\"Suède\",\"n\":1}\n]\n");
  CHECK(built()(ask + "-f csv").out == "name,n\r\nSuède,1\r\n");
  CHECK(built()(ask + "-f tsv").out == "name\tn\nSuède\t1\n");
  CHECK_THAT(built()(ask + "-f table").out, StartsWith("name") && Contains("Suède"));
  const auto graph = built()("query out 'MATCH (a)-[r]->(b) RETURN a, r, b' -f graphml");
  CHECK(graph.code == 0);
  CHECK_THAT(graph.out, Contains("<graphml") && Contains("state:suede"));
}

TEST_CASE("parameters, limits, plans and queries from standard input") {
  CHECK(built()("query out 'MATCH (s {name: $n}) RETURN s.name' --param n=Suède").out ==
        "{\"s.name\":\"Suède\"}\n");
  CHECK(built()("query out 'RETURN $n + 1 AS n' --param n=41").out == "{\"n\":42}\n");
  const auto cut = built()("query out 'UNWIND range(1, 9) AS n RETURN n' --max-rows 2");
  CHECK(cut.out == "{\"n\":1}\n{\"n\":2}\n");
  CHECK_THAT(cut.err, Contains("--max-rows"));
  CHECK_THAT(built()("query out 'MATCH (s:State) RETURN s' --explain").out,
             Contains("NodesByLabel (s:State)"));
  CHECK(built()("query out", "echo 'RETURN 2 AS two' |").out == "{\"two\":2}\n");
  const auto slow = built()(
      "query out 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000) AS b RETURN count(*)' --timeout 0.05");
  CHECK(slow.code == 2);
  CHECK_THAT(slow.err, Contains("longer than it may"));
}

TEST_CASE("a query that is wrong is shown with the place, one that finds nothing ends with 1") {
  const auto wrong = built()("query out 'MATCH (s:State) RETURN t'");
  CHECK(wrong.code == 2);
  CHECK(wrong.out.empty());
  CHECK_THAT(wrong.err,
             Contains("query:1:24: there is no variable 't'") && Contains("\n                         ^"));
  const auto nothing = built()("query out 'MATCH (s:Stat) RETURN s'");
  CHECK(nothing.code == 1);
  CHECK_THAT(nothing.err, Contains("did you mean 'State'?"));
  CHECK(built()("query out 'RETURN $n' --param n").code == 2);
}
