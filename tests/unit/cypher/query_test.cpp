#include "cypher/query.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cypher/graph_assembler.hpp"
#include "cypher/value_json.hpp"
#include "cypher/value_text.hpp"

using namespace maillon;
using cypher::Value;

namespace {

/// Three people who met in a circle, and a town that two of them visited.
cypher::PropertyGraph people() {
  cypher::GraphAssembler out;
  const std::vector<std::string_view> person = {"Entity", "Person"}, place = {"Entity", "Place"};
  for (const char* name : {"Anna Berg", "Jan Novak", "Eva Lund"})
    out.set_node_property(out.add_node(person), "name", Value(std::string(name)));
  out.set_node_property(out.add_node(place), "name", Value(std::string("Oslo")));
  for (std::uint32_t i = 0; i < 3; ++i) out.add_relationship(i, (i + 1) % 3, "MEETS");
  out.add_relationship(0, 3, "VISITS");
  out.add_relationship(1, 3, "VISITS");
  return std::move(out).finish();
}

/// A chain of that many steps.
cypher::PropertyGraph chain(std::uint32_t steps) {
  cypher::GraphAssembler out;
  for (std::uint32_t i = 0; i <= steps; ++i)
    out.set_node_property(out.add_node({}), "n", Value(std::int64_t{i}));
  for (std::uint32_t i = 0; i < steps; ++i) out.add_relationship(i, i + 1, "NEXT");
  return std::move(out).finish();
}

std::vector<std::string> rows_of(const cypher::PropertyGraph& graph, std::string_view text,
                                 cypher::Map parameters = {}) {
  const auto query = cypher::Query::prepare(graph, text, std::move(parameters));
  if (!query) return {"error: " + query.error().message};
  std::vector<std::string> out;
  const Status done = query->run([&](std::span<const Value> row) {
    std::string line;
    for (const Value& v : row) line += (line.empty() ? "" : " | ") + cypher::plain_text(v);
    out.push_back(std::move(line));
    return true;
  });
  if (!done) out.push_back("error: " + done.error().message);
  return out;
}

using Rows = std::vector<std::string>;

Diagnostic error_of(std::string_view text) {
  static const cypher::PropertyGraph graph = people();
  const auto query = cypher::Query::prepare(graph, text);
  REQUIRE_FALSE(query);
  return query.error();
}

}  // namespace

TEST_CASE("a query answers over a property graph") {
  const cypher::PropertyGraph graph = people();
  CHECK(rows_of(graph, "MATCH (p:Person)-[:VISITS]->(t) RETURN p.name, t.name ORDER BY p.name") ==
        Rows{"Anna Berg | Oslo", "Jan Novak | Oslo"});
  CHECK(rows_of(graph, "MATCH (p {name: $who})-[:MEETS*1..2]->(q) RETURN q.name",
                {{"who", Value(std::string("Anna Berg"))}}) == Rows{"Jan Novak", "Eva Lund"});
}

TEST_CASE("counting without looking gives the same numbers") {
  const cypher::PropertyGraph graph = people();
  // The second of each pair keeps the planner from counting degrees.
  CHECK(rows_of(graph, "MATCH (a)-->(b)-->(c) RETURN count(*)") == Rows{"5"});
  CHECK(rows_of(graph, "MATCH (a)-->(b)-->(c) WHERE c.name <> '' RETURN count(*)") == Rows{"5"});
  CHECK(rows_of(graph, "MATCH (a)-->(b)<--(c) RETURN count(*)") == Rows{"2"});
  CHECK(rows_of(graph, "MATCH (a)-->(b)<--(c) WHERE c.name <> '' RETURN count(*)") == Rows{"2"});
  CHECK(rows_of(graph, "MATCH (a:Person), (b:Place) RETURN count(b)") == Rows{"3"});
  CHECK(rows_of(graph, "MATCH (a)-[:MEETS]->(b)-->(c) RETURN a.name, count(*) ORDER BY a.name") ==
        Rows{"Anna Berg | 2", "Eva Lund | 2", "Jan Novak | 1"});
  CHECK(rows_of(graph, "MATCH (t:Place) OPTIONAL MATCH (t)-->(x) RETURN count(x), count(*)") ==
        Rows{"0 | 1"});
}

