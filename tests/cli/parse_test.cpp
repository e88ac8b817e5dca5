// The analysis as text: CoNLL-U, readings, chains, mentions.
#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "program.hpp"

using Catch::Contains;
using Catch::StartsWith;
using maillon::test::Program;

namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) out.push_back(part);
  return out;
}

void write_article(const Program& maillon) {
  maillon.folder.write(
      "a.txt", "Publicité\n\nLa ministre Anna Berg a rencontré Jan Novak au port de Riga. Elle l'a salué.\n");
}

}  // namespace

TEST_CASE("parse prints CoNLL-U") {
  const Program maillon;
  write_article(maillon);
  const auto done = maillon("parse a.txt");
  CHECK(done.code == 0);
  CHECK(done.err.empty());
  CHECK_THAT(done.out,
             StartsWith("# sent_id = a-1\n# text = La ministre Anna Berg a rencontré Jan Novak au port"));
  CHECK_THAT(done.out, !Contains("Publicité"));
  int roots = 0, sentences = 0;
  bool contraction = false;
  for (const std::string& line : split(done.out, '\n')) {
    if (line.starts_with("# sent_id")) ++sentences;
    if (line.empty() || line.front() == '#') continue;
    CAPTURE(line);
    const auto columns = split(line, '\t');
    REQUIRE(columns.size() == 10);
    if (columns[0].find('-') != std::string::npos) contraction = columns[1] == "au";
    if (columns[6] == "0") ++roots;
  }
  CHECK(sentences == 2);
  CHECK(roots == 2);
  CHECK(contraction);
  CHECK_THAT(maillon("parse --explain a.txt").out, Contains("ArcRule="));
}

TEST_CASE("readings, chains and mentions") {
  const Program maillon;
  write_article(maillon);
  CHECK_THAT(maillon("parse --readings a.txt").out, Contains("\nministre\tministre/NOUN/"));
  CHECK_THAT(maillon("parse --coref a.txt").out, Contains("Person Anna Berg\n") && Contains("\tElle\t"));
  const auto mentions = maillon("extract --mentions a.txt");
  CHECK_THAT(mentions.out, StartsWith("{\"document\":\"a\",") && Contains("\"text\":\"Anna Berg\""));
}

TEST_CASE("statements point into the article by characters") {
  const Program maillon;
  const std::string title = "L'été à Riga", text = "Sommaire\nLe Danemark a signé un accord avec la Suède.";
  maillon.folder.write("a.jsonl", "{\"id\":\"x\",\"title\":\"" + title +
                                      "\",\"date\":\"2023-03-10\",\"text\":\"Sommaire\\n" + text.substr(9) +
                                      "\"}\n");
  const std::string out = maillon("extract a.jsonl").out;
  CHECK_THAT(out, Contains("\"document\":\"x\"") && Contains("\"Danemark\"") && Contains("\"begin\":9,"));
}

TEST_CASE("extract leaves out what is less sure than asked") {
  const Program maillon;
  maillon.folder.write("a.txt", "Anna Berg a reçu Jan Novak à Riga. Elle a klaxonné un roi.");
  const auto all = maillon("extract a.txt");
  CHECK_THAT(all.out, Contains("klaxonner") && Contains("recevoir"));
  const auto sure = maillon("extract --min-confidence 0.7 a.txt");
  CHECK_THAT(sure.out, !Contains("klaxonner") && Contains("recevoir"));
}
