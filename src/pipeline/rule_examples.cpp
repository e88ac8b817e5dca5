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

std::array<std::string_view, 3> parts_of(std::string_view pattern) {
  const std::size_t first = pattern.find('|'), second = pattern.find('|', first + 1);
  return {trim(pattern.substr(0, first)), trim(pattern.substr(first + 1, second - first - 1)),
          trim(pattern.substr(second + 1))};
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
    out.push_back(line + " | " + x.entities[s.object.entity].label);
  }
  return out;
}

}  // namespace

bool expresses(const Extraction& x, const Statement& s, std::string_view pattern) {
  const auto [subject, lemma, object] = parts_of(pattern);
  const auto names = [&](const Participant& p, std::string_view wanted) {
    return wanted == "*" ||
           utf8::fold(x.entities[p.entity].label).find(utf8::fold(wanted)) != std::string::npos;
  };
  return (lemma == "*" || s.predicate.lemma == lemma) && names(s.subject, subject) && names(s.object, object);
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
