// What a common noun is the head of: a person, an organisation, an event …, and sets of words that rules
// name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

/// Traits of a noun class; a bit set.
enum NounTrait : std::uint16_t {
  kHuman = 1,         ///< in the singular one person, in the plural a group
  kOffice = 2,        ///< the holder is named after it: "le ministre X"
  kRole = 4,          ///< a capacity rather than an office
  kHonorific = 8,     ///< M., Mme
  kKin = 16,          ///< frère, épouse
  kCollective = 32,   ///< one noun, many people
  kLocality = 64,     ///< takes a name: "la ville de X"
  kMeasure = 128,     ///< dizaine, millier: counts its complement
  kPart = 256,        ///< majorité: stands for its complement
  kOrganizing = 512,  ///< organisations
  kEventive = 1024,   ///< events
  kStateNoun = 2048,  ///< pays, État
  kCapital = 4096,    ///< only where it is written with a capital: "l'Ordre", but not "un ordre"
};

struct NounClass {
  std::string id;
  EntityType type = EntityType::Concept;
  std::uint16_t traits = 0;
  std::string example, counter_example;
};

/// Immutable after loading.
class NounClasses {
 public:
  /// Reads schemas/fr/mentions/nouns.json. Where two classes list a lemma the first one has it; the second
  /// is passed over. "mort/f" lists the feminine noun alone.
  static Result<NounClasses> load(const Schemas&);
  /// Null where no class lists the lemma.
  const NounClass* find(std::string_view lemma) const;
  /// The same for a word of the text: its form may be listed apart ("les législatives"), and so may the noun
  /// of its gender. A noun that no class lists is of the class that has its ending ("claviériste").
  const NounClass* find(const TaggedWord&) const;
  const std::vector<NounClass>& classes() const { return classes_; }

 private:
  std::vector<NounClass> classes_;
  StringMap<std::uint32_t> by_lemma_;
  StringMap<std::uint32_t> feminine_, masculine_;  ///< lemmas listed for one gender
  std::vector<std::pair<std::string, std::uint32_t>> endings_;
  StringSet without_ending_;           ///< nouns whose ending says nothing
  std::vector<std::string> prefixes_;  ///< "vice-", before a listed person
};

/// Named sets of words of schemas/fr/mentions/words.json.
class WordSets {
 public:
  static Result<WordSets> load(const Schemas&);
  /// The empty set where the file has none of that name.
  const StringSet& set(std::string_view id) const;
  /// The same in the order of the file.
  const std::vector<std::string>& list(std::string_view id) const;
  /// Names of all sets, sorted.
  std::vector<std::string> ids() const;

 private:
  StringMap<std::vector<std::string>> lists_;
  std::vector<std::string> no_list_;
  StringMap<StringSet> sets_;
  StringSet none_;
};

}  // namespace maillon
