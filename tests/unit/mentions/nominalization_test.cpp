#include <algorithm>
#include <catch2/catch.hpp>

#include "cases.hpp"
#include "mentions/nominalizations.hpp"

using namespace maillon;

namespace {

/// Whether a mention of the text is told by a verb.
bool told(const std::string& text) {
  const auto analysis = test::analyze(text);
  const auto& mentions = analysis->mentions.mentions;
  return std::any_of(mentions.begin(), mentions.end(), [](const Mention& m) { return m.told_by != kNone; });
}

}  // namespace

TEST_CASE("nouns take up the verbs that told their event, as each rule's example says") {
  const auto loaded = Nominalizations::load(Schemas::embedded());
  REQUIRE(loaded.ok());
  CHECK(loaded->rules().size() > 10);
  for (const Nominalizations::Rule& rule : loaded->rules()) {
    INFO(rule.id);
    CHECK(told(rule.example));
    CHECK_FALSE(told(rule.counter_example));
  }
}

TEST_CASE("nouns of acts are known by the verb they are made from") {
  const auto loaded = Nominalizations::load(Schemas::embedded());
  REQUIRE(loaded.ok());
  for (const auto& [noun, verb] :
       std::vector<std::pair<std::string, std::string>>{{"évacuation", "évacuer"},
                                                        {"signature", "signer"},
                                                        {"livraison", "livrer"},
                                                        {"interdiction", "interdire"},
                                                        {"explosion", "exploser"},
                                                        {"promesse", "promettre"},
                                                        {"ratification", "ratifier"},
                                                        {"nettoyage", "nettoyer"}}) {
    INFO(noun << " " << verb);
    CHECK_FALSE(loaded->rule(noun, verb).empty());
  }
  CHECK(loaded->rule("portail", "porter").empty());
  CHECK(loaded->rule("maison", "manger").empty());
  CHECK(loaded->rule("rencontre", "raconter").empty());
}
