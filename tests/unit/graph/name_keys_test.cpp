#include "graph/name_keys.hpp"

#include <rapidjson/document.h>

#include <catch2/catch.hpp>

using namespace maillon;

TEST_CASE("every transliteration rule keeps its examples and counter-examples") {
  const Schemas schemas = Schemas::embedded();
  const auto keys = NameKeys::load(schemas);
  REQUIRE(keys);
  rapidjson::Document json;
  const std::string_view text = *schemas.read("fr/graph/transliteration.json");
  json.Parse(text.data(), text.size());
  for (const auto& rule : json["rules"].GetArray()) {
    INFO("rule " << rule["id"].GetString());
    REQUIRE(rule["examples"].Size() > 0);
    REQUIRE(rule["counter_examples"].Size() > 0);
    REQUIRE(rule["description"].GetStringLength() > 0);
    for (const auto& pair : rule["examples"].GetArray()) {
      INFO(pair[0].GetString() << " / " << pair[1].GetString());
      CHECK(keys->transliterated(pair[0].GetString()) == keys->transliterated(pair[1].GetString()));
    }
    for (const auto& pair : rule["counter_examples"].GetArray()) {
      INFO(pair[0].GetString() << " / " << pair[1].GetString());
      CHECK(keys->transliterated(pair[0].GetString()) != keys->transliterated(pair[1].GetString()));
    }
  }
}

TEST_CASE("case, accents, hyphens and articles do not tell names apart") {
  CHECK(NameKeys::plain("Lee Min-ho") == NameKeys::plain("LEE MIN HO"));
  CHECK(NameKeys::plain("la Suède") == "suede");
  CHECK(NameKeys::plain("L’Union") == "union");
  CHECK(NameKeys::plain("Les") == "les");
}

TEST_CASE("edit distance counts characters and stops at its limit") {
  CHECK(edit_distance("suède", "suede", 2) == 1);
  CHECK(edit_distance("berg", "bergs", 2) == 1);
  CHECK(edit_distance("ebrg", "berg", 2) == 1);
  CHECK(edit_distance("novak", "berg", 2) == 3);
  CHECK(edit_distance("", "", 1) == 0);
}
