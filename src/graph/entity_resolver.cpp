#include "graph/entity_resolver.hpp"

#include <utility>

#include "graph/bearer_merger.hpp"
#include "graph/entity_table.hpp"
#include "graph/phrase_merger.hpp"

namespace maillon {

namespace {

Resolution result(EntityTable&& table) {
  Resolution out;
  const EntityClusters& clusters = table.clusters();
  std::vector<std::uint32_t> number(clusters.size(), kNone);
  const std::vector<EntityClusters::Link> links = clusters.links();
  out.offsets = table.offsets();
  out.members = std::move(table).take_units();
  for (std::uint32_t& member : out.members) {
    const std::uint32_t unit = member;
    std::uint32_t& n = number[clusters.find(unit)];
    if (n == kNone) {
      n = static_cast<std::uint32_t>(out.clusters.size());
      const bool bearer = table.is_bearer(unit);
      out.clusters.push_back({bearer ? clusters.profile(unit).type : table.phrase(unit).type, !bearer,
                              bearer && table.is_organ(unit)});
    }
    member = n;
  }
  for (std::uint32_t i = 0; i < table.phrases().size(); ++i) {
    const auto unit = static_cast<std::uint32_t>(table.bearers().size()) + i;
    Resolution::Cluster& c = out.clusters[number[clusters.find(unit)]];
    if (table.phrases()[i].qualified) c.document_bound = false;
  }
  for (const EntityClusters::Link& link : links)
    out.links.push_back({number[clusters.find(link.left)], std::string(table.names().text(link.left_name)),
                         std::string(table.names().text(link.right_name)), link.rule, link.detail});
  return out;
}

}  // namespace

Resolution EntityResolver::resolve(const std::vector<const Extraction*>& documents) const {
  EntityTable table(rules_, keys_, organs_);
  table.read(documents);
  BearerMerger bearers(rules_, table);
  PhraseMerger phrases(rules_, documents, table);
  for (const ResolutionRule& rule : rules_.rules) {
    if (rule.id == "qualified-phrase") {
      phrases.merge_qualified(rule);
    } else if (rule.id == "same-context") {
      phrases.merge_in_context(rule);
    } else {
      bearers.apply(rule);
    }
  }
  return result(std::move(table));
}

EntityResolver::EntityResolver(NameKeys keys, ResolutionRules rules, StateOrgans organs)
    : keys_(std::move(keys)), rules_(std::move(rules)), organs_(std::move(organs)) {}

Result<EntityResolver> EntityResolver::load(const Schemas& schemas) {
  auto keys = NameKeys::load(schemas);
  if (!keys) return std::move(keys).error();
  auto rules = ResolutionRules::load(schemas);
  if (!rules) return std::move(rules).error();
  auto gazetteer = Gazetteer::load(schemas);
  if (!gazetteer) return std::move(gazetteer).error();
  StateOrgans organs(rules->state_organs, std::move(*gazetteer));
  return EntityResolver(std::move(*keys), std::move(*rules), std::move(organs));
}

}  // namespace maillon
