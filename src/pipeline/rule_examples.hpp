// The examples of the relation rules, run through the whole analysis: what `maillon rules test` and the tests
// do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/analyzer.hpp"
#include "relations/frame.hpp"

namespace maillon {

/// An example that does not hold: a statement that the rule promises is not extracted, or one that it
/// excludes is.
struct ExampleFailure {
  const RuleExample* example = nullptr;  ///< of the frame that was given
  bool counterexample = false;
  std::string pattern;                 ///< "subject | lemma | object | relation"; the last may be missing
  std::vector<std::string> extracted;  ///< "subject | lemma [preposition] | object | relation" of what was
};

/// Runs the frame's examples and counter-examples; `count` grows by their patterns.
std::vector<ExampleFailure> failing_examples(const Analyzer& analyzer, const Frame& frame,
                                             std::size_t& count);

/// Whether the statement says "subject | lemma | object | relation", the last if it is there: labels hold the
/// names (case and accents aside), '*' is anything.
bool expresses(const Extraction&, const Statement&, std::string_view pattern);

}  // namespace maillon
