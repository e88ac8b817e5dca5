// The one place that knows the order of the stages.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "ingest/article.hpp"
#include "lexicon/lexicon.hpp"
#include "mentions/mention_finder.hpp"
#include "relations/extractor.hpp"
#include "syntax/parser.hpp"
#include "tagging/tagger.hpp"
#include "text/tokenizer.hpp"

namespace maillon {

/// The values of all stages for one article. Each points into those before it, so it lives where it was made.
struct Analysis {
  explicit Analysis(Article a) : article(std::move(a)) {}
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  Article article;
  TokenizedText text;
  ReadingLattice lattice;
  TaggedText tagged;
  ParsedText parsed;
  MentionSet mentions;
};

/// How far to go.
enum class Stage : std::uint8_t { text, lexicon, tagging, syntax, mentions };

/// Holds every stage's data. Immutable after loading; analyze() and extract() may be called from many threads
/// at once.
class Analyzer {
 public:
  /// Reads what the stages read of `schemas`.
  static Result<Analyzer> load(const Schemas& schemas);

  /// Never null. Later stages than `until` are left empty. The analyzer must outlive the result.
  std::unique_ptr<const Analysis> analyze(Article article, Stage until = Stage::mentions) const;
  Extraction extract(Article article) const;
  Extraction extract(const Analysis& analysis) const { return extractor_.extract(analysis.mentions); }
  /// The same, with the words behind each statement.
  Extraction extract(const Analysis& analysis, std::vector<Derivation>& derivations) const {
    return extractor_.extract(analysis.mentions, derivations);
  }

 private:
  Analyzer(Tokenizer, Lexicon, Tagger, Parser, MentionFinder, Extractor);
  Tokenizer tokenizer_;
  Lexicon lexicon_;
  Tagger tagger_;
  Parser parser_;
  MentionFinder finder_;
  Extractor extractor_;
};

}  // namespace maillon
