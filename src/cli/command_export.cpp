#include "cli/command.hpp"
#include "cli/stored_graph.hpp"
#include "export/formats.hpp"

namespace maillon::cli {

namespace {

Diagnostic unknown_format(const std::string& name) {
  std::string all;
  for (const Format& f : formats()) all.append(all.empty() ? "" : ", ").append(f.name);
  return error_in({}, "there is no export format '" + name + "'", "there are " + all);
}

}  // namespace

int run_export(const Options& options, Console& console) {
  const Format* format = find_format(options.export_format);
  if (format == nullptr) {
    console.report(unknown_format(options.export_format));
    return kFailed;
  }
  Result<std::unique_ptr<StoredGraph>> stored = load_graph(options);
  if (!stored) {
    console.report(stored.error());
    return kFailed;
  }
  const ExportOptions how{.strict = options.strict};
  const bool is_folder = options.target != "-" && (format->files.size() > 1 || options.target.ends_with('/'));
  const Status done = is_folder ? export_to_folder((*stored)->graph, *format, how, options.target)
                                : export_to_file((*stored)->graph, *format, how, options.target);
  if (!done) console.report(done.error());
  return console.exit_code();
}

}  // namespace maillon::cli
