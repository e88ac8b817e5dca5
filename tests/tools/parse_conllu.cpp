// Parses the tagged words of a CoNLL-U file, its arcs thrown away: measures the syntax apart from the
// tagging. usage: parse-conllu [--explain] [--repeat N] FILE.conllu > OURS.conllu
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "support/conllu_reader.hpp"
#include "syntax/conllu_writer.hpp"
#include "syntax/parser.hpp"

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
