// `maillon timeline`, `claims` and `search`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.hpp"
#include "query/table.hpp"

namespace maillon {

struct TimelineFilter {
  std::uint32_t about = kNone;  ///< a participant or the place
  std::string since, until;     ///< ISO 8601; empty: no bound
};

/// Reported events in the order of time, the undated ones last: time, event, type, participants, place,
/// documents.
Table timeline(const KnowledgeGraph&, const TimelineFilter&);

struct ClaimFilter {
  std::uint32_t about = kNone;  ///< subject, object or place
  std::uint32_t by = kNone;     ///< a source; kNone with a source is anyone
};

/// Who says what: source, stance (claims, denies, doubts), subject, predicate, object, quantity, time,
/// contradicted by, documents, id, sentence. Statements that nobody vouches for are the articles' own and
/// left out unless they contradict another.
Table claims(const KnowledgeGraph&, const ClaimFilter&);

/// Entities, then events, then sentences of statements that hold all words of `text` at the beginning of
/// theirs (case and accents aside), those of most documents and the newest first: kind, label, document,
/// sentence.
Table search(const KnowledgeGraph&, std::string_view text, std::size_t limit);

}  // namespace maillon
