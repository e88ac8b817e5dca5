// What CoNLL-U promises, on the example articles and on texts of random pieces: forms with SpaceAfter give
// back the sentence, and every tree is a tree.
#include <catch2/catch.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "ingest/article_maker.hpp"
#include "ingest/document_reader.hpp"
#include "pipeline/analyzer.hpp"
#include "syntax/conllu_writer.hpp"

namespace {

using namespace maillon;

const Analyzer& analyzer() {
  static const Analyzer instance = Analyzer::load(Schemas::embedded()).value();
  return instance;
}

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string column; std::getline(in, column, '\t');) out.push_back(column);
  return out;
}

/// Heads by word, 1-based; 0 is the root.
void check_tree(const std::vector<std::size_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 1; word <= heads.size(); ++word) {
    std::size_t at = word, steps = 0;
    for (; at != 0; at = heads[at - 1]) {
      REQUIRE(at <= heads.size());
      REQUIRE(++steps <= heads.size());
    }
    roots += heads[word - 1] == 0 ? 1 : 0;
  }
  CHECK(roots == 1);
}

/// Number of sentences.
std::size_t check(const std::string& conllu) {
  std::size_t sentences = 0, token_end = 0;
  std::string text, forms;
  std::vector<std::size_t> heads;
  std::istringstream in(conllu);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# text = ")) text = line.substr(9);
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      ++sentences;
      while (forms.ends_with(' ')) forms.pop_back();
      CHECK(forms == text);
      check_tree(heads);
      forms.clear();
      heads.clear();
      token_end = 0;
      continue;
    }
    const std::vector<std::string> c = columns(line);
    REQUIRE(c.size() == 10);
    const std::size_t dash = c[0].find('-'), number = std::stoul(c[0]);
    if (dash == std::string::npos) heads.push_back(std::stoul(c[6]));
    if (number <= token_end) continue;  // a word of the token before
    if (dash != std::string::npos) token_end = std::stoul(c[0].substr(dash + 1));
    forms += c[1];
    if (c[9].find("SpaceAfter=No") == std::string::npos) forms += ' ';
  }
  return sentences;
}

std::size_t check(Article article) {
  const auto analysis = analyzer().analyze(std::move(article), Stage::syntax);
  std::string conllu;
  write_conllu(analysis->parsed, {}, conllu);
  return check(conllu);
}

}  // namespace

TEST_CASE("CoNLL-U of the example articles gives back their sentences as trees") {
  const ArticleMaker maker = ArticleMaker::load(Schemas::embedded()).value();
  DocumentReader reader({MAILLON_SOURCE_DIR "/examples/articles"});
  std::size_t sentences = 0;
  while (std::optional<Result<RawDocument>> raw = reader.next())
    sentences += check(maker.make(std::move(*raw).value()).value());
  CHECK(sentences > 100);
}

TEST_CASE("CoNLL-U of random texts gives back their sentences as trees") {
  const std::vector<std::string> pieces = {
      "Le ",      "roi ", "a ",      "signé ", "du ",  "port ", "l'",      "accord ", "« ",      " » ",
      ", ",       ". ",   "10 000 ", "des ",   "que ", "M. ",   "Berg ",   "3,5 % ",  "a-t-il ", "aux ",
      "(",        ") ",   "… ",      "Malte ", "\n",   "\n\n",  "qui ",    "d’",      "été ",    "- ",
      "12 mars ", ": ",   "; ",      "ONU ",   "à ",   "en ",   "voyant ", "Les ",    "?"};
  std::mt19937 random(20261120);
  std::size_t sentences = 0;
  for (int round = 0; round < 200; ++round) {
    Article article;
    article.id = "random";
    for (int i = 0; i < 60; ++i) article.body += pieces[random() % pieces.size()];
    INFO(article.body);
    sentences += check(std::move(article));
  }
  CHECK(sentences > 200);
}
