// Input that cannot be read: the message names file and line, the other articles are processed, exit code 2.
#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
using maillon::test::Program;

namespace {

const std::string kGood =
    "La ministre Anna Berg a rencontré Jan Novak à Riga. Malte a signé un accord avec la Norvège.\n";

/// Runs extract on bad.* beside two good articles.
maillon::test::Outcome beside_good(const Program& maillon, const std::string& bad) {
  maillon.folder.write("0.txt", kGood);
  maillon.folder.write("z.txt", kGood);
  auto done = maillon("extract 0.txt " + bad + " z.txt");
  CHECK(done.code == 2);
  CHECK_THAT(done.out, Contains("\"document\":\"0\""));
  CHECK_THAT(done.out, Contains("\"document\":\"z\""));
  return done;
}

}  // namespace

TEST_CASE("a missing file") {
  const Program maillon;
  const auto done = beside_good(maillon, "absent.txt");
  CHECK_THAT(done.err, Contains("error: absent.txt: no such file"));
  CHECK_THAT(done.out, Contains("{\"id\":\"absent.txt\",\"error\":\"absent.txt: no such file\"}\n"));
}

TEST_CASE("a folder without articles") {
  const Program maillon;
  maillon.folder.write("vide/image.png", "x");
  CHECK_THAT(beside_good(maillon, "vide").err, Contains("vide: the folder holds no articles"));
}

TEST_CASE("a binary file") {
  const Program maillon;
  maillon.folder.write("b.txt", std::string("\x7f"
                                            "ELF\0\0\0\1",
                                            8));
  CHECK_THAT(beside_good(maillon, "b.txt").err, Contains("b.txt: a binary file, not text"));
}

TEST_CASE("invalid UTF-8") {
  const Program maillon;
  maillon.folder.write("u.txt", "Une première ligne.\nUne deuxième \xE2\x82 coupée.\n");
  CHECK_THAT(beside_good(maillon, "u.txt").err, Contains("u.txt:2: invalid UTF-8 at byte "));
}

TEST_CASE("an empty article") {
  const Program maillon;
  maillon.folder.write("e.txt", " \n\n");
  CHECK_THAT(beside_good(maillon, "e.txt").err, Contains("e.txt: the article is empty"));
}

TEST_CASE("JSON lines that are none, or lack text") {
  const Program maillon;
  maillon.folder.write("l.jsonl", "{\"id\":\"l1\",\"text\":\"" + kGood.substr(0, kGood.size() - 1) +
                                      "\"}\n{\"id\":\"l2\"}\n{\"id\":\"l3\", \"text\":}\n\n{\"text\":\"" +
                                      kGood.substr(0, kGood.size() - 1) + "\"}\n");
  const auto done = beside_good(maillon, "l.jsonl");
  CHECK_THAT(done.err, Contains("l.jsonl:2: the article lacks \"text\""));
  CHECK_THAT(done.err, Contains("l.jsonl:3:20: not JSON"));
  CHECK_THAT(done.out, Contains("\"document\":\"l1\""));
  CHECK_THAT(done.out, Contains("\"document\":\"l-5\""));
}

TEST_CASE("an article of 50 MB") {
  const Program maillon;
  std::string giant;
  while (giant.size() < (50U << 20)) giant += kGood;
  maillon.folder.write("g.txt", giant);
  CHECK_THAT(beside_good(maillon, "g.txt").err, Contains("g.txt: the article is larger than 8 MB"));
}

TEST_CASE("an id that occurs twice") {
  const Program maillon;
  maillon.folder.write("d.jsonl",
                       "{\"id\":\"d\",\"text\":\"Malte cède.\"}\n{\"id\":\"d\",\"text\":\"Oslo cède.\"}\n");
  CHECK_THAT(beside_good(maillon, "d.jsonl").err,
             Contains("d.jsonl:2: the article id 'd' is that of an earlier"));
}

TEST_CASE("standard input") {
  const Program maillon;
  maillon.folder.write("a.txt", kGood);
  CHECK_THAT(maillon("extract - <a.txt").out, Contains("\"document\":\"stdin\""));
  CHECK_THAT(maillon("extract <a.txt").out, Contains("\"document\":\"stdin\""));
  const auto empty = maillon("extract");
  CHECK(empty.code == 2);
  CHECK_THAT(empty.err, Contains("-: the article is empty"));
}

TEST_CASE("a full disk and a closed pipe end standard output") {
  const Program maillon;
  std::string lines;
  for (int i = 0; i < 1500; ++i)
    lines += "{\"text\":\"Malte a signé un accord avec la Norvège lundi à Riga.\"}\n";
  maillon.folder.write("many.jsonl", lines);
  const auto full = maillon("parse many.jsonl >/dev/full");
  CHECK(full.code == 2);
  CHECK_THAT(full.err, Contains("standard output: cannot be written: No space left on device"));
  for (const char* threads : {"1", "3"}) {
    const auto closed =
        maillon("parse -j" + std::string(threads) + " many.jsonl; echo $? >code; } | head -n 2", "{");
    CHECK_THAT(closed.out, Contains("# text = Malte"));
    CHECK(closed.err.empty());
    CHECK(maillon.folder.read("code") == "0\n");
  }
}
