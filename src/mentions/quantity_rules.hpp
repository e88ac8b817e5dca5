// Words that compare, measure and carry units: schemas/fr/mentions/quantities.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

/// Immutable after loading.
class QuantityRules {
 public:
  struct Modifier {
    std::string id;
    Comparator comparator = Comparator::equal;
    std::vector<std::vector<std::string>> before, after;  ///< sequences of forms or lemmas; longest first
    std::string example, expected, counter_example;
  };

  static Result<QuantityRules> load(const Schemas&);
  const std::vector<Modifier>& modifiers() const { return modifiers_; }
  /// What a collective numeral stands for (10 for "dizaine"); 0 for other lemmas.
  double measure(std::string_view lemma) const;
  /// Symbol or code of a unit ("EUR" for "euros"); empty for other words.
  std::string_view unit(std::string_view form) const;

 private:
  std::vector<Modifier> modifiers_;
  StringMap<double> measures_;
  StringMap<std::string> units_;
};

}  // namespace maillon
