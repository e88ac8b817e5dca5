#include <catch2/catch.hpp>

#include "cases.hpp"
#include "mentions/given_names.hpp"

using namespace maillon;

TEST_CASE("names have the types of the case file") {
  for (const auto& row : test::case_rows("names.tsv")) {
    REQUIRE(row.size() == 2);
    const auto analysis = test::analyze(row[0], "2023-03-10");
    const MentionSet& set = analysis->mentions;
    std::size_t from = 0;
    std::stringstream pairs(row[1]);
    for (std::string pair; std::getline(pairs, pair, ';');) {
      INFO(row[0] << "  " << pair);
      const std::size_t sign = pair.find('=');
      std::string found = "-";
      for (std::size_t i = from; i < set.mentions.size(); ++i) {
        const Mention& m = set.mentions[i];
        if (m.kind != MentionKind::name) continue;
        if (set.parsed->article().slice(set.parsed->tagged().span(m.words)) != pair.substr(0, sign)) continue;
        found = to_string(set.entity_of(m).type);
        from = i + 1;
        break;
      }
      CHECK(found == pair.substr(sign + 1));
    }
  }
}

TEST_CASE("given names tell gender where all languages agree") {
  const auto names = GivenNames::load(Schemas::embedded());
  REQUIRE(names.ok());
  CHECK(names->contains("Agnieszka"));
  CHECK(names->contains("Anne-Laure"));
  CHECK_FALSE(names->contains("Ministère"));
  CHECK(names->gender("Agnieszka") == Gender::fem);
  CHECK(names->gender("Andrea") == Gender::none);
  CHECK(names->gender("Jean-Luc") == Gender::masc);
}
