// schemas/fr/relations: every file conforms to its schema; every frame's examples hold through the whole
// program.
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/analyzer.hpp"
#include "pipeline/rule_check.hpp"
#include "pipeline/rule_examples.hpp"
#include "relations/frame.hpp"

namespace {

using namespace maillon;

const Schemas& schemas() {
  static const Schemas s = Schemas::embedded();
  return s;
}

}  // namespace

TEST_CASE("the files of relation rules conform to their schema") {
  const Result<std::string_view> text = schemas().read("formats/rules.schema.json");
  REQUIRE(text);
  rapidjson::Document schema_json;
  schema_json.Parse(text->data(), text->size());
  REQUIRE_FALSE(schema_json.HasParseError());
  const rapidjson::SchemaDocument schema(schema_json);
  for (const std::string_view path : schemas().list("fr/relations/")) {
    rapidjson::Document json;
    const Result<std::string_view> file = schemas().read(path);
    REQUIRE(file);
    json.Parse(file->data(), file->size());
    INFO(path);
    REQUIRE_FALSE(json.HasParseError());
    rapidjson::SchemaValidator validator(schema);
    const bool valid = json.Accept(validator);
    rapidjson::StringBuffer where;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
    INFO(where.GetString() << " " << (valid ? "" : validator.GetInvalidSchemaKeyword()));
    CHECK(valid);
  }
}

TEST_CASE("examples and counter-examples of the frames hold") {
  const Result<FrameSet> frames = FrameSet::load(schemas());
  REQUIRE(frames);
  const Result<Analyzer> analyzer = Analyzer::load(schemas());
  REQUIRE(analyzer);
  std::size_t count = 0;
  for (const Frame& f : frames->frames()) {
    for (const ExampleFailure& failure : failing_examples(*analyzer, f, count)) {
      std::string listing;
      for (const std::string& line : failure.extracted) listing += "\n    " + line;
      UNSCOPED_INFO(f.file << ":" << f.line << " " << f.id << "\n  " << failure.example->text << "\n  "
                           << (failure.counterexample ? "has " : "lacks ") << failure.pattern << listing);
      CHECK(failure.pattern.empty());
    }
  }
  CHECK(count > frames->frames().size());
}

TEST_CASE("the rule files hold no error") {
  const Result<Lexicon> lexicon = Lexicon::load(schemas());
  REQUIRE(lexicon);
  for (const Diagnostic& d : check_rules(schemas(), *lexicon, "fr/relations/"))
    if (d.severity == Severity::error) FAIL_CHECK(d.to_string());
}
