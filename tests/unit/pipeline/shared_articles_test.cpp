// What the five articles of ../shared/corpus/seeds must become: five outlets on one affair, each participant
// once.
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/utf8.hpp"
#include "graph/graph_builder.hpp"
#include "pipeline/analyzer.hpp"
#include "pipeline/article_run.hpp"
#include "query/chains.hpp"

using namespace maillon;

namespace {

constexpr const char* kSeeds = MAILLON_SOURCE_DIR "/../shared/corpus/seeds";

KnowledgeGraph graph_of(const char* folder) {
  const auto analyzer = Analyzer::load(Schemas::embedded());
  const auto maker = ArticleMaker::load(Schemas::embedded());
  const auto builder = GraphBuilder::load(Schemas::embedded());
  REQUIRE(analyzer);
  REQUIRE(maker);
  REQUIRE(builder);
  DocumentReader reader({folder});
  std::vector<Extraction> extractions;
  run_articles<Extraction>(
      reader, *maker, [&](Article a) { return analyzer->extract(std::move(a)); },
      [&](ArticleOutcome<Extraction> o) {
        REQUIRE(o.result);
        extractions.push_back(std::move(*o.result));
        return true;
      },
      RunOptions{1});
  return builder->build(extractions);
}

/// Entities that bear the name as label or alias, whatever the spelling.
std::vector<std::uint32_t> bearers(const KnowledgeGraph& graph, std::string_view name, EntityType type) {
  const std::string key = utf8::fold(name);
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < graph.nodes().size(); ++i) {
    const Node& n = graph.nodes()[i];
    if (n.is_event || n.type != type) continue;
    bool same = utf8::fold(n.label) == key;
    for (const std::string_view a : n.aliases) same = same || utf8::fold(a) == key;
    if (same) out.push_back(i);
  }
  return out;
}

}  // namespace

TEST_CASE("the shared articles give one node for each participant, and chains with evidence between them") {
  if (!std::filesystem::is_directory(kSeeds)) {
    WARN("skipped: ../shared/corpus/seeds is not there");
    return;
  }
  const KnowledgeGraph graph = graph_of(kSeeds);
  REQUIRE(graph.documents().size() == 5);
  struct Expected {
    const char* name;
    EntityType type;
    std::size_t documents;
  };
  for (const Expected& e : {Expected{"Kim Jong-un", EntityType::Person, 5},
                            {"Alexander Kozlov", EntityType::Person, 3},
                            {"Corée du Nord", EntityType::State, 5},
                            {"Russie", EntityType::State, 5},
                            {"KCNA", EntityType::Organization, 4}}) {
    INFO(e.name);
    const std::vector<std::uint32_t> nodes = bearers(graph, e.name, e.type);
    REQUIRE(nodes.size() == 1);
    CHECK(graph.nodes()[nodes[0]].documents.size() == e.documents);
  }
  const auto chains = shortest_chains(graph, bearers(graph, "Kim Jong-un", EntityType::Person)[0],
                                      bearers(graph, "Ukraine", EntityType::State)[0], 1);
  REQUIRE(chains.size() == 1);
  for (const ChainStep& step : chains[0].steps) CHECK_FALSE(graph.edges()[step.edge].supports.empty());
}
