// The last step of building: merged entities, events and statements -> nodes and edges in their final order.
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/entity_resolver.hpp"
#include "graph/event_merger.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/statement_merger.hpp"

namespace maillon {

/// Used once. What it is given must outlive it; the graph that it makes needs none of it.
class GraphAssembler {
 public:
  GraphAssembler(const std::vector<const Extraction*>& documents, const Resolution& entities,
                 const EventMerge& events, const StatementMerger& statements, double min_confidence)
      : documents_(documents),
        entities_(entities),
        events_(events),
        statements_(statements),
        min_confidence_(min_confidence) {}

  KnowledgeGraph assemble() &&;

 private:
  struct EntityRef {
    std::uint32_t document = 0;  ///< index into the extractions given
    std::uint32_t entity = 0;    ///< index into Extraction::entities
  };
  struct Draft {
    std::string id;  ///< final and unique
    Node node;
    std::vector<std::uint32_t> documents;
    std::uint32_t entity_cluster = kNone, event_cluster = kNone;
  };

  // graph_nodes.cpp
  void add_documents();
  void add_nodes();
  void mark_used();
  void gather_members();
  std::span<const EntityRef> members(std::uint32_t cluster) const {
    return std::span(members_).subspan(member_offsets_[cluster],
                                       member_offsets_[cluster + 1] - member_offsets_[cluster]);
  }
  Draft entity_draft(std::uint32_t cluster);
  Draft event_draft(std::uint32_t cluster);
  List<std::string_view> other_names(const std::set<std::string_view>& names, std::string_view label);
  static void make_ids_unique(std::vector<Draft>& drafts);
  void resolve_event_places();
  void add_merges();

  // graph_edges.cpp
  void add_statement_edges();
  std::string_view edge_id(const Edge& e, std::string_view lemma, std::string_view preposition);
  Edge merged_edge(const StatementGroup& group);
  std::uint32_t add_support(StatementRef ref);
  void add_event_edges();
  void link_contradictions();
  void finish_edges();

  bool counts(const Statement& s) const {
    return s.subject.entity != kNone && s.object.entity != kNone && s.confidence >= min_confidence_;
  }
  std::uint32_t node_of(std::uint32_t document, const Participant& p) const {
    return p.entity == kNone ? kNone : entity_node_[entities_.cluster_of(document, p.entity)];
  }
  const Statement& statement(StatementRef r) const { return documents_[r.document]->statements[r.statement]; }

  const std::vector<const Extraction*>& documents_;
  const Resolution& entities_;
  const EventMerge& events_;
  const StatementMerger& statements_;
  double min_confidence_;
  std::vector<std::uint32_t> member_offsets_;            ///< of each entity cluster in members_, and one more
  std::vector<EntityRef> members_;                       ///< of all entity clusters, in document order
  std::vector<bool> used_;                               ///< entity clusters that become nodes
  std::vector<std::uint32_t> entity_node_, event_node_;  ///< cluster -> node, or kNone
  /// What a statement is about, whatever it says of it: ends, relation, and an open relation's wording.
  using Topic =
      std::tuple<std::uint32_t, std::uint32_t, std::string_view, std::string_view, std::string_view>;
  std::unordered_map<std::string_view, Topic> topic_of_;  ///< by edge id; looked up only
  KnowledgeGraph graph_;
};

}  // namespace maillon
