// The commands that look after stores: check, forget, merge.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/rule_files.hpp"
#include "pipeline/store_upkeep.hpp"

namespace maillon::cli {

namespace {

/// Runs the work with the schemas that the options name, and says what the store holds then.
template <class Work>
int look_after(const Options& options, Console& console, const std::string& store, Work work) {
  const Result<Schemas> schemas = load_schemas(options);
  if (!schemas) {
    console.report(schemas.error());
    return kFailed;
  }
  const Result<BuildReport> done = work(*schemas);
  if (!done) {
    console.report(done.error());
    return kFailed;
  }
  console.note(fmt::format("{}: {} articles, {} sentences, {} statements: {} nodes, {} edges", store,
                           done->articles, done->sentences, done->statements, done->nodes, done->edges));
  return console.exit_code();
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

}  // namespace maillon::cli
