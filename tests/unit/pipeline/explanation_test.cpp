// Explanations of statements, and that every id in a trace says what it stands for.
#include "pipeline/explanation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "ingest/article_maker.hpp"
#include "ingest/document_reader.hpp"

namespace {

using namespace maillon;

const Schemas& schemas() {
  static const Schemas s = Schemas::embedded();
  return s;
}

const Analyzer& analyzer() {
  static const Analyzer instance = Analyzer::load(schemas()).value();
  return instance;
}

Article article(std::string text) {
  Article out;
  out.id = "a";
  out.date = "2023-03-10";
  out.body = std::move(text);
  return out;
}

/// The explanation of the first statement with that lemma.
Explanation explained(const std::string& text, std::string_view lemma) {
  const RuleIndex rules = RuleIndex::load(schemas()).value();
  const Extraction x = analyzer().extract(article(text));
  const auto at = std::find_if(x.statements.begin(), x.statements.end(),
                               [&](const Statement& s) { return s.predicate.lemma == lemma; });
  REQUIRE(at != x.statements.end());
  const std::vector<Explanation> all = explain(analyzer(), rules, article(text), at->id);
  REQUIRE(all.size() == 1);
  return all.front();
}

/// "part: words" of every span.
std::set<std::string> parts(const Explanation& e) {
  std::set<std::string> out;
  for (const ExplainedSpan& s : e.spans) {
    std::size_t begin = 0, character = 0;
    std::string words;
    for (; begin < e.sentence.size(); ++begin) {
      if ((static_cast<unsigned char>(e.sentence[begin]) & 0xC0) != 0x80) ++character;
      if (character > s.begin && character <= s.end) words += e.sentence[begin];
    }
    out.insert(s.part + ": " + words);
  }
  return out;
}

std::string why(const Explanation& e, std::string_view qualifier) {
  for (const ExplainedQualifier& q : e.qualifiers)
    if (q.name == qualifier) return q.value + " | " + q.why;
  return {};
}

}  // namespace

TEST_CASE("an explanation marks the parts and names rules, readings and arcs") {
  const Explanation e = explained("Anna Berg, ministre danoise, a reçu Jan Novak\nà Riga lundi.", "recevoir");
  CHECK(e.sentence == "Anna Berg, ministre danoise, a reçu Jan Novak à Riga lundi.");
  const std::set<std::string> found = parts(e);
  CHECK(found.count("subject: Anna Berg") == 1);
  CHECK(found.count("predicate: a reçu") == 1);
  CHECK(found.count("object: Jan Novak") == 1);
  CHECK(found.count("place: Riga") == 1);
  CHECK(found.count("time: lundi") == 1);
  CHECK(e.rule.id == "meeting.receive");
  CHECK(e.rule.description == "a host receives a guest");
  CHECK(e.rule.file == "fr/relations/meeting.json");
  CHECK(e.rule.line > 1);
  const auto word =
      std::find_if(e.words.begin(), e.words.end(), [](const ExplainedWord& w) { return w.form == "Jan"; });
  REQUIRE(word != e.words.end());
  CHECK(word->deprel == "obj");
  CHECK(word->head_form == "reçu");
  CHECK(word->arc_rule == "object");
  CHECK(why(e, "time").find("2023-03-06") == 0);
  CHECK(why(e, "time").find("article of 2023-03-10") != std::string::npos);
}

TEST_CASE("an explanation follows references back to a name and tells what colours the clause") {
  const Explanation e =
      explained("Anna Berg a parlé lundi à Riga. Elle a accusé Jan Novak d'avoir volé un tableau.", "voler");
  REQUIRE_FALSE(e.references.empty());
  CHECK(e.references.front().part == "subject");
  CHECK(e.references.front().label == "Jan Novak");
  CHECK(why(e, "modality").find("accusation.accuse") != std::string::npos);
  const Explanation pronoun = explained(
      "Anna Berg a parlé lundi à Riga. Elle a accusé Jan Novak d'avoir volé un tableau.", "accuser");
  const ExplainedReference& subject = pronoun.references.front();
  CHECK(subject.label == "Anna Berg");
  REQUIRE(subject.chain.size() == 2);
  CHECK(subject.chain[0].text == "Elle");
  CHECK(subject.chain[0].rule.id == "link.pronoun");
  CHECK_FALSE(subject.chain[0].rule.description.empty());
  CHECK(subject.chain[1].text == "Anna Berg");
  CHECK(subject.chain[1].sentence == 0);
}

TEST_CASE("every rule and pass in a trace is described") {
  const RuleIndex rules = RuleIndex::load(schemas()).value();
  const ArticleMaker maker = ArticleMaker::load(schemas()).value();
  DocumentReader reader({MAILLON_SOURCE_DIR "/examples/articles"});
  std::set<std::string> ids;
  while (std::optional<Result<RawDocument>> raw = reader.next()) {
    Result<Article> made = maker.make(std::move(*raw).value());
    REQUIRE(made);
    const auto analysis = analyzer().analyze(*std::move(made));
    for (std::uint32_t w = 0; w < analysis->parsed.size(); ++w) {
      ids.emplace(analysis->parsed.word(w).rule);
      ids.emplace(analysis->parsed.arc(w).rule);
    }
    for (const Mention& m : analysis->mentions.mentions) ids.emplace(m.link);
    for (const Statement& s : analyzer().extract(*analysis).statements)
      ids.insert(s.trace.begin(), s.trace.end());
  }
  ids.erase("");
  CHECK(ids.size() > 50);
  for (const std::string& id : ids) {
    INFO(id);
    const RuleDescription* rule = rules.find(id);
    REQUIRE(rule != nullptr);
    CHECK_FALSE(rule->description.empty());
  }
}
