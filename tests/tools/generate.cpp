// Writes a generated graph of any size into the store FOLDER/graph.db.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "store/store.hpp"
#include "support/graph_generator.hpp"

using namespace maillon;

namespace {

/// Articles in one transaction.
constexpr std::uint32_t kBatch = 2000;

int fail(const Diagnostic& d) {
  std::fprintf(stderr, "%s\n", d.to_string().c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Writes a store whose graph has exactly NODES nodes and EDGES edges."};
  testing::GeneratedSize size;
  std::string folder;
  app.add_option("NODES", size.nodes, "events among them")->required();
  app.add_option("EDGES", size.edges, "those of events among them")->required();
  app.add_option("-o,--output", folder, "folder of the new graph.db")->required();
  app.add_option("--repeats", size.repeats, "second reports, as a share of the edges")->capture_default_str();
  app.add_option("--seed", size.seed, "another one makes another graph")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  const auto plan = testing::GraphGenerator::plan(size);
  if (!plan) return fail(plan.error());
  std::filesystem::create_directories(folder);
  std::filesystem::remove(std::filesystem::path(folder) / "graph.db");
  auto store = Store::open(folder, Store::Mode::write);
  if (!store) return fail(store.error());
  std::vector<Extraction> batch;
  for (std::uint32_t i = 0; i < plan->articles(); ++i) {
    batch.push_back(plan->article(i));
    if (batch.size() < kBatch && i + 1 < plan->articles()) continue;
    if (Status s = store->add(batch); !s) return fail(s.error());
    batch.clear();
  }
  std::fprintf(stderr, "%u articles, %llu statements: %u nodes, %u edges\n", plan->articles(),
               static_cast<unsigned long long>(plan->statements()), size.nodes, size.edges);
  return 0;
}
