// Raw bytes as a document through reading, analysis, CoNLL-U and extraction, as `maillon parse` and `maillon
// extract` do it. Beside what the sanitizers see, the trees are checked: one root a sentence, no circle,
// heads inside the sentence.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "ingest/article_maker.hpp"
#include "pipeline/analyzer.hpp"
#include "syntax/conllu_writer.hpp"

namespace {

using namespace maillon;

struct Program {
  ArticleMaker maker;
  Analyzer analyzer;
};

template <class T>
T loaded(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "%s\n", result.error().to_string().c_str());
  std::abort();
}

const Program& program() {
  static const Schemas schemas = Schemas::embedded();
  static const Program instance{loaded(ArticleMaker::load(schemas)), loaded(Analyzer::load(schemas))};
  return instance;
}

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void check_trees(const ParsedText& parsed) {
  for (const IndexRange sentence : parsed.tagged().sentences) {
    std::uint32_t roots = 0;
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      if (parsed.head(word) == kNone) ++roots;
      std::uint32_t steps = 0;
      for (std::uint32_t at = word; parsed.head(at) != kNone; at = parsed.head(at)) {
        require(sentence.contains(parsed.head(at)), "a head lies in its sentence");
        require(++steps < sentence.size(), "heads lead to the root");
      }
    }
    require(sentence.empty() || roots == 1, "a sentence has one root");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const DocumentFormat kFormats[] = {DocumentFormat::text, DocumentFormat::html,
                                            DocumentFormat::json_line};
  RawDocument raw;
  // The first byte tells the format only where it is one of three that no text begins with.
  if (size > 0 && data[0] < 3) {
    raw.format = kFormats[data[0]];
    ++data;
    --size;
  }
  raw.bytes.assign(reinterpret_cast<const char*>(data), size);
  raw.id = std::string("fuzz");
  raw.file = std::string("-");
  Result<Article> article = program().maker.make(std::move(raw));
  if (!article) {
    require(!article.error().message.empty(), "an error says what is wrong");
    return 0;
  }
  const auto analysis = program().analyzer.analyze(*std::move(article));
  check_trees(analysis->parsed);
  std::string conllu;
  write_conllu(analysis->parsed, ConlluOptions{.explain = true}, conllu);
  program().analyzer.extract(*analysis);
  return 0;
}
