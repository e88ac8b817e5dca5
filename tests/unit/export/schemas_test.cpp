#include <catch2/catch.hpp>

#include "export/ndjson_writer.hpp"
#include "support/extractions.hpp"
#include "support/json_schema.hpp"

using namespace maillon;
using test::JsonSchema;
using test::lines;

TEST_CASE("what extract writes conforms to the statement schema") {
  const JsonSchema schema("formats/statement.schema.json");
  std::size_t count = 0;
  for (const Extraction& x : maillon::testing::sample_articles()) {
    std::string out;
    write_statements(x, out);
    for (const std::string& line : lines(out)) {
      INFO(line);
      CHECK(schema.violation(line).empty());
      ++count;
    }
  }
  CHECK(count > 8);
}

TEST_CASE("the statement schema refuses what is no statement") {
  const JsonSchema schema("formats/statement.schema.json");
  std::string out;
  write_statements(maillon::testing::sample_articles()[0], out);
  const std::string good = lines(out).at(2);
  const auto broken = [&](const std::string& from, const std::string& to) {
    std::string bad = good;
    const std::size_t at = bad.find(from);
    REQUIRE(at != std::string::npos);
    return schema.violation(bad.replace(at, from.size(), to));
  };
  CHECK(schema.violation(good).empty());
  CHECK(broken("\"alleged\"", "\"rumoured\"").find("enum") != std::string::npos);
  CHECK(broken("\"Group\"", "\"Crowd\"").find("enum") != std::string::npos);
  CHECK(broken("\"confidence\":0.9", "\"confidence\":1.5").find("maximum") != std::string::npos);
  CHECK(broken("\"document\"", "\"documents\"") != "");
  CHECK(broken("\"comparator\":\"~\"", "\"comparator\":\"≈\"") != "");
  CHECK_FALSE(schema.violation("{}").empty());
}

TEST_CASE("the article schema takes what ingest reads") {
  const JsonSchema schema("formats/article.schema.json");
  CHECK(schema.violation(R"({"text":"Malte a cédé."})").empty());
  CHECK(
      schema.violation(R"({"id":7,"title":null,"date":"2023-03-10","text":"","section":{"a":[1]}})").empty());
  CHECK_FALSE(schema.violation(R"({"title":"sans texte"})").empty());
  CHECK_FALSE(schema.violation(R"({"text":["a"]})").empty());
}
