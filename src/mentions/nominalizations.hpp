// Nouns that take up what an earlier verb told: "X a rencontré Y. Cette rencontre …".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"

namespace maillon {

/// Immutable after loading.
class Nominalizations {
 public:
  struct Rule {
    std::string id, example, counter_example;
    StringSet nouns, verbs;
  };

  /// Reads schemas/fr/mentions/nominalizations.json.
  static Result<Nominalizations> load(const Schemas&);

  /// The rule by which the noun may take up the verb, both as lemmas; empty where it may not. The view lives
  /// as long as this object.
  std::string_view rule(std::string_view noun, std::string_view verb) const;
  const std::vector<Rule>& rules() const { return rules_; }

 private:
  bool derived(std::string_view noun, std::string_view verb) const;

  std::vector<Rule> rules_;
  std::vector<std::string> endings_;  ///< folded, longest first
  StringSet irregular_;               ///< "verb:noun"
};

}  // namespace maillon
