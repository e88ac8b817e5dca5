#include "pipeline/analyzer.hpp"

#include <utility>

namespace maillon {

Analyzer::Analyzer(Tokenizer tokenizer, Lexicon lexicon, Tagger tagger, Parser parser, MentionFinder finder,
                   Extractor extractor)
    : tokenizer_(std::move(tokenizer)),
      lexicon_(std::move(lexicon)),
      tagger_(std::move(tagger)),
      parser_(std::move(parser)),
      finder_(std::move(finder)),
      extractor_(std::move(extractor)) {}

Result<Analyzer> Analyzer::load(const Schemas& schemas) {
  auto tokenizer = Tokenizer::load(schemas);
  if (!tokenizer) return tokenizer.error();
  auto lexicon = Lexicon::load(schemas);
  if (!lexicon) return lexicon.error();
  auto tagger = Tagger::load(schemas);
  if (!tagger) return tagger.error();
  auto parser = Parser::load(schemas);
  if (!parser) return parser.error();
  auto finder = MentionFinder::load(schemas);
  if (!finder) return finder.error();
  auto extractor = Extractor::load(schemas);
  if (!extractor) return extractor.error();
  return Analyzer(*std::move(tokenizer), *std::move(lexicon), *std::move(tagger), *std::move(parser),
                  *std::move(finder), *std::move(extractor));
}

std::unique_ptr<const Analysis> Analyzer::analyze(Article article, Stage until) const {
  auto out = std::make_unique<Analysis>(std::move(article));
  out->text = tokenizer_.tokenize(out->article);
  if (until == Stage::text) return out;
  out->lattice = lexicon_.analyze(out->text);
  if (until == Stage::lexicon) return out;
  out->tagged = tagger_.tag(out->text, out->lattice);
  if (until == Stage::tagging) return out;
  out->parsed = parser_.parse(out->tagged);
  if (until == Stage::syntax) return out;
  out->mentions = finder_.find(out->parsed);
  return out;
}

Extraction Analyzer::extract(Article article) const { return extract(*analyze(std::move(article))); }

}  // namespace maillon
