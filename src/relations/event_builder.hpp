// Events of an article: what verbs and nouns of event frames tell, each once.
#pragma once

#include "relations/participants.hpp"

namespace maillon {

/// Where statement i of the extraction comes from.
struct StatementOrigin {
  std::uint32_t predicate = kNone;  ///< kNone: from a role or from two mentions alone
  std::uint32_t word = kNone;       ///< head of the predicate or role
  Party subject, object;
};
using StatementOrigins = std::vector<StatementOrigin>;

/// Fills Extraction::events and Statement::event. Statements of one predicate tell one event; a later
/// predicate of the same type whose participants and time do not contradict an earlier one tells the same
/// event: "a rencontré", "cette rencontre", "lors de l'entretien".
void build_events(const PredicateGraph&, const StatementOrigins&, Extraction&);

}  // namespace maillon
