// Every rule of schemas/fr/ingest/boilerplate.json on its own examples and counter-examples.
#include <catch2/catch.hpp>
#include <string>

#include "base/schemas.hpp"
#include "ingest/boilerplate_finder.hpp"
#include "ingest/schema_json.hpp"

using namespace maillon;

namespace {

bool fires(const BoilerplateFindings& found, std::string_view rule) {
  for (const FoundBoilerplate& f : found.stretches)
    if (f.rule == rule) return true;
  return false;
}

}  // namespace

TEST_CASE("boilerplate rules hold on their examples") {
  const Schemas schemas = Schemas::embedded();
  const auto finder = BoilerplateFinder::load(schemas);
  if (!finder) FAIL(finder.error().to_string());
  const auto json = read_schema_json(schemas, "fr/ingest/boilerplate.json");
  REQUIRE(json);
  for (const auto& rule : (*json)["rules"].GetArray()) {
    const std::string id = rule["id"].GetString();
    CAPTURE(id);
    CHECK(rule.HasMember("description"));
    REQUIRE(rule["examples"].Size() > 0);
    REQUIRE(rule["counter_examples"].Size() > 0);
    for (const auto& example : rule["examples"].GetArray()) {
      const std::string text = example.GetString();
      CAPTURE(text);
      const BoilerplateFindings found = finder->find(text);
      CHECK(fires(found, id));
      if (std::string_view(rule["scope"].GetString()) == "line") {
        REQUIRE(found.stretches.size() == 1);
        CHECK(found.stretches[0].stretch.span == ByteSpan{0, static_cast<std::uint32_t>(text.size())});
      }
    }
    for (const auto& example : rule["counter_examples"].GetArray()) {
      const std::string text = example.GetString();
      CAPTURE(text);
      const BoilerplateFindings found = finder->find(text);
      for (const FoundBoilerplate& f : found.stretches) FAIL_CHECK("fires: " << f.rule);
    }
  }
}
