#include <catch2/catch.hpp>

#include "export/ndjson_writer.hpp"
#include "pipeline/analyzer.hpp"
#include "pipeline/article_run.hpp"
#include "support/json_schema.hpp"

using namespace maillon;

TEST_CASE("every statement of the example articles conforms to the statement schema") {
  const test::JsonSchema schema("formats/statement.schema.json");
  const auto analyzer = Analyzer::load(Schemas::embedded());
  REQUIRE(analyzer);
  const auto maker = ArticleMaker::load(Schemas::embedded());
  REQUIRE(maker);
  DocumentReader reader({MAILLON_SOURCE_DIR "/examples/articles"});
  std::size_t articles = 0, statements = 0;
  run_articles<std::string>(
      reader, *maker,
      [&](Article a) {
        std::string out;
        write_statements(analyzer->extract(std::move(a)), out);
        return out;
      },
      [&](ArticleOutcome<std::string> o) {
        INFO(o.id);
        REQUIRE(o.result);
        ++articles;
        for (const std::string& line : test::lines(*o.result)) {
          INFO(line);
          CHECK(schema.violation(line).empty());
          ++statements;
        }
        return true;
      },
      RunOptions{1});
  CHECK(articles >= 12);
  CHECK(statements > 10 * articles);
}
