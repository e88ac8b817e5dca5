// `maillon show` and `maillon neighbors`.
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "query/table.hpp"

namespace maillon {

/// What the graph knows of a node: its names and type, what it did, what was done to it, the events it took
/// part in, what it vouches for, and why its names are one: the sections "entity" (a record), "did",
/// "undergone", "events", "vouches for", "merges". Those without rows are left out. Statements in most
/// documents come first, then by relation and the other end's label.
std::vector<Section> show(const KnowledgeGraph&, std::uint32_t node);

/// Nodes within `hops` statements of `node`, either way: hop, label, type, relations that lead there,
/// documents. The nearest come first, then those in most documents, then by label.
Table neighbors(const KnowledgeGraph&, std::uint32_t node, std::uint32_t hops = 1);

/// Why the names of `node` are one: name, document, other name, other document, rule, key.
Table explain_merge(const KnowledgeGraph&, std::uint32_t node);

}  // namespace maillon
