// A graph that maillon has exported, read back: GraphML or JSON-LD -> KnowledgeGraph.
//
// What comes back is what the file holds: the graph that was exported, but for what
// schemas/formats/exports.md says that a format leaves out. Exporting it again gives the same bytes.
#pragma once

#include <string>

#include "base/result.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon {

/// `path` "-" is standard input; gzip and zstd are unpacked on the way, and the format is known by the
/// content. Needs memory for the graph and little more than that. A file that cannot be read, is damaged, of
/// another format or of another program is a Diagnostic with file, line and byte.
Result<KnowledgeGraph> read_graph(const std::string& path);

}  // namespace maillon
