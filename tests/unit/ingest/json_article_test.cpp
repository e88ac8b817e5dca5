#include "ingest/json_article.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace maillon;

TEST_CASE("a JSON line becomes an article") {
  const auto a = read_json_article(
      R"({"id":7,"title":"T","date":"2023-03-10","source":"S","url":"u","text":"Malte.","tags":["a","b"],"n":null})");
  REQUIRE(a);
  CHECK(a->article.id == "7");
  CHECK(a->article.title == "T");
  CHECK(a->article.date == "2023-03-10");
  CHECK(a->article.source == "S");
  CHECK(a->article.url == "u");
  CHECK(a->text == "Malte.");
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  CHECK(a->article.metadata == Pairs{{"tags", R"(["a","b"])"}, {"n", "null"}});
}

TEST_CASE("bad JSON lines say what is wrong") {
  const auto error = [](std::string_view line) {
    const auto a = read_json_article(line);
    return a ? std::string("none") : a.error().message;
  };
  CHECK_THAT(error("{\"text\":"), Catch::StartsWith("not JSON"));
  CHECK_THAT(error("{\"text\":\"a\"} x"), Catch::StartsWith("not JSON"));
  CHECK(error("[1]") == "the line is no JSON object");
  CHECK(error("{\"id\":\"x\"}") == "the article lacks \"text\"");
  CHECK(error("{\"text\":null}") == "the article lacks \"text\"");
  CHECK(error("{\"text\":3}") == "the field \"text\" must be a string");
  CHECK(error("{\"text\":\"\xC3(\"}") == "invalid UTF-8");
  CHECK_THAT(error("{\"text\":\"\\ud800\"}"), !Catch::Equals("none"));
  CHECK_THAT(error("{\"text\":\"\\udc00\"}"), !Catch::Equals("none"));
  CHECK_THAT(error(std::string(2'000'000, '[')), Catch::StartsWith("not JSON"));
  const std::string deep(2'000'000, '['), shut(2'000'000, ']');
  CHECK_THAT(error("{\"text\":\"a\",\"x\":" + deep + shut + "}"), Catch::StartsWith("not JSON"));
  CHECK(error("{\"text\":\"[[[[ \\\" {{{{\",\"x\":[[1]]}") == "none");
  CHECK(read_json_article("{\"text\": 1x}").error().column > 0);
}
