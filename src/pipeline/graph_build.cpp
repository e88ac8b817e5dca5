#include "pipeline/graph_build.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "export/ndjson_writer.hpp"
#include "export/sink.hpp"
#include "pipeline/graph_source.hpp"
#include "pipeline/new_file.hpp"
#include "pipeline/output_set.hpp"
#include "pipeline/rule_hashes.hpp"
#include "store/store.hpp"

namespace maillon {

namespace {

namespace fs = std::filesystem;

Status write_file(const std::string& path, std::string_view bytes) {
  Result<FileSink> sink = FileSink::open(path);
  if (!sink) return sink.error();
  sink->write(bytes);
  return sink->finish();
}

Status write_statements_file(const std::string& path, const std::vector<Extraction>& extractions) {
  Result<FileSink> sink = FileSink::open(path);
  if (!sink) return sink.error();
  std::string lines;
  for (const Extraction& x : extractions) {
    lines.clear();
    write_statements(x, lines);
    sink->write(lines);
  }
  return sink->finish();
}

void count(const std::vector<Extraction>& extractions, BuildReport& report) {
  report.articles = extractions.size();
  for (const Extraction& x : extractions) {
    report.sentences += x.sentences;
    report.words += x.words;
    report.statements += x.statements.size();
  }
}

Status write_exports(const std::string& folder, const KnowledgeGraph& whole, const BuildRequest& request) {
  std::optional<KnowledgeGraph> part;
  if (!request.view.is_whole()) {
    Result<KnowledgeGraph> view = view_of(request.view, whole);
    if (!view) return view.error();
    part = std::move(view).value();
  }
  const KnowledgeGraph& graph = part ? *part : whole;
  for (const std::string& name : request.formats) {
    const Result<const Format*> format = require_format(name);
    if (!format) return format.error();
    if (Status s = export_beside_others(graph, **format, request.export_options, folder); !s) return s;
  }
  return {};
}

/// The first file of a format in an output folder.
fs::path file_of(const Format& format, const fs::path& folder) {
  const fs::path place = format.files.size() == 1 ? folder : folder / format.name;
  return place / format.files[0].name;
}

/// Renews the graph and all files of an output folder, and says in the report what they hold.
Status publish(Store& store, const Schemas& schemas, const BuildRequest& request, OutputSet& output,
               BuildReport& report) {
  const std::string& folder = output.staging();
  Result<KnowledgeGraph> graph = renew_graph(store, schemas);
  if (!graph) return graph.error();
  report.nodes = graph->nodes().size();
  report.edges = graph->edges().size();
  if (Status s = write_exports(folder, *graph, request); !s) return s.error();
  const auto extractions = store.load();
  if (!extractions) return extractions.error();
  count(*extractions, report);
  if (Status s = write_statements_file(folder + "/statements.ndjson", *extractions); !s) return s.error();
  if (Status s = write_file(folder + "/report.json", report.to_json()); !s) return s.error();
  Result<std::vector<std::string>> files = output.commit();
  if (!files) return files.error();
  report.files = std::move(files).value();
  report.files.insert(std::upper_bound(report.files.begin(), report.files.end(), "graph.db"), "graph.db");
  return {};
}

/// What can be said of the request before any article is read.
Status check(const BuildRequest& request) {
  for (const std::string& name : request.formats) {
    const Result<const Format*> format = require_format(name);
    if (!format) return format.error();
    if (Status s = check(**format, request.export_options); !s) return s;
  }
  return check(request.view);
}

}  // namespace

std::string BuildReport::to_json() const {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  const auto text = [&](const std::string& s) {
    writer.String(s.data(), static_cast<rapidjson::SizeType>(s.size()));
  };
  writer.StartObject();
  const auto counts = [&](std::initializer_list<std::pair<const char*, std::uint64_t>> list) {
    for (const auto& [name, number] : list) {
      writer.Key(name);
      writer.Uint64(number);
    }
  };
  counts({{"articles", articles},
          {"sentences", sentences},
          {"words", words},
          {"statements", statements},
          {"nodes", nodes},
          {"edges", edges}});
  writer.Key("run");
  writer.StartObject();
  counts({{"added", intake.added},
          {"replaced", intake.replaced},
          {"unchanged", intake.unchanged},
          {"renewed", intake.renewed},
          {"outdated", intake.outdated},
          {"forgotten", intake.forgotten}});
  writer.EndObject();
  writer.Key("problems");
  writer.StartArray();
  for (const Diagnostic& d : intake.problems) {
    writer.StartObject();
    writer.Key("file");
    text(d.file);
    if (d.line != 0) {
      writer.Key("line");
      writer.Uint(d.line);
    }
    writer.Key("message");
    text(d.message);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

Result<BuildReport> build_graph(DocumentReader& reader, const ArticleMaker& maker, const Analyzer& analyzer,
                                const Schemas& schemas, const BuildRequest& request) {
  if (Status s = check(request); !s) return s.error();
  Result<OutputSet> output = OutputSet::open(request.folder);
  if (!output) return output.error();
  NewFile new_store(request.folder + "/graph.db");
  Result<Store> store = Store::open(request.folder + "/graph.db", Store::Mode::write);
  if (!store) return store.error();

  BuildReport report;
  auto intake = take_in(reader, maker, analyzer, analysis_hash(schemas), *store, request.intake);
  if (const auto kept = store->articles(); kept && !kept->empty()) new_store.keep();
  if (!intake) return intake.error();
  if (intake->given() == 0)
    return error_in({}, "no article could be read", "the results of the last run are left as they were");
  report.intake = std::move(intake).value();

  if (Status s = publish(*store, schemas, request, *output, report); !s) return s.error();
  return report;
}

Result<BuildReport> report_on(const Store& store, const KnowledgeGraph& graph) {
  const auto extractions = store.load();
  if (!extractions) return extractions.error();
  BuildReport report;
  count(*extractions, report);
  report.nodes = graph.nodes().size();
  report.edges = graph.edges().size();
  return report;
}

Result<BuildReport> renew_files(Store& store, const Schemas& schemas, std::uint64_t forgotten) {
  const fs::path file(store.path());
  BuildRequest request;
  request.folder = file.has_parent_path() ? file.parent_path().string() : ".";
  request.formats.clear();
  for (const Format& format : formats())
    if (fs::exists(file_of(format, request.folder))) request.formats.emplace_back(format.name);
  if (file.filename() != "graph.db" || !fs::exists(request.folder + "/statements.ndjson")) {
    const Result<KnowledgeGraph> graph = renew_graph(store, schemas);
    if (!graph) return graph.error();
    return report_on(store, *graph);
  }
  BuildReport report;
  report.intake.forgotten = forgotten;
  Result<OutputSet> output = OutputSet::open(request.folder);
  if (!output) return output.error();
  if (Status s = publish(store, schemas, request, *output, report); !s) return s.error();
  return report;
}

}  // namespace maillon
