#include <algorithm>
#include <catch2/catch.hpp>

#include "cases.hpp"

using namespace maillon;

TEST_CASE("common noun phrases have the labels of the case file") {
  for (const auto& row : test::case_rows("labels.tsv")) {
    REQUIRE(row.size() == 3);
    const auto analysis = test::analyze(row[0], "2023-03-10");
    std::string all;
    for (const DocumentEntity& e : analysis->mentions.entities) all += " | " + e.label;
    INFO(row[0] << all);
    const auto has = [&](const std::string& label) {
      return std::any_of(analysis->mentions.entities.begin(), analysis->mentions.entities.end(),
                         [&](const DocumentEntity& e) { return e.label == label; });
    };
    for (const std::size_t column : {std::size_t{1}, std::size_t{2}}) {
      std::stringstream labels(row[column]);
      for (std::string label; std::getline(labels, label, ';');) {
        INFO(label);
        CHECK(has(label) == (column == 1));
      }
    }
  }
}

TEST_CASE("common nouns name things of the types of the case file") {
  for (const auto& row : test::case_rows("types.tsv")) {
    REQUIRE(row.size() == 2);
    const auto analysis = test::analyze(row[0], "2023-03-10");
    std::stringstream pairs(row[1]);
    for (std::string pair; std::getline(pairs, pair, ';');) {
      INFO(row[0] << "  " << pair);
      const std::size_t sign = pair.find('=');
      std::string found = "-";
      for (const Mention& m : analysis->mentions.mentions) {
        if (m.kind != MentionKind::nominal) continue;
        const DocumentEntity& e = analysis->mentions.entity_of(m);
        if (e.label == pair.substr(0, sign)) found = to_string(e.type);
      }
      CHECK(found == pair.substr(sign + 1));
    }
  }
}
