#include "export/ndjson_writer.hpp"

#include <rapidjson/document.h>

#include <catch2/catch.hpp>

namespace {

using namespace maillon;

Extraction two_states() {
  Extraction x;
  x.document = "d\"1";
  x.entities.push_back({"state:perou", EntityType::State, "Pérou", {"Lima"}, true, "PE", ""});
  x.entities.push_back({"artifact:chars", EntityType::Artifact, "chars", {}, false, "", ""});
  Statement s;
  s.id = "s1";
  s.subject = {0, "Lima"};
  s.object = {1, "vingt chars"};
  s.relation = "GIVES";
  s.predicate = {"livrer", "a livré", ""};
  s.qualifiers.quantity = QuantityQualifier{20, Comparator::at_least, ""};
  s.qualifiers.time = TimeQualifier{"2023-03-09", "jeudi"};
  s.qualifiers.attribution.push_back({0, "Lima"});
  s.qualifiers.modality = Modality::alleged;
  s.evidence = {3, 10, 20, false, "Ligne\nbrisée \x01"};
  s.rule = "transfer.give";
  s.confidence = 0.8;
  x.statements.push_back(s);
  return x;
}

}  // namespace

TEST_CASE("a statement is one line of JSON in the contract's form") {
  std::string out;
  write_statements(two_states(), out);
  REQUIRE(out.find('\n') == out.size() - 1);
  rapidjson::Document j;
  j.Parse(out.data(), out.size());
  REQUIRE_FALSE(j.HasParseError());
  CHECK(std::string(j["document"].GetString()) == "d\"1");
  CHECK(std::string(j["subject"]["type"].GetString()) == "State");
  CHECK(std::string(j["subject"]["aliases"][0].GetString()) == "Lima");
  CHECK_FALSE(j["object"].HasMember("aliases"));
  CHECK(j["qualifiers"]["quantity"]["value"].GetInt() == 20);
  CHECK(std::string(j["qualifiers"]["quantity"]["comparator"].GetString()) == ">=");
  CHECK(std::string(j["qualifiers"]["modality"].GetString()) == "alleged");
  CHECK(std::string(j["qualifiers"]["attribution"][0]["label"].GetString()) == "Pérou");
  CHECK(std::string(j["evidence"]["text"].GetString()) == "Ligne\nbrisée \x01");
  CHECK_FALSE(j.HasMember("event"));
}

TEST_CASE("numbers that are no whole keep their fraction") {
  Extraction x = two_states();
  x.statements[0].qualifiers.quantity->value = 10.5;
  std::string out;
  write_statement(x, x.statements[0], out);
  CHECK(out.find("\"value\":10.5") != std::string::npos);
}
