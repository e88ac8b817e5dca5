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

TEST_CASE("rules check names line and rule of every problem") {
  const Program maillon;
  maillon.folder.write("own.json", R"({
    "class": "noise",
    "frames": [
      {"id": "noise.honk", "description": "someone honks at someone", "relation": "MEETSS",
       "verbs": ["klaxonner"]},
      {"id": "noise.hoot", "description": "someone hoots at someone", "relation": "MEETS",
       "verbs": ["klaxonner"],
       "arguments": [
         {"function": "object"},
         {"function": "objet"}
       ]},
      {"id": "noise.toot", "description": "someone toots at someone", "relation": "MEETS",
       "verbs": ["klaxonnes", "recevoir"],
       "examples": [{"text": "Le roi a klaxonné la foule.", "statements": ["roi | klaxonner | foule"]}],
       "counterexamples": []}
    ]})");
  const auto checked = maillon("rules check own.json");
  CHECK(checked.code == 2);
  CHECK_THAT(checked.err, Contains("own.json:4: rule noise.honk: 'MEETSS' is no relation"));
  CHECK_THAT(checked.err, Contains("own.json:10: rule noise.hoot: unknown function"));
  CHECK_THAT(checked.err, Contains("own.json:12: rule noise.toot: the frame has no counter-example"));
  CHECK_THAT(checked.err, Contains("no verb 'klaxonnes'") && Contains("is 'klaxonner' meant?"));
  CHECK_THAT(checked.err, Contains("'recevoir' is taken by meeting.receive"));
  CHECK_THAT(checked.err, Contains("3 errors, 2 warnings"));
}

TEST_CASE("rules check finds nothing to say of the built-in rules") {
  const Program maillon;
  const auto checked = maillon("rules check");
  CHECK(checked.code == 0);
  CHECK_THAT(checked.err, Contains("0 errors, 0 warnings"));
}

TEST_CASE("rules test runs the examples of a file") {
  const Program maillon;
  const auto rule = [](const std::string& promised) {
    return R"({"class": "noise", "frames": [{"id": "noise.honk", "description": "someone honks at someone",
      "relation": "MEETS", "verbs": ["klaxonner"], "arguments": [{"function": "object"}],
      "examples": [{"text": "Le roi a klaxonné la foule.", "statements": [")" +
           promised + R"("]}],
      "counterexamples": [{"text": "Le roi a klaxonné la foule.", "statements": ["foule | klaxonner | roi"]}]}]})";
  };
  maillon.folder.write("right.json", rule("roi | klaxonner | foule"));
  maillon.folder.write("wrong.json", rule("roi | siffler | foule"));
  const auto right = maillon("rules test right.json");
  CHECK(right.code == 0);
  CHECK(right.out == "2 examples hold, 0 fail\n");
  const auto wrong = maillon("rules test wrong.json");
  CHECK(wrong.code == 2);
  CHECK(wrong.out == "1 examples hold, 1 fail\n");
  CHECK_THAT(wrong.err, Contains("wrong.json:1: rule noise.honk:") && Contains("does not give") &&
                            Contains("roi | klaxonner | foule"));
}

TEST_CASE("rules list finds rules by relation, word and class") {
  const Program maillon;
  const auto by_relation = maillon("rules list --relation RECEIVES --format csv");
  CHECK(by_relation.code == 0);
  CHECK_THAT(by_relation.out, Contains("meeting.receive") && !Contains("travel.go"));
  CHECK_THAT(maillon("rules list --word accueillir --format csv").out, Contains("meeting.receive"));
  CHECK_THAT(maillon("rules list --class travel --format csv").out,
             Contains("travel.go") && !Contains("meeting.receive"));
  CHECK(maillon("rules list --relation NONE_SUCH").code == 1);
}
