// Common noun phrases that are one thing over several articles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/entity_table.hpp"
#include "graph/time_span.hpp"

namespace maillon {

class PhraseMerger {
 public:
  PhraseMerger(const ResolutionRules&, const std::vector<const Extraction*>& documents, EntityTable&);

  /// "guerre en Ruritanie" is one, whoever tells of it; what can come again (a group, a meeting) is one near
  /// in time.
  void merge_qualified(const ResolutionRule&);
  /// "soldats" of two articles are one group where the same named party does the same with as many of them.
  void merge_in_context(const ResolutionRule&);

 private:
  using Keyed = std::pair<std::string, std::uint32_t>;  ///< key, unit

  void merge_by_key(std::vector<Keyed>, const ResolutionRule&, bool near_in_time);
  bool near_in_time(std::uint32_t a, std::uint32_t b) const;
  const ExtractedEntity& entity(std::uint32_t unit) const;
  std::string key_of(const ExtractedEntity&) const;

  const ResolutionRules& rules_;
  const std::vector<const Extraction*>& documents_;
  EntityTable& table_;
  std::vector<std::optional<TimeSpan>> published_;  ///< of each document
};

}  // namespace maillon
