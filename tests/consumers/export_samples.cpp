// Writes a graph in every format below FOLDER, with what a consumer must find in it (graph_facts.hpp): the
// graph of STORE, or one of sample articles and hostile text.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "consumers/graph_facts.hpp"
#include "export/formats.hpp"
#include "store/store.hpp"
#include "support/extractions.hpp"
#include "support/hostile.hpp"

using namespace maillon;

namespace {

Result<std::vector<Extraction>> articles_of(const char* store) {
  if (store == nullptr) {
    std::vector<Extraction> samples = testing::sample_articles();
    samples.push_back(testing::hostile_article());
    return samples;
  }
  const auto opened = Store::open(store, Store::Mode::read);
  return opened ? opened->load() : Result<std::vector<Extraction>>(opened.error());
}

Status write_exports(const KnowledgeGraph& graph, const std::filesystem::path& root) {
  for (const Format& format : formats()) {
    const auto folder = root / format.name;
    std::filesystem::create_directories(folder);
    if (Status s = export_to_folder(graph, format, {}, folder.string()); !s) return s;
  }
  ExportOptions strict;
  strict.strict = true;
  return export_to_file(graph, *find_format("graphml"), strict, (root / "strict.graphml").string());
}

int fail(const Diagnostic& d) {
  std::fprintf(stderr, "%s\n", d.to_string().c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) return 2;
  const std::filesystem::path root = argv[1];
  std::filesystem::create_directories(root);
  const auto articles = articles_of(argc == 3 ? argv[2] : nullptr);
  if (!articles) return fail(articles.error());
  const KnowledgeGraph graph = testing::graph_builder().build(*articles);
  testing::write_facts(graph, root);
  const Status done = write_exports(graph, root);
  return done ? 0 : fail(done.error());
}
