// Help, versions, wrong use.
#include <catch2/catch.hpp>

#include "program.hpp"

using Catch::Contains;
using maillon::test::Program;

TEST_CASE("without arguments the program explains itself") {
  const Program maillon;
  const auto bare = maillon("");
  CHECK(bare.code == 0);
  CHECK(bare.out == maillon("--help").out);
  for (const char* command : {"build", "extract", "parse", "show", "neighbors", "path", "timeline", "claims",
                              "top", "search", "stats", "explain", "export"}) {
    CHECK_THAT(bare.out, Contains(std::string("\n  ") + command + " "));
    const auto help = maillon(std::string(command) + " --help");
    CHECK(help.code == 0);
    CHECK_THAT(help.out, Contains(std::string("maillon ") + command));
  }
  CHECK_THAT(maillon("--version").out, Contains("maillon "));
}

TEST_CASE("wrong use is exit code 2 with a hint") {
  const Program maillon;
  maillon.folder.write("a.txt", "Malte a signé un accord avec la Norvège.");
  const auto misspelt = maillon("biuld a.txt");
  CHECK(misspelt.code == 2);
  CHECK(misspelt.out.empty());
  CHECK_THAT(misspelt.err, Contains("did you mean 'build'?"));
  CHECK(maillon("parse --frobnicate a.txt").code == 2);
  CHECK(maillon("parse --threads viele a.txt").code == 2);
  CHECK(maillon("stats out --format yaml").code == 2);
  CHECK(maillon("show").code == 2);
  const auto date = maillon("extract --date demain a.txt");
  CHECK(date.code == 2);
  CHECK_THAT(date.err, Contains("'demain' is no date"));
  const auto schemas = maillon("extract --schemas absent a.txt");
  CHECK(schemas.code == 2);
  CHECK_THAT(schemas.err, Contains("absent: not a folder"));
}

TEST_CASE("colours are for terminals") {
  const Program maillon;
  CHECK(maillon("parse absent.txt").err.find('\x1b') == std::string::npos);
  CHECK(maillon("parse --color always absent.txt").err.find('\x1b') != std::string::npos);
}
