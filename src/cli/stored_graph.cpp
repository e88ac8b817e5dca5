#include "cli/stored_graph.hpp"

#include <utility>

#include "cli/rule_files.hpp"
#include "graph/graph_builder.hpp"
#include "store/store.hpp"

namespace maillon::cli {

Result<std::unique_ptr<StoredGraph>> load_graph(const Options& options) {
  Result<Schemas> schemas = load_schemas(options);
  if (!schemas) return schemas.error();
  Result<GraphBuilder> builder = GraphBuilder::load(*schemas);
  if (!builder) return builder.error();
  Result<Store> store = Store::open(options.store, Store::Mode::read);
  if (!store) return store.error();
  Result<std::vector<Extraction>> extractions = store->load();
  if (!extractions) return extractions.error();
  return std::make_unique<StoredGraph>(builder->build(*extractions));
}

}  // namespace maillon::cli
