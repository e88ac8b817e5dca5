// A graph as a file gives it, part after part in any order, with references by name: made whole at the end.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon {

/// By what other parts of the file refer to a part, and where it stands.
struct DraftPlace {
  std::string_view key;    ///< its id where this is empty
  std::uint32_t line = 0;  ///< 1-based
};

/// Items have the members that refer to nothing; the references stand beside them. All views and lists of
/// texts come from GraphDraft::text() and texts().
struct DraftDocument : DraftPlace {
  SourceDocument item;
};
/// Refers to documents by their ids, whatever their keys are.
struct DraftMerge {
  MergeReason item;
  std::vector<std::string_view> documents;
};
struct DraftNode : DraftPlace {
  Node item;
  std::string_view place;
  std::vector<std::string_view> documents;
  std::vector<DraftMerge> merges;
};
struct DraftEdge : DraftPlace {
  Edge item;
  std::string_view source, target, place, event;
  std::vector<std::string_view> sources, documents, contradicts, supports;
};
/// Refers to documents and nodes by their ids, whatever their keys are.
struct DraftSupport : DraftPlace {
  Support item;
  std::string_view document, place;
  std::vector<std::string_view> attribution;
};

class GraphDraft {
 public:
  std::string_view text(std::string_view text);
  List<std::string_view> texts(const std::vector<std::string_view>& texts);

  void add(DraftDocument d) { documents_.push_back(std::move(d)); }
  void add(DraftNode n) { nodes_.push_back(std::move(n)); }
  void add(DraftEdge e) { edges_.push_back(std::move(e)); }
  /// Must have a key that is not there yet.
  void add(DraftSupport s);
  bool has_support(std::string_view key) const { return support_at_.contains(key); }
  bool is_empty() const { return documents_.empty() && nodes_.empty() && edges_.empty(); }

  /// The graph in its order, with the supports in that of the edges. A Diagnostic with its line (and no file)
  /// where a reference has nothing to refer to and where one id comes twice. Documents that are only referred
  /// to are made where the file describes none at all.
  Result<KnowledgeGraph> finish() &&;

 private:
  using Index = std::unordered_map<std::string_view, std::uint32_t>;  // looked up only

  void name_documents();
  Status finish_documents();
  Status finish_nodes();
  Status finish_edges();
  Status finish_supports();
  Status finish_support(const DraftSupport& s, Support& out);
  Status document_with_id(const DraftPlace& who, std::string_view id, std::uint32_t& out) const;
  Status node_with_id(const DraftPlace& who, std::string_view id, std::uint32_t& out) const;

  KnowledgeGraph graph_;
  std::vector<DraftDocument> documents_;
  std::vector<DraftNode> nodes_;
  std::vector<DraftEdge> edges_;
  std::vector<DraftSupport> supports_;
  Index document_at_, node_at_, edge_at_, support_at_;  ///< by key
};

}  // namespace maillon
