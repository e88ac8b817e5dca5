#include "relations/extractor.hpp"

#include <algorithm>
#include <cmath>

#include "relations/builder.hpp"
#include "relations/frame.hpp"
#include "relations/predicate.hpp"

namespace maillon {

namespace {

/// Share of its confidence that a statement keeps in the headline of another article, whose text and day are
/// not at hand.
constexpr double kHeadlineShare = 0.6;
constexpr double kLeastConfidence = 0.1;

void doubt_headlines(const ParsedText& parsed, Extraction& out) {
  const Article& article = parsed.article();
  if (std::none_of(article.boilerplate.begin(), article.boilerplate.end(),
                   [](const Boilerplate& b) { return b.kind == BoilerplateKind::headline; }))
    return;
  for (Statement& s : out.statements) {
    const ByteSpan span = parsed.tagged().span(parsed.tagged().sentences[s.evidence.sentence]);
    if (!article.in_headline(span.begin)) continue;
    s.confidence = std::max(kLeastConfidence, std::round(s.confidence * kHeadlineShare * 100) / 100);
    s.trace.emplace_back("ingest.teaser.headline");
  }
}

}  // namespace

struct Extractor::Data {
  FrameSet frames;
};

Extractor::Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::load(const Schemas& schemas) {
  Result<FrameSet> frames = FrameSet::load(schemas);
  if (!frames) return frames.error();
  Extractor out;
  auto data = std::make_unique<Data>();
  data->frames = std::move(*frames);
  out.data_ = std::move(data);
  return out;
}

const FrameSet& Extractor::frames() const { return data_->frames; }

Extraction Extractor::extract(const MentionSet& mentions) const { return extract(mentions, nullptr); }

Extraction Extractor::extract(const MentionSet& mentions, std::vector<Derivation>& derivations) const {
  return extract(mentions, &derivations);
}

Extraction Extractor::extract(const MentionSet& mentions, std::vector<Derivation>* derivations) const {
  const ParsedText& parsed = *mentions.parsed;
  const Article& article = parsed.article();
  Extraction out;
  out.document = article.id;
  out.title = article.title;
  out.date = article.date;
  out.source = article.source;
  out.url = article.url;
  out.content_hash = content_hash(article);
  out.sentences = static_cast<std::uint32_t>(parsed.tagged().sentences.size());
  out.words = static_cast<std::uint32_t>(parsed.size());

  PredicateGraph graph(mentions, data_->frames);
  find_predicates(graph);
  find_nominal_arguments(graph);
  find_inverted_subjects(graph);
  share_arguments(graph);
  settle_senses(graph);
  represent_clauses(graph);
  find_scope(graph);
  find_sources(graph);
  find_circumstances(graph);
  StatementBuilder builder(graph, out);
  builder.run();
  doubt_headlines(parsed, out);
  if (derivations != nullptr) *derivations = builder.derivations();
  return out;
}

}  // namespace maillon
