#include "pipeline/store_upkeep.hpp"

#include <filesystem>
#include <utility>

#include "graph/packed_graph.hpp"
#include "pipeline/graph_source.hpp"
#include "pipeline/new_file.hpp"
#include "pipeline/rule_hashes.hpp"

namespace maillon {

namespace fs = std::filesystem;

Result<std::string> store_file(const std::string& output) {
  if (output.ends_with(".db")) return output;
  std::error_code code;
  fs::create_directories(output, code);
  if (code) return error_in(output, "the output folder cannot be made: " + code.message());
  return Store::file_of(output);
}

Result<BuildReport> check_store(const std::string& path, const Schemas& schemas) {
  const Result<Store> store = Store::open(path, Store::Mode::read);
  if (!store) return store.error();
  if (Status s = store->check(); !s) return s.error();
  const auto origin = store->graph_origin();
  if (!origin) return origin.error();
  if (origin->has_value() && (*origin)->rules == GraphOrigin::kImported) {
    const Result<KnowledgeGraph> stored = store->graph();
    if (!stored) return stored.error();
    return report_on(*store, *stored);
  }
  const Result<KnowledgeGraph> anew = merge_anew(*store, schemas);
  if (!anew) return anew.error();
  if (origin->has_value() && (*origin)->rules == graph_hash(schemas)) {
    const Result<KnowledgeGraph> stored = store->graph();
    if (!stored) return stored.error();
    if (pack_graph(*stored) != pack_graph(*anew))
      return error_in(store->path(), "the stored graph is not the one that its articles give",
                      "maillon build --force makes it again");
  }
  return report_on(*store, *anew);
}

Result<BuildReport> forget_articles(const std::string& path, const std::vector<std::string>& articles,
                                    const Schemas& schemas) {
  std::error_code code;
  if (!fs::exists(Store::file_of(path), code)) return Store::open(path, Store::Mode::read).error();
  Result<Store> store = Store::open(path, Store::Mode::write);
  if (!store) return store.error();
  if (Status s = store->forget(articles); !s) return s.error();
  return renew_files(*store, schemas, articles.size());
}

Result<BuildReport> merge_stores(const std::vector<std::string>& stores, const std::string& output,
                                 const Schemas& schemas) {
  std::vector<Store> parts;
  const Result<std::string> file = store_file(output);
  if (!file) return file.error();
  for (const std::string& path : stores) {
    std::error_code code;
    if (fs::equivalent(Store::file_of(path), *file, code)) continue;
    Result<Store> part = Store::open(path, Store::Mode::read);
    if (!part) return part.error();
    parts.push_back(std::move(part).value());
  }
  NewFile made(*file);
  Result<Store> whole = Store::open(*file, Store::Mode::write);
  if (!whole) return whole.error();
  for (const Store& part : parts)
    if (Status s = whole->merge(part); !s) return s.error();
  Result<BuildReport> report = renew_files(*whole, schemas, 0);
  if (report) made.keep();
  return report;
}

}  // namespace maillon
