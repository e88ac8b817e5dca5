// The store from outside: looked after, hurt, written twice, on a full disk.
#include <sqlite3.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
using maillon::test::Program;

namespace {

const std::string kExamples = MAILLON_SOURCE_DIR "/examples/articles";

void execute(const std::string& path, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

std::string line(const std::string& id, const std::string& text) {
  return "{\"id\":\"" + id + "\",\"date\":\"2023-03-10\",\"text\":\"" + text + "\"}\n";
}

}  // namespace

TEST_CASE("stores are checked, rid of articles and joined") {
  const Program maillon;
  const std::string a = line("a", "Anna Berg a rencontré Jan Novak à Riga."),
                    b = line("b", "La Suède a accusé la Finlande d'avoir fermé la frontière.");
  maillon.folder.write("a.jsonl", a);
  maillon.folder.write("b.jsonl", b);
  REQUIRE(maillon("build -q a.jsonl -o a").code == 0);
  REQUIRE(maillon("build -q b.jsonl -o b").code == 0);
  REQUIRE(maillon("build -q a.jsonl b.jsonl -o ab").code == 0);

  REQUIRE(maillon("merge a b/graph.db -o c.db").code == 0);
  REQUIRE(maillon("merge b a b -o joined").code == 0);
  CHECK(maillon("merge c.db -o joined").code == 0);
  const std::string expected = maillon("export ab").out;
  CHECK((maillon("export c.db").out == expected));
  CHECK((maillon("export joined").out == expected));
  CHECK_THAT(maillon("check joined").err, Contains("2 articles"));
  CHECK(maillon("merge a nowhere -o d.db").code == 2);
  CHECK_FALSE(maillon.folder.has("d.db"));

  CHECK(maillon("forget ab nobody").code == 2);
  REQUIRE(maillon("forget ab b").code == 0);
  CHECK((maillon.folder.read("ab/graph.graphml") == maillon.folder.read("a/graph.graphml")));
  CHECK((maillon.folder.read("ab/statements.ndjson") == maillon.folder.read("a/statements.ndjson")));
  CHECK(maillon("show ab Finlande").code == 1);
  CHECK(maillon("forget nowhere a").code == 2);
}

TEST_CASE("what is no store of this program is left alone") {
  const Program maillon;
  maillon.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède.");
  REQUIRE(maillon("build -q a.txt").code == 0);
  const std::string good = maillon.folder.read("out/graph.db");

  execute(maillon.folder.path("out/graph.db"), "PRAGMA user_version=99");
  for (const char* command : {"build a.txt", "stats out", "check out", "forget out a"}) {
    const auto done = maillon(command);
    CHECK(done.code == 2);
    CHECK_THAT(done.err, Contains("newer than this program"));
  }
  maillon.folder.write("out/graph.db", good.substr(0, 5000) + std::string(90000, 'x') + good.substr(95000));
  const auto hurt = maillon("check out");
  CHECK(hurt.code == 2);
  CHECK_THAT(hurt.err, Contains("damaged"));
  maillon.folder.write("out/graph.db", "not a database, but somebody's file all the same");
  const auto foreign = maillon("build a.txt");
  CHECK(foreign.code == 2);
  CHECK_THAT(foreign.err, Contains("is no maillon store"));
  CHECK(maillon.folder.read("out/graph.db") == "not a database, but somebody's file all the same");
}

TEST_CASE("of two writers the second is told") {
  const Program maillon;
  maillon.folder.write("a.jsonl", line("a", "Anna Berg a rencontré Jan Novak à Riga."));
  maillon.folder.write("b.jsonl", line("b", "La Suède a accusé la Finlande."));
  // the first one waits for its input, the second comes in between
  const auto first =
      maillon("build -q -", "{ while ! test -e out/graph.db-lock; do sleep 0.02; done; '" MAILLON_PROGRAM
                            "' build -q b.jsonl 2>second; echo $? >code; cat a.jsonl; } |");
  CHECK(first.code == 0);
  CHECK(maillon.folder.read("code") == "2\n");
  CHECK_THAT(maillon.folder.read("second"), Contains("another maillon is writing this store"));
  CHECK_THAT(maillon("check out").err, Contains("1 articles"));
}

TEST_CASE("wherever the room ends, the store keeps what it had and the next run completes it") {
  const Program maillon;
  maillon.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède.");
  REQUIRE(maillon("build -q '" + kExamples + "' a.txt -o whole").code == 0);
  const std::string expected = maillon("export whole").out;
  int failed = 0;
  for (const char* blocks : {"2", "8", "64", "100", "300", "600", "900", "1200"}) {
    CAPTURE(blocks);
    REQUIRE(maillon("build -q a.txt -o part").code == 0);
    const auto full =
        maillon("build -q '" + kExamples + "' -o part", std::string("ulimit -f ") + blocks + ";");
    if (full.code != 0) {
      ++failed;
      CHECK(full.code == 2);
      CHECK_THAT(full.err, Contains("error: "));
    }
    const auto checked = maillon("check part");
    INFO(checked.err);
    CHECK(checked.code == 0);
    REQUIRE(maillon("build -q '" + kExamples + "' -o part").code == 0);
    CHECK((maillon("export part").out == expected));
    std::filesystem::remove_all(maillon.folder.path("part"));
  }
  CHECK(failed > 3);
}

TEST_CASE("a folder that cannot be written can be read") {
  const Program maillon;
  maillon.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède.");
  REQUIRE(maillon("build -q a.txt").code == 0);
  std::string as_user;
  if (::geteuid() == 0) {  // whom no folder refuses: another user asks
    if (std::system("setpriv --reuid 65534 true 2>/dev/null") != 0) {
      WARN("skipped: setpriv(1) is not there, and root may write everywhere");
      return;
    }
    as_user = "setpriv --reuid 65534 ";
    REQUIRE(
        maillon("--version >/dev/null", "chmod 755 .;" + as_user + "test -x '" MAILLON_PROGRAM "' &&").code ==
        0);
  }
  const auto asked = maillon("stats out", "chmod 555 out; chmod 444 out/*;" + as_user);
  CHECK(asked.code == 0);
  const auto built = maillon("build a.txt", as_user);
  CHECK(built.code == 2);
  CHECK_THAT(built.err, Contains("cannot be written"));
  maillon("--version", "chmod 755 out;");
  CHECK(maillon("check out").code == 0);
}

TEST_CASE("answers come in every format") {
  const Program maillon;
  maillon.folder.write("a.jsonl",
                       line("a", "Anna Berg a rencontré Jan Novak à Riga. L'été, Novak a quitté Riga."));
  REQUIRE(maillon("build -q a.jsonl").code == 0);
  CHECK_THAT(maillon("search out ete -f tsv").out, Contains("kind\tlabel\tdocument\tsentence\n"));
  CHECK_THAT(maillon("search out ete -f csv").out,
             Contains("sentence,,a,\"L'été, Novak a quitté Riga.\"\r\n"));
  CHECK_THAT(maillon("search out 'jan nov' -f ndjson").out,
             Contains("{\"kind\":\"Person\",\"label\":\"Jan Novak\""));
  CHECK_THAT(maillon("show out Novak -f ndjson").out,
             Contains("{\"section\":\"entity\",\"property\":\"id\""));
  CHECK_THAT(maillon("components out -f csv").out, Contains("component,nodes,edges,examples\r\n1,"));
  CHECK_THAT(maillon("communities out -f csv").out, Contains("community,nodes,edges,examples\r\n1,"));
}
