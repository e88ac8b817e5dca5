// Articles into a store: the new ones, the changed ones, and those that other rules had read.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ingest/article_maker.hpp"
#include "ingest/document_reader.hpp"
#include "pipeline/analyzer.hpp"
#include "store/store.hpp"

namespace maillon {

struct IntakeRequest {
  unsigned threads = 0;  ///< 0: one a core
  bool force = false;    ///< analyse known articles again
  bool fresh = false;    ///< forget the articles that are not given
  /// Called after every document, in order, with its problem or nullptr; false interrupts the run.
  std::function<bool(const Diagnostic*)> observe = nullptr;
};

/// What has become of the articles. Those that are in order: given = added + replaced + unchanged.
struct IntakeReport {
  std::uint64_t added = 0, replaced = 0, unchanged = 0;
  std::uint64_t renewed = 0;    ///< not given, but read by other rules: analysed again from the stored text
  std::uint64_t outdated = 0;   ///< the same, but stored without their text: left as they were
  std::uint64_t forgotten = 0;  ///< by `fresh`
  std::uint64_t words = 0;      ///< analysed
  std::vector<Diagnostic> problems;  ///< in input order

  std::uint64_t given() const { return added + replaced + unchanged; }
  bool changed() const { return added + replaced + renewed + forgotten > 0; }
};

/// Stores the articles in batches, each one transaction; `analysis` (see analysis_hash) is noted with them.
/// An article whose content and analysis are those of the store is passed over. What was stored before an
/// interruption or a failure stays, and the same call goes on from there.
Result<IntakeReport> take_in(DocumentReader& reader, const ArticleMaker& maker, const Analyzer& analyzer,
                             const std::string& analysis, Store& store, const IntakeRequest& request);

}  // namespace maillon
