// Entities of many articles -> the things that they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "graph/name_keys.hpp"
#include "graph/resolution_rules.hpp"
#include "graph/state_organs.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// Which entity of which article belongs to which cluster. Clusters are numbered by their first member.
struct Resolution {
  struct Link {
    std::uint32_t cluster = 0;
    std::string name, other;  ///< labels; `other` joined `name`
    std::string_view rule;    ///< of the resolver
    std::string detail;       ///< the key they share, and what else they have in common
  };
  struct Cluster {
    EntityType type = EntityType::Concept;
    /// A phrase that means something else in another article ("les soldats").
    bool document_bound = false;
    bool is_organ = false;  ///< of a state; some of its names leave the state out
  };

  std::vector<std::uint32_t> offsets;  ///< first place in `members` of each document, and one more
  std::vector<std::uint32_t> members;  ///< cluster of each entity, document after document
  std::vector<Cluster> clusters;
  std::vector<Link> links;  ///< in the order they were made

  std::uint32_t cluster_of(std::uint32_t document, std::uint32_t entity) const {
    return members[offsets[document] + entity];
  }
};

/// Named entities meet by the rules of schemas/fr/graph/resolution.json; common noun phrases are one thing
/// over documents only where their label names somebody or where the same named party does the same with them
/// at about the same time; any other "soldats" of another article is another node.
///
/// Memory grows with distinct names and phrases, plus four bytes for each entity of each article; time is
/// linear in articles and n log n in distinct names, since names meet under keys and never in all pairs.
class EntityResolver {
 public:
  /// Reads schemas/fr/graph/transliteration.json, given_names.tsv and resolution.json, and the gazetteer of
  /// schemas/fr/mentions for the states of their organs.
  static Result<EntityResolver> load(const Schemas&);

  /// `documents` must be sorted by document id; the result depends on nothing else.
  Resolution resolve(const std::vector<const Extraction*>& documents) const;

  const NameKeys& keys() const { return keys_; }
  const ResolutionRules& rules() const { return rules_; }

 private:
  EntityResolver(NameKeys, ResolutionRules, StateOrgans);
  NameKeys keys_;
  ResolutionRules rules_;
  StateOrgans organs_;
};

}  // namespace maillon
