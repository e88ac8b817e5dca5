#include "query/questions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/chains.hpp"
#include "query/entity_card.hpp"
#include "query/lookup.hpp"
#include "query/rankings.hpp"
#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::ArticleBuilder;
using maillon::testing::graph_builder;
using maillon::testing::sample_articles;

namespace {

std::uint32_t node(const KnowledgeGraph& graph, std::string_view name) {
  return *NameIndex(graph).require(name);
}

const std::string& text(const Table& table, std::size_t row, std::string_view column) {
  const auto at = std::find(table.columns.begin(), table.columns.end(), column);
  return std::get<std::string>(table.rows.at(row).at(static_cast<std::size_t>(at - table.columns.begin())));
}

void check_shape(const Table& table) {
  for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
}

std::int64_t value(const Table& table, std::string_view metric) {
  for (const auto& row : table.rows)
    if (std::get<std::string>(row[0]) == metric) return std::get<std::int64_t>(row[1]);
  return -1;
}

/// A line of states with a longer way round: Suède - Malte - Pérou, Suède - Tunisie - Bolivie - Pérou.
KnowledgeGraph ring() {
  ArticleBuilder a("a", "2023-01-01");
  for (const char* state : {"Suède", "Malte", "Pérou", "Tunisie", "Bolivie", "Estonie"})
    a.entity(EntityType::State, state);
  a.say("Suède", "SUPPORTS", "soutenir", "Malte");
  a.say("Pérou", "ACCUSES", "accuser", "Malte");
  a.say("Suède", "SUPPORTS", "soutenir", "Tunisie");
  a.say("Tunisie", "SUPPORTS", "soutenir", "Bolivie");
  a.say("Bolivie", "SUPPORTS", "soutenir", "Pérou");
  return graph_builder().build({a.build()});
}

}  // namespace

TEST_CASE("a card tells names, deeds, events, claims and merges") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const std::vector<Section> card = show(graph, node(graph, "Anna Berg"));
  std::vector<std::string> titles;
  for (const Section& s : card) {
    titles.push_back(s.title);
    check_shape(s.table);
  }
  CHECK(titles == std::vector<std::string>{"entity", "did", "events", "merges"});
  CHECK(text(card[1].table, 0, "relation") == "MEETS");
  CHECK(text(card[1].table, 0, "object") == "Alexandre Tchernov");
  const std::vector<Section> agency = show(graph, node(graph, "LETA"));
  REQUIRE(agency.size() >= 2);
  CHECK(agency[1].title == "vouches for");
  CHECK(agency[1].table.rows.size() == 2);
}

TEST_CASE("neighbours are grouped with the relations that lead there, hop by hop") {
  const KnowledgeGraph graph = ring();
  const Table one = neighbors(graph, node(graph, "Suède"));
  check_shape(one);
  REQUIRE(one.rows.size() == 2);
  CHECK(text(one, 0, "neighbor") == "Malte");
  const Table two = neighbors(graph, node(graph, "Suède"), 2);
  REQUIRE(two.rows.size() == 4);
  CHECK(std::get<std::int64_t>(two.rows[2][0]) == 2);
  CHECK(text(two, 3, "neighbor") == "Pérou");
  CHECK(std::get<std::vector<std::string>>(two.rows[3][3]) == std::vector<std::string>{"← ACCUSES"});
}

TEST_CASE("chains go either way, cheapest first, with evidence") {
  const KnowledgeGraph graph = ring();
  const std::uint32_t from = node(graph, "Suède"), to = node(graph, "Pérou");
  const std::vector<Chain> chains = shortest_chains(graph, from, to, 5);
  REQUIRE(chains.size() == 2);
  CHECK(chains[0].steps.size() == 2);
  CHECK(chains[0].steps[1].reversed);
  CHECK(chains[1].steps.size() == 3);
  CHECK(chains[0].cost < chains[1].cost);
  const Table table = chain_table(graph, chains);
  check_shape(table);
  REQUIRE(table.rows.size() == 5);
  CHECK(text(table, 1, "sentence") == "Pérou accuser Malte.");
  CHECK(shortest_chains(graph, from, to, 1).size() == 1);
  CHECK(shortest_chains(graph, from, node(graph, "Estonie"), 3).empty());
  CHECK(shortest_chains(graph, from, from, 3).empty());
}

