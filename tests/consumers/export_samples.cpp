// Writes a graph in every format below FOLDER, with what a consumer must find in it (graph_facts.hpp): the
// graph of STORE, or one of sample articles and hostile text. With QUERIES, a file of one query a line, the
// answers as `maillon query --format ndjson` gives them: answers/0.ndjson and so on.
//   export-samples FOLDER [STORE [QUERIES]]
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "consumers/graph_facts.hpp"
#include "cypher/knowledge_source.hpp"
#include "cypher/query.hpp"
#include "cypher/value_json.hpp"
#include "export/formats.hpp"
#include "export/text.hpp"
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

Status write_answer(const cypher::PropertyGraph& graph, const std::string& text, const std::string& path) {
  const auto query = cypher::Query::prepare(graph, text);
  if (!query) return query.error();
  auto sink = FileSink::open(path);
  if (!sink) return sink.error();
  std::string out;
  const Status done = query->run([&](std::span<const cypher::Value> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += i == 0 ? '{' : ',';
      append_json(out, std::string_view(query->columns()[i]));
      out += ':';
      cypher::append_json(out, row[i], graph);
    }
    out += "}\n";
    return true;
  });
  *sink << out;
  return done ? sink->finish() : done;
}

/// Empty lines and comments are no queries.
Status write_answers(const KnowledgeGraph& knowledge, const char* queries,
                     const std::filesystem::path& folder) {
  const cypher::PropertyGraph graph = cypher::property_graph_of(knowledge);
  std::filesystem::create_directories(folder);
  std::ifstream lines(queries);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with("//")) continue;
    const auto path = folder / (std::to_string(number++) + ".ndjson");
    if (Status s = write_answer(graph, line, path.string()); !s) return s;
  }
  return number > 0 ? Status() : Status(error_in(queries, "holds no queries"));
}

int fail(const Diagnostic& d) {
  std::fprintf(stderr, "%s\n", d.to_string().c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) return 2;
  const std::filesystem::path root = argv[1];
  std::filesystem::create_directories(root);
  const auto articles = articles_of(argc >= 3 ? argv[2] : nullptr);
  if (!articles) return fail(articles.error());
  const KnowledgeGraph graph = testing::graph_builder().build(*articles);
  testing::write_facts(graph, root);
  Status done = write_exports(graph, root);
  if (done && argc == 4) done = write_answers(graph, argv[3], root / "answers");
  return done ? 0 : fail(done.error());
}
