// What the passes of this room share while a MentionSet is in the making. Internal to mentions/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mentions/gazetteer.hpp"
#include "mentions/given_names.hpp"
#include "mentions/mention_set.hpp"
#include "mentions/nominalizations.hpp"
#include "mentions/noun_classes.hpp"
#include "mentions/quantity_rules.hpp"
#include "mentions/salience.hpp"
#include "mentions/time_grammar.hpp"

namespace maillon {

/// All vocabulary of the room, loaded once.
struct MentionVocabulary {
  Gazetteer gazetteer;
  GivenNames given_names;
  NounClasses nouns;
  WordSets words;
  Salience salience;
  Nominalizations nominalizations;
  TimeGrammar times;
  QuantityRules quantities;
};

/// A proper name as it stands in the text; words outside every name have name_at == kNone.
struct NameSpan {
  IndexRange words;
  std::uint32_t head = kNone;
  std::uint32_t entry = kNone;  ///< of the gazetteer
  EntityType type = EntityType::Concept;
  std::string key;        ///< folded
  std::string_view rule;  ///< that typed it
  Gender gender = Gender::none;
  /// "Institut de Prague": a common noun with a capital and its complements, whose words keep mentions of
  /// their own; name_at is set for the head and the capitals before it only.
  bool phrase = false;
};

/// What is known of a mention beyond what MentionSet keeps. Parallel to `mentions`.
struct Facets {
  EntityType type = EntityType::Concept;
  std::uint32_t entry = kNone;         ///< gazetteer entry of a name or demonym
  std::uint32_t second_entry = kNone;  ///< of a compound demonym
  std::uint32_t name = kNone;          ///< index into names
  const NounClass* noun = nullptr;
  Gender gender = Gender::none;
  Number number = Number::none;
  Person person = Person::third;
  bool definite = false, indefinite = false, demonstrative = false, possessive = false;
  bool any = false;  ///< "aucun", "chaque": none that was told
  std::string label;
  std::string long_label;  ///< of an institution: the whole phrase, where the label is its beginning
};

struct Draft {
  Draft(const ParsedText& p, const MentionVocabulary& v) : parsed(p), vocabulary(v) {}

  const ParsedText& parsed;
  const MentionVocabulary& vocabulary;
  std::vector<NameSpan> names;  ///< in text order
  std::vector<std::uint32_t> name_at;
  std::vector<Mention> mentions;  ///< sorted by head
  std::vector<Facets> facets;
  std::vector<DocumentEntity> entities;
  std::vector<TimeValue> times;
  std::vector<Quantity> quantities;
  std::vector<Role> roles;
  std::vector<std::uint32_t> mention_at, time_at;
  std::vector<std::uint32_t> quantity_at;  ///< word -> quantity that counts it, or kNone

  const TaggedWord& word(std::uint32_t i) const { return parsed.word(i); }
};

// The passes, in their order.
void find_times(Draft&);
void find_quantities(Draft&);
void find_names(Draft&);
void type_names(Draft&);
void find_phrases(Draft&);
void resolve_names(Draft&);
void resolve_acronyms(Draft&);
void resolve_structure(Draft&);
void resolve_titles(Draft&);
void find_genders(Draft&);
void resolve_references(Draft&);
void find_roles(Draft&);

// Shared by passes.
/// The phrase of a nominal head: determiner and modifiers, without preposition, relative clauses, appositions
/// and coordinated phrases.
IndexRange phrase_of(const Draft&, std::uint32_t head);
/// The words of a phrase as a label: without leading determiners and counts, quote marks and double spaces.
std::string label_of(const Draft&, std::uint32_t head, IndexRange phrase);
/// Text of the words as the article has it, contractions once, white space folded.
std::string text_of(const ParsedText&, IndexRange words);
/// The word is a given name, by the lexicon or by given_names.tsv.
bool given_name(const Draft&, std::uint32_t word);
/// Preposition word that introduces `word`, or kNone.
std::uint32_t preposition_of(const ParsedText&, std::uint32_t word);
/// Adds an entity and returns its index.
std::uint32_t new_entity(Draft&, EntityType, std::string label, bool named);

}  // namespace maillon
