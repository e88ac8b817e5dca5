#include "pipeline/graph_build.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <optional>
#include <utility>

#include "export/ndjson_writer.hpp"
#include "export/sink.hpp"
#include "graph/graph_builder.hpp"
#include "pipeline/article_run.hpp"
#include "pipeline/output_set.hpp"
#include "store/store.hpp"

namespace maillon {

namespace {

constexpr const char* kLeftAsTheyWere = "the results of the last run are left as they were";

/// An article's statements, as values and as lines.
struct Extracted {
  Extraction extraction;
  std::string lines;
};

Status write_file(const std::string& path, std::string_view bytes) {
  Result<FileSink> sink = FileSink::open(path);
  if (!sink) return sink.error();
  sink->write(bytes);
  return sink->finish();
}

/// Reads and extracts everything, writing statements.ndjson on the way.
Result<std::vector<Extraction>> extract_all(DocumentReader& reader, const ArticleMaker& maker,
                                            const Analyzer& analyzer, const BuildRequest& request,
                                            const std::string& folder, BuildReport& report) {
  Result<FileSink> lines = FileSink::open(folder + "/statements.ndjson");
  if (!lines) return lines.error();
  std::vector<Extraction> extractions;
  bool go_on = true;
  run_articles<Extracted>(
      reader, maker,
      [&](Article article) {
        Extracted out{analyzer.extract(std::move(article)), {}};
        write_statements(out.extraction, out.lines);
        return out;
      },
      [&](ArticleOutcome<Extracted> outcome) {
        if (!outcome.result) {
          report.problems.push_back(outcome.result.error());
          if (request.observe) go_on = request.observe(&report.problems.back());
          return go_on;
        }
        Extracted& extracted = *outcome.result;
        ++report.articles;
        report.sentences += extracted.extraction.sentences;
        report.words += extracted.extraction.words;
        report.statements += extracted.extraction.statements.size();
        lines->write(extracted.lines);
        extractions.push_back(std::move(extracted.extraction));
        if (request.observe) go_on = request.observe(nullptr);
        return go_on;
      },
      RunOptions{request.threads});
  if (!go_on) return error_in({}, "interrupted", kLeftAsTheyWere);
  if (Status s = lines->finish(); !s) return s.error();
  return extractions;
}

Status write_store(const std::string& folder, const std::vector<Extraction>& extractions) {
  Result<Store> store = Store::open(folder + "/graph.db", Store::Mode::write);
  if (!store) return store.error();
  return store->add(extractions);
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

/// What can be said of the request before any article is read.
Status check(const BuildRequest& request) {
  for (const std::string& name : request.formats)
    if (const Result<const Format*> format = require_format(name); !format) return format.error();
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
  const std::pair<const char*, std::uint64_t> counts[] = {{"articles", articles}, {"sentences", sentences},
                                                          {"words", words},       {"statements", statements},
                                                          {"nodes", nodes},       {"edges", edges}};
  for (const auto& [name, count] : counts) {
    writer.Key(name);
    writer.Uint64(count);
  }
  writer.Key("problems");
  writer.StartArray();
  for (const Diagnostic& d : problems) {
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
  Result<GraphBuilder> builder = GraphBuilder::load(schemas);
  if (!builder) return builder.error();
  Result<OutputSet> output = OutputSet::open(request.folder);
  if (!output) return output.error();
  const std::string& folder = output->staging();
  BuildReport report;
  auto extractions = extract_all(reader, maker, analyzer, request, folder, report);
  if (!extractions) return extractions.error();
  if (extractions->empty()) return error_in({}, "no article could be read", kLeftAsTheyWere);
  if (Status s = write_store(folder, *extractions); !s) return s.error();
  const KnowledgeGraph graph = builder->build(*extractions);
  report.nodes = graph.nodes().size();
  report.edges = graph.edges().size();
  if (Status s = write_exports(folder, graph, request); !s) return s.error();
  if (Status s = write_file(folder + "/report.json", report.to_json()); !s) return s.error();
  Result<std::vector<std::string>> files = output->commit();
  if (!files) return files.error();
  report.files = std::move(files).value();
  return report;
}

}  // namespace maillon
