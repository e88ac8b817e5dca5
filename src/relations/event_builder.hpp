// Events of an article: what verbs and nouns of event frames tell, each once.
#pragma once

#include "relations/participants.hpp"

namespace maillon {

/// Statement i of the extraction comes from that predicate (kNone: from a role).
using StatementOrigins = std::vector<std::uint32_t>;

/// Fills Extraction::events and Statement::event. Statements of one predicate tell one event; a later
/// predicate of the same type whose participants and time do not contradict an earlier one tells the same
/// event: "a rencontré", "cette rencontre", "lors de l'entretien".
void build_events(const PredicateGraph&, const StatementOrigins&, Extraction&);

}  // namespace maillon
