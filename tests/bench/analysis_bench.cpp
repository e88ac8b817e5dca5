// Words a second of each stage; the whole program beside `grep -c` is in flatness_bench.cpp.
#include <benchmark/benchmark.h>

#include <vector>

#include "bench_articles.hpp"
#include "pipeline/analyzer.hpp"

namespace maillon::bench {

namespace {

constexpr std::size_t kLeastBytes = std::size_t{1} << 20;  // of text that a run goes through

const Analyzer& analyzer() {
  static const Analyzer instance = loaded(Analyzer::load(Schemas::embedded()));
  return instance;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> instance = repeated_articles(kLeastBytes);
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

}  // namespace

BENCHMARK_CAPTURE(analyze_until, tokenize, Stage::text)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, look_up, Stage::lexicon)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, tag, Stage::tagging)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, parse, Stage::syntax)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_until, mentions, Stage::mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(extract)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace maillon::bench
