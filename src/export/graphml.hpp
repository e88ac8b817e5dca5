// GraphML (graphml.graphdrawing.org, 1.0) as Gephi, APOC, NetworkX, igraph and Boost read it.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// Nodes before edges; a closed set of typed keys; lists as JSON arrays in strings with attr.list="string".
/// Edge XML attribute `label` (its type, numbered where one type comes twice between two nodes: Gephi would
/// merge them) and node attribute `labels` (APOC) are left out by ExportOptions::strict.
void write_graphml(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
