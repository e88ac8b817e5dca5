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

Status export_store(const Options& options) {
  const Result<const Format*> format = require_format(options.export_format);
  if (!format) return format.error();
  if (Status s = check(**format, export_options(options)); !s) return s;
  const ViewRequest view = view_request(options);
  if (Status s = check(view); !s) return s;
  Result<Schemas> schemas = load_schemas(options);
  if (!schemas) return schemas.error();
  Result<GraphSource> source = GraphSource::open(options.store, std::move(schemas).value());
  if (!source) return source.error();
  const Result<const KnowledgeGraph*> whole = source->whole();
  if (!whole) return whole.error();
  if (view.is_whole()) return write(**whole, **format, options);
  const Result<GraphFilter> filter = filter_from(view, **whole, NameIndex(**whole));
  if (!filter) return filter.error();
  return write(filter_graph(**whole, *filter), **format, options);
}

}  // namespace

int run_export(const Options& options, Console& console) {
  if (Status done = export_store(options); !done) console.report(done.error());
  return console.exit_code();
}

}  // namespace maillon::cli
