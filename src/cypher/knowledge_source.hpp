// A knowledge graph as a property graph, with the labels, types and property names of the Neo4j exports: a
// query that answers here answers there.
#pragma once

#include "cypher/property_graph.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon::cypher {

/// Node and relationship ids are the indices of the graph's nodes and edges. Properties are read from
/// `graph`, which must stay where it is and outlive the result.
PropertyGraph property_graph_of(const KnowledgeGraph& graph);

}  // namespace maillon::cypher
