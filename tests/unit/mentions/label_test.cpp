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
