// ParsedText -> MentionSet: who and what the text speaks of, when, and how many.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "syntax/parsed_text.hpp"

namespace maillon {

/// Classes of schemas/ontology/classes.json.
enum class EntityType : std::uint8_t {
  State,
  Person,
  Event,
  Place,
  Organization,
  Group,
  Agreement,
  Artifact,
  Concept,
  Literal
};
inline constexpr int kEntityTypeCount = 10;
std::string_view to_string(EntityType);
/// Literal for unknown names.
EntityType entity_type_from(std::string_view name);

enum class MentionKind : std::uint8_t {
  name,     ///< "Anna Berg", "la Suède"
  nominal,  ///< "le ministre", "des soldats suédois"
  pronoun,  ///< "il", "qui", "lui", "leur" of "leur effort"
  derived,  ///< named by an adjective: "suédois" of "l'armée suédoise" is the State
};

/// ISO 8601 value of a time expression, with TimeML's conventions where ISO is silent (timeml.org, TIMEX3
/// @value).
struct TimeValue {
  std::string
      value;  ///< "2023-03-09", "2023-W09", "2023-02", "2019/", "/2023-06", "2014/2020"; empty: not certain
  IndexRange words;            ///< of the tagged text
  std::uint32_t head = kNone;  ///< the word that hangs in the tree
  std::string_view rule;
  bool is_duration = false;  ///< "PT2H", "P3D": how long, not when
  bool is_set = false;       ///< "chaque lundi"
};

enum class Comparator : std::uint8_t { equal, about, greater, at_least, less, at_most };
/// "=", "~", ">", ">=", "<", "<="
std::string_view to_string(Comparator);

struct Quantity {
  double value = 0;
  Comparator comparator = Comparator::equal;
  std::string unit;            ///< "%", "EUR", "km"; empty for a plain count
  IndexRange words;            ///< the number with its modifiers
  std::uint32_t head = kNone;  ///< the noun counted, or the number itself
  std::string_view rule;
};

struct Mention {
  std::uint32_t head = kNone;  ///< syntactic head word; a word is the head of one mention at most
  IndexRange words;            ///< the whole phrase without trailing relative clauses and appositions
  MentionKind kind = MentionKind::nominal;
  std::uint32_t entity = kNone;    ///< index into MentionSet::entities; never kNone in a finished set
  std::uint32_t quantity = kNone;  ///< index into quantities
  /// Second and later entities of a split antecedent ("les deux pays"); empty for most mentions.
  std::vector<std::uint32_t> more_entities;
  std::string_view rule;  ///< that made and typed it
  std::string_view link;  ///< rule that linked it to its entity; empty for an entity's first mention
  /// The verb of an earlier clause that told the event: "rencontré" for "cette rencontre"; else kNone.
  std::uint32_t told_by = kNone;
  bool as_place = false;  ///< a capital or state used as the place where something happens
};

/// One thing of the article, after coreference.
struct DocumentEntity {
  EntityType type = EntityType::Concept;
  std::string label;                 ///< fullest name, or the words of its first common noun phrase
  std::vector<std::string> aliases;  ///< other names met in the article, sorted, label excluded
  bool named = false;
  std::string iso3166;  ///< alpha-2 of a state, of the article's or the gazetteer's; else empty
  std::string iri;      ///< of a gazetteer; else empty
  Gender gender = Gender::none;
  Number number = Number::none;
  std::vector<std::uint32_t> mentions;  ///< in text order
};

/// A role read off a title, an apposition or a copula: (person; lemma [preposition]; other).
/// `holder` and `other` are mentions; other is kNone where only the office is named.
struct Role {
  std::uint32_t holder = kNone;
  std::uint32_t other = kNone;
  std::uint32_t head = kNone;  ///< word of the role noun
  std::string lemma;           ///< "ministre", "chef"
  std::string preposition;     ///< "de" in "ministre de la Justice"; empty for a demonym ("danoise")
  bool former = false;         ///< ancien, ex-, feu
  std::string_view rule;
};

struct MentionSet {
  const ParsedText* parsed = nullptr;  ///< must outlive this value
  std::vector<Mention> mentions;       ///< sorted by head
  std::vector<DocumentEntity> entities;
  std::vector<TimeValue> times;      ///< sorted by head
  std::vector<Quantity> quantities;  ///< sorted by head
  std::vector<Role> roles;
  std::vector<std::uint32_t> mention_at;  ///< word -> mention whose head it is, or kNone
  std::vector<std::uint32_t> time_at;     ///< word -> time expression that holds it, or kNone

  const DocumentEntity& entity_of(const Mention& m) const { return entities[m.entity]; }
};

}  // namespace maillon
