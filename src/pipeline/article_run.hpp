// Many articles through one function, in parallel, in order.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/result.hpp"
#include "ingest/article_maker.hpp"
#include "ingest/document_reader.hpp"

namespace maillon {

/// What became of one document.
template <class T>
struct ArticleOutcome {
  std::string id;  ///< of the article, or what is known of it where it could not be read
  Result<T> result;
};

struct RunOptions {
  unsigned threads = 0;  ///< that work on articles; 0: one a core
};

namespace detail {

/// A document on its way; the function of the parallel stage has put its answer behind it.
struct Passage {
  virtual ~Passage() = default;
};
struct PassageSteps {
  std::function<std::unique_ptr<Passage>()> read;  ///< null at the end; one call at a time
  std::function<void(Passage&)> work;              ///< from many threads
  std::function<bool(Passage&)>
      deliver;  ///< in the order of reading, one call at a time; false stops the run
};
void run_in_order(const PassageSteps& steps, unsigned threads);

}  // namespace detail

/// Reads all documents, makes articles of them and calls `work` on each, on several threads; hands the
/// outcomes to `deliver` in input order, one at a time, so that its results do not depend on the number of
/// threads. At most four documents a thread are under way: a slow `deliver` slows the reading. What `work`
/// throws becomes the Diagnostic of its article, and so does an id that an earlier article has. Where
/// `deliver` returns false, the run ends early.
template <class T>
void run_articles(DocumentReader& reader, const ArticleMaker& maker, const std::function<T(Article)>& work,
                  const std::function<bool(ArticleOutcome<T>)>& deliver, const RunOptions& options) {
  struct Document final : detail::Passage {
    Result<RawDocument> raw;
    Diagnostic place;  ///< file and line
    ArticleOutcome<T> outcome{{}, Diagnostic{}};
    explicit Document(Result<RawDocument> r) : raw(std::move(r)) {}
  };
  detail::PassageSteps steps;
  steps.read = [&]() -> std::unique_ptr<detail::Passage> {
    auto raw = reader.next();
    if (!raw) return nullptr;
    return std::make_unique<Document>(*std::move(raw));
  };
  steps.work = [&](detail::Passage& passage) {
    auto& document = static_cast<Document&>(passage);
    if (!document.raw) {
      document.outcome.result = document.raw.error();
      return;
    }
    document.place = error_in(document.raw->file, {});
    document.place.line = document.raw->line;
    document.outcome.id = document.raw->id;
    try {
      Result<Article> article = maker.make(std::move(document.raw).value());
      if (!article) {
        document.outcome.result = article.error();
        return;
      }
      document.outcome.id = article->id;
      document.outcome.result = Result<T>(work(std::move(article).value()));
    } catch (const std::exception& e) {
      document.place.message = std::string("the analysis failed: ") + e.what();
      document.outcome.result = Result<T>(document.place);
    }
  };
  std::unordered_set<std::string> ids;
  steps.deliver = [&](detail::Passage& passage) {
    auto& document = static_cast<Document&>(passage);
    ArticleOutcome<T>& outcome = document.outcome;
    if (outcome.result && !ids.insert(outcome.id).second) {
      document.place.message = "the article id '" + outcome.id + "' is that of an earlier article";
      document.place.hint = "give every article an id of its own";
      outcome.result = Result<T>(document.place);
    }
    return deliver(std::move(outcome));
  };
  detail::run_in_order(steps, options.threads);
}

}  // namespace maillon
