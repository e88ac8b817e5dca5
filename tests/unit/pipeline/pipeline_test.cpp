#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "pipeline/analyzer.hpp"
#include "pipeline/article_run.hpp"
#include "pipeline/output_set.hpp"
#include "support/temp_folder.hpp"

using namespace maillon;
using maillon::test::TempFolder;

namespace {

std::string many_lines(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"Malte cède.\"}\n";
  return out;
}

}  // namespace

TEST_CASE("articles come out in the order they went in, whatever the threads") {
  const TempFolder folder;
  const std::string file = folder.write("many.jsonl", many_lines(300));
  const auto maker = ArticleMaker::load(Schemas::embedded());
  REQUIRE(maker);
  for (const unsigned threads : {1U, 2U, 7U}) {
    DocumentReader reader({file});
    std::vector<std::string> seen;
    std::atomic<int> under_way = 0, most = 0;
    run_articles<std::string>(
        reader, *maker,
        [&](Article a) {
          const int now = ++under_way;
          for (int old = most; now > old && !most.compare_exchange_weak(old, now);) continue;
          if (a.id.ends_with('3')) std::this_thread::sleep_for(std::chrono::microseconds(300));
          if (a.id == "250") throw std::runtime_error("boum");
          --under_way;
          return a.id;
        },
        [&](ArticleOutcome<std::string> o) {
          seen.push_back(o.result ? *o.result : "!" + o.result.error().to_string());
          return true;
        },
        RunOptions{threads});
    REQUIRE(seen.size() == 300);
    for (int i = 0; i < 300; ++i)
      if (i != 250) CHECK(seen[static_cast<std::size_t>(i)] == std::to_string(i));
    CHECK(seen[250] == "!" + file + ":251: the analysis failed: boum");
    CHECK(most <= static_cast<int>(threads) + 1);  // the one that threw was not counted down
  }
}

TEST_CASE("a run ends where its results are no longer wanted") {
  const TempFolder folder;
  const std::string file = folder.write("many.jsonl", many_lines(1000));
  const auto maker = ArticleMaker::load(Schemas::embedded());
  for (const unsigned threads : {1U, 4U}) {
    DocumentReader reader({file});
    std::atomic<int> worked = 0;
    int delivered = 0;
    run_articles<int>(
        reader, *maker, [&](Article) { return ++worked; },
        [&](ArticleOutcome<int>) { return ++delivered < 10; }, RunOptions{threads});
    CHECK(delivered == 10);
    CHECK(worked < 100);
  }
}

TEST_CASE("an output set appears whole or not at all") {
  const TempFolder folder;
  folder.write("out/a.txt", "alt");
  folder.write("out/g.db-wal", "reste");
  {
    auto set = OutputSet::open(folder.path("out"));
    REQUIRE(set);
    std::ofstream(set->staging() + "/a.txt") << "neu";
    CHECK(folder.read("out/a.txt") == "alt");
  }
  CHECK(folder.read("out/a.txt") == "alt");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path("out")), {}) == 2);
  auto set = OutputSet::open(folder.path("out"));
  REQUIRE(set);
  std::ofstream(set->staging() + "/g.db") << "g";
  std::ofstream(set->staging() + "/a.txt") << "neu";
  const auto files = set->commit();
  REQUIRE(files);
  CHECK(*files == std::vector<std::string>{"a.txt", "g.db"});
  CHECK(folder.read("out/a.txt") == "neu");
  CHECK(!folder.has("out/g.db-wal"));
}

TEST_CASE("a folder made for an output set goes with it") {
  const TempFolder folder;
  { REQUIRE(OutputSet::open(folder.path("neu/out"))); }
  CHECK(!folder.has("neu/out"));
  const std::string file = folder.write("datei", "x");
  CHECK(!OutputSet::open(file + "/out"));
}

TEST_CASE("the stages run in order over one article") {
  const auto analyzer = Analyzer::load(Schemas::embedded());
  REQUIRE(analyzer);
  Article article;
  article.id = "a";
  article.date = "2023-03-10";
  article.body = "La ministre danoise Anna Berg a rencontré Jan Novak à Riga.";
  CHECK(analyzer->analyze(article, Stage::text)->tagged.words.empty());
  const auto analysis = analyzer->analyze(article);
  CHECK(analysis->parsed.size() == analysis->tagged.words.size());
  CHECK(!analysis->mentions.mentions.empty());
  const Extraction extraction = analyzer->extract(*analysis);
  CHECK(extraction.document == "a");
  CHECK(!extraction.statements.empty());
}

TEST_CASE("every sentence ends") {
  const auto analyzer = Analyzer::load(Schemas::embedded());
  REQUIRE(analyzer);
  Article article;  // its clauses once hung below each other
  article.body =
      "Il proteste : \"Si cela ne lui plaît pas, qu'elle quitte le navire avec mon frère, et je le lui dirai "
      "quand je reviens\", assure-t-il.";
  CHECK(analyzer->extract(article).words > 20);
}

TEST_CASE("the headline of another article is less sure, in hundredths as all confidences are") {
  const auto analyzer = Analyzer::load(Schemas::embedded());
  const auto maker = ArticleMaker::load(Schemas::embedded());
  REQUIRE(analyzer);
  REQUIRE(maker);
  RawDocument page;
  page.id = "a";
  page.bytes =
      "Malte a signé l'accord.\n\nLire aussi | La ministre danoise Anna Berg a reçu Jan Novak à Riga\n";
  const auto article = maker->make(page);
  REQUIRE(article);
  const Extraction extraction = analyzer->extract(*article);
  double best = 0;
  for (const Statement& s : extraction.statements) {
    CHECK(s.confidence == std::round(s.confidence * 100) / 100);
    if (s.trace.back() == "ingest.teaser.headline") best = std::max(best, s.confidence);
  }
  CHECK(best > 0.1);
  CHECK(best < 0.6);
}
