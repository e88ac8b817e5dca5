#include "syntax/parser.hpp"

#include "syntax/passes.hpp"

namespace maillon {

struct Parser::Data {
  syntax::Vocabulary vocabulary;
};

Parser::Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Result<Parser> Parser::load(const Schemas& schemas) {
  auto vocabulary = syntax::Vocabulary::load(schemas);
  if (!vocabulary) return vocabulary.error();
  Parser out;
  out.data_ = std::make_unique<const Data>(Data{*std::move(vocabulary)});
  return out;
}

ParsedText Parser::parse(const TaggedText& tagged) const {
  thread_local syntax::Sentence sentence;  // scratch memory, as large as the longest sentence so far
  std::vector<Arc> arcs(tagged.words.size());
  for (const IndexRange range : tagged.sentences) {
    if (range.empty()) continue;
    sentence.start(tagged, range, data_->vocabulary);
    for (const auto pass :
         {syntax::join_locutions, syntax::chunk_verbs, syntax::chunk_nominals, syntax::collect_units,
          syntax::find_verbless_dont, syntax::front_relatives, syntax::find_subjects, syntax::attach_units,
          syntax::turn_copulas, syntax::secure_tree, syntax::attach_punctuation})
      pass(sentence);
    for (std::uint32_t i = 0; i < range.size(); ++i) {
      const syntax::Word& w = sentence[i];
      arcs[range.begin + i] = {w.head == kNone ? kNone : range.begin + w.head, w.deprel, w.rule};
    }
  }
  return ParsedText(tagged, std::move(arcs));
}

}  // namespace maillon
