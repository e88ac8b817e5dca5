// What tells two bearers of one name apart, or makes two names one bearer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "mentions/mention_set.hpp"

namespace maillon {

/// Sets of interned names, each sorted and distinct.
struct EntityProfile {
  using Names = std::vector<std::uint32_t>;

  EntityType type = EntityType::Concept;
  Names iris, isos;
  Names states;    ///< that it is affiliated with
  Names roles;     ///< lemmas: "ministre"
  Names fields;    ///< walks of life that the roles belong to: "politics"
  Names company;   ///< persons and organisations that it acts with
  Names contacts;  ///< states and places that it acts with; no reason to be another

  bool empty() const;
  void clear();
  /// Two profiles that no spelling can make one: other type, other identifier, and with nobody in common
  /// another state or another walk of life. A common IRI overrules all else.
  bool excludes(const EntityProfile& other) const;
  /// States, roles, company and contacts in common.
  std::size_t overlap(const EntityProfile& other) const;
  /// A state, company or a contact in common: a role alone is anybody's.
  bool has_ground(const EntityProfile& other) const;
  /// Those names in common, for an explanation.
  Names common(const EntityProfile& other) const;
  /// Cost is that of what is new in `other`.
  void absorb(const EntityProfile& other);
};

/// Inserts into a sorted set.
void insert_name(EntityProfile::Names& into, std::uint32_t name);

}  // namespace maillon
