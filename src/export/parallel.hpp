// Names that keep parallel edges apart in programs which merge edges of one type between two nodes (Gephi).
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

/// By edge: its relation for the first edge of that relation between its ends, "RELATION 2" for the next.
std::vector<std::string> distinct_relations(const KnowledgeGraph&);

}  // namespace maillon
