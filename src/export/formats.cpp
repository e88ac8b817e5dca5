#include "export/formats.hpp"

#include <algorithm>
#include <array>

#include "export/graphml.hpp"

namespace maillon {

namespace {

constexpr std::array kGraphml = {FormatFile{"graph.graphml", write_graphml}};

constexpr std::array kFormats = {
    Format{"graphml", "GraphML for Gephi, Neo4j (APOC), NetworkX, igraph, yEd, Cytoscape, Boost", kGraphml},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto at =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
  return at == kFormats.end() ? nullptr : at;
}

Status export_to_file(const KnowledgeGraph& graph, const Format& format, const ExportOptions& options,
                      const std::string& path) {
  if (format.files.size() != 1)
    return error_in(path, std::string(format.name) + " is several files", "name a folder with -o");
  auto sink = FileSink::open(path);
  if (!sink) return std::move(sink).error();
  format.files[0].write(graph, options, *sink);
  return sink->finish();
}

Status export_to_folder(const KnowledgeGraph& graph, const Format& format, const ExportOptions& options,
                        const std::string& folder) {
  for (const FormatFile& file : format.files) {
    auto sink = FileSink::open(folder + '/' + std::string(file.name));
    if (!sink) return std::move(sink).error();
    file.write(graph, options, *sink);
    if (Status done = sink->finish(); !done) return done;
  }
  return {};
}

}  // namespace maillon
