#include "export/formats.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "export/csv.hpp"
#include "export/cypher.hpp"
#include "export/dot.hpp"
#include "export/gexf.hpp"
#include "export/graph_ndjson.hpp"
#include "export/graphml.hpp"
#include "export/iri.hpp"
#include "export/jsonld.hpp"
#include "export/neo4j.hpp"
#include "export/svg.hpp"
#include "export/turtle.hpp"
#include "graph/suggestion.hpp"

namespace maillon {

namespace {

constexpr std::array kCsv = {FormatFile{"nodes.csv", write_csv_nodes},
                             FormatFile{"edges.csv", write_csv_edges},
                             FormatFile{"evidence.csv", write_csv_evidence}};
constexpr std::array kCypher = {FormatFile{"graph.cypher", write_cypher}};
constexpr std::array kDot = {FormatFile{"graph.dot", write_dot}};
constexpr std::array kGexf = {FormatFile{"graph.gexf", write_gexf}};
constexpr std::array kGraphml = {FormatFile{"graph.graphml", write_graphml}};
constexpr std::array kJsonld = {FormatFile{"graph.jsonld", write_jsonld}};
constexpr std::array kNeo4j = {FormatFile{"nodes-header.csv", write_neo4j_nodes_header},
                               FormatFile{"nodes.csv", write_neo4j_nodes},
                               FormatFile{"edges-header.csv", write_neo4j_edges_header},
                               FormatFile{"edges.csv", write_neo4j_edges},
                               FormatFile{"import.sh", write_neo4j_command},
                               FormatFile{"schema.cypher", write_neo4j_schema}};
constexpr std::array kNquads = {FormatFile{"graph.nq", write_nquads}};
constexpr std::array kNdjson = {FormatFile{"graph.ndjson", write_graph_ndjson}};
constexpr std::array kSvg = {FormatFile{"graph.svg", write_svg}};
constexpr std::array kTurtle = {FormatFile{"graph.ttl", write_turtle}};

constexpr std::array kFormats = {
    Format{"csv", "plain CSV for spreadsheets: nodes, edges, evidence", kCsv},
    Format{"cypher", "Cypher script for Neo4j and its kin; can be run again", kCypher},
    Format{"dot", "Graphviz DOT for a picture", kDot},
    Format{"gexf", "GEXF 1.3 for Gephi, with times, colours and positions", kGexf},
    Format{"graphml", "GraphML for Gephi, Neo4j (APOC), NetworkX, igraph, yEd, Cytoscape, Boost", kGraphml},
    Format{"jsonld", "JSON-LD with schema.org, SEM, PROV-O and Web Annotation", kJsonld, true},
    Format{"ndjson", "JSON Lines of documents, nodes and edges, for jq, DuckDB, Spark, pandas", kNdjson},
    Format{"neo4j-csv", "CSV for neo4j-admin database import, with its command", kNeo4j},
    Format{"nquads", "N-Quads, the same triples as JSON-LD", kNquads, true},
    Format{"svg", "SVG, a picture of the graph, or of its most connected part", kSvg},
    Format{"turtle", "Turtle, the same triples as JSON-LD", kTurtle},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto at =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
  return at == kFormats.end() ? nullptr : at;
}

Status check(const Format& format, const ExportOptions& options) {
  if (options.named_graphs && !format.has_named_graphs)
    return error_in({}, "--named-graphs: " + std::string(format.name) + " has no named graphs",
                    "jsonld and nquads have");
  return check_iri_base(options.iri_base);
}

Result<const Format*> require_format(std::string_view name) {
  if (const Format* format = find_format(name); format != nullptr) return format;
  std::vector<std::string_view> known;
  for (const Format& f : kFormats) known.push_back(f.name);
  return error_in({}, "there is no export format '" + std::string(name) + "'",
                  suggestion(name, known, "there are " + listed(known)));
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
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return error_in(folder, "the output folder cannot be made: " + code.message());
  for (const FormatFile& file : format.files) {
    auto sink = FileSink::open(folder + '/' + std::string(file.name));
    if (!sink) return std::move(sink).error();
    file.write(graph, options, *sink);
    if (Status done = sink->finish(); !done) return done;
  }
  return {};
}

Status export_beside_others(const KnowledgeGraph& graph, const Format& format, const ExportOptions& options,
                            const std::string& folder) {
  const bool alone = format.files.size() == 1;
  return export_to_folder(graph, format, options, alone ? folder : folder + '/' + std::string(format.name));
}

}  // namespace maillon
