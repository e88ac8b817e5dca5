#include <algorithm>
#include <catch2/catch.hpp>

#include "cases.hpp"
#include "mentions/time_grammar.hpp"

using namespace maillon;

namespace {

std::string values_of(const MentionSet& set) {
  std::vector<const TimeValue*> order;
  for (const TimeValue& t : set.times) order.push_back(&t);
  std::sort(order.begin(), order.end(),
            [](const TimeValue* a, const TimeValue* b) { return a->words.begin < b->words.begin; });
  std::string out;
  for (const TimeValue* t : order) {
    if (!out.empty()) out += ';';
    out += t->value.empty() ? std::string("-") : t->value;
  }
  return out;
}

}  // namespace

TEST_CASE("time expressions have the values of the case file") {
  for (const auto& row : test::case_rows("times.tsv")) {
    REQUIRE(row.size() == 3);
    INFO(row[0] << "  " << row[1]);
    CHECK(values_of(test::analyze(row[1], row[0])->mentions) == row[2]);
  }
}

TEST_CASE("every time rule holds for its example and not for its counter-example") {
  const auto grammar = TimeGrammar::load(Schemas::embedded());
  REQUIRE(grammar.ok());
  for (const auto* rules : {&grammar->rules(), &grammar->intervals()}) {
    for (const TimeRule& rule : *rules) {
      INFO(rule.id << ": " << rule.example << " / " << rule.counter_example);
      const auto fired = [&](const std::string& text, std::string* value) {
        const auto analysis = test::analyze(text, rule.date);
        for (const TimeValue& t : analysis->mentions.times)
          if (t.rule == rule.id) {
            if (value != nullptr) *value = t.value;
            return true;
          }
        return false;
      };
      std::string value;
      CHECK((fired(rule.example, &value) || rule.op == TimeOp::none));
      CHECK(value == rule.expected);
      CHECK_FALSE(fired(rule.counter_example, nullptr));
    }
  }
}
