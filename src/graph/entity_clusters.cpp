#include "graph/entity_clusters.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace maillon {

namespace {

using Names = std::vector<std::string_view>;

std::size_t shared(const Names& a, const Names& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++count, ++i, ++j;
    }
  }
  return count;
}

bool disjoint(const Names& a, const Names& b) { return !a.empty() && !b.empty() && shared(a, b) == 0; }

void unite(Names& into, const Names& from) {
  Names out;
  std::set_union(into.begin(), into.end(), from.begin(), from.end(), std::back_inserter(out));
  into = std::move(out);
}

}  // namespace

bool EntityProfile::excludes(const EntityProfile& other) const {
  if (type != other.type || disjoint(iris, other.iris) || disjoint(isos, other.isos)) return true;
  return disjoint(states, other.states) && shared(roles, other.roles) == 0 &&
         shared(neighbours, other.neighbours) == 0;
}

std::size_t EntityProfile::overlap(const EntityProfile& other) const {
  return shared(states, other.states) + shared(roles, other.roles) + shared(neighbours, other.neighbours);
}

void EntityProfile::absorb(const EntityProfile& other) {
  unite(iris, other.iris);
  unite(isos, other.isos);
  unite(states, other.states);
  unite(roles, other.roles);
  unite(neighbours, other.neighbours);
}

EntityClusters::EntityClusters(std::vector<EntityProfile> atoms)
    : parent_(atoms.size()), profiles_(std::move(atoms)) {
  std::iota(parent_.begin(), parent_.end(), 0u);
}

std::uint32_t EntityClusters::find(std::uint32_t atom) const {
  while (parent_[atom] != atom) atom = parent_[atom] = parent_[parent_[atom]];
  return atom;
}

bool EntityClusters::merge(std::uint32_t a, std::uint32_t b, std::string_view rule, std::string detail) {
  std::uint32_t left = find(a), right = find(b);
  if (left == right) return false;
  if (right < left) std::swap(left, right);
  parent_[right] = left;
  profiles_[left].absorb(profiles_[right]);
  profiles_[right] = {};
  links_.push_back({a, b, rule, std::move(detail)});
  return true;
}

}  // namespace maillon
