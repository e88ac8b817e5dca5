#include "text/tokenizer.hpp"

#include <algorithm>
#include <utility>

#include "text/paragraphs.hpp"
#include "text/quotation_finder.hpp"
#include "text/segmentation_data.hpp"
#include "text/sentence_splitter.hpp"
#include "text/token_scanner.hpp"

namespace maillon {

struct Tokenizer::Data {
  text::SegmentationData segmentation;
};

Tokenizer::Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::load(const Schemas& schemas) {
  Result<text::SegmentationData> segmentation = text::SegmentationData::load(schemas);
  if (!segmentation) return segmentation.error();
  Tokenizer out;
  out.data_ = std::make_unique<Data>(Data{*std::move(segmentation)});
  return out;
}

TokenizedText Tokenizer::tokenize(const Article& article) const {
  const text::SegmentationData& data = data_->segmentation;
  TokenizedText out;
  out.article = &article;
  // French prose has about five bytes a token; one allocation serves nearly every article.
  out.tokens.reserve(article.body.size() / 4 + 16);
  out.sentences.reserve(article.body.size() / 64 + 4);

  text::TokenScanner scanner(article.body, data, out.tokens);
  text::SentenceSplitter splitter(article.body, data, out.tokens, out.sentences);
  text::QuotationFinder quotations(article.body, data.characters, out.tokens, out.quotations);
  auto hole = article.boilerplate.begin();
  std::uint32_t number = 0;
  for (const ByteSpan paragraph : text::find_paragraphs(article, data.characters)) {
    const auto first = static_cast<std::uint32_t>(out.tokens.size());
    std::uint32_t at = paragraph.begin;
    for (; hole != article.boilerplate.end() && hole->span.begin < paragraph.end; ++hole) {
      if (is_read(hole->kind)) continue;
      if (hole->span.begin > at) scanner.scan({at, hole->span.begin});
      at = std::max(at, hole->span.end);
    }
    if (at < paragraph.end) scanner.scan({at, paragraph.end});
    const IndexRange range{first, static_cast<std::uint32_t>(out.tokens.size())};
    if (range.empty()) continue;
    splitter.split(range, number++);
    quotations.paragraph(range);
  }
  return out;
}

}  // namespace maillon
