// The merged graph over all documents: entities and events as nodes, statements as edges that know who says
// so.
//
// Everything is sorted by content (documents and nodes by id, edges by their ends and id), so that the same
// articles give the same bytes in whatever order and on however many threads they were read. Views and lists
// point into the graph's own pools and live as long as the graph, also after a move.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "graph/list_pool.hpp"
#include "graph/string_pool.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// An article that the graph was read from.
struct SourceDocument {
  std::string_view id, title, date, source, url, content_hash;
  std::uint32_t sentences = 0, words = 0;
};

/// An entity, or (where `is_event`) what verbs and nouns told of: a meeting, an accusation.
struct Node {
  std::string_view id;  ///< content-derived and unique: "person:anna-berg"
  EntityType type = EntityType::Concept;
  bool is_event = false;
  bool named = false;
  std::string_view label;            ///< most frequent name, then longest, then bytewise smallest
  List<std::string_view> aliases;    ///< sorted, label excluded
  List<std::uint32_t> documents;     ///< sorted
  std::string_view iso3166, iri;     ///< of a State; of a gazetteer; else empty
  std::string_view event_type;       ///< PLOVER type; events only
  std::string_view relation, lemma;  ///< what happened; events only
  std::string_view time;             ///< ISO 8601, the most precise one stated; events only
  std::uint32_t place = kNone;       ///< node; events only
};

enum class EdgeKind : std::uint8_t {
  statement,    ///< subject -> object
  participant,  ///< event -> who or what took part
  place,        ///< event -> where
};
std::string_view to_string(EdgeKind);

/// One sentence of one document behind an edge.
struct Support {
  std::string_view statement;  ///< statement id
  std::uint32_t document = 0;  ///< index into documents
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0, end = 0;  ///< code points of the article, as Evidence has them
  bool in_title = false;
  std::string_view text;                        ///< the sentence
  std::string_view subject, predicate, object;  ///< as the sentence has them
  std::string_view lemma, preposition;
  std::string_view time, time_text;  ///< ISO 8601; as the sentence has it
  std::uint32_t place = kNone;       ///< node
  List<std::uint32_t> attribution;   ///< nodes, innermost source first
  std::string_view rule;
  List<std::string_view> trace;
  double confidence = 0;
};

/// Statements of any number of documents that say the same.
struct Edge {
  std::string_view id;                   ///< content-derived and unique: "e" + 16 hex digits
  std::uint32_t source = 0, target = 0;  ///< nodes
  EdgeKind kind = EdgeKind::statement;
  std::string_view relation, lemma, preposition;
  std::string_view first_time, last_time;  ///< ISO 8601 values, earliest and latest stated; may be empty
  std::uint32_t place = kNone;             ///< node most often given; all of them are in the supports
  Polarity polarity = Polarity::affirmative;
  Modality modality = Modality::asserted;
  std::optional<QuantityQualifier> quantity;
  std::uint32_t event = kNone;      ///< node of the event that it belongs to
  List<std::uint32_t> sources;      ///< nodes that vouch for it; sorted, distinct
  List<std::uint32_t> documents;    ///< sorted, distinct
  List<std::uint32_t> supports;     ///< by document and place in it
  List<std::uint32_t> contradicts;  ///< edges that cannot be true beside it; sorted
  double confidence = 0;            ///< that of the best support

  /// Number of documents, at least 1.
  std::uint32_t weight() const {
    return documents.empty() ? 1 : static_cast<std::uint32_t>(documents.size());
  }
};

/// How the articles that use a name came to a node.
struct MergeReason {
  std::uint32_t node = 0;
  List<std::uint32_t> documents;  ///< that use the name; sorted
  std::string_view name;
  std::string_view other_name;  ///< the name that it joined; itself where the articles agree
  std::string_view rule;    ///< of schemas/fr/graph/resolution.json, or "coreference": within the articles
  std::string_view detail;  ///< the key in common, and what else is
};

class KnowledgeGraph {
 public:
  /// Vertex i is nodes[i], and the edge_index of an edge is its index in edges.
  using Structure =
      boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                         boost::no_property, std::uint32_t, std::uint32_t>;

  KnowledgeGraph() = default;
  KnowledgeGraph(KnowledgeGraph&&) = default;
  KnowledgeGraph& operator=(KnowledgeGraph&&) = default;

  const std::vector<SourceDocument>& documents() const { return documents_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<Edge>& edges() const { return edges_; }
  const std::vector<Support>& supports() const { return supports_; }
  const std::vector<MergeReason>& merges() const { return merges_; }  ///< sorted by node
  const Structure& structure() const { return structure_; }

  /// Node of that id, or kNone. O(log n).
  std::uint32_t find(std::string_view id) const;

 private:
  friend class GraphAssembler;
  friend class GraphCopier;
  friend class GraphParts;

  StringPool pool_;
  ListPool<std::uint32_t> indices_;
  ListPool<std::string_view> texts_;
  std::vector<SourceDocument> documents_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<Support> supports_;
  std::vector<MergeReason> merges_;
  Structure structure_;
};

}  // namespace maillon
