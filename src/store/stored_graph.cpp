// The merged graph beside the articles: kept, and read whole.
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
  sqlite::Query chunks(connection(), "SELECT data FROM packed_graph WHERE part = ? ORDER BY chunk");
  source.read = [&](std::uint32_t number, std::string& bytes) {
    bool found = false;
    chunks.reset().bind(static_cast<std::int64_t>(number));
    while (chunks.step()) {
      bytes += chunks.view(0);
      found = true;
    }
    return found;
  };
  Result<KnowledgeGraph> graph = unpack_graph(source);
  if (!chunks.ok()) return sqlite::explain(connection(), chunks.code(), path_);
  if (!graph)
    return error_in(path_, "the store is damaged: " + graph.error().message,
                    "maillon build makes the graph again from the stored articles");
  return graph;
}

}  // namespace maillon
