#include "graph/entity_clusters.hpp"

#include <algorithm>
#include <utility>

namespace maillon {

std::uint32_t EntityClusters::add(EntityProfile profile, std::uint32_t documents) {
  parent_.push_back(size());
  profiles_.push_back(std::move(profile));
  documents_.push_back(documents);
  return size() - 1;
}

std::uint32_t EntityClusters::add_phrase() {
  parent_.push_back(size());
  documents_.push_back(1);
  return size() - 1;
}

void EntityClusters::extend(std::uint32_t unit, const EntityProfile& profile) {
  const std::uint32_t cluster = find(unit);
  profiles_[cluster].absorb(profile);
  ++documents_[cluster];
}

std::uint32_t EntityClusters::find(std::uint32_t unit) const {
  while (parent_[unit] != unit) unit = parent_[unit] = parent_[parent_[unit]];
  return unit;
}

bool EntityClusters::merge(Link link) {
  std::uint32_t left = find(link.left), right = find(link.right);
  if (left == right) return false;
  const bool bearers = std::max(left, right) < profiles_.size();
  const EntityType type =
      bearers ? profiles_[documents_[right] > documents_[left] ? right : left].type : EntityType::Concept;
  if (right < left) std::swap(left, right);
  parent_[right] = left;
  documents_[left] += documents_[right];
  if (bearers) {
    profiles_[left].absorb(profiles_[right]);
    profiles_[left].type = type;
    profiles_[right] = {};
  }
  links_.push_back(std::move(link));
  return true;
}

}  // namespace maillon
