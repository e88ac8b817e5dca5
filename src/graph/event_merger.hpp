// Reports of one event in several articles: type, participants, time and place agree.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/entity_resolver.hpp"
#include "graph/event_rules.hpp"

namespace maillon {

struct EventRef {
  std::uint32_t document = 0;
  std::uint32_t event = 0;  ///< index into Extraction::events
};

struct EventMerge {
  std::vector<std::vector<std::uint32_t>> cluster_of;  ///< [document][event]
  std::vector<std::vector<EventRef>> clusters;         ///< members sorted; clusters by their first member
};

/// Events of one relation merge where two named participants are the same, the times overlap, the places do
/// not differ and the same one acts; on one stated day one participant is enough where the other report names
/// no other. Events of one class (a meeting, a reception) merge on one stated day only. A report without a
/// time joins an event that is as near to its publication as report_window_days; an article without a date is
/// taken to be of the latest day that it tells of. Undated reports of one relation by one and the same named
/// participant are one event where the words of what they concern agree; so are reports of the same two of which
/// nothing tells when they are from, and of the same three or more whatever they concern. What one article denies
/// and another tells are two. `documents` must be sorted by id.
EventMerge merge_events(const std::vector<const Extraction*>& documents, const Resolution& entities,
                        const EventRules& rules);

}  // namespace maillon
