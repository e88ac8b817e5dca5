// A Cypher script for Neo4j 5 and its kin.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// Constraint, then a statement a batch of nodes of one class or of relationships of one type. Running it
/// again changes nothing.
///
/// The rows of a batch are one string literal, parted by U+001E, their fields by U+001F, the items of a list
/// by U+001D (which no text of the graph holds): as a list of maps, a batch takes Neo4j a hundred times
/// longer to parse and plan than to carry out.
void write_cypher(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
