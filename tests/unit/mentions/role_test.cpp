#include <catch2/catch.hpp>
#include <set>

#include "cases.hpp"

using namespace maillon;

TEST_CASE("roles are those of the case file") {
  for (const auto& row : test::case_rows("roles.tsv")) {
    REQUIRE(row.size() == 2);
    INFO(row[0]);
    const auto analysis = test::analyze(row[0]);
    const MentionSet& set = analysis->mentions;
    std::set<std::string> found;
    for (const Role& r : set.roles) {
      std::string text = set.entity_of(set.mentions[r.holder]).label;
      text.append("|").append(r.lemma).append("|").append(r.preposition).append("|");
      if (r.other != kNone) text.append(set.entity_of(set.mentions[r.other]).label);
      if (r.former) text.append("*");
      found.insert(text);
    }
    std::stringstream wanted(row[1]);
    for (std::string role; std::getline(wanted, role, ';');) {
      INFO(role << " among " << found.size() << ": " << (found.empty() ? "" : *found.begin()));
      CHECK(found.contains(role));
    }
  }
}
