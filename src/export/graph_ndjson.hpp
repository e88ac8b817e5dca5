// The graph as JSON Lines, for pipes, jq, DuckDB, Spark and pandas.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// One JSON object a line (RFC 8259), told apart by "record": every "document", then every "node", then every
/// "edge" with "source", "target" and its evidence as objects. Properties have the names of all formats
/// (exports.md); what does not apply is absent. Code points that XML forbids are kept, malformed UTF-8 is
/// U+FFFD.
void write_graph_ndjson(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
