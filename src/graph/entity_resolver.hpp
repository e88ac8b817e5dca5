// Entity resolution over documents: blocking by keys, no comparison of all pairs, a reason for every merge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "graph/graph_builder.hpp"
#include "graph/name_keys.hpp"

namespace maillon {

struct EntityRef {
  std::uint32_t document = 0;  ///< index into the extractions given
  std::uint32_t entity = 0;    ///< index into Extraction::entities
};

struct Resolution {
  struct Link {
    EntityRef left, right;
    std::string_view rule;
    std::string detail;  ///< the key they share
  };

  std::vector<std::vector<std::uint32_t>> cluster_of;  ///< [document][entity]
  std::vector<std::vector<EntityRef>> clusters;        ///< members sorted; clusters by their first member
  /// Clusters of a phrase that means something else in another article ("les soldats").
  std::vector<bool> document_bound;
  std::vector<Link> links;  ///< in the order they were made
};

/// Named entities of one type meet by name; common noun phrases are one thing over documents only where their
/// label names somebody ("accord malto-norvégien" does not, "accord de Riga" does) or where the same named
/// party does the same with them at about the same time; any other "soldats" of another article is another
/// node.
class EntityResolver {
 public:
  /// Reads schemas/fr/graph/transliteration.json and resolution.json.
  static Result<EntityResolver> load(const Schemas&);

  /// `documents` must be sorted by document id; the result depends on nothing else.
  Resolution resolve(const std::vector<const Extraction*>& documents,
                     const std::vector<SameAs>& same_as) const;

  const NameKeys& keys() const { return keys_; }

 private:
  class Run;
  NameKeys keys_;
  std::vector<std::string> affiliations_;      ///< relations, sorted
  std::vector<std::string> acronym_blockers_;  ///< folded words after which an acronym is somebody else
  std::int32_t window_days_ = 0;
};

}  // namespace maillon
