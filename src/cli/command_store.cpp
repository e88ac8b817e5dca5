// The commands that make and look after stores without reading articles: check, forget, merge, import.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/rule_files.hpp"
#include "pipeline/graph_import.hpp"
#include "pipeline/store_upkeep.hpp"

namespace maillon::cli {

namespace {

/// Says what the store holds.
int conclude(const Result<BuildReport>& done, const std::string& store, Console& console) {
  if (!done) {
    console.report(done.error());
    return kFailed;
  }
  console.note(fmt::format("{}: {} articles, {} sentences, {} statements: {} nodes, {} edges", store,
                           done->articles, done->sentences, done->statements, done->nodes, done->edges));
  return console.exit_code();
}

/// Runs the work with the schemas that the options name.
template <class Work>
int look_after(const Options& options, Console& console, const std::string& store, Work work) {
  const Result<Schemas> schemas = load_schemas(options);
  if (!schemas) {
    console.report(schemas.error());
    return kFailed;
  }
  return conclude(work(*schemas), store, console);
}

}  // namespace

int run_check(const Options& options, Console& console) {
  return look_after(options, console, options.store,
                    [&](const Schemas& schemas) { return check_store(options.store, schemas); });
}

int run_forget(const Options& options, Console& console) {
  return look_after(options, console, options.store, [&](const Schemas& schemas) {
    return forget_articles(options.store, options.forgotten, schemas);
  });
}

int run_merge(const Options& options, Console& console) {
  return look_after(options, console, options.merged, [&](const Schemas& schemas) {
    return merge_stores(options.stores, options.merged, schemas);
  });
}

int run_import(const Options& options, Console& console) {
  return conclude(import_graph(options.graph_file, options.output), options.output, console);
}

}  // namespace maillon::cli
