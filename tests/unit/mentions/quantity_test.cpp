#include <catch2/catch.hpp>
#include <sstream>

#include "cases.hpp"
#include "mentions/noun_classes.hpp"
#include "mentions/numbers.hpp"
#include "mentions/quantity_rules.hpp"

using namespace maillon;

namespace {

std::string text_of(const Quantity& q) {
  std::ostringstream out;
  out << to_string(q.comparator) << std::fixed;
  out.precision(q.value == static_cast<double>(static_cast<long long>(q.value)) ? 0 : 1);
  out << q.value;
  if (!q.unit.empty()) out << ' ' << q.unit;
  return out.str();
}

}  // namespace

TEST_CASE("quantities have the values of the case file") {
  for (const auto& row : test::case_rows("quantities.tsv")) {
    REQUIRE(row.size() == 2);
    INFO(row[0]);
    std::string found;
    const auto analysis = test::analyze(row[0]);
    for (const Quantity& q : analysis->mentions.quantities) (found += found.empty() ? "" : ";") += text_of(q);
    CHECK(found == row[1]);
  }
}

TEST_CASE("every comparator holds for its example and not for its counter-example") {
  const auto rules = QuantityRules::load(Schemas::embedded());
  REQUIRE(rules.ok());
  for (const QuantityRules::Modifier& m : rules->modifiers()) {
    INFO(m.id << ": " << m.example << " / " << m.counter_example);
    const auto example = test::analyze(m.example);
    REQUIRE(example->mentions.quantities.size() == 1);
    CHECK(text_of(example->mentions.quantities[0]) == m.expected);
    CHECK(example->mentions.quantities[0].rule == m.id);
    const auto counter_example = test::analyze(m.counter_example);
    for (const Quantity& q : counter_example->mentions.quantities) CHECK(q.rule != m.id);
  }
}

TEST_CASE("every noun class types its example and not its counter-example") {
  const auto nouns = NounClasses::load(Schemas::embedded());
  REQUIRE(nouns.ok());
  for (const NounClass& c : nouns->classes()) {
    INFO(c.id << ": " << c.example << " / " << c.counter_example);
    const auto has = [&](const std::string& text) {
      const auto analysis = test::analyze(text);
      for (std::uint32_t i = 0; i < analysis->parsed.size(); ++i)
        if (nouns->find(analysis->parsed.word(i)) == &c) return true;
      return false;
    };
    CHECK(has(c.example));
    CHECK_FALSE(has(c.counter_example));
  }
}

TEST_CASE("figures are read as French writes them") {
  CHECK(parse_figures("10 000") == 10000);
  CHECK(parse_figures("10\u202f000") == 10000);
  CHECK(parse_figures("10.000") == 10000);
  CHECK(parse_figures("1.5") == 1.5);
  CHECK(parse_figures("3,25") == 3.25);
  CHECK_FALSE(parse_figures("F-22").has_value());
  CHECK_FALSE(parse_figures("").has_value());
  CHECK(parse_number_word("soixante-dix") == 70);
  CHECK(parse_number_word("quatre-vingts") == 80);
  CHECK(parse_number_word("vingt-et-un") == 21);
  CHECK_FALSE(parse_number_word("une").has_value());
}
