// What a user knows of names: --gazetteer and --same-as.
#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
using maillon::test::Program;

namespace {

const std::string kArticles =
    "{\"id\":\"a\",\"date\":\"2023-03-10\",\"text\":\"La ministre Anna Berg a rencontré Jan Novak à "
    "Riga.\"}\n"
    "{\"id\":\"b\",\"date\":\"2023-03-11\",\"text\":\"La Dame de Riga a rencontré Jan Novak à Oslo.\"}\n";

}  // namespace

TEST_CASE("a same-as file makes two names one node, with type and IRI") {
  const Program maillon;
  maillon.folder.write("a.jsonl", kArticles);
  maillon.folder.write(
      "same.csv",
      "name,canonical name,type,IRI\r\nla Dame de Riga,Anna Berg,Person,https://example.org/berg\r\n");
  const auto built = maillon("build a.jsonl --same-as same.csv -o out");
  CHECK(built.code == 0);
  CHECK(built.err.find("error") == std::string::npos);
  const auto card = maillon("show out 'Anna Berg' --format json");
  CHECK(card.code == 0);
  CHECK_THAT(card.out, Contains("https://example.org/berg"));
  CHECK_THAT(card.out, Contains("Dame de Riga"));
  CHECK(maillon("show out 'la Dame de Riga'").out == maillon("show out 'Anna Berg'").out);
  const auto lines = maillon("extract a.jsonl --same-as same.csv");
  CHECK_THAT(lines.out, Contains("\"iri\":\"https://example.org/berg\""));
  CHECK_THAT(maillon("explain out --merge 'Anna Berg' --format json").out, Contains("same-name"));
}

TEST_CASE("a gazetteer types names and gives them IRIs") {
  const Program maillon;
  maillon.folder.write("a.txt",
                       "Velnias a signé un accord avec la Norvège. Le rapport de Velnias est sévère.");
  maillon.folder.write("names.csv", "name,type,iri\n\"Velnias\",Organization,https://example.org/velnias\n");
  const auto with = maillon("extract a.txt --gazetteer names.csv");
  CHECK(with.code == 0);
  CHECK_THAT(with.out, Contains("\"type\":\"Organization\",\"label\":\"Velnias\""));
  CHECK_THAT(with.out, Contains("https://example.org/velnias"));
  CHECK_THAT(maillon("extract a.txt").out, !Contains("https://example.org/velnias"));
}

TEST_CASE("files of names that cannot be used name file, line and remedy") {
  const Program maillon;
  maillon.folder.write("a.txt", "Malte cède.");
  struct Bad {
    const char *flag, *text, *message;
  };
  for (const Bad& bad :
       {Bad{"--same-as", "nom,type\n", "names.csv:1: the first line is not the header"},
        {"--same-as", "name,canonical,type,iri\nA. Berg,Anna Berg,Person\n",
         "names.csv:2: the row has 3 columns instead of 4"},
        {"--same-as", "name,canonical,type,iri\nA. Berg,,Person,\n",
         "names.csv:2: 'A. Berg' has no canonical name"},
        {"--same-as", "name,canonical,type,iri\n\nA. Berg,Anna Berg,Human,\n",
         "names.csv:3: 'Human' is no type of entity"},
        {"--same-as", "name,canonical,type,iri\nA. Berg,Anna Berg,Person,Q 1\n",
         "names.csv:2: 'Q 1' is no IRI"},
        {"--same-as", "name,canonical,type,iri\nA. Berg,Anna Berg,Person,\nA. Berg,Agnes Berg,Person,\n",
         "names.csv:3: 'A. Berg' is said to be something else in line 2"},
        {"--gazetteer", "name,type,iri\n,Place,\n", "names.csv:2: the row has no name"},
        {"--gazetteer", "name,type,iri\n\"Riga,Place,\n", "names.csv:2: a quoted field does not end"},
        {"--gazetteer", "name,type,iri\nR\xEDga,Place,\n", "names.csv:2: invalid UTF-8"}}) {
    INFO(bad.text);
    maillon.folder.write("names.csv", bad.text);
    for (const char* command : {"extract a.txt ", "build a.txt -o out "}) {
      const auto done = maillon(std::string(command) + bad.flag + " names.csv");
      CHECK(done.code == 2);
      CHECK_THAT(done.err, Contains(bad.message));
      CHECK(done.out.empty());
    }
  }
  CHECK_THAT(maillon("extract a.txt --gazetteer absent.csv").err, Contains("absent.csv: no such file"));
  CHECK(maillon("extract a.txt --gazetteer absent.csv").code == 2);
}
