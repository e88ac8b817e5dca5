// Entities by any of their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/node_name.hpp"

namespace maillon {

/// Names and aliases of nodes under their folded form. Not thread-safe.
class NameIndex {
 public:
  /// Of all nodes of a graph, which must outlive it. Nothing is read before the first question.
  explicit NameIndex(const KnowledgeGraph& graph) : graph_(&graph) {}
  /// Of these names.
  explicit NameIndex(std::vector<NodeName> names);

  /// Nodes of that id, name or alias (case, accents, hyphens and a leading article aside), best first: exact
  /// name before alias, entities before reported events, more documents before fewer, then by id.
  std::vector<std::uint32_t> find(std::string_view name) const;
  /// Names that are near: those that begin with it, hold it as words, or differ by a few letters; best first.
  std::vector<std::string> suggest(std::string_view name, std::size_t limit = 5) const;
  /// The best node of find(); else the one entity that has `name` as whole words of its names ("Berg"); else
  /// a Diagnostic with suggestions.
  Result<std::uint32_t> require(std::string_view name) const;

 private:
  /// kNone where there is none, or more than one.
  std::uint32_t only_with_words(std::string_view name) const;

  const std::vector<NodeName>& names() const;

  const KnowledgeGraph* graph_ = nullptr;  ///< null where the names were given
  mutable std::vector<NodeName> names_;    ///< sorted by key; of a graph on the first use
  mutable bool ready_ = false;
};

}  // namespace maillon
