// Why a statement was made: its sentence read once more, with everything that led to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/analyzer.hpp"
#include "pipeline/rule_index.hpp"

namespace maillon {

/// A rule with what it says of itself.
struct ExplainedRule {
  std::string id, description;
  std::string file;  ///< path among the schemas; empty where no file describes the rule
  std::uint32_t line = 0;
};

/// A part of the sentence: characters of Explanation::sentence.
struct ExplainedSpan {
  std::string part;  ///< subject, predicate, object, time, place, source
  std::uint32_t begin = 0, end = 0;
};

/// A word on the way between the parts in the dependency tree.
struct ExplainedWord {
  std::uint32_t number = 0;  ///< 1-based in the sentence
  std::string form, lemma, upos, features;
  std::string reading_rule;
  std::uint32_t head = 0;  ///< number; 0 for the root
  std::string head_form, deprel;
  std::string arc_rule;
};

/// What a part refers to, and the mentions that lead there: from the one in the sentence back to the first
/// that names it.
struct ExplainedLink {
  std::uint32_t sentence = 0;  ///< 0-based in the article
  std::string text;
  ExplainedRule rule;
};
struct ExplainedReference {
  std::string part, label, type;
  std::vector<ExplainedLink> chain;
};

struct ExplainedQualifier {
  std::string name, value;
  std::string why;
};

struct Explanation {
  std::string document;
  Statement statement;
  std::string subject, object;       ///< labels
  std::string sentence;              ///< white space folded
  std::vector<ExplainedSpan> spans;  ///< by begin; they may overlap
  std::vector<ExplainedWord> words;  ///< in text order
  std::vector<ExplainedReference> references;
  std::vector<ExplainedQualifier> qualifiers;
  ExplainedRule rule;
  std::vector<ExplainedRule> trace;
};

/// Analyses the article again and explains its statements of that id; none where it has none.
std::vector<Explanation> explain(const Analyzer&, const RuleIndex&, Article article,
                                 std::string_view statement);

}  // namespace maillon
