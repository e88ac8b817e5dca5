#include "pipeline/graph_import.hpp"

#include <utility>

#include "import/article_parts.hpp"
#include "import/graph_reader.hpp"
#include "pipeline/new_file.hpp"
#include "pipeline/store_upkeep.hpp"

namespace maillon {

Result<BuildReport> import_graph(const std::string& file, const std::string& output) {
  const Result<KnowledgeGraph> graph = read_graph(file);
  if (!graph) return graph.error();
  const Result<std::string> path = store_file(output);
  if (!path) return path.error();
  NewFile made(*path);
  Result<Store> store = Store::open(*path, Store::Mode::write);
  if (!store) return store.error();
  const auto known = store->articles();
  if (!known) return known.error();
  if (!known->empty())
    return error_in(*path, "the store holds " + std::to_string(known->size()) + " articles already",
                    "import into another one with -o, then join the two with maillon merge");
  if (Status s = store->add(article_parts(*graph)); !s) return s.error();
  if (Status s = store->set_graph(*graph, {std::string(GraphOrigin::kImported), {}}); !s) return s.error();
  Result<BuildReport> report = report_on(*store, *graph);
  if (report) made.keep();
  return report;
}

}  // namespace maillon
