// The graph of an output folder, for the commands that ask it something.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "cli/options.hpp"
#include "graph/knowledge_graph.hpp"
#include "query/lookup.hpp"

namespace maillon::cli {

struct StoredGraph {
  KnowledgeGraph graph;
  NameIndex names;  ///< of the graph, which therefore stays where it is

  explicit StoredGraph(KnowledgeGraph g) : graph(std::move(g)), names(graph) {}
  StoredGraph(const StoredGraph&) = delete;
  StoredGraph& operator=(const StoredGraph&) = delete;
};

/// Reads the store that the options name and builds its graph.
Result<std::unique_ptr<StoredGraph>> load_graph(const Options& options);

}  // namespace maillon::cli
