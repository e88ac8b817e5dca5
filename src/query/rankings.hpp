// `maillon stats`, `top` and `components`: counts and Boost.Graph's measures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "query/table.hpp"

namespace maillon {

enum class Rank : std::uint8_t { degree, pagerank, betweenness };
std::optional<Rank> rank_from(std::string_view name);

/// metric, value: documents, sentences, words, nodes and edges by kind, statements, contradictions,
/// components.
Table stats(const KnowledgeGraph&);

/// rank, label, type, score, documents of the `limit` best nodes; of one type if given. Degree counts
/// statements either way; pagerank follows them from subject to object (damping 0.85); betweenness is over
/// the undirected graph, halved for its two directions, and takes time in the product of nodes and edges.
Table top(const KnowledgeGraph&, Rank, std::size_t limit, std::optional<EntityType> type = std::nullopt);

/// component, nodes, edges, examples: the `limit` largest connected parts of the graph.
Table components(const KnowledgeGraph&, std::size_t limit);

/// What `title` groups nodes into, the `limit` largest groups: title, nodes, edges (inside), examples (those
/// of most edges). `group` is any number for each node.
Table group_table(const KnowledgeGraph&, std::string title, const std::vector<std::uint32_t>& group,
                  std::size_t limit);

}  // namespace maillon
