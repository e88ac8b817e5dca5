#include "pipeline/rule_examples.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace maillon {

namespace {

/// Examples are read as of this day, so that "lundi" always means the same.
constexpr std::string_view kExampleDate = "2023-03-10";

std::string_view trim(std::string_view s) {
  while (s.starts_with(' ')) s.remove_prefix(1);
  while (s.ends_with(' ')) s.remove_suffix(1);
  return s;
}

/// Subject, lemma, object and relation; a part that is left out is '*'.
std::array<std::string_view, 4> parts_of(std::string_view pattern) {
  std::array<std::string_view, 4> out = {"*", "*", "*", "*"};
  for (std::string_view& part : out) {
    const std::size_t bar = pattern.find('|');
    part = trim(pattern.substr(0, bar));
    if (bar == std::string_view::npos) break;
    pattern.remove_prefix(bar + 1);
  }
  return out;
}

Extraction extract(const Analyzer& analyzer, std::string_view text) {
  Article article;
  article.id = "example";
  article.date = kExampleDate;
  article.body = text;
  return analyzer.extract(std::move(article));
}

std::vector<std::string> listing(const Extraction& x) {
  std::vector<std::string> out;
  for (const Statement& s : x.statements) {
    std::string line = x.entities[s.subject.entity].label + " | " + s.predicate.lemma;
    if (!s.predicate.preposition.empty()) line += " [" + s.predicate.preposition + "]";
    out.push_back(line + " | " + x.entities[s.object.entity].label + " | " + s.relation);
  }
  return out;
}

}  // namespace

bool expresses(const Extraction& x, const Statement& s, std::string_view pattern) {
  const auto [subject, lemma, object, relation] = parts_of(pattern);
  const auto names = [&](const Participant& p, std::string_view wanted) {
    return wanted == "*" ||
           utf8::fold(x.entities[p.entity].label).find(utf8::fold(wanted)) != std::string::npos;
  };
  return (lemma == "*" || s.predicate.lemma == lemma) && (relation == "*" || s.relation == relation) &&
         names(s.subject, subject) && names(s.object, object);
}

std::vector<ExampleFailure> failing_examples(const Analyzer& analyzer, const Frame& frame,
                                             std::size_t& count) {
  std::vector<ExampleFailure> out;
  for (const bool counterexample : {false, true}) {
    for (const RuleExample& e : counterexample ? frame.counterexamples : frame.examples) {
      const Extraction x = extract(analyzer, e.text);
      for (const std::string& pattern : e.statements) {
        ++count;
        const bool found = std::any_of(x.statements.begin(), x.statements.end(),
                                       [&](const Statement& s) { return expresses(x, s, pattern); });
        if (found == counterexample) out.push_back({&e, counterexample, pattern, listing(x)});
      }
    }
  }
  return out;
}

}  // namespace maillon
