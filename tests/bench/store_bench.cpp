// A store of a million statements (MAILLON_BENCH_STATEMENTS; 100,000 without it) read whole, and asked for
// one entity: time, and the memory that the process has taken at most so far. The store is made on the first
// use.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>

#include "bench_articles.hpp"
#include "graph/graph_builder.hpp"
#include "store/graph_part.hpp"
#include "store/store.hpp"
#include "support/graph_generator.hpp"
#include "support/temp_folder.hpp"

namespace maillon::bench {

namespace {

std::uint32_t statements() {
  const char* asked = std::getenv("MAILLON_BENCH_STATEMENTS");
  return asked == nullptr ? 100000 : static_cast<std::uint32_t>(std::strtoul(asked, nullptr, 10));
}

const std::string& stored() {
  static const test::TempFolder folder;
  static const std::string path = [] {
    // of 20 edges 3 are parts of events; every fifth statement is told twice
    const std::uint32_t edges = statements() / 23 * 20;
    const std::vector<Extraction> articles = testing::generated_articles({edges / 9 * 2, edges, 0.3, 1});
    const std::string file = folder.path("graph.db");
    Store store = loaded(Store::open(file, Store::Mode::write));
    const KnowledgeGraph graph = loaded(GraphBuilder::load(Schemas::embedded())).build(articles);
    if (!store.add(articles) || !store.set_graph(graph, {"bench", {}})) std::abort();
    return file;
  }();
  return path;
}

void note_memory(benchmark::State& state) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void read_whole(benchmark::State& state) {
  const std::string& path = stored();
  for (auto _ : state) {
    const Store store = loaded(Store::open(path, Store::Mode::read));
    const KnowledgeGraph graph = loaded(store.graph());
    state.counters["statements"] = static_cast<double>(graph.supports().size());
    benchmark::DoNotOptimize(graph.edges().data());
  }
  note_memory(state);
}
BENCHMARK(read_whole)->Unit(benchmark::kMillisecond);

void read_around_a_node(benchmark::State& state) {
  const std::string& path = stored();
  std::uint32_t node = 0;
  for (auto _ : state) {
    const Store store = loaded(Store::open(path, Store::Mode::read));
    const KnowledgeGraph part = loaded(graph_around(store, node++ % 1000, 1));
    benchmark::DoNotOptimize(part.edges().data());
  }
}
BENCHMARK(read_around_a_node)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace maillon::bench
