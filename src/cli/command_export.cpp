#include <utility>

#include "cli/command.hpp"
#include "cli/export_request.hpp"
#include "cli/rule_files.hpp"
#include "pipeline/graph_source.hpp"

namespace maillon::cli {

namespace {

Status write(const KnowledgeGraph& graph, const Format& format, const Options& options) {
  const ExportOptions how = export_options(options);
  const bool is_folder = options.target != "-" && (format.files.size() > 1 || options.target.ends_with('/'));
  return is_folder ? export_to_folder(graph, format, how, options.target)
                   : export_to_file(graph, format, how, options.target);
}

/// False where the flags leave nothing of the graph.
Result<bool> export_store(const Options& options) {
  const Result<const Format*> format = require_format(options.export_format);
  if (!format) return format.error();
  if (Status s = check(**format, export_options(options)); !s) return std::move(s).error();
  const ViewRequest view = view_request(options);
  if (Status s = check(view); !s) return std::move(s).error();
  Result<Schemas> schemas = load_schemas(options);
  if (!schemas) return schemas.error();
  Result<GraphSource> source = GraphSource::open(options.store, std::move(schemas).value());
  if (!source) return source.error();
  const Result<const KnowledgeGraph*> whole = source->whole();
  if (!whole) return whole.error();
  const auto written = [&](const KnowledgeGraph& graph) -> Result<bool> {
    if (Status s = write(graph, **format, options); !s) return std::move(s).error();
    return !graph.nodes().empty();
  };
  if (view.is_whole()) return written(**whole);
  const Result<GraphFilter> filter = filter_from(view, **whole, NameIndex(**whole));
  if (!filter) return filter.error();
  return written(filter_graph(**whole, *filter));
}

}  // namespace

int run_export(const Options& options, Console& console) {
  const Result<bool> found = export_store(options);
  if (!found) {
    console.report(found.error());
  } else if (!*found) {
    console.note("the export is empty: nothing of the graph is such as the flags ask");
  }
  return console.exit_code(found && !*found ? kNothingFound : kDone);
}

}  // namespace maillon::cli
