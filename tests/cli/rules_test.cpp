// A user's own rules.
#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
using maillon::test::Program;

TEST_CASE("a rule file stands beside the built-in rules") {
  const Program maillon;
  maillon.folder.write("a.txt",
                       "Le Danemark a klaxonné la Suède. Le Danemark a signé un accord avec la Finlande.");
  maillon.folder.write("own.json", R"({
    "class": "noise", "description": "Noise.",
    "frames": [{"id": "noise.honk", "description": "someone honks at someone", "relation": "MEETS",
                "verbs": ["klaxonner"],
                "arguments": [{"function": "object"}],
                "examples": [{"text": "Le roi a klaxonné la foule.", "statements": ["roi | klaxonner | foule"]}],
                "counterexamples": [{"text": "Le roi a klaxonné la foule.", "statements": ["foule | klaxonner | roi"]}]
    }]})");
  const auto without = maillon("extract a.txt");
  const auto with = maillon("extract --rules own.json a.txt");
  CHECK(with.err.empty());
  CHECK_THAT(without.out, !Contains("noise.honk"));
  CHECK_THAT(with.out, Contains("noise.honk") && Contains("signer"));
  CHECK_THAT(maillon("extract --rules own.json --schemas '" MAILLON_SOURCE_DIR "/schemas' a.txt").out,
             Contains("noise.honk"));
}

TEST_CASE("a rule file that is none says where") {
  const Program maillon;
  maillon.folder.write("a.txt", "Malte cède.");
  maillon.folder.write("own.json", "{\n  \"class\": 3\n");
  const auto broken = maillon("extract --rules own.json a.txt");
  CHECK(broken.code == 2);
  CHECK_THAT(broken.err, Contains("error: own.json"));
  const auto absent = maillon("extract --rules absent.json a.txt");
  CHECK(absent.code == 2);
  CHECK_THAT(absent.err, Contains("absent.json: no such file"));
}
