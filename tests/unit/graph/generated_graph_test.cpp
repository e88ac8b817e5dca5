// The generated graphs that benches and consumers rely on: exactly the size asked for, and everything in
// them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/extractions.hpp"
#include "support/graph_generator.hpp"

using namespace maillon;
using namespace maillon::testing;

TEST_CASE("a generated graph has exactly the nodes and edges asked for") {
  const auto [nodes, edges] =
      GENERATE(std::pair(20u, 0u), std::pair(20u, 7u), std::pair(24u, 100u), std::pair(100u, 2400u),
               std::pair(1500u, 4500u), std::pair(1000u, 300u));
  GeneratedSize size;
  size.nodes = nodes;
  size.edges = edges;
  size.seed = GENERATE(1u, 2u);
  const KnowledgeGraph graph = generated_graph(size);
  CAPTURE(nodes, edges, size.seed);
  CHECK(graph.nodes().size() == nodes);
  CHECK(graph.edges().size() == edges);
  CHECK(std::all_of(graph.merges().begin(), graph.merges().end(), [](const MergeReason& merge) {
    return merge.rule == "same-name" || merge.rule == "same-identifier" || merge.rule == "coreference";
  }));
}

TEST_CASE("a generated graph holds what graphs of news hold") {
  const KnowledgeGraph graph = generated_graph({3000, 9000});
  std::set<EntityType> types;
  std::set<std::string_view> relations;
  std::set<Modality> modalities;
  std::size_t events = 0, phrases = 0, longest = 0, longest_id = 0;
  for (const Node& node : graph.nodes()) {
    types.insert(node.type);
    if (node.is_event) ++events;
    if (!node.named && !node.is_event) ++phrases;
    longest = std::max(longest, node.label.size());
    longest_id = std::max(longest_id, node.id.size());
  }
  std::size_t quantities = 0, contradictions = 0, repeated = 0, sourced = 0, dated = 0, placed = 0, told = 0;
  std::size_t parallel = 0;
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    const Edge& e = graph.edges()[i];
    relations.insert(e.relation);
    modalities.insert(e.modality);
    quantities += e.quantity.has_value();
    contradictions += !e.contradicts.empty();
    repeated += e.weight() > 1;
    sourced += !e.sources.empty();
    dated += !e.first_time.empty();
    placed += e.place != kNone;
    told += e.event != kNone && e.kind == EdgeKind::statement;
    if (i > 0) parallel += e.source == graph.edges()[i - 1].source && e.target == graph.edges()[i - 1].target;
  }
  CHECK(types.size() == kEntityTypeCount);
  CHECK(relations.size() > 20);
  CHECK(modalities.size() == 8);
  CHECK(events == 3000 / 16);
  CHECK(phrases == 3000 / 10);
  CHECK(longest == 100000);
  CHECK(longest_id < 500);  // Neo4j indexes no more than 8 kB
  CHECK(told == events);
  for (const std::size_t count : {quantities, repeated, sourced, dated, placed}) CHECK(count > 500);
  CHECK(contradictions > 20);
  CHECK(parallel > 50);
}

TEST_CASE("generated articles are the same each time and in any order") {
  const auto plan = GraphGenerator::plan({100, 300});
  REQUIRE(plan);
  std::uint64_t statements = 0;
  for (std::uint32_t i = plan->articles(); i-- > 0;) {
    const Extraction once = plan->article(i), again = GraphGenerator::plan({100, 300})->article(i);
    CHECK(once.content_hash == again.content_hash);
    statements += once.statements.size();
  }
  CHECK(statements == plan->statements());
}

TEST_CASE("a size that cannot be had is refused") {
  CHECK_FALSE(GraphGenerator::plan({19, 10}));
  CHECK_FALSE(GraphGenerator::plan({20, 100000}));
}
