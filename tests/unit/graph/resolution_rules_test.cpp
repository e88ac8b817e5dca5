// Every rule of schemas/fr/graph/resolution.json keeps its example and its counter-example.
#include <rapidjson/document.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/entity_resolver.hpp"
#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::ArticleBuilder;

namespace {

std::string text(const rapidjson::Value& object, const char* name) {
  return object.HasMember(name) ? object[name].GetString() : "";
}

/// An article about the one entity that `json` describes.
Extraction article_about(const rapidjson::Value& json, std::size_t index) {
  const std::string name = json["name"].GetString();
  ArticleBuilder a(std::string(1, static_cast<char>('a' + index)), "2023-03-1" + std::to_string(index));
  const EntityType type = entity_type_from(json["type"].GetString());
  if (json.HasMember("named") && !json["named"].GetBool()) {
    a.phrase(type, name);
  } else {
    std::vector<std::string> aliases;
    if (json.HasMember("aliases"))
      for (const auto& alias : json["aliases"].GetArray()) aliases.emplace_back(alias.GetString());
    a.entity(type, name, std::move(aliases));
  }
  if (const std::string state = text(json, "state"); !state.empty()) {
    a.entity(EntityType::State, state).entity(EntityType::State, "Malte");
    a.say(name, "HOLDS_OFFICE", text(json, "role"), state, "de");
  }
  if (const std::string with = text(json, "with"); !with.empty()) {
    a.entity(EntityType::Person, with);
    a.say(name, "MEETS", "rencontrer", with);
  }
  if (const std::string sender = text(json, "sent_by"); !sender.empty()) {
    a.entity(EntityType::State, sender);
    a.say(sender, "SENDS", "envoyer", name);
  }
  Extraction out = a.build();
  out.entities[0].iri = text(json, "iri");
  return out;
}

Resolution resolve(const EntityResolver& resolver, const rapidjson::Value& entities) {
  std::vector<Extraction> articles;
  for (const auto& entity : entities.GetArray()) articles.push_back(article_about(entity, articles.size()));
  std::vector<const Extraction*> documents;
  for (const Extraction& x : articles) documents.push_back(&x);
  return resolver.resolve(documents);
}

}  // namespace

TEST_CASE("every rule of resolution keeps its example and counter-example") {
  const Schemas schemas = Schemas::embedded();
  const auto resolver = EntityResolver::load(schemas);
  REQUIRE(resolver);
  rapidjson::Document json;
  const std::string_view file = *schemas.read("fr/graph/resolution.json");
  json.Parse(file.data(), file.size());
  for (const auto& rule : json["rules"].GetArray()) {
    const std::string id = rule["id"].GetString();
    INFO("rule " << id);
    const Resolution one = resolve(*resolver, rule["example"]);
    CHECK(one.cluster_of(0, 0) == one.cluster_of(1, 0));
    CHECK(std::any_of(one.links.begin(), one.links.end(), [&](const Resolution::Link& link) {
      return link.rule == id && link.cluster == one.cluster_of(0, 0);
    }));
    const Resolution two = resolve(*resolver, rule["counter_example"]);
    CHECK(two.cluster_of(0, 0) != two.cluster_of(1, 0));
  }
}

TEST_CASE("a file of rules that is none says what is wrong") {
  for (const auto& [from, to, message] :
       {std::tuple("\"mechanism\": \"near\"", "\"mechanism\": \"nearly\"", "\"mechanism\" must be"),
        std::tuple("\"key\": \"acronym\"", "\"key\": \"akronym\"", "no kind of key 'akronym'"),
        std::tuple("\"same_window_days\": 90", "\"same_window_days\": -1", "must be a whole number"),
        std::tuple("\"id\": \"same-context\"", "\"id\": \"other\"", "has no rule \"same-context\"")}) {
    const Schemas embedded = Schemas::embedded();
    std::string text(*embedded.read("fr/graph/resolution.json"));
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::string_view(from).size(), to);
    const auto loaded = ResolutionRules::load(Schemas::embedded().with("fr/graph/resolution.json", text));
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().message.find(message) != std::string::npos);
  }
}
