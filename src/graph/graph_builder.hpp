// Extractions of any number of articles -> one KnowledgeGraph.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon {

struct GraphOptions {
  double min_confidence = 0;  ///< statements below it are left out
};

/// Immutable after loading; build() may be called from many threads at once.
class GraphBuilder {
 public:
  /// Reads schemas/fr/graph/*.json.
  static Result<GraphBuilder> load(const Schemas&);
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;
  ~GraphBuilder();

  /// The result depends on the set of extractions alone, not on their order. Of two with the same document
  /// id, the one with the greater content hash is taken.
  KnowledgeGraph build(const std::vector<Extraction>& extractions, const GraphOptions& options = {}) const;

 private:
  GraphBuilder();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace maillon
