// Words a second of each stage, beside `grep -c` over the same text as a yardstick of the machine.
// The text is that of MAILLON_BENCH_TEXT (JSON Lines of articles), or else of the example articles, repeated.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "ingest/article_maker.hpp"
#include "pipeline/analyzer.hpp"

namespace maillon::bench {

namespace {

constexpr std::size_t kLeastBytes = std::size_t{1} << 20;  // of text that a run goes through

template <class T>
T loaded(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().to_string());
  return *std::move(result);
}

const Analyzer& analyzer() {
  static const Analyzer instance = loaded(Analyzer::load(Schemas::embedded()));
  return instance;
}

std::vector<Article> read_articles() {
  const char* given = std::getenv("MAILLON_BENCH_TEXT");
  const std::string path = given != nullptr ? given : MAILLON_SOURCE_DIR "/examples/articles";
  const ArticleMaker maker = loaded(ArticleMaker::load(Schemas::embedded()));
  DocumentReader reader({path});
  std::vector<Article> articles;
  while (std::optional<Result<RawDocument>> raw = reader.next()) {
    articles.push_back(loaded(maker.make(loaded(*std::move(raw)))));
  }
  std::size_t bytes = 0;
  for (const Article& article : articles) bytes += article.body.size();
  const std::size_t count = articles.size();
  for (std::size_t i = 0; bytes < kLeastBytes; ++i) {
    bytes += articles[i % count].body.size();
    articles.push_back(articles[i % count]);
  }
  return articles;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> instance = read_articles();
  return instance;
}

std::size_t words() {
  static const std::size_t count = [] {
    std::size_t tokens = 0;
    for (const Article& article : articles()) {
      tokens += analyzer().analyze(article, Stage::text)->text.tokens.size();
    }
    return tokens;
  }();
  return count;
}

void report(benchmark::State& state) {
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words()), benchmark::Counter::kIsIterationInvariantRate);
}

void analyze_until(benchmark::State& state, Stage stage) {
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : articles()) benchmark::DoNotOptimize(analyzer().analyze(article, stage));
  }
  report(state);
}

void extract(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : articles()) benchmark::DoNotOptimize(analyzer().extract(article));
  }
  report(state);
}

void load(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(Analyzer::load(Schemas::embedded()));
}

void grep(benchmark::State& state) {
  const auto path = std::filesystem::temp_directory_path() / "maillon-bench.txt";
  {
    std::ofstream file(path);
    for (const Article& article : articles()) file << article.body << '\n';
  }
  const std::string command = "grep -c -i 'ministre' '" + path.string() + "' >/dev/null";
  for ([[maybe_unused]] auto _ : state) {
    if (std::system(command.c_str()) != 0) state.SkipWithError("grep failed");
  }
  report(state);
  std::filesystem::remove(path);
}

}  // namespace

BENCHMARK(grep)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(analyze_until, tokenize, Stage::text)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, look_up, Stage::lexicon)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, tag, Stage::tagging)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, parse, Stage::syntax)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, mentions, Stage::mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(extract)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace maillon::bench
