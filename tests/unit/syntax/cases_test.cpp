// The arcs of tests/cases/syntax/arcs.tsv: sentences in plain words, tagged and parsed.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "support/tagged_sentence.hpp"
#include "syntax/parser.hpp"

using namespace maillon;

namespace {

const Parser& parser() {
  static const Parser kParser = [] {
    auto loaded = Parser::load(Schemas::embedded());
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
    return *std::move(loaded);
  }();
  return kParser;
}

/// "head label" of the first word with that form.
std::string arc(const ParsedText& parsed, std::string_view form) {
  for (std::uint32_t i = 0; i < parsed.size(); ++i) {
    if (parsed.word(i).form != form) continue;
    const Arc& a = parsed.arc(i);
    return std::string(a.head == kNone ? "-" : parsed.word(a.head).form) + ' ' +
           std::string(to_string(a.deprel));
  }
  return "no such word";
}

}  // namespace

TEST_CASE("words hang where the case file says") {
  std::ifstream in(MAILLON_SOURCE_DIR "/tests/cases/syntax/arcs.tsv");
  std::size_t cases = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const auto sentence = test::tag_sentence(line.substr(0, tab));
    const ParsedText parsed = parser().parse(sentence->tagged);
    for (std::size_t at = tab + 1; at < line.size();) {
      const std::size_t end = std::min(line.find(';', at), line.size());
      const std::string wanted = line.substr(at, end - at);
      const std::string word = wanted.substr(0, wanted.find('='));
      INFO(line);
      CHECK(word + '=' + arc(parsed, word) == wanted);
      at = end + 1;
      ++cases;
    }
  }
  CHECK(cases > 50);
}
