// What entity resolution goes by, as schemas/fr/graph/resolution.json states it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

/// What two names must have besides a key in common.
enum class Grounds : std::uint8_t {
  none,
  role,             ///< a role, or what common asks for
  common,           ///< a state, company or a contact of both
  common_or_known,  ///< or one of them is named in full by several articles, and no rival is
};

/// How a rule finds what is one.
enum class Mechanism : std::uint8_t {
  fold,      ///< while the articles are read: names of one key are one bearer
  meet,      ///< bearers that share `key`, each with the one it has most in common with
  find,      ///< a bearer with `key` and the only one that has it as `in`
  near,      ///< spellings a letter apart
  phrase,    ///< common noun phrases of articles near in time
  dominant,  ///< a name that most articles type otherwise
};

struct ResolutionRule {
  std::string id, description;
  Mechanism mechanism = Mechanism::fold;
  std::string key, in;            ///< kinds of keys, see merge_keys.hpp
  std::vector<EntityType> types;  ///< empty: all
  Grounds grounds = Grounds::none;

  bool applies_to(EntityType type) const;
};

struct ResolutionRules {
  std::vector<ResolutionRule> rules;         ///< most certain first
  std::vector<std::string> affiliations;     ///< relations, sorted
  std::vector<std::string> of_prepositions;  ///< that lead the state of an office, sorted
  std::vector<std::string>
      acronym_blockers;                  ///< folded words after which an acronym is somebody else, sorted
  std::vector<std::string> legal_forms;  ///< folded last words of a firm's name, sorted
  /// Names that every state gives to an organ of its own; synonyms have "=" between them.
  std::vector<std::string> state_organs;
  std::map<std::string, std::string, std::less<>> field_of;  ///< role lemma -> walk of life
  std::int32_t window_days = 0;
  std::uint32_t known_documents = 0;  ///< articles that make a bearer known

  static Result<ResolutionRules> load(const Schemas&);
  /// The rule of that id; `load` has seen to it that those which C++ names are there.
  const ResolutionRule& rule(std::string_view id) const;
};

}  // namespace maillon
