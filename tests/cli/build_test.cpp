// The main job: what it writes, and what it leaves alone.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "program.hpp"

using Catch::Contains;
using maillon::test::Program;

namespace {

const std::string kExamples = MAILLON_SOURCE_DIR "/examples/articles";
const std::set<std::string> kFiles = {"graph.db", "graph.graphml", "graph.jsonld", "report.json",
                                      "statements.ndjson"};

std::set<std::string> names(const std::string& folder) {
  std::set<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    out.insert(entry.path().filename().string());
  return out;
}

std::multiset<std::string> lines(const std::string& text) {
  std::istringstream in(text);
  std::multiset<std::string> out;
  for (std::string line; std::getline(in, line);) out.insert(line);
  return out;
}

}  // namespace

TEST_CASE("build writes all files, the same for any number of threads") {
  const Program maillon;
  const auto one = maillon("build -j1 '" + kExamples + "' -o one");
  REQUIRE(one.code == 0);
  CHECK(one.out.empty());
  CHECK_THAT(one.err, Contains("articles,") && Contains("words a second"));
  REQUIRE(maillon("build -q -j4 '" + kExamples + "' -o four").code == 0);
  CHECK(names(maillon.folder.path("one")) == kFiles);
  for (const std::string& name : kFiles) {
    CAPTURE(name);
    CHECK(!maillon.folder.read("one/" + name).empty());
    CHECK((maillon.folder.read("one/" + name) == maillon.folder.read("four/" + name)));
  }
  // build writes the articles in the order of their ids, extract in that of the input
  const std::string extracted = maillon("extract -j1 '" + kExamples + "'").out;
  CHECK((maillon("extract -j4 '" + kExamples + "'").out == extracted));
  CHECK((lines(extracted) == lines(maillon.folder.read("one/statements.ndjson"))));
}

TEST_CASE("the graph does not depend on the order of the articles") {
  const Program maillon;
  maillon.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède.");
  maillon.folder.write("b.txt", "La Suède a accusé la Finlande d'avoir fermé la frontière.");
  REQUIRE(maillon("build -q a.txt b.txt -o ab").code == 0);
  REQUIRE(maillon("build -q b.txt a.txt -o ba").code == 0);
  CHECK((maillon.folder.read("ab/graph.graphml") == maillon.folder.read("ba/graph.graphml")));
  CHECK((maillon.folder.read("ab/graph.jsonld") == maillon.folder.read("ba/graph.jsonld")));
}

TEST_CASE("problems are in the report, the rest is in the graph") {
  const Program maillon;
  maillon.folder.write("in/a.txt", "Le Danemark a signé un accord avec la Suède.");
  maillon.folder.write("in/b.jsonl", "{\"id\":\"b\"}\n");
  const auto done = maillon("build in");
  CHECK(done.code == 2);
  CHECK_THAT(done.err,
             Contains("in/b.jsonl:1: the article lacks \"text\"") && Contains("1 articles with problems"));
  const std::string report = maillon.folder.read("out/report.json");
  CHECK_THAT(report, Contains("\"articles\": 1,"));
  CHECK_THAT(
      report,
      Contains("\"file\": \"in/b.jsonl\",\n      \"line\": 1,\n      \"message\": \"the article lacks"));
  CHECK(names(maillon.folder.path("out")) == kFiles);
}

TEST_CASE("the last run's files stay where a new one fails") {
  const Program maillon;
  maillon.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède.");
  maillon.folder.write("out/notes.txt", "à moi");
  REQUIRE(maillon("build -q a.txt").code == 0);
  const std::string before = maillon.folder.read("out/graph.graphml");
  const auto none = maillon("build absent.txt");
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("no article could be read"));
  const auto full = maillon("build '" + kExamples + "'", "ulimit -f 20;");
  CHECK(full.code == 2);
  CHECK_THAT(full.err, Contains("error: "));
  CHECK((maillon.folder.read("out/graph.graphml") == before));
  std::set<std::string> expected = kFiles;
  expected.insert("notes.txt");
  std::set<std::string> left = names(maillon.folder.path("out"));
  for (const char* log : {"graph.db-wal", "graph.db-shm"}) left.erase(log);  // what SQLite could not put away
  CHECK(left == expected);
  CHECK(maillon("build -q a.txt").code == 0);
  CHECK(names(maillon.folder.path("out")) == expected);
  CHECK((maillon.folder.read("out/graph.graphml") == before));
}

TEST_CASE("an interrupted run leaves the files of the last one, and keeps what it has read") {
  const Program maillon;
  maillon.folder.write("out/graph.graphml", "alt");
  // --foreground: one signal; timeout sends it to the whole group as well, and a second one ends the program
  // at once
  const auto done =
      maillon("build -", R"(yes '{"text":"Malte cède."}' | timeout --foreground --preserve-status -s INT 1)");
  CHECK(done.code == 2);
  CHECK_THAT(done.err, Contains("interrupted"));
  for (const std::string& name : names(maillon.folder.path("out")))
    CHECK((name == "graph.graphml" || name == "graph.db"));
  CHECK(maillon.folder.read("out/graph.graphml") == "alt");
}

TEST_CASE("an output folder that cannot be") {
  const Program maillon;
  const std::string article = maillon.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède.");
  const auto done = maillon("build a.txt -o a.txt/out");
  CHECK(done.code == 2);
  CHECK_THAT(done.err, Contains("a.txt/out: the output folder cannot be made"));
  CHECK(maillon("build a.txt -o /proc/maillon").code == 2);
}
