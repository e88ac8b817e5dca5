// What questions ask: the graph of a store, whole or as much of it as one entity needs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "graph/knowledge_graph.hpp"
#include "query/lookup.hpp"
#include "query/table.hpp"
#include "store/store.hpp"

namespace maillon {

/// The graph of all that the store holds: the stored one where these schemas have made it or it was imported,
/// else merged anew.
Result<KnowledgeGraph> graph_of(const Store& store, const Schemas& schemas);

/// The graph that the stored articles give by these schemas, whatever graph the store keeps.
Result<KnowledgeGraph> merge_anew(const Store& store, const Schemas& schemas);

/// As graph_of(), and the store keeps it.
Result<KnowledgeGraph> renew_graph(Store& store, const Schemas& schemas);

/// Reads on demand. Not thread-safe. Diagnostics of the store name its file; those of a name that nothing
/// bears name none.
class GraphSource {
 public:
  static Result<GraphSource> open(const std::string& store, Schemas schemas);

  /// All of it, read once.
  Result<const KnowledgeGraph*> whole();

  /// As NameIndex::require() finds it: an index into the whole graph.
  Result<std::uint32_t> node(const std::string& name);

  /// A node, and a graph with all that is within `hops` of it (see graph_around), or the whole one where the
  /// stored graph is not up to date. The graph lives until the next call.
  struct Place {
    const KnowledgeGraph* graph = nullptr;
    std::uint32_t node = kNone;
  };
  Result<Place> around(const std::string& name, std::uint32_t hops);
  /// The node of that name in a place's graph; kNone where it is not in it.
  Result<std::uint32_t> node_in(const Place& place, const std::string& name);

  /// As search() does, but over all sentences where the stored graph is up to date.
  Result<Table> find_text(std::string_view words, std::size_t limit);

 private:
  GraphSource(Store store, Schemas schemas, bool current)
      : store_(std::move(store)), schemas_(std::move(schemas)), current_(current) {}
  Result<std::uint32_t> stored_node(const std::string& name) const;

  Store store_;
  Schemas schemas_;
  bool current_;  ///< the stored graph is that of the stored articles, by these schemas or as it was imported
  std::unique_ptr<const KnowledgeGraph> whole_, part_;
};

}  // namespace maillon
