// Every mechanism against the example and counter-example of headlines.json.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>

#include "support/tagged_sentence.hpp"

using namespace maillon;

namespace {

/// The sentences of a text without line ends, "||" between them.
std::string parts(std::string_view example, bool run_together = true) {
  std::string words;
  for (std::size_t at = 0; at < example.size(); ++at) {
    if (example.substr(at, 3) == "|| ")
      at += 2;
    else
      words += example[at];
  }
  test::TaggedSentence s;
  test::make_sentence(words, s);
  s.text.sentences.front().run_together = run_together;
  s.lattice = test::shared_lexicon().analyze(s.text);
  s.tagged = test::shared_tagger().tag(s.text, s.lattice);
  std::string out;
  for (const IndexRange range : s.tagged.sentences) {
    if (!out.empty()) out += " || ";
    const ByteSpan span = s.tagged.span(range);
    out.append(std::string_view(s.article.body).substr(span.begin, span.size()));
  }
  CHECK(s.tagged.first_word.size() == s.text.tokens.size() + 1);
  return out;
}

}  // namespace

TEST_CASE("headlines that run on are told by their words") {
  const auto text = Schemas::embedded().read("fr/tagging/headlines.json");
  REQUIRE(text);
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  REQUIRE_FALSE(json.HasParseError());
  for (const auto& rule : json["rules"].GetArray()) {
    INFO(rule["id"].GetString());
    const std::string example = rule["example"].GetString();
    const std::string counter_example = rule["counter_example"].GetString();
    CHECK(example.find("||") != std::string::npos);
    CHECK(counter_example.find("||") == std::string::npos);
    CHECK(parts(example) == example);
    CHECK(parts(counter_example) == counter_example);
  }
}

TEST_CASE("a paragraph with its own line ends is left as it is") {
  CHECK(parts("Gestion des risques Mesures prises au port", false) ==
        "Gestion des risques Mesures prises au port");
}
