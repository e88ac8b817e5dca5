// The registry of graph formats: `maillon export STORE --format NAME`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "export/sink.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon {

struct ExportOptions {
  bool strict = false;                    ///< GraphML: only what graphml.graphdrawing.org's schema has
  std::string iri_base = "urn:maillon:";  ///< before the percent-encoded id of every node, edge and statement
  bool named_graphs = false;  ///< JSON-LD and N-Quads: what an article states in a graph of its own
};

/// One file of a format; most formats are one.
struct FormatFile {
  std::string_view name;  ///< "graph.graphml"
  void (*write)(const KnowledgeGraph&, const ExportOptions&, Sink&);
};

struct Format {
  std::string_view name;  ///< "graphml"
  std::string_view description;
  std::span<const FormatFile> files;
  bool has_named_graphs = false;
};

/// Sorted by name.
std::span<const Format> formats();
/// nullptr where there is none of that name.
const Format* find_format(std::string_view name);

/// Whether the format can be written so: an IRI base that is one, named graphs where there are some.
Status check(const Format&, const ExportOptions&);
/// A Diagnostic with the nearest name, or all of them, where there is none of that name.
Result<const Format*> require_format(std::string_view name);

/// Writes all files of the format into `folder`, which is made where it is missing; each is written aside and
/// renamed.
Status export_to_folder(const KnowledgeGraph&, const Format&, const ExportOptions&,
                        const std::string& folder);
/// Writes a format of one file into `folder`, and one of several into a folder named after it below.
Status export_beside_others(const KnowledgeGraph&, const Format&, const ExportOptions&,
                            const std::string& folder);
/// Writes a format of one file to `path`, or to standard output ("-"). A format of several files is a
/// Diagnostic.
Status export_to_file(const KnowledgeGraph&, const Format&, const ExportOptions&, const std::string& path);

}  // namespace maillon
