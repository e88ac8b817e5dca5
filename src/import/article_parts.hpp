// A graph -> what its articles state, as far as the graph tells it.
//
// A store is made of articles. Those of a graph that comes from a file are made here, so that everything that
// reads a store (evidence, search, merging, forgetting) finds in this one what it looks for. Entities are the
// nodes as they are; texts, mentions, and the names by which each article called them, are lost with the
// articles.
#pragma once

#include <vector>

#include "graph/knowledge_graph.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// One for each document of the graph, in its order. Every support of the graph is a statement of its
/// document.
std::vector<Extraction> article_parts(const KnowledgeGraph& graph);

}  // namespace maillon
