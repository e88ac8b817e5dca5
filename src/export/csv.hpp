// Plain CSV (RFC 4180) for spreadsheets: nodes, edges, evidence.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// With a header line; lists are JSON arrays. A text that a spreadsheet would run as a formula (it begins
/// with = + - @ or a control character) gets an apostrophe before it.
void write_csv_nodes(const KnowledgeGraph&, const ExportOptions&, Sink&);
void write_csv_edges(const KnowledgeGraph&, const ExportOptions&, Sink&);
void write_csv_evidence(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
