#include "tagging/rule_engine.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/tagged_sentence.hpp"
#include "tagging/tag_classes.hpp"

using namespace maillon;

namespace {

namespace fs = std::filesystem;

/// Rules of one file below a folder of schemas that is removed again.
class TemporaryRules {
 public:
  explicit TemporaryRules(std::string_view json) {
    std::string name = (fs::temp_directory_path() / "maillon-rules-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
    fs::create_directories(root_ / "fr/engine-test");
    std::ofstream(root_ / "fr/engine-test/rules.json") << json;
    const Result<Schemas> schemas = Schemas::from_folder(root_.string());
    REQUIRE(schemas.ok());
    loaded_ = RuleSet::load(*schemas, "fr/engine-test/");
  }
  ~TemporaryRules() { fs::remove_all(root_); }
  const Result<RuleSet>& loaded() const { return loaded_; }

 private:
  fs::path root_;
  Result<RuleSet> loaded_ = Diagnostic{};
};

std::string rule(std::string_view body) {
  return R"([{"id":"r","description":"d","example":"e","counter-example":"c",)" + std::string(body) + "}]";
}

/// How many readings each token has left after the rules.
std::vector<int> left(const RuleSet& rules, std::string_view words) {
  test::TaggedSentence s;
  test::make_sentence(words, s);
  s.lattice = test::shared_lexicon().analyze(s.text);
  std::vector<std::uint8_t> alive(s.lattice.readings.size(), 1);
  RuleEngine engine(rules);
  engine.begin();
  std::vector<std::string> forms;
  forms.reserve(s.text.tokens.size());
  for (std::uint32_t i = 0; i < s.text.tokens.size(); ++i) {
    forms.push_back(pattern_form(s.text.form(i)));
    const std::uint32_t begin = s.lattice.first[i], size = s.lattice.first[i + 1] - begin;
    engine.add({forms.back(), s.text.tokens[i].shape, s.text.tokens[i].kind, i == 0},
               {s.lattice.readings.data() + begin, size}, {alive.data() + begin, size});
  }
  engine.run();
  std::vector<int> out;
  for (std::uint32_t i = 0; i < s.text.tokens.size(); ++i) {
    int count = 0;
    for (std::uint32_t r = s.lattice.first[i]; r < s.lattice.first[i + 1]; ++r) count += alive[r];
    out.push_back(count);
  }
  return out;
}

bool changes(std::string_view body, std::string_view words) {
  const TemporaryRules rules(rule(body));
  INFO(body);
  REQUIRE(rules.loaded().ok());
  const TemporaryRules none("[]");
  return left(*rules.loaded(), words) != left(*none.loaded(), words);
}

std::string problem(std::string_view json) {
  const TemporaryRules rules(json);
  return rules.loaded().ok() ? "" : rules.loaded().error().to_string();
}

}  // namespace

TEST_CASE("a rule selects or removes readings and never the last one") {
  CHECK(changes(R"("remove":{"upos":"DET"})", "la porte"));
  CHECK(changes(R"("select":{"upos":"VERB"})", "la porte"));
  CHECK_FALSE(changes(R"("remove":{"upos":["DET","PRON"]})", "la"));
  CHECK_FALSE(changes(R"("select":{"upos":"INTJ"})", "la porte"));
}

TEST_CASE("conditions look at neighbours, some or all of their readings") {
  CHECK(changes(R"("remove":{"upos":"DET"},"if":[{"at":1,"is":{"upos":"VERB"}}])", "la porte"));
  CHECK_FALSE(changes(R"("remove":{"upos":"DET"},"if":[{"at":1,"only":{"upos":"VERB"}}])", "la porte"));
  CHECK(changes(R"("remove":{"upos":"DET"},"if":[{"at":1,"only":{"upos":"VERB"}}])", "la voyait"));
  CHECK_FALSE(changes(R"("remove":{"upos":"DET"},"if":[{"at":-1,"is":{"upos":"VERB"}}])", "la porte"));
  CHECK(changes(R"("remove":{"upos":"DET"},"if":[{"at":-1,"not":{"upos":"VERB"}}])", "la porte"));
}

TEST_CASE("scans skip, search and stop at barriers") {
  CHECK(changes(R"("remove":{"upos":"DET"},"if":[{"from":1,"is":{"word":"danse"}}])",
                "la porte ouverte danse"));
  CHECK_FALSE(
      changes(R"("remove":{"upos":"DET"},"if":[{"from":1,"is":{"word":"danse"},"barrier":{"word":","}}])",
              "la porte , danse"));
  CHECK(changes(R"("remove":{"upos":"DET"},"if":[{"from":1,"not":{"word":"danse"},"barrier":{"word":","}}])",
                "la porte , danse"));
  CHECK(changes(R"("remove":{"upos":"DET"},"if":[{"from":1,"is":{"word":"danse"},"skip":{"upos":"ADV"}}])",
                "la toujours danse"));
  CHECK_FALSE(
      changes(R"("remove":{"upos":"DET"},"if":[{"from":1,"is":{"word":"danse"},"skip":{"upos":"ADV"}}])",
              "la porte danse"));
}

TEST_CASE("malformed rules are told by name") {
  CHECK(problem(rule(R"("remove":{"upos":"VERV"})")).find("unknown upos 'VERV'") != std::string::npos);
  CHECK(problem(rule(R"("remove":{"colour":"red"})")).find("unknown member 'colour'") != std::string::npos);
  CHECK(problem(rule(R"("select":{"upos":"VERB"},"remove":{"upos":"VERB"})")).find("either") !=
        std::string::npos);
  CHECK(problem(rule(R"("remove":{"upos":"VERB"},"if":[{"at":1}])")).find("a condition has") !=
        std::string::npos);
  CHECK(problem(R"([{"id":"x","remove":{"upos":"VERB"}}])").find("example") != std::string::npos);
  CHECK(problem("[{").find("rules.json") != std::string::npos);
}
