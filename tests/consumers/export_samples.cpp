// Writes a sample graph in every format below FOLDER, and counts.json with what a consumer must find in it.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "export/formats.hpp"
#include "support/extractions.hpp"
#include "support/hostile.hpp"

using namespace maillon;

namespace {

int fail(const Diagnostic& d) {
  std::fprintf(stderr, "%s\n", d.to_string().c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path root = argv[1];
  std::vector<Extraction> articles = testing::sample_articles();
  articles.push_back(testing::hostile_article());
  const KnowledgeGraph graph = testing::graph_builder().build(articles);
  for (const Format& format : formats()) {
    const auto folder = root / format.name;
    std::filesystem::create_directories(folder);
    if (Status s = export_to_folder(graph, format, {}, folder.string()); !s) return fail(s.error());
  }
  ExportOptions strict;
  strict.strict = true;
  if (Status s = export_to_file(graph, *find_format("graphml"), strict, (root / "strict.graphml").string());
      !s)
    return fail(s.error());
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::size_t documents = 0;
  for (const Edge& e : graph.edges()) {
    pairs.emplace(e.source, e.target);
    documents += e.weight();
  }
  std::ofstream(root / "counts.json")
      << "{\"nodes\":" << graph.nodes().size() << ",\"edges\":" << graph.edges().size()
      << ",\"pairs\":" << pairs.size() << ",\"weights\":" << documents << "}\n";
}
