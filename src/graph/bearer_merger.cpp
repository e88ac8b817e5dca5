#include "graph/bearer_merger.hpp"

#include <algorithm>

namespace maillon {

namespace {

/// Shorter names differ by a letter too often to be one.
constexpr std::size_t kNearSpellingBytes = 6;
/// More in common explains nothing further.
constexpr std::size_t kExplainedNames = 3;
/// A name in so many articles for one of another type is of the wrong type there.
constexpr std::uint32_t kDominance = 3;

}  // namespace

void BearerMerger::apply(const ResolutionRule& rule) {
  switch (rule.mechanism) {
    case Mechanism::meet:
      return meet(rule);
    case Mechanism::find:
      return find(rule);
    case Mechanism::near:
      return near(rule);
    case Mechanism::dominant:
      return dominate(rule);
    case Mechanism::fold:
    case Mechanism::phrase:
      return;
  }
}

std::vector<BearerMerger::Keyed> BearerMerger::keyed(const ResolutionRule& rule, std::string_view kind) {
  std::vector<Keyed> out;
  std::vector<std::string> keys;
  for (std::uint32_t unit = 0; unit < bearers(); ++unit) {
    if (!rule.applies_to(type(unit))) continue;
    keys.clear();
    append_keys(kind, table_.bearers()[unit], type(unit), rules_, table_.names(), keys);
    for (const std::string& key : keys)
      out.emplace_back(std::string(to_string(type(unit))) + ':' + key, unit);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void BearerMerger::merge(const ResolutionRule& rule, std::uint32_t into, std::uint32_t unit,
                         std::string_view key) {
  NameTable& names = table_.names();
  std::string detail(key.substr(key.find(':') + 1));
  const auto common = clusters_.profile(into).common(clusters_.profile(unit));
  for (std::size_t i = 0; i < std::min(common.size(), kExplainedNames); ++i)
    detail.append(i == 0 ? "; both: " : ", ").append(names.text(common[i]));
  clusters_.merge({into, unit, table_.bearers()[into].labels.front(), table_.bearers()[unit].labels.front(),
                   rule.id, std::move(detail)});
}

bool BearerMerger::grounded(const ResolutionRule& rule, std::uint32_t a, std::uint32_t b) const {
  switch (rule.grounds) {
    case Grounds::none:
      return true;
    case Grounds::role:
      return clusters_.overlap(a, b) > 0;
    case Grounds::common:
    case Grounds::common_or_known:
      return clusters_.has_ground(a, b);
  }
  return false;
}

void BearerMerger::meet(const ResolutionRule& rule) {
  const std::vector<Keyed> all = keyed(rule, rule.key);
  std::vector<std::uint32_t> seen;  // one bearer of each cluster under this key
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].first != all[i - 1].first) seen.clear();
    const std::uint32_t unit = all[i].second;
    const auto same = [&](std::uint32_t s) { return clusters_.find(s) == clusters_.find(unit); };
    if (std::any_of(seen.begin(), seen.end(), same)) continue;
    std::uint32_t best = kNone;
    for (const std::uint32_t s : seen) {
      if (!clusters_.compatible(s, unit)) continue;
      if (!grounded(rule, s, unit)) continue;
      if (best == kNone || clusters_.overlap(s, unit) > clusters_.overlap(best, unit)) best = s;
    }
    if (best == kNone) {
      seen.push_back(unit);
    } else {
      merge(rule, best, unit, all[i].first);
    }
  }
}

std::uint32_t BearerMerger::choose(const ResolutionRule& rule, std::uint32_t unit,
                                   const std::vector<std::uint32_t>& clusters) {
  std::vector<std::uint32_t> fitting;
  for (const std::uint32_t c : clusters)
    if (clusters_.compatible(c, unit)) fitting.push_back(c);
  if (fitting.empty()) return kNone;
  if (rule.grounds == Grounds::none) return fitting.size() == 1 ? fitting.front() : kNone;
  const auto order_by = [&](auto&& rank) {
    std::sort(fitting.begin(), fitting.end(), [&](std::uint32_t a, std::uint32_t b) {
      return rank(a) != rank(b) ? rank(a) > rank(b) : a < b;
    });
  };
  const auto overlap = [&](std::uint32_t c) { return clusters_.overlap(c, unit); };
  order_by(overlap);
  if (grounded(rule, fitting[0], unit))
    return fitting.size() == 1 || overlap(fitting[0]) > overlap(fitting[1]) ? fitting[0] : kNone;
  if (rule.grounds != Grounds::common_or_known) return kNone;
  const auto documents = [&](std::uint32_t c) { return clusters_.documents(c); };
  order_by(documents);
  const bool known = documents(fitting[0]) >= rules_.known_documents;
  const bool rival =
      fitting.size() > 1 && rules_.known_documents * documents(fitting[1]) > documents(fitting[0]);
  return known && !rival ? fitting[0] : kNone;
}

