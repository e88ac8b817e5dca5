// Parses the tagged words of a CoNLL-U file, its arcs thrown away: measures the syntax apart from the
// tagging. usage: parse-conllu [--explain] [--repeat N] FILE.conllu > OURS.conllu
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "lexicon/lexicon.hpp"
#include "support/conllu_reader.hpp"
#include "syntax/conllu_writer.hpp"
#include "syntax/parser.hpp"

namespace {

/// Treebanks have no verb frames: the lexicon's, as the tagger would hand them on.
void add_frames(maillon::TaggedText& tagged) {
  using namespace maillon;
  const auto lexicon = Lexicon::load(Schemas::embedded());
  if (!lexicon) return;
  std::vector<Reading> readings;
  for (TaggedWord& w : tagged.words) {
    if (w.upos != Upos::VERB) continue;
    readings.clear();
    lexicon->lookup(w.form, readings);
    for (const Reading& r : readings)
      if (r.upos == Upos::VERB && r.lemma == w.lemma) w.frame = static_cast<std::uint8_t>(w.frame | r.frame);
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace maillon;
  ConlluOptions options;
  int repeat = 1;
  std::string file;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--explain")
      options.explain = true;
    else if (arg == "--repeat" && i + 1 < argc)
      repeat = std::atoi(argv[++i]);
    else
      file = arg;
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "parse-conllu: cannot read '%s'\n", file.c_str());
    return 2;
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto parser = Parser::load(Schemas::embedded());
  if (!parser) {
    std::fprintf(stderr, "%s\n", parser.error().to_string().c_str());
    return 2;
  }
  const auto document = test::read_conllu(text);
  add_frames(document->tagged);
  const auto begin = std::chrono::steady_clock::now();
  ParsedText parsed;
  for (int i = 0; i < repeat; ++i) parsed = parser->parse(document->tagged);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  if (repeat > 1)
    std::fprintf(stderr, "%.0f words/s\n", static_cast<double>(parsed.size()) * repeat / seconds.count());
  std::string out;
  write_conllu(parsed, options, out);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}
