#include "syntax/conllu_writer.hpp"

namespace maillon {

namespace {

/// Text for one column: no tabs or line ends; "_" for nothing. Spaces stay: CoNLL-U v2 allows them in FORM
/// and LEMMA.
void put_column(std::string& out, std::string_view text) {
  if (text.empty()) out += '_';
  for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

void put_misc(std::string& out, bool space_after, std::string_view rule, std::string_view arc_rule) {
  const std::size_t before = out.size();
  if (!space_after) out += "SpaceAfter=No";
  for (const auto& [name, value] : {std::pair{"Rule=", rule}, std::pair{"ArcRule=", arc_rule}}) {
    if (value.empty()) continue;
    if (out.size() != before) out += '|';
    out.append(name).append(value);
  }
  if (out.size() == before) out += '_';
  out += '\n';
}

void put_sentence(const ParsedText& parsed, std::uint32_t number, const ConlluOptions& options,
                  std::string& out) {
  const TaggedText& tagged = parsed.tagged();
  const TokenizedText& text = parsed.text();
  const IndexRange words = tagged.sentences[number];
  out.append("# sent_id = ").append(text.article->id).append("-").append(std::to_string(number + 1));
  out += "\n# text = ";
  bool gap = false;
  for (const char c : text.article->slice(tagged.span(words))) {  // a sentence may run over lines
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && gap) continue;
    out += space ? ' ' : c;
    gap = space;
  }
  out += '\n';

  for (std::uint32_t t = tagged.words[words.begin].token; t <= tagged.words[words.end - 1].token; ++t) {
    const Token& token = text.tokens[t];
    const std::uint32_t first = tagged.first_word[t];
    const std::uint32_t last = tagged.first_word[t + 1];
    const bool several = last - first > 1;
    if (several) {
      out += std::to_string(first - words.begin + 1) + '-' + std::to_string(last - words.begin) + '\t';
      put_column(out, text.form(token));
      out += "\t_\t_\t_\t_\t_\t_\t_\t";
      put_misc(out, token.space_after, {}, {});
    }
    for (std::uint32_t w = first; w < last; ++w) {
      const TaggedWord& word = tagged.words[w];
      const Arc& arc = parsed.arc(w);
      out += std::to_string(w - words.begin + 1) + '\t';
      put_column(out, word.form);
      out += '\t';
      put_column(out, word.lemma);
      out += '\t';
      out += to_string(word.upos);
      out += "\t_\t";
      out += to_feats(word.upos, word.morph);
      out += '\t';
      out += arc.head == kNone ? "0" : std::to_string(arc.head - words.begin + 1);
      out += '\t';
      out += to_string(arc.deprel);
      out += "\t_\t";
      put_misc(out, several || token.space_after, options.explain ? word.rule : std::string_view{},
               options.explain ? arc.rule : std::string_view{});
    }
  }
  out += '\n';
}

}  // namespace

void write_conllu(const ParsedText& parsed, const ConlluOptions& options, std::string& out) {
  for (std::uint32_t s = 0; s < parsed.tagged().sentences.size(); ++s) put_sentence(parsed, s, options, out);
}

}  // namespace maillon
