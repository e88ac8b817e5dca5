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
#include "query/view_request.hpp"

namespace maillon {

/// What a run has done. Times are not in it: the same input gives the same report.
struct BuildReport {
  std::uint64_t articles = 0;  ///< read to the end; those with problems are not among them
  std::uint64_t sentences = 0, words = 0, statements = 0;
  std::uint64_t nodes = 0, edges = 0;
  std::vector<Diagnostic> problems;  ///< in input order
  std::vector<std::string> files;    ///< written, sorted

  /// report.json: the counts, and each problem with file, line and message.
  std::string to_json() const;
};

struct BuildRequest {
  std::string folder;    ///< of the results
  unsigned threads = 0;  ///< 0: one a core
  /// Called after every document, in order, with its problem or nullptr; false interrupts the run.
  std::function<bool(const Diagnostic*)> observe;
  std::vector<std::string> formats = {"graphml", "jsonld"};  ///< of the exports
  ExportOptions export_options;
  ViewRequest view;  ///< what of the graph is exported; the store holds it all
};

/// Writes statements.ndjson, graph.db, report.json and the exports (those of several files into a folder
/// named after the format) into the folder, all of them or none: until the new files are whole, those of the
/// last run stay. Problems of single articles are in the report; a Diagnostic means that nothing was written
/// (no article could be read, the disk is full, …).
Result<BuildReport> build_graph(DocumentReader& reader, const ArticleMaker& maker, const Analyzer& analyzer,
                                const Schemas& schemas, const BuildRequest& request);

}  // namespace maillon
