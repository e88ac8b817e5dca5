#include "mentions/mention_set.hpp"

#include <algorithm>
#include <array>

namespace maillon {

namespace {

constexpr std::array<std::string_view, kEntityTypeCount> kTypes = {
    "State", "Person",    "Event",    "Place",   "Organization",
    "Group", "Agreement", "Artifact", "Concept", "Literal"};
constexpr std::array<std::string_view, 6> kComparators = {"=", "~", ">", ">=", "<", "<="};

}  // namespace

std::string_view to_string(EntityType t) { return kTypes[static_cast<std::size_t>(t)]; }

EntityType entity_type_from(std::string_view name) {
  const auto at = std::find(kTypes.begin(), kTypes.end(), name);
  return at == kTypes.end() ? EntityType::Literal : static_cast<EntityType>(at - kTypes.begin());
}

std::string_view to_string(Comparator c) { return kComparators[static_cast<std::size_t>(c)]; }

}  // namespace maillon
