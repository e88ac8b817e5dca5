#include "cli/stored_graph.hpp"

#include <utility>

#include "cli/rule_files.hpp"
#include "pipeline/graph_source.hpp"

namespace maillon::cli {

Result<std::unique_ptr<StoredGraph>> load_graph(const Options& options) {
  Result<Schemas> schemas = load_schemas(options);
  if (!schemas) return schemas.error();
  Result<Store> store = Store::open(options.store, Store::Mode::read);
  if (!store) return store.error();
  Result<KnowledgeGraph> graph = graph_of(*store, *schemas);
  if (!graph) return graph.error();
  return std::make_unique<StoredGraph>(std::move(graph).value());
}

}  // namespace maillon::cli
