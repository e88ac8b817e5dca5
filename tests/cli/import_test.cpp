// An exported graph becomes a store that every command reads.
#include <catch2/catch.hpp>

#include "built_program.hpp"

using Catch::Contains;
using maillon::test::built;
using maillon::test::Program;

TEST_CASE("import makes a store of what export has written, and every command reads it") {
  for (const char* format : {"graphml", "jsonld"}) {
    INFO(format);
    const Program& program = built();
    const std::string name = std::string("carried-") + format, file = name + "." + format;
    REQUIRE(program("export out -f " + std::string(format) + " -o " + file).code == 0);
    const auto done = program("import " + file + " -o " + name);
    INFO(done.err);
    REQUIRE(done.code == 0);
    CHECK_THAT(done.err, Contains("4 articles") && Contains("nodes") && Contains("edges"));
    for (const std::string other : {"graphml", "jsonld", "nquads", "ndjson", "svg"}) {
      INFO(other);
      CHECK(program("export " + name + " -f " + other).out == program("export out -f " + other).out);
    }
    for (const char* question : {"stats", "top", "timeline", "claims", "components", "communities"})
      CHECK(program(std::string(question) + " " + name).out == program(std::string(question) + " out").out);
    for (const char* question : {"show", "neighbors"})
      for (const char* who : {"'Anna Berg'", "Suède"})
        CHECK(program(std::string(question) + " " + name + " " + who).out ==
              program(std::string(question) + " out " + who).out);
    CHECK(program("path " + name + " Danemark Finlande").out == program("path out Danemark Finlande").out);
    CHECK_THAT(program("search " + name + " frontière").out, Contains("frontière"));
    CHECK_THAT(program("query " + name + " 'MATCH (p:Person)-[r:MEETS]->(q) RETURN p.name, q.name'").out,
               Contains("Anna Berg") && Contains("Jan Novak"));
    CHECK(program("check " + name).code == 0);
  }
}

TEST_CASE("an imported store takes part in merging, building and forgetting") {
  const Program& program = built();
  REQUIRE(program("export out -f jsonld -o all.jsonld").code == 0);
  REQUIRE(program("import all.jsonld -o other/graph.db").code != 0);  // there is no such folder
  REQUIRE(program("import all.jsonld -o imported.db").code == 0);
  // The articles themselves know more than what was exported of them: they win.
  REQUIRE(program("merge out imported.db -o joined.db").code == 0);
  CHECK(program("export joined.db").out == program("export out").out);
  program.folder.write("e.txt", "La Norvège a rencontré la Finlande mardi 7 mars 2023.");
  REQUIRE(program("import all.jsonld -o more").code == 0);
  REQUIRE(program("build -q e.txt -o more").code == 0);
  CHECK_THAT(program("neighbors more Finlande").out, Contains("Norvège") && Contains("Suède"));
  REQUIRE(program("forget imported.db b").code == 0);
  CHECK_THAT(program("export imported.db").out, !Contains("ACCUSES") && Contains("MEETS"));
}

TEST_CASE("a view comes back as the view") {
  const Program& program = built();
  for (const char* view : {"entities", "events", "claims"}) {
    INFO(view);
    const std::string flags = std::string("export out --view ") + view + " -f graphml";
    const std::string name = std::string("view-") + view + ".db";
    REQUIRE(program(flags + " -o view.graphml").code == 0);
    const auto done = program("import view.graphml -o " + name);
    INFO(done.err);
    REQUIRE(done.code == 0);
    CHECK(program("export " + name + " -f graphml").out == program.folder.read("view.graphml"));
    CHECK(program("check " + name).code == 0);
  }
}

TEST_CASE("import reads pipes and compressed files, and says what it cannot take") {
  const Program& program = built();
  CHECK(program("export out -f jsonld | gzip | '" MAILLON_PROGRAM "' import - -o piped.db").code == 0);
  CHECK(program("export piped.db").out == program("export out").out);
  auto bad = program("import a.txt -o bad.db");
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("a.txt") && Contains("neither GraphML nor JSON-LD"));
  CHECK_FALSE(program.folder.has("bad.db"));
  bad = program("import missing.graphml -o bad.db");
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("missing.graphml"));
  REQUIRE(program("export out -f graphml -o whole.graphml").code == 0);
  const std::string before = program("export out").out;
  bad = program("import whole.graphml -o out");
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("holds 4 articles already") && Contains("maillon merge"));
  CHECK(program("export out").out == before);
}
