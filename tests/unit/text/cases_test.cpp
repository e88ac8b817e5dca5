// Segmentation cases as data: cases.json beside this file.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "unit/text/segmentation.hpp"

namespace maillon::test {

namespace {

std::vector<std::string> strings(const rapidjson::Value& array) {
  std::vector<std::string> out;
  for (const rapidjson::Value& item : array.GetArray()) out.emplace_back(item.GetString());
  return out;
}

std::vector<std::string> kinds(const Segmented& found) {
  static const char* const kNames[] = {"prose", "headline", "list_item"};
  std::vector<std::string> out;
  for (const Sentence& s : found.text.sentences) out.emplace_back(kNames[static_cast<int>(s.kind)]);
  return out;
}

}  // namespace

TEST_CASE("segmentation cases") {
  std::ifstream file(MAILLON_SOURCE_DIR "/tests/unit/text/cases.json");
  std::stringstream text;
  text << file.rdbuf();
  rapidjson::Document document;
  document.Parse(text.str().c_str());
  REQUIRE(document.IsArray());
  for (const rapidjson::Value& entry : document.GetArray()) {
    INFO(entry["id"].GetString() << ": " << entry["text"].GetString());
    const Segmented found(std::string_view(entry["text"].GetString(), entry["text"].GetStringLength()));
    if (entry.HasMember("tokens")) CHECK(found.forms() == strings(entry["tokens"]));
    if (entry.HasMember("sentences")) CHECK(found.sentences() == strings(entry["sentences"]));
    if (entry.HasMember("quotations")) CHECK(found.quotations() == strings(entry["quotations"]));
    if (entry.HasMember("kinds")) CHECK(kinds(found) == strings(entry["kinds"]));
  }
}

}  // namespace maillon::test
