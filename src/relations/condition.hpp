// Under what a word calls a frame: "trouver" believes with a clause and finds with a thing. A typed relation
// must be true of its pair in every use; where no frame's condition holds, the relation is the open one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relations/statement.hpp"

namespace maillon {

/// A bit a type: 1 << EntityType. All bits: any type.
using TypeSet = std::uint16_t;
inline constexpr TypeSet kAnyType = (1u << kEntityTypeCount) - 1;
constexpr TypeSet type_bit(EntityType t) { return static_cast<TypeSet>(1u << static_cast<std::uint8_t>(t)); }

/// A bit a class of nouns of schemas/fr/relations/nouns.json.
using NounSet = std::uint64_t;
inline constexpr std::size_t kMaxNounClasses = 64;

/// What is known of one participant of a predicate.
struct ParticipantFacts {
  bool present = false;
  bool resolved = false;  ///< its type is known; an unresolved pronoun's is not
  bool pronoun = false;   ///< says nothing of its noun
  TypeSet type = 0;       ///< one bit, or none for what is no entity
  NounSet nouns = 0;
  std::string_view preposition;  ///< of an oblique
};

/// Kinds of clauses and predicatives that a verb may govern: bits.
enum ComplementKind : std::uint8_t {
  kClauseComplement = 1,      ///< que-clause, indirect question, quotation
  kInfinitiveComplement = 2,  ///< an infinitive, bare or with "de" or "à"
  kPredicateComplement = 4,   ///< "trouver X juste", "élire X président"
  kQuestionComplement =
      8,  ///< an indirect question, which is a clause too: "demander si", "ignorer pourquoi"
};

/// One use of a predicate, as conditions see it.
struct UseFacts {
  ParticipantFacts subject, object;
  std::vector<ParticipantFacts> obliques;
  std::uint8_t complements = 0;  ///< ComplementKind
  bool reflexive = false, passive = false;
  bool partial = false;  ///< arguments and complements are not complete yet: what is missing is not known
};

/// Asks for a type or a class of nouns, either of which will do; nothing asked: anything.
struct ParticipantTest {
  TypeSet types = 0;
  NounSet nouns = 0;

  bool asks_nothing() const { return types == 0 && nouns == 0; }
  /// `doubt` is the answer where the participant is not known well enough.
  bool holds(const ParticipantFacts&, bool doubt) const;
};

/// All that is stated must hold.
struct Condition {
  std::optional<ParticipantTest> subject, object, oblique;
  std::vector<std::string> prepositions;  ///< of the oblique; empty: any
  std::optional<bool> has_object;
  std::uint8_t complements = 0;  ///< one of these; 0: not asked
  std::optional<bool> reflexive, passive;

  bool holds(const UseFacts&, bool doubt) const;
};

/// One of `when` must hold (none stated: always), none of `unless` may. What is not known of a participant
/// speaks neither for nor against.
struct UseConditions {
  std::vector<Condition> when, unless;

  bool empty() const { return when.empty() && unless.empty(); }
  bool admit(const UseFacts&) const;
};

}  // namespace maillon
