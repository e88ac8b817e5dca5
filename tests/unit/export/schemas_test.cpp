#include "base/schemas.hpp"

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "export/ndjson_writer.hpp"
#include "support/extractions.hpp"

using namespace maillon;

namespace {

/// A draft 4 schema of schemas/formats.
class Schema {
 public:
  explicit Schema(const char* path) : document_(parsed(*Schemas::embedded().read(path))) {}

  /// The pointer and keyword of the first violation; empty where `text` conforms.
  std::string violation(std::string_view text) const {
    rapidjson::SchemaValidator validator(document_);
    const rapidjson::Document json = parsed(text);
    if (json.Accept(validator)) return {};
    rapidjson::StringBuffer pointer;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(pointer);
    return std::string(pointer.GetString()) + ' ' + validator.GetInvalidSchemaKeyword();
  }

 private:
  static rapidjson::Document parsed(std::string_view text) {
    rapidjson::Document json;
    json.Parse(text.data(), text.size());
    REQUIRE_FALSE(json.HasParseError());
    return json;
  }
  rapidjson::SchemaDocument document_;
};

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace

TEST_CASE("what extract writes conforms to the statement schema") {
  const Schema schema("formats/statement.schema.json");
  std::size_t count = 0;
  for (const Extraction& x : maillon::testing::sample_articles()) {
    std::string out;
    write_statements(x, out);
    for (const std::string& line : lines(out)) {
      INFO(line);
      CHECK(schema.violation(line).empty());
      ++count;
    }
  }
  CHECK(count > 8);
}

TEST_CASE("the statement schema refuses what is no statement") {
  const Schema schema("formats/statement.schema.json");
  std::string out;
  write_statements(maillon::testing::sample_articles()[0], out);
  const std::string good = lines(out).at(2);
  const auto broken = [&](const std::string& from, const std::string& to) {
    std::string bad = good;
    const std::size_t at = bad.find(from);
    REQUIRE(at != std::string::npos);
    return schema.violation(bad.replace(at, from.size(), to));
  };
  CHECK(schema.violation(good).empty());
  CHECK(broken("\"alleged\"", "\"rumoured\"").find("enum") != std::string::npos);
  CHECK(broken("\"Group\"", "\"Crowd\"").find("enum") != std::string::npos);
  CHECK(broken("\"confidence\":0.9", "\"confidence\":1.5").find("maximum") != std::string::npos);
  CHECK(broken("\"document\"", "\"documents\"") != "");
  CHECK(broken("\"comparator\":\"~\"", "\"comparator\":\"≈\"") != "");
  CHECK_FALSE(schema.violation("{}").empty());
}

TEST_CASE("the article schema takes what ingest reads") {
  const Schema schema("formats/article.schema.json");
  CHECK(schema.violation(R"({"text":"Malte a cédé."})").empty());
  CHECK(
      schema.violation(R"({"id":7,"title":null,"date":"2023-03-10","text":"","section":{"a":[1]}})").empty());
  CHECK_FALSE(schema.violation(R"({"title":"sans texte"})").empty());
  CHECK_FALSE(schema.violation(R"({"text":["a"]})").empty());
}
