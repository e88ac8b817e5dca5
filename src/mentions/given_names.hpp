// Given names of many languages, with the gender they tell.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "lexicon/morphology.hpp"

namespace maillon {

/// Immutable after loading.
class GivenNames {
 public:
  /// Reads schemas/fr/mentions/given_names.tsv.
  static Result<GivenNames> load(const Schemas&);

  /// `form` as written; of "Jean-Noël Luc" both halves of the compound are looked up where the whole is
  /// unknown.
  bool contains(std::string_view form) const;
  /// none where the name is unknown or borne by both.
  Gender gender(std::string_view form) const;

 private:
  const Gender* find(std::string_view form) const;

  StringMap<Gender> names_;
};

}  // namespace maillon
