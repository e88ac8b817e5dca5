#include "relations/analysed_text.hpp"

#include <string>

#include "base/utf8.hpp"

namespace maillon {

namespace {

/// Bytes of the body as characters of the text, or of the title where they lie before the text.
class Places {
 public:
  explicit Places(const Article& article)
      : article_(article), offsets_(article.body), text_begin_(offsets_.characters(article.text_begin)) {}

  TextPlace operator()(ByteSpan span) const {
    TextPlace out;
    out.in_title = span.end <= article_.text_begin;
    const std::uint32_t base = out.in_title ? 0 : text_begin_;
    out.begin = offsets_.characters(span.begin) - base;
    out.end = offsets_.characters(span.end) - base;
    return out;
  }

 private:
  const Article& article_;
  utf8::OffsetMap offsets_;
  std::uint32_t text_begin_;
};

}  // namespace

AnalysedText analysed_text(const MentionSet& mentions, const std::vector<std::uint32_t>& entity_of) {
  const ParsedText& parsed = *mentions.parsed;
  const Article& article = parsed.article();
  const Places place(article);
  AnalysedText out;
  out.body = article.body;
  out.text_begin = article.text_begin;
  out.boilerplate = article.boilerplate;
  for (const Sentence& s : parsed.text().sentences)
    out.sentences.push_back({place(s.span), std::string(article.slice(s.span))});
  for (const Mention& m : mentions.mentions) {
    const std::uint32_t entity = entity_of[m.entity];
    if (entity == kNone) continue;
    const ByteSpan span = parsed.tagged().span(m.words);
    out.mentions.push_back(
        {entity, parsed.sentence_of(m.head), m.kind, place(span), std::string(article.slice(span))});
  }
  return out;
}

}  // namespace maillon