TEST_CASE("paths may be as long as the graph") {
  const cypher::PropertyGraph graph = chain(200'000);
  CHECK(rows_of(graph, "MATCH p = (a {n: 0})-[*]->(b {n: 200000}) RETURN length(p)") == Rows{"200000"});
  CHECK(rows_of(graph, "MATCH (a {n: 0})-[*]->(b) RETURN count(*)") == Rows{"200000"});
  CHECK(rows_of(graph, "MATCH p = shortestPath((a {n: 0})-[*]->(b {n: 1000})) RETURN length(p)") ==
        Rows{"1000"});
}

TEST_CASE("a query can be run again, also after it was stopped") {
  const cypher::PropertyGraph graph = people();
  const auto query = cypher::Query::prepare(graph, "MATCH (a)-[*]-(b) RETURN count(*) AS n");
  REQUIRE(query);
  std::vector<std::int64_t> counts;
  for (int i = 0; i < 2; ++i)
    REQUIRE(query->run([&](std::span<const Value> row) {
      counts.push_back(row[0].integer());
      return false;
    }));
  CHECK(counts.size() == 2);
  CHECK(counts[0] == counts[1]);
}

TEST_CASE("a query that takes too long is stopped") {
  const cypher::PropertyGraph graph = chain(3000);
  const auto query = cypher::Query::prepare(graph, "MATCH (a), (b), (c) WHERE a.n + b.n + c.n < 0 RETURN a");
  REQUIRE(query);
  cypher::RunOptions how;
  how.timeout = std::chrono::milliseconds(20);
  const Status done = query->run([](std::span<const Value>) { return true; }, how);
  REQUIRE_FALSE(done);
  CHECK(done.error().message == "the query took longer than it may");
}

TEST_CASE("errors point at the place and know what was meant") {
  const Diagnostic unknown = error_of("MATCH (person)\nRETURN  persom.name");
  CHECK(unknown.line == 2);
  CHECK(unknown.column == 9);
  CHECK(unknown.hint == "did you mean 'person'?");
  CHECK(cypher::caret_lines(unknown, "MATCH (person)\nRETURN  persom.name") ==
        "  RETURN  persom.name\n          ^\n");

  const Diagnostic syntax = error_of("MATCH (é:Person RETURN é");
  CHECK(syntax.line == 1);
  CHECK(syntax.column == 17);
  CHECK(syntax.hint.find("')'") != std::string::npos);

  CHECK(error_of("RETURN toUper('a')").hint == "did you mean 'toupper'?");
  CHECK(error_of("MATCH (n) DELETE n").message == "queries only read");
  CHECK(error_of("").message == "the query ends too early");
}

TEST_CASE("names that nothing has are warnings") {
  const cypher::PropertyGraph graph = people();
  const auto query = cypher::Query::prepare(graph, "MATCH (p:Persn)-[:MEET]->(q) WHERE p.nam = 'x' RETURN q");
  REQUIRE(query);
  REQUIRE(query->warnings().size() == 3);
  CHECK(query->warnings()[0].hint == "did you mean 'Person'?");
  CHECK(query->warnings()[1].hint == "did you mean 'MEETS'?");
  CHECK(query->warnings()[2].hint == "did you mean 'name'?");
  CHECK(query->warnings()[0].column == 10);
}

TEST_CASE("deep nesting is an error and no crash") {
  CHECK(error_of("RETURN " + std::string(100'000, '(') + "1").message ==
        "brackets are nested more than 100 deep");
  CHECK(error_of("RETURN " + std::string(90, '[')).message == "the query ends too early");
  const cypher::PropertyGraph graph = people();
  std::string sum = "RETURN 0";
  for (int i = 0; i < 20'000; ++i) sum += " + 1";
  CHECK(rows_of(graph, sum + " AS n") == Rows{"20000"});
}

TEST_CASE("the plan starts where the fewest nodes are") {
  const cypher::PropertyGraph graph = people();
  const auto query = cypher::Query::prepare(graph, "MATCH (p:Person)-[:VISITS]->(t:Place) RETURN p");
  REQUIRE(query);
  CHECK(query->explain().find("NodesByLabel (t:Place)") != std::string::npos);
  const auto seek = cypher::Query::prepare(graph, "MATCH (p)-->(q) WHERE q.name = 'Oslo' RETURN p");
  REQUIRE(seek);
  CHECK(seek->explain().find("NodesByProperty (q.name = 'Oslo')") != std::string::npos);
}

TEST_CASE("values are JSON") {
  const cypher::PropertyGraph graph = people();
  const auto query = cypher::Query::prepare(
      graph,
      "MATCH p = (a {name: 'Jan Novak'})-[:VISITS]->() RETURN {p: p, d: date('2024-02-29'), x: 0.0 / 0}");
  REQUIRE(query);
  std::string out;
  REQUIRE(query->run([&](std::span<const Value> row) {
    cypher::append_json(out, row[0], graph);
    return true;
  }));
  CHECK(out ==
        R"({"d":"2024-02-29","p":{"nodes":[{"labels":["Entity","Person"],"properties":{"name":"Jan Novak"}},)"
        R"({"labels":["Entity","Place"],"properties":{"name":"Oslo"}}],"relationships":[{"type":"VISITS",)"
        R"("start":1,"end":3,"properties":{}}]},"x":null})");
}
