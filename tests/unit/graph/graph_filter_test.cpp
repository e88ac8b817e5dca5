#include "graph/graph_filter.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "export/formats.hpp"
#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::graph_builder;
using maillon::testing::sample_articles;

namespace {

std::string graphml(const KnowledgeGraph& graph) {
  StringSink sink;
  find_format("graphml")->files[0].write(graph, {}, sink);
  return sink.text();
}

KnowledgeGraph filtered(GraphFilter filter) {
  KnowledgeGraph whole = graph_builder().build(sample_articles());
  if (filter.centre != kNone) filter.centre = whole.find("state:suede");
  return filter_graph(whole, filter);  // the strings must not be those of `whole`
}

}  // namespace

TEST_CASE("without a condition a view is the graph itself") {
  CHECK(graphml(filtered({})) == graphml(graph_builder().build(sample_articles())));
}

TEST_CASE("views keep their kinds of edges and the nodes at their ends") {
  GraphFilter f;
  f.view = *graph_view_from("entities");
  const KnowledgeGraph entities = filtered(f);
  for (const Edge& e : entities.edges()) {
    CHECK(e.kind == EdgeKind::statement);
    CHECK(e.event == kNone);
  }
  for (const Node& n : entities.nodes()) CHECK_FALSE(n.is_event);
  f.view = *graph_view_from("events");
  const KnowledgeGraph events = filtered(f);
  CHECK_FALSE(events.edges().empty());
  for (const Edge& e : events.edges()) CHECK(events.nodes()[e.source].is_event);
  f.view = *graph_view_from("claims");
  const KnowledgeGraph claims = filtered(f);
  CHECK(claims.edges().size() == 2);
  for (const Edge& e : claims.edges())
    for (const std::uint32_t s : e.sources) CHECK_FALSE(claims.nodes()[s].label.empty());
  CHECK_FALSE(graph_view_from("everything"));
}

TEST_CASE("conditions on time, type, relation, documents and neighbourhood") {
  GraphFilter f;
  f.since = "2023-05";
  CHECK(filtered(f).edges().size() == 3);  // the second meeting and its two participants
  f = {};
  f.relations = {"SENDS"};
  CHECK(filtered(f).edges().size() == 1);
  f = {};
  f.relations = {"SENDS", "ARMS"};
  CHECK(filtered(f).edges().size() == 2);
  f.relations = {"ARMS"};
  const KnowledgeGraph arms = filtered(f);
  REQUIRE(arms.supports().size() == 1);
  CHECK(arms.documents()[arms.supports()[0].document].id == "b1");
  f = {};
  f.min_documents = 2;
  const KnowledgeGraph common = filtered(f);
  CHECK(std::all_of(common.edges().begin(), common.edges().end(),
                    [](const Edge& e) { return e.weight() >= 2; }));
  CHECK_FALSE(common.edges().empty());
  f = {};
  f.types = {EntityType::Group};
  CHECK(filtered(f).edges().size() == 2);
  f = {};
  f.min_confidence = 0.95;
  CHECK(filtered(f).edges().empty());
  f = {};
  f.centre = 0;  // Suède, see filtered()
  const KnowledgeGraph around = filtered(f);
  CHECK(around.find("person:anna-berg") != kNone);
  CHECK(around.find("group:soldats~b1") == kNone);
  for (const Node& n : around.nodes())
    for (const std::uint32_t d : n.documents) CHECK(d < around.documents().size());
  const auto& g = around.structure();
  for (auto [at, end] = edges(g); at != end; ++at)
    CHECK(around.edges()[get(boost::edge_index, g, *at)].target == target(*at, g));
}
