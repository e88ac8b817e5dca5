// Bytes a second of each export format on one thread, of a generated graph of 20,000 nodes and 80,000 edges
// (what is written goes nowhere), and of reading it back.
#include <benchmark/benchmark.h>

#include <string>

#include "export/formats.hpp"
#include "import/graph_reader.hpp"
#include "support/graph_generator.hpp"
#include "support/temp_folder.hpp"

namespace maillon::bench {

namespace {

class CountingSink final : public Sink {
 public:
  void write(std::string_view bytes) override { bytes_ += bytes.size(); }
  std::size_t bytes() const { return bytes_; }

 private:
  std::size_t bytes_ = 0;
};

const KnowledgeGraph& graph() {
  static const KnowledgeGraph instance = testing::generated_graph({20000, 80000, 0.2, 1});
  return instance;
}

void export_format(benchmark::State& state, const Format& format) {
  const KnowledgeGraph& input = graph();
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    CountingSink sink;
    for (const FormatFile& file : format.files) file.write(input, {}, sink);
    bytes += sink.bytes();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void import_format(benchmark::State& state, const Format& format) {
  StringSink sink;
  format.files[0].write(graph(), {}, sink);
  const test::TempFolder folder;
  const std::string path = folder.write("graph", sink.text());
  for ([[maybe_unused]] auto _ : state) {
    const auto back = read_graph(path);
    if (!back) state.SkipWithError(back.error().to_string().c_str());
    benchmark::DoNotOptimize(back);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sink.text().size()));
}

const bool kRegistered = [] {
  for (const Format& format : formats()) {
    const std::string name = "export/" + std::string(format.name);
    benchmark::RegisterBenchmark(name.c_str(), [&format](benchmark::State& state) {
      export_format(state, format);
    })->Unit(benchmark::kMillisecond);
  }
  for (const char* name : {"graphml", "jsonld"}) {
    benchmark::RegisterBenchmark((std::string("import/") + name).c_str(), [name](benchmark::State& state) {
      import_format(state, *find_format(name));
    })->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace

}  // namespace maillon::bench
