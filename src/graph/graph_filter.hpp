// Views of a graph: the part that somebody wants to export or look at, as a graph of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

enum class GraphView : std::uint8_t {
  full,      ///< entities, reported events, statements, participants, places
  entities,  ///< entities and the statements between them
  events,    ///< reported events with who took part and where
  claims,    ///< statements that somebody vouches for
};
/// "full", "entities", "events", "claims", in the order of GraphView.
std::span<const std::string_view> graph_views();
std::optional<GraphView> graph_view_from(std::string_view name);

struct GraphFilter {
  GraphView view = GraphView::full;
  std::string since, until;            ///< ISO 8601; with a bound, what is undated goes
  std::vector<EntityType> types;       ///< edges with an end of one of these types; none: any
  std::vector<std::string> relations;  ///< edges of one of these relations; none: any
  std::uint32_t min_documents = 0;
  double min_confidence = 0;
  std::uint32_t centre = kNone;  ///< node of the unfiltered graph: only what is within `hops` edges of it
  std::uint32_t hops = 1;
};

/// The edges that pass, the nodes at their ends and those that they name (places, sources and, but for the
/// view of entities, events), and the documents of all these. Ids and order stay; contradictions stay where
/// both sides do. Without any condition the whole graph stays.
KnowledgeGraph filter_graph(const KnowledgeGraph&, const GraphFilter&);

/// The marked nodes and edges (by index), and what these need as in filter_graph().
KnowledgeGraph subgraph(const KnowledgeGraph&, std::vector<bool> nodes, std::vector<bool> edges);

}  // namespace maillon
