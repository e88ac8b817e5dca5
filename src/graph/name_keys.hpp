// Keys under which spellings of one name meet, so that variants are found without comparing all pairs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"

namespace maillon {

/// Immutable after loading.
class NameKeys {
 public:
  struct Rule {
    enum class Place : std::uint8_t { any, start, end };
    std::string id;
    std::vector<std::string> from;  ///< tried in order
    std::string to;
    std::string before;  ///< letters of which one must follow; empty: no condition
    Place at = Place::any;
    bool last_token_only = false;  ///< family names
    bool collapse = false;         ///< doubled letters become one
    bool drop = false;             ///< parts that are one of `from` go, unless they come first or last
  };

  /// Reads schemas/fr/graph/transliteration.json and given_names.tsv.
  static Result<NameKeys> load(const Schemas&);

  /// utf8::fold without a leading article: equal for names that differ in case, accents and hyphens only.
  static std::string plain(std::string_view name);
  /// plain() after all transliteration rules, forms of one given name made one in names of several parts.
  std::string transliterated(std::string_view name) const;

  const std::vector<Rule>& rules() const { return rules_; }

 private:
  void add_given_name(std::string_view forms);
  std::string transliterated_part(std::string_view part, bool is_last) const;
  std::string with_one_given_name(const std::string& key) const;

  std::vector<Rule> rules_;
  std::map<std::string, std::string, std::less<>> given_names_;  ///< folded form -> what stands for all forms
  std::size_t given_parts_ = 1;                                  ///< words of the longest form
};

/// Damerau-Levenshtein distance (optimal string alignment) in code points, or `limit` + 1 where it is more.
std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit);

}  // namespace maillon
