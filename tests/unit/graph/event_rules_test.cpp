// Every class of schemas/fr/graph/events.json keeps its example and its counter-example.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>

#include "graph/event_merger.hpp"
#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::ArticleBuilder;

namespace {

Extraction article_about(const rapidjson::Value& json, std::size_t index) {
  ArticleBuilder a(std::string(1, static_cast<char>('a' + index)), "2023-03-1" + std::to_string(index));
  std::vector<std::string> who;
  for (const auto& name : json["who"].GetArray()) {
    who.emplace_back(name.GetString());
    a.entity(who.back().find(' ') == std::string::npos ? EntityType::State : EntityType::Person, who.back());
  }
  const std::string relation = json["relation"].GetString();
  const std::string time = json.HasMember("time") ? json["time"].GetString() : "";
  const std::string place = json.HasMember("place") ? json["place"].GetString() : "";
  if (!place.empty()) a.entity(EntityType::Place, place);
  const std::uint32_t event = a.event("fait", relation, "", who, time, place);
  a.say(who[0], relation, "faire", who[1]).event = event;
  return a.build();
}

bool is_one_event(const EntityResolver& resolver, const EventRules& rules, const rapidjson::Value& pair) {
  std::vector<Extraction> articles;
  for (const auto& item : pair.GetArray()) articles.push_back(article_about(item, articles.size()));
  const std::vector<const Extraction*> documents{&articles[0], &articles[1]};
  const EventMerge merge = merge_events(documents, resolver.resolve(documents), rules);
  return merge.cluster_of[0][0] == merge.cluster_of[1][0];
}

}  // namespace

TEST_CASE("every class of events keeps its example and counter-example") {
  const Schemas schemas = Schemas::embedded();
  const auto resolver = EntityResolver::load(schemas);
  const auto rules = EventRules::load(schemas);
  REQUIRE(resolver);
  REQUIRE(rules);
  rapidjson::Document json;
  const std::string_view file = *schemas.read("fr/graph/events.json");
  json.Parse(file.data(), file.size());
  for (const auto& item : json["classes"].GetArray()) {
    INFO("class " << item["id"].GetString());
    REQUIRE(item["description"].GetStringLength() > 0);
    CHECK(is_one_event(*resolver, *rules, item["example"]));
    CHECK_FALSE(is_one_event(*resolver, *rules, item["counter_example"]));
  }
  CHECK(rules->class_of("VISITS") == "encounter");
  CHECK(rules->class_of("ACCUSES") == "ACCUSES");
  CHECK(rules->has_direction("ACCUSES"));
  CHECK_FALSE(rules->has_direction("RECEIVES"));
}

TEST_CASE("a class that names no relation of the ontology is refused") {
  const auto loaded = EventRules::load(Schemas::embedded().with(
      "fr/graph/events.json",
      R"({"report_window_days": 1, "classes": [{"id": "x", "relations": ["NOTHING"]}]})"));
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message.find("class \"x\" names NOTHING") != std::string::npos);
}
