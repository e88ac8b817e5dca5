// `maillon path`: shortest chains of statements between two entities, by Boost.Graph's Dijkstra.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "query/table.hpp"

namespace maillon {

struct ChainStep {
  std::uint32_t from = 0, to = 0;  ///< nodes
  std::uint32_t edge = 0;  ///< the most supported one between them; leads from `to` to `from` where reversed
  bool reversed = false;
};

struct Chain {
  std::vector<ChainStep> steps;
  double cost = 0;
};

/// At most `count` chains without a node twice, cheapest first (Yen's algorithm, Management Science 17,
/// 1971). A step costs 1, and up to a half more where one article alone, a doubtful modality or a denial is
/// behind it. Edges are followed both ways. Empty where nothing connects the two.
std::vector<Chain> shortest_chains(const KnowledgeGraph&, std::uint32_t from, std::uint32_t to,
                                   std::size_t count);

/// chain, step, subject, relation, predicate, object, time, sources, documents, id, sentence.
Table chain_table(const KnowledgeGraph&, const std::vector<Chain>&);

}  // namespace maillon
