#include "syntax/parser.hpp"

namespace maillon {

struct Parser::Data {};

Parser::Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Result<Parser> Parser::load(const Schemas&) {
  Parser out;
  out.data_ = std::make_unique<Data>();
  return out;
}

ParsedText Parser::parse(const TaggedText& tagged) const {
  std::vector<Arc> arcs(tagged.words.size());
  for (const IndexRange s : tagged.sentences)
    for (std::uint32_t i = s.begin + 1; i < s.end; ++i) arcs[i] = {s.begin, Deprel::dep, "skeleton"};
  return ParsedText(tagged, std::move(arcs));
}

}  // namespace maillon
