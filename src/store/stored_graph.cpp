// The merged graph beside the articles: kept, and read whole.
#include <algorithm>

#include "graph/packed_graph.hpp"
#include "store/connection.hpp"
#include "store/graph_rows.hpp"

namespace maillon {

Result<std::optional<GraphOrigin>> Store::graph_origin() const {
  sqlite::Query query(connection(),
                      "SELECT (SELECT value FROM settings WHERE name = 'graph_rules'), "
                      "(SELECT value FROM settings WHERE name = 'graph_options')");
  if (!query.step()) return sqlite::explain(connection(), query.code(), path_);
  if (query.is_null(0) || query.is_null(1)) return std::optional<GraphOrigin>();
  return std::optional(GraphOrigin{query.text(0), query.text(1)});
}

Status Store::set_graph(const KnowledgeGraph& graph, const GraphOrigin& origin) {
  sqlite::Transaction transaction(connection(), path_);
  if (Status s = transaction.begin(); !s) return s;
  GraphWriter writer(connection(), graph);
  if (!writer.write()) return sqlite::explain(connection(), writer.code(), path_);
  sqlite::Query note(connection(),
                     "INSERT OR REPLACE INTO settings VALUES ('graph_rules',?),('graph_options',?)");
  if (!note.bind(origin.rules).bind(origin.options).run())
    return sqlite::explain(connection(), note.code(), path_);
  return transaction.commit();
}

Result<KnowledgeGraph> Store::graph() const {
  PackedSource source;
  sqlite::Query size(connection(), "SELECT sum(length(data)) FROM packed_graph");
  if (size.step()) source.size = static_cast<std::uint64_t>(size.integer(0));
  sqlite::Query length(connection(), "SELECT count(*), sum(length(data)) FROM packed_graph WHERE part = ?");
  sqlite::Query chunks(connection(), "SELECT data FROM packed_graph WHERE part = ? ORDER BY chunk");
  source.read = [&](std::uint32_t number, const PackedSource::Place& place) {
    if (!length.reset().bind(std::int64_t{number}).step() || length.integer(0) == 0) return false;
    auto left = static_cast<std::size_t>(length.integer(1));
    char* at = place(left);
    chunks.reset().bind(std::int64_t{number});
    while (chunks.step()) {
      const std::string_view bytes = chunks.view(0);
      if (bytes.size() > left) return false;
      at = std::copy(bytes.begin(), bytes.end(), at);
      left -= bytes.size();
    }
    return left == 0;
  };
  Result<KnowledgeGraph> graph = unpack_graph(source);
  for (const sqlite::Query* q : {&size, &length, &chunks})
    if (!q->ok()) return sqlite::explain(connection(), q->code(), path_);
  if (!graph)
    return error_in(path_, "the store is damaged: " + graph.error().message,
                    "maillon build makes the graph again from the stored articles");
  return graph;
}

}  // namespace maillon
