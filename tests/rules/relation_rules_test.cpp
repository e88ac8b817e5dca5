// schemas/fr/relations: every file conforms to its schema; every frame's examples hold through the whole
// program.
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "pipeline/analyzer.hpp"
#include "relations/frame.hpp"

namespace {

using namespace maillon;

const Schemas& schemas() {
  static const Schemas s = Schemas::embedded();
  return s;
}

std::string trim(std::string_view s) {
  while (s.starts_with(' ')) s.remove_prefix(1);
  while (s.ends_with(' ')) s.remove_suffix(1);
  return std::string(s);
}

/// "subject | lemma | object" against a statement: names as parts of labels, '*' anything.
bool expresses(const Extraction& x, const Statement& s, const std::string& pattern) {
  const auto first = pattern.find('|'), second = pattern.find('|', first + 1);
  const std::string want[] = {trim(std::string_view(pattern).substr(0, first)),
                              trim(std::string_view(pattern).substr(first + 1, second - first - 1)),
                              trim(std::string_view(pattern).substr(second + 1))};
  const auto names = [&](const Participant& p, const std::string& wanted) {
    if (wanted == "*") return true;
    return utf8::fold(x.entities[p.entity].label).find(utf8::fold(wanted)) != std::string::npos;
  };
  return (want[1] == "*" || s.predicate.lemma == want[1]) && names(s.subject, want[0]) &&
         names(s.object, want[2]);
}

std::string listing(const Extraction& x) {
  std::string out;
  for (const Statement& s : x.statements)
    out += "\n    " + x.entities[s.subject.entity].label + " | " + s.predicate.lemma + " [" +
           s.predicate.preposition + "] | " + x.entities[s.object.entity].label;
  return out;
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
  for (const Frame& f : frames->frames()) {
    for (const bool wanted : {true, false}) {
      for (const RuleExample& e : wanted ? f.examples : f.counterexamples) {
        Article article;
        article.id = "example";
        article.date = "2023-03-10";
        article.body = e.text;
        const Extraction x = analyzer->extract(std::move(article));
        for (const std::string& pattern : e.statements) {
          bool found = false;
          for (const Statement& s : x.statements) found |= expresses(x, s, pattern);
          INFO(f.file << ":" << f.line << " " << f.id << "\n  " << e.text << "\n  "
                      << (wanted ? "lacks " : "has ") << pattern << listing(x));
          CHECK(found == wanted);
        }
      }
    }
  }
}
