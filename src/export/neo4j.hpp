// Neo4j: files for neo4j-admin database import, and a Cypher script.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// Header files apart; strings quoted with doubled quotes, line ends made spaces, list items and labels
/// parted by U+001F. A node has the labels Entity and its class, and its label as property `name`.
void write_neo4j_nodes_header(const KnowledgeGraph&, const ExportOptions&, Sink&);
void write_neo4j_nodes(const KnowledgeGraph&, const ExportOptions&, Sink&);
void write_neo4j_edges_header(const KnowledgeGraph&, const ExportOptions&, Sink&);
void write_neo4j_edges(const KnowledgeGraph&, const ExportOptions&, Sink&);
/// The neo4j-admin command (5.x), and the constraint and indexes to create after it.
void write_neo4j_command(const KnowledgeGraph&, const ExportOptions&, Sink&);
void write_neo4j_schema(const KnowledgeGraph&, const ExportOptions&, Sink&);

/// Constraint, then batches of UNWIND … MERGE by label and by type; running it again changes nothing.
void write_cypher(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
