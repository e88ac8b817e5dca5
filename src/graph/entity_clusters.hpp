// Which bearers of names are one: a union-find over profiles that keeps its reasons.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/entity_profile.hpp"

namespace maillon {

class EntityClusters {
 public:
  struct Link {
    std::uint32_t left = 0, right = 0;            ///< units, equal where one bearer has two spellings
    std::uint32_t left_name = 0, right_name = 0;  ///< of a NameTable
    std::string_view rule;                        ///< an id of schemas/fr/graph/resolution.json
    std::string detail;                           ///< the key in common, and what else is
  };

  /// A new unit, a cluster of its own; `documents` is the number of articles that name it. Bearers come
  /// before phrases, of which nothing is known and which never merge with bearers.
  std::uint32_t add(EntityProfile profile, std::uint32_t documents);
  std::uint32_t add_phrase();
  /// Adds what another article tells of the unit.
  void extend(std::uint32_t unit, const EntityProfile& profile);

  /// Smallest unit of the cluster that holds `unit`.
  std::uint32_t find(std::uint32_t unit) const;
  const EntityProfile& profile(std::uint32_t bearer) const { return profiles_[find(bearer)]; }
  std::uint32_t documents(std::uint32_t unit) const { return documents_[find(unit)]; }
  bool compatible(std::uint32_t a, std::uint32_t b) const { return !profile(a).excludes(profile(b)); }
  bool has_ground(std::uint32_t a, std::uint32_t b) const { return profile(a).has_ground(profile(b)); }
  std::size_t overlap(std::uint32_t a, std::uint32_t b) const { return profile(a).overlap(profile(b)); }
  /// Makes one cluster of the two units of the link, of the type of the one in more articles, and keeps the
  /// reason. False where they were one.
  bool merge(Link link);
  /// Keeps the reason for what is one unit.
  void explain(Link link) { links_.push_back(std::move(link)); }
  const std::vector<Link>& links() const { return links_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(parent_.size()); }

 private:
  mutable std::vector<std::uint32_t> parent_;  ///< halved on the way by find
  std::vector<EntityProfile> profiles_;        ///< of the bearers
  std::vector<std::uint32_t> documents_;       ///< of all units
  std::vector<Link> links_;
};

}  // namespace maillon
