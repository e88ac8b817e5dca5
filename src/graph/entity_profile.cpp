#include "graph/entity_profile.hpp"

#include <algorithm>

namespace maillon {

namespace {

using Names = EntityProfile::Names;

/// Looks up those of the smaller set in the larger one: a state's company has thousands, an article's a few.
template <class Use>
void for_common(const Names& a, const Names& b, Use&& use) {
  const Names& small = a.size() <= b.size() ? a : b;
  const Names& large = a.size() <= b.size() ? b : a;
  for (const std::uint32_t name : small)
    if (std::binary_search(large.begin(), large.end(), name)) use(name);
}

std::size_t shared(const Names& a, const Names& b) {
  std::size_t count = 0;
  for_common(a, b, [&](std::uint32_t) { ++count; });
  return count;
}

bool disjoint(const Names& a, const Names& b) { return !a.empty() && !b.empty() && shared(a, b) == 0; }

}  // namespace

void insert_name(Names& into, std::uint32_t name) {
  const auto at = std::lower_bound(into.begin(), into.end(), name);
  if (at == into.end() || *at != name) into.insert(at, name);
}

bool EntityProfile::empty() const {
  return iris.empty() && isos.empty() && states.empty() && roles.empty() && company.empty() &&
         contacts.empty();
}

void EntityProfile::clear() {
  for (Names* names : {&iris, &isos, &states, &roles, &fields, &company, &contacts}) names->clear();
}

bool EntityProfile::excludes(const EntityProfile& other) const {
  if (shared(iris, other.iris) > 0) return false;
  if (type != other.type || disjoint(iris, other.iris) || disjoint(isos, other.isos)) return true;
  if (shared(company, other.company) > 0) return false;
  return (disjoint(states, other.states) && shared(roles, other.roles) == 0) ||
         disjoint(fields, other.fields);
}

std::size_t EntityProfile::overlap(const EntityProfile& other) const {
  return shared(states, other.states) + shared(roles, other.roles) + shared(company, other.company) +
         shared(contacts, other.contacts);
}

bool EntityProfile::has_ground(const EntityProfile& other) const {
  return shared(states, other.states) + shared(company, other.company) + shared(contacts, other.contacts) > 0;
}

Names EntityProfile::common(const EntityProfile& other) const {
  Names out;
  const auto add = [&](std::uint32_t name) { insert_name(out, name); };
  for_common(states, other.states, add);
  for_common(roles, other.roles, add);
  for_common(company, other.company, add);
  for_common(contacts, other.contacts, add);
  return out;
}

void EntityProfile::absorb(const EntityProfile& other) {
  const auto add = [](Names& into, const Names& from) {
    for (const std::uint32_t name : from) insert_name(into, name);
  };
  add(iris, other.iris);
  add(isos, other.isos);
  add(states, other.states);
  add(roles, other.roles);
  add(fields, other.fields);
  add(company, other.company);
  add(contacts, other.contacts);
}

}  // namespace maillon
