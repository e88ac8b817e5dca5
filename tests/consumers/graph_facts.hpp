// What a consumer must find, read off the graph itself and not off an export.
#pragma once

#include <filesystem>

#include "graph/knowledge_graph.hpp"

namespace maillon::testing {

/// Writes into `folder`:
///   nodes.ndjson, edges.ndjson  one JSON object a line, in the order of the graph: every property under the
///                               name that schemas/formats/exports.md gives it, absent ones left out; node
///                               "start"/"end" and edge "start"/"end" are the days that GEXF's intervals have
///   counts.json                 nodes, edges, ordered pairs of ends, sum of weights, supports
void write_facts(const KnowledgeGraph& graph, const std::filesystem::path& folder);

}  // namespace maillon::testing
