// Every list of schemas/fr/text/ carries an example and may carry a counter-example; both are run here.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>

#include "unit/text/segmentation.hpp"

namespace maillon::test {

namespace {

void run_example(const std::string& id, const char* kind, const rapidjson::Value& example) {
  INFO(id << ", " << kind);
  const Segmented found(example["text"].GetString());
  std::vector<std::string> wanted;
  for (const rapidjson::Value& token : example["tokens"].GetArray()) wanted.emplace_back(token.GetString());
  CHECK(found.forms() == wanted);
  if (example.HasMember("sentences")) {
    CHECK(found.text.sentences.size() == example["sentences"].GetUint());
  }
}

}  // namespace

TEST_CASE("the examples of the segmentation lists hold") {
  const Schemas schemas = Schemas::embedded();
  std::size_t examples = 0;
  for (const std::string_view path : schemas.list("fr/text/")) {
    if (!path.ends_with(".json")) continue;
    rapidjson::Document document;
    const Result<std::string_view> text = schemas.read(path);
    REQUIRE(text.ok());
    document.Parse(text->data(), text->size());
    REQUIRE_FALSE(document.HasParseError());
    const char* list = document.HasMember("lists") ? "lists" : "groups";
    for (const rapidjson::Value& entry : document[list].GetArray()) {
      const std::string id = entry["id"].GetString();
      INFO(path << ": " << id);
      CHECK(entry.HasMember("description"));
      REQUIRE(entry.HasMember("example"));
      for (const char* kind : {"example", "counter_example"}) {
        if (!entry.HasMember(kind)) continue;
        run_example(id, kind, entry[kind]);
        ++examples;
      }
    }
  }
  CHECK(examples > 20);
}

}  // namespace maillon::test
