// Tags the gold tokens of a treebank: what lexicon and tagging reach when segmentation makes no error.
//   tag-conllu TREEBANK.conllu [SCHEMAS] > ours.conllu    (score it with the treebank scorer; heads
//   are flat)
#include "gold_tokens.hpp"
#include "syntax/conllu_writer.hpp"
#include "tagging/tagger.hpp"

using namespace maillon;

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: tag-conllu TREEBANK.conllu [SCHEMAS]\n";
    return 2;
  }
  Result<Schemas> schemas = argc > 2 ? Schemas::from_folder(argv[2]) : Result<Schemas>(Schemas::embedded());
  if (!schemas.ok()) {
    std::cerr << schemas.error().to_string() << '\n';
    return 2;
  }
  const Result<Lexicon> lexicon = Lexicon::load(*schemas);
  const Result<Tagger> tagger = Tagger::load(*schemas);
  if (!lexicon.ok() || !tagger.ok()) {
    std::cerr << (lexicon.ok() ? tagger.error() : lexicon.error()).to_string() << '\n';
    return 2;
  }
  const auto doc = tools::read_treebank(argv[1]);
  const ReadingLattice lattice = lexicon->analyze(doc->text);
  const TaggedText tagged = tagger->tag(doc->text, lattice);
  std::vector<Arc> arcs(tagged.words.size());
  for (const IndexRange s : tagged.sentences)
    for (std::uint32_t i = s.begin + 1; i < s.end; ++i) arcs[i].head = s.begin;
  ConlluOptions options;
  options.explain = true;
  std::string out;
  write_conllu(ParsedText(tagged, std::move(arcs)), options, out);
  std::cout << out;
  return 0;
}