TEST_CASE("counts agree with the graph") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const Table table = stats(graph);
  CHECK(value(table, "articles") == 4);
  CHECK(value(table, "nodes") == static_cast<std::int64_t>(graph.nodes().size()));
  CHECK(value(table, "edges") == static_cast<std::int64_t>(graph.edges().size()));
  CHECK(value(table, "nodes reported event") == 2);
  CHECK(value(table, "contradictions") == 1);
  CHECK(value(stats(ring()), "components") == 2);
}

TEST_CASE("rankings: degree counts, pagerank falls, betweenness finds the middle") {
  const KnowledgeGraph graph = ring();
  const Table degree = top(graph, Rank::degree, 3);
  CHECK(degree.rows.size() == 3);
  CHECK(std::get<std::int64_t>(degree.rows[0][3]) == 2);
  const Table pagerank = top(graph, Rank::pagerank, 100);
  CHECK(pagerank.rows.size() == graph.nodes().size());
  for (std::size_t i = 1; i < pagerank.rows.size(); ++i)
    CHECK(std::get<double>(pagerank.rows[i - 1][3]) >= std::get<double>(pagerank.rows[i][3]));

  ArticleBuilder a("a", "2023-01-01");
  for (const char* state : {"Suède", "Malte", "Pérou"}) a.entity(EntityType::State, state);
  a.say("Suède", "SUPPORTS", "soutenir", "Malte");
  a.say("Malte", "SUPPORTS", "soutenir", "Pérou");
  const Table middle = top(graph_builder().build({a.build()}), Rank::betweenness, 1, EntityType::State);
  CHECK(text(middle, 0, "entity") == "Malte");
  CHECK(std::get<double>(middle.rows[0][3]) == 1.0);
  CHECK(rank_from("betweenness") == Rank::betweenness);
  CHECK_FALSE(rank_from("fame"));
  const Table parts = components(graph, 10);
  REQUIRE(parts.rows.size() == 2);
  CHECK(std::get<std::int64_t>(parts.rows[0][1]) == 5);
}

TEST_CASE("the timeline is in the order of time and keeps to its bounds") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const Table all = timeline(graph, {});
  check_shape(all);
  REQUIRE(all.rows.size() == 2);
  CHECK(text(all, 0, "time") == "2023-03-09");
  CHECK(timeline(graph, {kNone, "2023-04", ""}).rows.size() == 1);
  CHECK(timeline(graph, {kNone, "", "2023-03-08"}).rows.empty());
  CHECK(timeline(graph, {node(graph, "Riga"), "", ""}).rows.size() >= 1);
  CHECK(timeline(graph, {node(graph, "Suède"), "", ""}).rows.empty());
}

TEST_CASE("claims tell who says what, and what is against it") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const Table by = claims(graph, {kNone, node(graph, "LETA")});
  check_shape(by);
  CHECK(by.rows.size() == 2);
  const Table about = claims(graph, {node(graph, "Lettonie"), kNone});
  const auto denied = std::find_if(about.rows.begin(), about.rows.end(),
                                   [](const auto& row) { return std::get<std::string>(row[1]) == "denies"; });
  REQUIRE(denied != about.rows.end());
  CHECK(std::get<std::vector<std::string>>((*denied)[7]) ==
        std::vector<std::string>{"Suède accuser Lettonie"});
}

TEST_CASE("search finds names and sentences by the beginnings of their words") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const Table found = search(graph, "SUEDE acc", 10);
  check_shape(found);
  REQUIRE(found.rows.size() == 1);
  CHECK(text(found, 0, "document") == "c1");
  CHECK(text(search(graph, "tchern", 10), 0, "label") == "Alexandre Tchernov");
  CHECK(search(graph, "uède", 10).rows.empty());
  CHECK(search(graph, "", 10).rows.empty());
  CHECK(search(graph, "berg", 1).rows.size() == 1);
}