void BearerMerger::find(const ResolutionRule& rule) {
  const std::vector<Keyed> wanted = keyed(rule, rule.key), index = keyed(rule, rule.in);
  for (const auto& [key, unit] : wanted) {
    std::vector<std::uint32_t> found;
    const std::uint32_t cluster = clusters_.find(unit);
    for (auto at = std::lower_bound(index.begin(), index.end(), Keyed(key, 0));
         at != index.end() && at->first == key; ++at) {
      const std::uint32_t other = clusters_.find(at->second);
      if (other != cluster && std::find(found.begin(), found.end(), other) == found.end())
        found.push_back(other);
    }
    if (const std::uint32_t chosen = choose(rule, unit, found); chosen != kNone)
      merge(rule, chosen, unit, key);
  }
}

std::string BearerMerger::first_spelling(std::uint32_t unit) {
  NameTable& names = table_.names();
  return std::string(names.text(names.spelt(table_.bearers()[unit].labels.front())));
}

/// One letter more, less or other, in a long name whose other parts agree.
void BearerMerger::near(const ResolutionRule& rule) {
  std::map<std::string, std::vector<std::uint32_t>> blocks;
  std::map<std::uint32_t, std::string> spellings;
  for (std::uint32_t unit = 0; unit < bearers(); ++unit) {
    if (!rule.applies_to(type(unit))) continue;
    std::string key = first_spelling(unit);
    const std::size_t space = key.rfind(' ');
    if (space == std::string::npos || space == 0) continue;
    blocks[key.substr(0, space + 2)].push_back(unit);  // given names and the family name's first letter
    blocks[key.substr(0, 1) + key.substr(space)].push_back(unit);  // the other way round
    spellings.emplace(unit, std::move(key));
  }
  for (const auto& [block, units] : blocks) {
    std::vector<std::uint32_t> seen;  // one unit a spelling
    for (const std::uint32_t unit : units) {
      const std::string& spelling = spellings[unit];
      const auto known = [&](std::uint32_t s) { return spellings[s] == spelling; };
      if (std::any_of(seen.begin(), seen.end(), known)) continue;
      for (const std::uint32_t other : seen) {
        const auto a = parts_of(spelling), b = parts_of(spellings[other]);
        if (a.size() != b.size()) continue;
        const bool given = a.back() == b.back();
        const std::string_view x = given ? a.front() : a.back(), y = given ? b.front() : b.back();
        if (std::min(x.size(), y.size()) < kNearSpellingBytes || edit_distance(x, y, 1) > 1) continue;
        if (clusters_.find(unit) == clusters_.find(other) || !clusters_.compatible(unit, other)) continue;
        if (!grounded(rule, unit, other)) continue;
        merge(rule, other, unit, spellings[other] + " ~ " + spelling);
      }
      seen.push_back(unit);
    }
  }
}

/// A name that other articles give to a thing of another type, and of which its own article tells nothing
/// that only its own type could do. A name of one part needs many more of those articles, and so does a
/// place's.
void BearerMerger::dominate(const ResolutionRule& rule) {
  std::map<std::string, std::vector<std::uint32_t>> by_name;  // clusters
  for (std::uint32_t unit = 0; unit < bearers(); ++unit) {
    if (!rule.applies_to(type(unit))) continue;
    NameTable& names = table_.names();
    auto& known = by_name[std::string(names.text(names.plain(table_.bearers()[unit].labels.front())))];
    const std::uint32_t cluster = clusters_.find(unit);
    if (std::find(known.begin(), known.end(), cluster) == known.end()) known.push_back(cluster);
  }
  for (const auto& [name, clusters] : by_name) {
    if (clusters.size() < 2) continue;
    const auto rank = [&](std::uint32_t c) { return clusters_.documents(c); };
    const std::uint32_t most =
        *std::max_element(clusters.begin(), clusters.end(),
                          [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    for (const std::uint32_t c : clusters) {
      const EntityProfile& profile = clusters_.profile(c);
      if (c == most || profile.type == type(most) || !profile.states.empty() || !profile.roles.empty() ||
          !profile.iris.empty())
        continue;
      const bool parts = name.find(' ') != std::string::npos;
      const bool a_place = profile.type == EntityType::Place || type(most) == EntityType::Place;
      const bool dominant = rank(most) >= rules_.known_documents && rank(most) >= kDominance * rank(c);
      // A family name may be a town's as well; a name of several parts is seldom a thing's and a person's.
      const bool family_name = profile.type == EntityType::Person && !parts;
      const bool wrong =
          parts && !a_place ? true : dominant && !(family_name && type(most) != EntityType::Organization);
      if (!wrong) continue;
      merge(rule, most, c, name);
    }
  }
}

}  // namespace maillon
