// The first step of resolution: each article's entities become mentions of bearers, article after article.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/entity_clusters.hpp"
#include "graph/merge_keys.hpp"
#include "graph/state_organs.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// A common noun phrase of one article.
struct PhraseUnit {
  std::uint32_t document = 0, entity = 0;
  EntityType type = EntityType::Concept;
  bool qualified = false;  ///< it names somebody: "guerre en Ruritanie"
  bool is_organ = false;   ///< of a state that nothing tells
};

/// Bearers (what a name names, over all articles that have it) are units 0 … bearers().size() - 1 of the
/// clusters; phrases follow, one unit an article and phrase. Memory grows with distinct names and phrases;
/// an article leaves one number for each of its entities.
class EntityTable {
 public:
  EntityTable(const ResolutionRules&, const NameKeys&, const StateOrgans&);

  /// Reads all documents; each must outlive the table.
  void read(const std::vector<const Extraction*>& documents);

  NameTable& names() { return names_; }
  EntityClusters& clusters() { return clusters_; }
  const EntityClusters& clusters() const { return clusters_; }
  const std::vector<BearerNames>& bearers() const { return bearers_; }
  bool is_bearer(std::uint32_t unit) const { return unit < bearers_.size(); }
  bool is_organ(std::uint32_t bearer) const { return organs_found_[bearer]; }
  const PhraseUnit& phrase(std::uint32_t unit) const { return phrases_[unit - bearers_.size()]; }
  const std::vector<PhraseUnit>& phrases() const { return phrases_; }

  std::uint32_t unit(std::uint32_t document, std::uint32_t entity) const {
    return units_[offsets_[document] + entity];
  }
  /// First place in units() of each document, and one more for the end.
  const std::vector<std::uint32_t>& offsets() const { return offsets_; }
  std::vector<std::uint32_t> take_units() && { return std::move(units_); }

 private:
  struct FoldKey {
    EntityType type;
    std::uint32_t name;        ///< plain key
    std::uint32_t identifier;  ///< IRI or code, or kNone
    friend bool operator==(const FoldKey&, const FoldKey&) = default;
  };
  struct FoldHash {
    std::size_t operator()(const FoldKey& k) const {
      return (static_cast<std::size_t>(k.name) * 31 + k.identifier) * 31 + static_cast<std::size_t>(k.type);
    }
  };
  /// How an entity of an article is told from others.
  struct Identity {
    FoldKey key{};
    bool is_bearer = false;  ///< else a phrase
    bool is_organ = false;
  };

  void describe(const Extraction&);
  void add_company(const Extraction&, const Statement&);
  Identity identify(const Extraction&, std::uint32_t entity);
  const std::optional<StateOrgan>& organ_of(const ExtractedEntity&);
  std::uint32_t organ_state(const Extraction&, std::uint32_t entity, const StateOrgan&);
  std::uint32_t fold(const Identity&, const ExtractedEntity&, const EntityProfile&);
  void add_names(std::uint32_t bearer, const ExtractedEntity&, bool is_organ);
  static bool is_qualified(const Extraction&, const ExtractedEntity&);

  const ResolutionRules& rules_;
  const StateOrgans& organs_;
  NameTable names_;
  EntityClusters clusters_;
  std::vector<BearerNames> bearers_;
  std::vector<bool> organs_found_;  ///< of each bearer
  std::vector<PhraseUnit> phrases_;
  std::vector<std::uint32_t> offsets_{0}, units_;
  std::unordered_map<FoldKey, std::vector<std::uint32_t>, FoldHash> by_key_;  ///< looked up only
  std::unordered_map<std::uint32_t, std::optional<StateOrgan>> organ_of_;     ///< by label; looked up only
  std::vector<EntityProfile> profiles_;  ///< of the current document's entities; kept for their memory
};

}  // namespace maillon
