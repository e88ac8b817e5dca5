// Which entities of which documents are one: a union-find that refuses what cannot be one thing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relations/statement.hpp"

namespace maillon {

/// What tells two bearers of one name apart. All vectors are sorted and distinct.
struct EntityProfile {
  EntityType type = EntityType::Concept;
  std::vector<std::string_view> iris, isos;
  std::vector<std::string_view> states;      ///< folded names of states that it is affiliated with
  std::vector<std::string_view> roles;       ///< lemmas: "ministre"
  std::vector<std::string_view> neighbours;  ///< folded names of the persons and organisations it acts with

  /// Two profiles that no spelling can make one: other type, other gazetteer entry, or another state and
  /// another role and nobody in common.
  bool excludes(const EntityProfile& other) const;
  /// States, roles and neighbours in common.
  std::size_t overlap(const EntityProfile& other) const;
  void absorb(const EntityProfile& other);
};

class EntityClusters {
 public:
  struct Link {
    std::uint32_t left = 0, right = 0;  ///< atoms
    std::string_view rule;              ///< a literal of the resolver
    std::string detail;
  };

  explicit EntityClusters(std::vector<EntityProfile> atoms);

  /// Smallest atom of the cluster that holds `atom`.
  std::uint32_t find(std::uint32_t atom) const;
  const EntityProfile& profile(std::uint32_t atom) const { return profiles_[find(atom)]; }
  bool compatible(std::uint32_t a, std::uint32_t b) const { return !profile(a).excludes(profile(b)); }
  /// Makes one cluster of two and keeps the reason. False where they were one already.
  bool merge(std::uint32_t a, std::uint32_t b, std::string_view rule, std::string detail);
  const std::vector<Link>& links() const { return links_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(parent_.size()); }

 private:
  mutable std::vector<std::uint32_t> parent_;  ///< halved on the way by find
  std::vector<EntityProfile> profiles_;
  std::vector<Link> links_;
};

}  // namespace maillon
