// `maillon communities`: groups of nodes that have more to do with each other than with the rest.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "query/table.hpp"

namespace maillon {

/// The community of each node, numbered from 0 by their first nodes. Louvain's method (Blondel et al.,
/// Journal of Statistical Mechanics P10008, 2008) on the undirected graph, an edge weighing as many documents
/// as stand behind it. Nodes are visited in their order and of equal gains the first community is taken, so
/// the result is the same each time.
std::vector<std::uint32_t> community_of(const KnowledgeGraph&);

/// Newman's modularity of a partition of that graph: 0 for chance, 1 at most.
double modularity(const KnowledgeGraph&, const std::vector<std::uint32_t>& community);

/// community, nodes, edges (inside), examples: the `limit` largest.
Table communities(const KnowledgeGraph&, std::size_t limit);

}  // namespace maillon
