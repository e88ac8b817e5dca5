// Graphs of any size that look like the graph of a year of news: hubs, parallel edges, events, several
// reports of one statement, contradictions, sources, times, places, quantities, and hostile names now and
// then.
//
// The same size and seed give the same articles on every machine, and the graph that is built from them has
// exactly the nodes and edges asked for: what a consumer or a query counts can be compared.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "graph/knowledge_graph.hpp"
#include "relations/statement.hpp"

namespace maillon::testing {

struct GeneratedSize {
  std::uint32_t nodes = 0;  ///< of the graph, events included; at least 20
  std::uint32_t edges = 0;  ///< of the graph, those of events included; at most 20 times the pairs of nodes
  double repeats = 0.2;     ///< second reports of a statement, as a share of the edges
  std::uint64_t seed = 1;
};

/// Plans the whole graph in 16 bytes an edge and makes its articles one at a time, in any order. Immutable:
/// article() may be called from many threads at once.
class GraphGenerator {
 public:
  static Result<GraphGenerator> plan(const GeneratedSize&);

  std::uint32_t articles() const { return articles_; }
  /// Over all articles.
  std::uint64_t statements() const { return edges_.size() + repeats_; }
  /// `i` < articles(). Ids and hashes are filled in.
  Extraction article(std::uint32_t i) const;

 private:
  enum class Twin : std::uint8_t { none, denial, other_number };  ///< of the edge before
  struct Edge {
    std::uint32_t subject = 0, object = 0;  ///< named entities; a phrase from named_ on
    std::uint32_t event = kNone;
    std::uint8_t relation = 0;
    Modality modality = Modality::asserted;
    Twin twin = Twin::none;
    bool has_quantity = false;
  };
  struct Entity {
    std::string id, label;
    EntityType type = EntityType::Concept;
  };
  class Planner;
  class ArticleWriter;

  std::uint64_t random(std::uint64_t stream, std::uint64_t n) const;
  std::uint32_t first_of(std::uint32_t article, std::uint64_t count) const;
  std::int32_t published(std::uint32_t article) const;

  GeneratedSize size_;
  std::uint32_t named_ = 0, phrases_ = 0, events_ = 0, articles_ = 0;
  std::uint64_t repeats_ = 0;
  std::vector<Entity> entities_;  ///< named ones, then phrases
  std::vector<Edge> edges_;       ///< statements, each once
};

/// All articles. Fails the program where the size cannot be had.
std::vector<Extraction> generated_articles(const GeneratedSize&);
KnowledgeGraph generated_graph(const GeneratedSize&);

}  // namespace maillon::testing
