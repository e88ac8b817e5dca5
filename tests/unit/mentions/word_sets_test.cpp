#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "cases.hpp"
#include "mentions/noun_classes.hpp"

using namespace maillon;

TEST_CASE("the sets of words that the passes name are those of words.json") {
  const auto sets = WordSets::load(Schemas::embedded());
  REQUIRE(sets.ok());
  std::set<std::string> used;
  const std::regex call(
      R"rx((?:set|list)\(\s*(?:[^"()]*\?\s*)?"([a-z0-9.-]+)"(?:\s*:\s*"([a-z0-9.-]+)")?\s*\))rx");
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(MAILLON_SOURCE_DIR) + "/src/mentions")) {
    if (file.path().extension() != ".cpp") continue;
    std::ifstream in(file.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at)
      for (const std::size_t group : {std::size_t{1}, std::size_t{2}})
        if ((*at)[group].matched) used.insert((*at)[group].str());
  }
  CHECK(used.size() > 30);
  for (const std::string& id : used) {
    INFO(id);
    CHECK_FALSE(sets->set(id).empty());
  }
  for (const std::string& id : sets->ids()) {
    INFO(id << " is used by no pass");
    CHECK(used.contains(id));
  }
}
