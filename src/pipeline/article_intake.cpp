#include "pipeline/article_intake.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/article_run.hpp"

namespace maillon {

namespace {

/// Articles a transaction. A crash costs at most their analysis.
constexpr std::size_t kBatch = 256;

/// The analysis of an article, or nothing where the store has it already.
struct Taken {
  std::string id;
  std::optional<Extraction> extraction;
};

class Intake {
 public:
  Intake(const Analyzer& analyzer, const std::string& analysis, Store& store, const IntakeRequest& request)
      : analyzer_(analyzer), analysis_(analysis), store_(store), request_(request) {}

  Result<IntakeReport> run(DocumentReader& reader, const ArticleMaker& maker) {
    auto known = store_.articles();
    if (!known) return known.error();
    known_ = std::move(known).value();
    if (Status s = take(reader, maker); !s) return s.error();
    if (report_.given() == 0) return std::move(report_);
    if (Status s = request_.fresh ? forget_others() : renew_others(); !s) return s.error();
    return std::move(report_);
  }

 private:
  Extraction extract(Article article) const {
    Extraction out = analyzer_.extract(std::move(article));
    out.analysis = analysis_;
    return out;
  }

  bool is_known(const Article& article) const {
    const auto at = known_.find(article.id);
    return !request_.force && at != known_.end() && at->second.analysis == analysis_ &&
           at->second.content_hash == content_hash(article);
  }

  Status take(DocumentReader& reader, const ArticleMaker& maker) {
    Status stored;
    bool go_on = true;
    run_articles<Taken>(
        reader, maker,
        [&](Article article) {
          Taken out{article.id, std::nullopt};
          if (!is_known(article)) out.extraction = extract(std::move(article));
          return out;
        },
        [&](ArticleOutcome<Taken> outcome) {
          if (!outcome.result) {
            report_.problems.push_back(outcome.result.error());
            if (request_.observe) go_on = request_.observe(&report_.problems.back());
            return go_on;
          }
          note(*outcome.result);
          if (batch_.size() >= kBatch) stored = store_batch();
          if (request_.observe) go_on = request_.observe(nullptr);
          return go_on && stored.ok();
        },
        RunOptions{request_.threads});
    if (stored) stored = store_batch();
    if (!stored) return stored;
    if (!go_on)
      return error_in(
          store_.path(), "interrupted",
          "what was read is in the store, the files beside it are those of the last run; the same "
          "command goes on");
    return {};
  }

  void note(Taken& taken) {
    given_.insert(taken.id);
    if (!taken.extraction) {
      ++report_.unchanged;
      return;
    }
    ++(known_.contains(taken.id) ? report_.replaced : report_.added);
    report_.words += taken.extraction->words;
    batch_.push_back(std::move(*taken.extraction));
  }

  Status store_batch() {
    if (batch_.empty()) return {};
    Status done = store_.add(batch_);
    batch_.clear();
    return done;
  }

  Status forget_others() {
    std::vector<std::string> others;
    for (const auto& [id, state] : known_)
      if (!given_.contains(id)) others.push_back(id);
    report_.forgotten = others.size();
    return others.empty() ? Status() : store_.forget(others);
  }

  /// What other rules had read and nobody has given: the graph is to be of one reading.
  Status renew_others() {
    std::vector<std::string> others;
    for (const auto& [id, state] : known_) {
      if (given_.contains(id) || state.analysis == analysis_) continue;
      if (state.has_text) {
        others.push_back(id);
      } else {
        ++report_.outdated;
      }
    }
    for (std::size_t begin = 0; begin < others.size(); begin += kBatch) {
      const auto first = others.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = others.begin() + static_cast<std::ptrdiff_t>(std::min(begin + kBatch, others.size()));
      if (Status s = renew({first, last}); !s) return s;
      if (request_.observe && !request_.observe(nullptr)) return error_in(store_.path(), "interrupted");
    }
    return {};
  }

  /// Analyses the stored texts of a batch.
  Status renew(const std::vector<std::string>& ids) {
    struct Renewal final : detail::Passage {
      Article article;
      Extraction extraction;
    };
    std::vector<std::unique_ptr<Renewal>> waiting;
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
      Result<Article> article = store_.article(*id);
      if (!article) return article.error();
      waiting.push_back(std::make_unique<Renewal>());
      waiting.back()->article = std::move(article).value();
    }
    detail::PassageSteps steps;
    steps.read = [&]() -> std::unique_ptr<detail::Passage> {
      if (waiting.empty()) return nullptr;
      std::unique_ptr<Renewal> next = std::move(waiting.back());
      waiting.pop_back();
      return next;
    };
    steps.work = [&](detail::Passage& p) {
      auto& renewal = static_cast<Renewal&>(p);
      renewal.extraction = extract(std::move(renewal.article));
    };
    steps.deliver = [&](detail::Passage& p) {
      batch_.push_back(std::move(static_cast<Renewal&>(p).extraction));
      ++report_.renewed;
      report_.words += batch_.back().words;
      return true;
    };
    detail::run_in_order(steps, request_.threads);
    return store_batch();
  }

  const Analyzer& analyzer_;
  const std::string& analysis_;
  Store& store_;
  const IntakeRequest& request_;
  std::map<std::string, Store::State> known_;  ///< before the run; read by all threads
  std::set<std::string> given_;
  std::vector<Extraction> batch_;
  IntakeReport report_;
};

}  // namespace

Result<IntakeReport> take_in(DocumentReader& reader, const ArticleMaker& maker, const Analyzer& analyzer,
                             const std::string& analysis, Store& store, const IntakeRequest& request) {
  return Intake(analyzer, analysis, store, request).run(reader, maker);
}

}  // namespace maillon
