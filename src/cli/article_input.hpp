// What every command that reads articles has in common: schemas, reader, maker, analyzer, progress, errors.
#pragma once

#include <functional>
#include <string>

#include "base/schemas.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "ingest/article_maker.hpp"
#include "ingest/document_reader.hpp"
#include "pipeline/analyzer.hpp"
#include "pipeline/article_run.hpp"

namespace maillon::cli {

class ArticleInput {
 public:
  /// Paths of the articles; standard input where none are named and it is no terminal. Loads everything.
  static Result<ArticleInput> open(const Options& options);

  const Analyzer& analyzer() const { return analyzer_; }
  const ArticleMaker& maker() const { return maker_; }
  const Schemas& schemas() const { return *schemas_; }
  DocumentReader& reader() { return reader_; }

  /// Runs `work` over all articles, in parallel; gives `use` its results in order until it returns false.
  /// Articles that fail are reported on the console and, before that, given to `failed`.
  template <class T>
  void run(Console& console, const std::function<T(Article)>& work, const std::function<bool(T)>& use,
           const std::function<void(const std::string& id, const Diagnostic&)>& failed = {}) {
    Progress progress(console, reader_);
    run_articles<T>(
        reader_, maker_, work,
        [&](ArticleOutcome<T> outcome) {
          progress.step();
          if (outcome.result) return use(std::move(outcome.result).value());
          if (failed) failed(outcome.id, outcome.result.error());
          console.report(outcome.result.error());
          return true;
        },
        RunOptions{threads_});
  }

 private:
  ArticleInput(std::unique_ptr<Schemas> schemas, Analyzer analyzer, ArticleMaker maker, DocumentReader reader,
               unsigned threads);
  std::unique_ptr<Schemas> schemas_;  ///< the analyzer may point into it
  Analyzer analyzer_;
  ArticleMaker maker_;
  DocumentReader reader_;
  unsigned threads_;
};

/// Prints what `to_text` makes of every article, in their order, until nobody reads it any more. Returns the
/// exit code.
int print_articles(const Options& options, Console& console,
                   const std::function<std::string(const Analyzer&, Article)>& to_text,
                   const std::function<void(const std::string& id, const Diagnostic&)>& failed = {});

}  // namespace maillon::cli
