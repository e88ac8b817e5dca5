// Every constraint rule against its own example and counter-example: "La porte/NOUN est ouverte ." marks the
// word that is looked at and the part of speech it must get.
#include <catch2/catch.hpp>

#include "support/tagged_sentence.hpp"
#include "tagging/rule_engine.hpp"
#include "tagging/tag_classes.hpp"

using namespace maillon;

namespace {

struct Marked {
  std::string text;
  std::size_t token = 0;
  std::string upos;
};

Marked take_apart(std::string_view example) {
  Marked out;
  std::size_t token = 0;
  for (std::size_t at = 0; at <= example.size(); ++token) {
    const std::size_t end = std::min(example.find(' ', at), example.size());
    std::string_view word = example.substr(at, end - at);
    const std::size_t slash = word.find('/');
    if (slash != std::string_view::npos && slash + 1 < word.size()) {
      out.token = token;
      out.upos = word.substr(slash + 1);
      word = word.substr(0, slash);
    }
    if (!out.text.empty()) out.text += ' ';
    out.text += word;
    at = end + 1;
  }
  return out;
}

/// The last of `rules` that took a reading from the marked token; kNoRule where none did.
std::uint16_t last_rule(const RuleSet& rules, const test::TaggedSentence& s, std::size_t marked) {
  std::vector<std::uint8_t> alive(s.lattice.readings.size(), 1);
  RuleEngine engine(rules);
  engine.begin();
  std::vector<std::string> forms;
  forms.reserve(s.text.tokens.size());
  bool initial = true;
  for (std::uint32_t i = 0; i < s.text.tokens.size(); ++i) {
    forms.push_back(pattern_form(s.text.form(i)));
    const Token& t = s.text.tokens[i];
    const std::uint32_t begin = s.lattice.first[i], size = s.lattice.first[i + 1] - begin;
    engine.add({forms.back(), t.shape, t.kind, initial}, {s.lattice.readings.data() + begin, size},
               {alive.data() + begin, size});
    if (t.kind != TokenKind::punctuation) initial = false;
  }
  engine.run();
  return engine.rule_of(marked);
}

void check(const RuleSet& rules, std::size_t number) {
  const ConstraintRule& rule = rules.rules()[number];
  INFO("rule " << rule.id);
  const RuleSet alone = rules.alone(number);
  for (const bool counter : {false, true}) {
    const Marked marked = take_apart(counter ? rule.counter_example : rule.example);
    INFO(marked.text);
    REQUIRE(!marked.upos.empty());
    const auto s = test::tag_sentence(marked.text);
    const TaggedWord& word = s->tagged.words[s->tagged.first_word[marked.token]];
    CHECK(to_string(word.upos) == marked.upos);
    const bool fires = last_rule(rules, *s, marked.token) == number ||
                       last_rule(alone, *s, marked.token) != RuleEngine::kNoRule;
    CHECK(fires == !counter);
  }
}

}  // namespace

TEST_CASE("constraint rules do what their examples say") {
  for (const char* folder : {"fr/tagging/rules/", "fr/tagging/features/"}) {
    const Result<RuleSet> rules = RuleSet::load(Schemas::embedded(), folder);
    REQUIRE(rules.ok());
    for (std::size_t i = 0; i < rules->rules().size(); ++i) check(*rules, i);
  }
}

TEST_CASE("rule ids are unique") {
  std::vector<std::string> ids;
  for (const char* folder : {"fr/tagging/rules/", "fr/tagging/features/"})
    for (const Result<RuleSet> rules = RuleSet::load(Schemas::embedded(), folder);
         const auto& rule : rules->rules())
      ids.push_back(rule.id);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(!ids.empty());
}
