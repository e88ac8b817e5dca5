// Neo4j: files for neo4j-admin database import. The Cypher script is in export/cypher.hpp.
#pragma once

#include <string_view>

#include "export/formats.hpp"
#include "export/properties.hpp"

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

/// What both ways into Neo4j call things: a node's label is its property `name`, for labels are something
/// else there; a relationship has no property for its label, which is its type.
std::string_view neo4j_name(std::string_view node_property);
bool is_neo4j_property(const EdgeProperty&);
std::string_view neo4j_type(const Edge&);
inline constexpr std::string_view kNeo4jConstraint =
    "CREATE CONSTRAINT maillon_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";

}  // namespace maillon
