// Reports of one event in several articles: type, participants, time and place agree.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/entity_resolver.hpp"

namespace maillon {

struct EventRef {
  std::uint32_t document = 0;
  std::uint32_t event = 0;  ///< index into Extraction::events
};

struct EventMerge {
  std::vector<std::vector<std::uint32_t>> cluster_of;  ///< [document][event]
  std::vector<std::vector<EventRef>> clusters;         ///< members sorted; clusters by their first member
};

/// Events of one relation merge where two named participants (or the only one, on the same day) are the same,
/// the times overlap and the places do not differ. A report without a time joins a dated one only if the
/// articles are published within two weeks. `documents` must be sorted by id.
EventMerge merge_events(const std::vector<const Extraction*>& documents, const Resolution& entities);

}  // namespace maillon
