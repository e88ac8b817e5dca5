#include "ingest/line_pattern.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace maillon;

namespace {

const PatternContext& context() {
  static const PatternContext kContext{
      *CalendarDates::load(Schemas::embedded()),
      {{"agency", {{"agence", "du", "nord"}, {"an"}}}, {"particle", {{"de"}}}}};
  return kContext;
}

bool matches(const std::string& pattern, const std::string& line) {
  const auto compiled = LinePattern::compile(pattern, context());
  REQUIRE(compiled);
  LineTokens tokens;
  tokenize_line(line, tokens);
  return compiled->match(tokens, 0, true).has_value();
}

}  // namespace

TEST_CASE("words, groups, classes and gaps") {
  CHECK(matches("lire [aussi | encore] : ...", "LIRE AUSSI : Malte signe"));
  CHECK(matches("lire [aussi | encore] : ...", "Lire encore :"));
  CHECK(!matches("lire [aussi | encore] : ...", "Lire : Malte"));
  CHECK(matches("lire [aussi | encore]? :", "Lire :"));
  CHECK(matches("a b? <number>?", "a"));
  CHECK(matches("a b? <number>?", "À B 12"));
  CHECK(!matches("a b? <number>?", "a c"));
  CHECK(matches("[a [b | c d]? | e] f", "a c d f"));
  CHECK(matches("[a [b | c d]? | e] f", "e f"));
  CHECK(matches("par <name>", "Par Anna de Berg-Novak"));
  CHECK(!matches("par <name>", "Par la ministre"));
  CHECK(matches("( <agency> )", "(Agence du Nord)"));
  CHECK(matches("<date>", "le 3 mars"));
  CHECK(!matches("<full_date>", "le 3 mars"));
  CHECK(matches("<full_date> [à <time>]?", "le 3 mars 2023 à 14h05"));
  CHECK(matches("<time>", "14:05:30"));
}

TEST_CASE("a date in a match is its value") {
  const auto compiled = LinePattern::compile("publié <date>", context());
  REQUIRE(compiled);
  LineTokens tokens;
  tokenize_line("Publié le 3 mars 2023 à Riga", tokens);
  CHECK(!compiled->match(tokens, 0, true));
  const auto found = compiled->match(tokens, 0, false);
  REQUIRE(found);
  CHECK(found->date == "2023-03-03");
  CHECK(tokens[found->end].folded == "a");
  CHECK(compiled->first_words() == std::vector<std::string>{"publie"});
}

TEST_CASE("patterns that are none say why") {
  const auto error = [](const char* pattern) {
    return LinePattern::compile(pattern, context()).error().message;
  };
  CHECK(error("[a | b") == "in the pattern: '[' without ']'");
  CHECK(error("a ]") == "in the pattern: ']' without '['");
  CHECK(error("<inconnu>") == "in the pattern: unknown class <inconnu>");
}
