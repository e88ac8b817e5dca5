// Entities by any of their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon {

/// Names and aliases of all nodes under their folded form. Holds on to the graph, which must outlive it.
class NameIndex {
 public:
  explicit NameIndex(const KnowledgeGraph& graph);

  /// Nodes of that id, name or alias (case, accents, hyphens and a leading article aside), best first: exact
  /// name before alias, entities before reported events, more documents before fewer, then by id.
  std::vector<std::uint32_t> find(std::string_view name) const;
  /// Names that are near: those that begin with it, hold it as words, or differ by a few letters; best first.
  std::vector<std::string> suggest(std::string_view name, std::size_t limit = 5) const;
  /// The best node of find(); else the one entity that has `name` as whole words of its names ("Berg"); else
  /// a Diagnostic with suggestions.
  Result<std::uint32_t> require(std::string_view name) const;

 private:
  struct Entry {
    std::string key;
    std::uint32_t node;
    bool alias;
  };
  /// kNone where there is none, or more than one.
  std::uint32_t only_with_words(std::string_view name) const;

  const KnowledgeGraph* graph_;
  std::vector<Entry> entries_;  ///< sorted by key
};

}  // namespace maillon
