// Articles in, one merged graph out, with all its files: what `maillon build` does.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "export/formats.hpp"
#include "ingest/article_maker.hpp"
#include "ingest/document_reader.hpp"
#include "pipeline/analyzer.hpp"
#include "pipeline/article_intake.hpp"
#include "query/view_request.hpp"

namespace maillon {

/// What a run has done, and what stands now. Times are not in it: the same store and input give the same
/// report.
struct BuildReport {
  IntakeReport intake;
  std::uint64_t articles = 0, sentences = 0, words = 0, statements = 0;  ///< of the store
  std::uint64_t nodes = 0, edges = 0;                                    ///< of the graph
  std::vector<std::string> files;                                        ///< written, sorted

  /// report.json: the counts, and each problem with file, line and message.
  std::string to_json() const;
};

struct BuildRequest {
  std::string folder;  ///< of the results
  IntakeRequest intake;
  std::vector<std::string> formats = {"graphml", "jsonld"};  ///< of the exports
  ExportOptions export_options;
  ViewRequest view;  ///< what of the graph is exported; the store holds it all
};

/// Brings the articles into the folder's graph.db (see take_in) and writes statements.ndjson, report.json and
/// the exports (those of several files into a folder named after the format) of the whole store beside it,
/// all of them or none: until the new files are whole, those of the last run stay. Problems of single
/// articles are in the report; a Diagnostic means that the files are those of the last run (no article could
/// be read, the disk is full, …).
Result<BuildReport> build_graph(DocumentReader& reader, const ArticleMaker& maker, const Analyzer& analyzer,
                                const Schemas& schemas, const BuildRequest& request);

/// What a store and its graph hold.
Result<BuildReport> report_on(const Store& store, const KnowledgeGraph& graph);

/// Renews a store's graph after its articles have changed and, where a build has left its files beside it,
/// those: statements.ndjson, report.json and the exports that are there, of the whole graph.
Result<BuildReport> renew_files(Store& store, const Schemas& schemas, std::uint64_t forgotten);

}  // namespace maillon
