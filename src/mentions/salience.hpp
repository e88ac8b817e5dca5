// How much speaks for an antecedent of a pronoun: points by clue, from schemas/fr/mentions/salience.json.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "base/schemas.hpp"

namespace maillon {

/// Clues in the manner of Lappin and Leass's salience factors and of centering theory (Grosz, Joshi and
/// Weinstein 1995): the topic goes on, and a topic is rather a subject.
enum class Clue : std::uint8_t {
  mention,         ///< for being mentioned at all
  sentence,        ///< for each sentence between
  between,         ///< for each mention between
  subject,         ///< subject of its verb
  main_subject,    ///< and that verb heads its sentence
  predicate,       ///< head of a sentence without a verb
  object,          ///< direct object
  complement,      ///< complement of a noun
  parallel,        ///< has the function of the pronoun
  continued,       ///< a pronoun of the third person itself
  repeated,        ///< for each earlier mention of the same entity, up to four
  person,          ///< a person
  named,           ///< bears a name
  thing,           ///< a concept or an event
  place,           ///< tells where something happens
  same_clause,     ///< stands in the pronoun's own clause, before it
  goes_on,         ///< subject of the clause that the pronoun's clause is joined to by et or mais
  quoted,          ///< stands in a quotation, and the pronoun does not
  collective,      ///< one body of people, for a plural pronoun
  joined,          ///< is joined to others by et, and the pronoun is singular
  bracketed,       ///< stands in brackets
  unknown_gender,  ///< its gender is not known, and the pronoun's is
  unfit,           ///< is not of the kind that the pronoun's verb or noun asks for
  least,           ///< below it a pronoun is left unresolved
};
inline constexpr std::size_t kClueCount = static_cast<std::size_t>(Clue::least) + 1;

/// Immutable after loading.
class Salience {
 public:
  /// Reads salience.json, which tells each clue once.
  static Result<Salience> load(const Schemas&);
  int of(Clue clue) const { return points_[static_cast<std::size_t>(clue)]; }

 private:
  std::array<int, kClueCount> points_{};
};

}  // namespace maillon
