// Statements of all documents that say the same, under one key.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "relations/statement.hpp"

namespace maillon {

struct StatementRef {
  std::uint32_t document = 0;
  std::uint32_t statement = 0;  ///< index into Extraction::statements
};

/// What two statements must have in common to be one edge. Who vouches, when and where do not count: an edge
/// gathers them; a dated event does count, for two meetings are two.
struct StatementKey {
  std::uint32_t subject = 0, object = 0;  ///< nodes
  std::string_view relation;
  std::string_view lemma;        ///< of an open relation; empty for one of the ontology
  std::string_view preposition;  ///< of an open relation, or one that turns the meaning ("contre")
  std::uint32_t event = kNone;   ///< node of a dated event
  Polarity polarity = Polarity::affirmative;
  Modality modality = Modality::asserted;

  friend auto operator<=>(const StatementKey&, const StatementKey&) = default;
};

struct StatementGroup {
  StatementKey key;
  std::optional<QuantityQualifier> quantity;
  std::vector<StatementRef> members;  ///< in document order
};

class StatementMerger {
 public:
  /// Reads schemas/fr/graph/resolution.json and schemas/ontology/relations.json.
  static Result<StatementMerger> load(const Schemas&);

  /// The key but for its event. The ends of a symmetric relation ("meets") are put in the order of the nodes.
  StatementKey key_of(const Statement&, std::uint32_t subject, std::uint32_t object) const;

  /// Groups by key; within a key by number and unit of the quantity. Statements without a number join the
  /// group if there is only one number. `keyed` must be in document order; the result is sorted by key and
  /// quantity.
  static std::vector<StatementGroup> group(std::vector<std::pair<StatementKey, StatementRef>> keyed,
                                           const std::vector<const Extraction*>& documents);

 private:
  std::vector<std::string> distinguishing_;  ///< prepositions, sorted
  std::vector<std::string> symmetric_;       ///< relations, sorted
};

/// The relation is only the lemma in capitals, or nothing: no frame of the ontology is behind it.
bool is_open_relation(std::string_view relation, std::string_view lemma);

/// No number meets both: "10" and "12", "more than 10" and "at most 9". "about" allows 15 %.
bool contradict(const QuantityQualifier&, const QuantityQualifier&);

}  // namespace maillon
