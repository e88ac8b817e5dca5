// Write access to the parts of a graph, for those that read one from somewhere: packed, or row by row.
#pragma once

#include "graph/knowledge_graph.hpp"

namespace maillon {

/// Who fills a graph keeps its order (documents and nodes by id, edges by source, target and id), takes every
/// view from the pools, and makes the structure at the end.
class GraphParts {
 public:
  static auto& documents(KnowledgeGraph& g) { return g.documents_; }
  static auto& nodes(KnowledgeGraph& g) { return g.nodes_; }
  static auto& edges(KnowledgeGraph& g) { return g.edges_; }
  static auto& supports(KnowledgeGraph& g) { return g.supports_; }
  static auto& merges(KnowledgeGraph& g) { return g.merges_; }
  static const auto& documents(const KnowledgeGraph& g) { return g.documents_; }
  static const auto& nodes(const KnowledgeGraph& g) { return g.nodes_; }
  static const auto& edges(const KnowledgeGraph& g) { return g.edges_; }
  static const auto& supports(const KnowledgeGraph& g) { return g.supports_; }
  static const auto& merges(const KnowledgeGraph& g) { return g.merges_; }

  static StringPool& strings(KnowledgeGraph& g) { return g.pool_; }
  static ListPool<std::uint32_t>& indices(KnowledgeGraph& g) { return g.indices_; }
  static ListPool<std::string_view>& texts(KnowledgeGraph& g) { return g.texts_; }

  /// Of edges that are sorted by source.
  static void make_structure(KnowledgeGraph& g);
};

}  // namespace maillon
