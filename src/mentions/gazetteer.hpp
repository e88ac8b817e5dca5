// States, regions, cities and organisations that every reader of the press knows, by folded name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "lexicon/morphology.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

class UserNames;

enum class GazetteerKind : std::uint8_t { state, region, city, capital, seat, organization, other };

struct GazetteerEntry {
  EntityType type = EntityType::Place;
  GazetteerKind kind = GazetteerKind::region;
  std::string label;
  std::vector<std::string> aliases;   ///< other names of the same thing, label excluded
  std::string iso3166;                ///< of a state, or of the state a city lies in
  std::uint32_t state = kNone;        ///< entry of the state that a capital or seat of power stands for
  std::vector<std::uint32_t> bodies;  ///< entries of the unions that sit in a capital
  Gender gender = Gender::none;
  Number number = Number::sing;
};

/// Immutable after loading. Entries are told by index; the index is stable for one set of schemas.
class Gazetteer {
 public:
  /// Reads schemas/fr/mentions/{states,regions,cities,organizations}.tsv and ICU's French region names.
  /// A user's names, where given, come before them all.
  static Result<Gazetteer> load(const Schemas&, const UserNames* user_names = nullptr);

  const GazetteerEntry& entry(std::uint32_t i) const { return entries_[i]; }
  /// The entry with that folded name (utf8::fold), or kNone. `written` is the name as the text has it: names
  /// that begin with a capital want one, short acronyms want to be written as such.
  std::uint32_t find(std::string_view folded, std::string_view written) const;
  /// True for the first word of names like "mer Noire".
  bool begins_in_lower_case(std::string_view form) const { return lower_starts_.contains(form); }
  /// Lengths in folded words of the names that begin with this folded word, longest first; empty where none
  /// does.
  std::span<const std::uint8_t> lengths(std::string_view first_folded_word) const;
  /// Entry of the state or region that a demonym names; `form` is an inflected adjective or an inhabitant's
  /// name in lower case ("nord-coréenne", "grecs"). kNone where it is no demonym.
  std::uint32_t demonym(std::string_view form) const;
  /// The second bearer of a demonym that two share ("congolais"), or kNone.
  std::uint32_t other_bearer(std::string_view form) const;
  /// Both entries of a compound ("malto-norvégien"); the second is kNone where `form` is no compound.
  std::pair<std::uint32_t, std::uint32_t> demonyms(std::string_view form) const;

 private:
  std::uint32_t add(GazetteerEntry entry);
  /// Also under its label and `aliases`, names between semicolons.
  std::uint32_t add_with_aliases(GazetteerEntry, std::string_view aliases);
  void add_name(std::string_view name, std::uint32_t entry);
  void add_demonym(std::string_view masculine, std::uint32_t entry);
  void add_icu_names();
  void add_user_names(const UserNames&);
  Status load_states(const Schemas&);
  Status load_combining_forms(const Schemas&);
  Status load_regions(const Schemas&);
  Status load_cities(const Schemas&);
  Status load_organizations(const Schemas&);

  std::vector<GazetteerEntry> entries_;
  struct Name {
    std::uint32_t entry = kNone;
    bool capital = false;  ///< wants a capital first
    bool acronym = false;  ///< wants capitals throughout
    bool article = false;  ///< its second word wants a capital, as in "Le Monde"
  };
  StringMap<Name> by_name_;
  StringSet lower_starts_;
  StringMap<std::vector<std::uint8_t>> lengths_;
  StringMap<std::uint32_t> by_demonym_, other_bearers_;
  StringMap<std::uint32_t> combining_forms_;  ///< "sino" -> China
  StringMap<std::uint32_t> by_iso_;
  std::vector<std::pair<std::string, std::uint32_t>> stems_;  ///< masculine demonyms, sorted, for "malto-"
};

}  // namespace maillon
