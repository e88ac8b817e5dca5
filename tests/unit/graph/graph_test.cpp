#include <algorithm>
#include <boost/graph/graph_traits.hpp>
#include <catch2/catch.hpp>

#include "export/formats.hpp"
#include "graph/statement_merger.hpp"
#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::ArticleBuilder;
using maillon::testing::graph_builder;
using maillon::testing::sample_articles;

namespace {

std::string graphml(const KnowledgeGraph& graph) {
  StringSink sink;
  find_format("graphml")->files[0].write(graph, {}, sink);
  return sink.text();
}

std::vector<const Node*> labelled(const KnowledgeGraph& graph, std::string_view label) {
  std::vector<const Node*> out;
  for (const Node& n : graph.nodes())
    if (n.label == label) out.push_back(&n);
  return out;
}

const Edge* edge_between(const KnowledgeGraph& graph, std::string_view source, std::string_view relation,
                         std::string_view target) {
  for (const Edge& e : graph.edges())
    if (graph.nodes()[e.source].id == source && e.relation == relation &&
        graph.nodes()[e.target].id == target)
      return &e;
  return nullptr;
}

}  // namespace

TEST_CASE("the same articles in any order give the same bytes") {
  std::vector<Extraction> articles = sample_articles();
  const std::string once = graphml(graph_builder().build(articles));
  std::sort(articles.begin(), articles.end(),
            [](const Extraction& a, const Extraction& b) { return a.document > b.document; });
  CHECK(graphml(graph_builder().build(articles)) == once);
  std::swap(articles[0], articles[1]);
  articles.push_back(articles[2]);  // twice the same article
  CHECK(graphml(graph_builder().build(articles)) == once);
}

TEST_CASE("names of one person, state and agency are one node over all articles") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  REQUIRE(labelled(graph, "Alexandre Tchernov").size() == 1);
  CHECK(labelled(graph, "Alexander Chernov").empty());
  CHECK(labelled(graph, "Alexandre Tchernov")[0]->aliases ==
        std::vector<std::string_view>{"Alexander Chernov"});
  CHECK(labelled(graph, "Anna Berg").size() == 1);
  CHECK(labelled(graph, "Lettonie")[0]->documents.size() == 4);
  const auto agency = labelled(graph, "agence lettone LETA");
  REQUIRE(agency.size() == 1);
  CHECK(agency[0]->documents.size() == 2);
  const bool explained = std::any_of(graph.merges().begin(), graph.merges().end(), [&](const MergeReason& m) {
    return m.rule == "transliteration" && graph.nodes()[m.node].label == "Alexandre Tchernov";
  });
  CHECK(explained);
}

TEST_CASE("a common noun is one node over articles only in one context") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  // Sweden's six hundred of two articles are one group; the soldiers of the third article are others.
  const auto soldiers = labelled(graph, "soldats");
  REQUIRE(soldiers.size() == 2);
  CHECK(soldiers[0]->id == "group:soldats~a1");
  CHECK(soldiers[0]->documents.size() == 2);
  CHECK(soldiers[1]->id == "group:soldats~b1");
}

TEST_CASE("edges gather documents and all who vouch") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const Edge* sent = edge_between(graph, "state:suede", "SENDS", "group:soldats~a1");
  REQUIRE(sent != nullptr);
  CHECK(sent->weight() == 2);
  CHECK(sent->supports.size() == 2);
  CHECK(sent->sources.size() == 2);
  CHECK(sent->quantity->value == 600);
  CHECK(sent->modality == Modality::alleged);
}

TEST_CASE("reports of one meeting are one event, another day's meeting is another") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  std::vector<const Node*> meetings;
  for (const Node& n : graph.nodes())
    if (n.is_event) meetings.push_back(&n);
  REQUIRE(meetings.size() == 2);
  CHECK(meetings[0]->time == "2023-03-09");
  CHECK(meetings[0]->documents.size() == 2);
  CHECK(graph.nodes()[meetings[0]->place].label == "Riga");
  CHECK(meetings[1]->time == "2023-05-30");
  const auto met = std::count_if(graph.edges().begin(), graph.edges().end(),
                                 [](const Edge& e) { return e.relation == "MEETS"; });
  CHECK(met == 2);
}

namespace {

std::size_t events_of(const std::vector<Extraction>& articles) {
  const KnowledgeGraph graph = graph_builder().build(articles);
  return static_cast<std::size_t>(
      std::count_if(graph.nodes().begin(), graph.nodes().end(), [](const Node& n) { return n.is_event; }));
}

/// Norway accuses Sweden; `told` is a day that the article speaks of beside that.
Extraction accusation(const std::string& id, const std::string& date, const std::string& told) {
  ArticleBuilder a(id, date);
  a.entity(EntityType::State, "Norvège").entity(EntityType::State, "Suède");
  const std::uint32_t event = a.event("accuser", "ACCUSES", "ACCUSE", {"Norvège", "Suède"});
  a.say("Norvège", "ACCUSES", "accuser", "Suède").event = event;
  if (!told.empty())
    a.say("Suède", "MEETS", "rencontrer", "Norvège").qualifiers.time = TimeQualifier{told, told};
  return a.build();
}

/// Norway supports something, on no stated day.
Extraction support(const std::string& id, const std::string& date, const std::string& what) {
  ArticleBuilder a(id, date);
  a.entity(EntityType::State, "Norvège").phrase(EntityType::Concept, what);
  const std::uint32_t event = a.event("soutenir", "SUPPORTS", "SUPPORT", {"Norvège", what});
  a.say("Norvège", "SUPPORTS", "soutenir", what).event = event;
  return a.build();
}

}  // namespace

TEST_CASE("undated reports are one event where their articles are near, by date or by what they tell of") {
  CHECK(events_of({accusation("a", "2023-03-09", ""), accusation("b", "2023-03-12", "")}) == 1);
  CHECK(events_of({accusation("a", "2023-03-09", ""), accusation("b", "2023-05-12", "")}) == 2);
  CHECK(events_of({accusation("a", "", "2023-03-08"), accusation("b", "2023-03-12", "")}) == 1);
  CHECK(events_of({accusation("a", "", "2023-03-08"), accusation("b", "", "2023-03-09")}) == 1);
  CHECK(events_of({accusation("a", "", "2023-03-08"), accusation("b", "", "2023-05-09")}) == 2);
  CHECK(events_of({accusation("a", "", ""), accusation("b", "", "")}) == 2);
}

TEST_CASE(
    "reports of which nothing tells when they are from are one event where all participants are the same") {
  const auto sent = [](const std::string& id, const std::string& what, const std::vector<std::string>& to) {
    ArticleBuilder a(id, "");
    std::vector<std::string> who{"Norvège"};
    who.insert(who.end(), to.begin(), to.end());
    for (const std::string& state : who) a.entity(EntityType::State, state);
    if (!what.empty()) a.phrase(EntityType::Concept, what);
    std::vector<std::string> all = who;
    if (!what.empty()) all.push_back(what);
    const std::uint32_t event = a.event("envoyer", "SENDS", "MOBILIZE", all);
    a.say("Norvège", "SENDS_TO", "envoyer", to[0]).event = event;
    return a.build();
  };
  CHECK(events_of({sent("a", "", {"Suède", "Malte"}), sent("b", "", {"Suède", "Malte"})}) == 1);
  CHECK(events_of({sent("a", "", {"Suède", "Malte"}), sent("b", "", {"Suède", "Pérou"})}) == 2);
  CHECK(events_of({sent("a", "chars", {"Suède"}), sent("b", "chars", {"Suède"})}) == 1);
  CHECK(events_of({sent("a", "chars", {"Suède"}), sent("b", "médecins", {"Suède"})}) == 2);
  CHECK(events_of({sent("a", "", {"Suède"}), sent("b", "", {"Suède"})}) == 2);
}

TEST_CASE("undated reports of one participant are one event where they concern the same") {
  CHECK(events_of({support("a", "2023-03-09", "effort de guerre"),
                   support("b", "2023-03-10", "effort de guerre de Riga")}) == 1);
  CHECK(events_of({support("a", "2023-03-09", "effort de guerre"),
                   support("b", "2023-03-10", "effort de paix")}) == 2);
  CHECK(events_of({support("a", "2023-03-09", "effort de guerre"),
                   support("b", "2023-05-10", "effort de guerre")}) == 2);
}

TEST_CASE("what is denied is linked with what is claimed") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  std::vector<std::uint32_t> accusations;
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i)
    if (graph.edges()[i].relation == "ACCUSES") accusations.push_back(i);
  REQUIRE(accusations.size() == 2);
  CHECK(graph.edges()[accusations[0]].contradicts == std::vector<std::uint32_t>{accusations[1]});
  CHECK(graph.edges()[accusations[1]].contradicts == std::vector<std::uint32_t>{accusations[0]});
}

TEST_CASE("the structure's edge indices are those of the edges") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const auto& g = graph.structure();
  REQUIRE(num_vertices(g) == graph.nodes().size());
  REQUIRE(num_edges(g) == graph.edges().size());
  for (auto [at, end] = edges(g); at != end; ++at) {
    const Edge& e = graph.edges()[get(boost::edge_index, g, *at)];
    CHECK(source(*at, g) == e.source);
    CHECK(target(*at, g) == e.target);
  }
  for (std::uint32_t v = 0; v < num_vertices(g); ++v)
    for (auto [at, end] = in_edges(v, g); at != end; ++at)
      CHECK(graph.edges()[get(boost::edge_index, g, *at)].target == v);
}

TEST_CASE("bearers of one name with other states, offices and company stay apart") {
  ArticleBuilder a("a", "2023-01-01"), b("b", "2023-01-02"), c("c", "2023-01-03");
  a.entity(EntityType::Person, "Jan Novak").entity(EntityType::State, "Suède");
  a.say("Jan Novak", "HOLDS_OFFICE", "ministre", "Suède", "de");
  b.entity(EntityType::Person, "Jan Novak").entity(EntityType::State, "Pérou");
  b.say("Jan Novak", "HOLDS_OFFICE", "entraîneur", "Pérou", "de");
  c.entity(EntityType::Person, "Jan Novak").entity(EntityType::State, "Suède");
  c.say("Jan Novak", "HOLDS_OFFICE", "ministre", "Suède", "de");
  const KnowledgeGraph graph = graph_builder().build({a.build(), b.build(), c.build()});
  const auto bearers = labelled(graph, "Jan Novak");
  REQUIRE(bearers.size() == 2);
  CHECK(bearers[0]->id == "person:jan-novak");
  CHECK(bearers[0]->documents.size() == 2);
  CHECK(bearers[1]->documents.size() == 1);
}

TEST_CASE("a symmetric relation is one edge, told from the side that most articles take") {
  std::vector<Extraction> articles;
  for (const char* id : {"a", "b", "c"}) {
    ArticleBuilder a(id, "2023-01-01");
    a.entity(EntityType::State, "Suède").entity(EntityType::State, "Malte");
    if (id[0] == 'b') {
      a.say("Malte", "MEETS", "rencontrer", "Suède");
    } else {
      a.say("Suède", "MEETS", "rencontrer", "Malte");
      a.say("Suède", "ACCUSES", "accuser", "Malte");
    }
    articles.push_back(a.build());
  }
  const KnowledgeGraph graph = graph_builder().build(articles);
  REQUIRE(graph.edges().size() == 2);
  const Edge* met = edge_between(graph, "state:suede", "MEETS", "state:malte");
  REQUIRE(met != nullptr);
  CHECK(met->weight() == 3);
}

TEST_CASE("numbers that cannot both be true are linked, others are not") {
  ArticleBuilder a("a", "2023-01-01"), b("b", "2023-01-02"), c("c", "2023-01-03");
  for (ArticleBuilder* article : {&a, &b, &c})
    article->entity(EntityType::State, "Suède").entity(EntityType::Agreement, "Pacte du Nord");
  a.say("Suède", "SIGNS", "signer", "Pacte du Nord").qualifiers.quantity =
      QuantityQualifier{10, Comparator::equal, ""};
  b.say("Suède", "SIGNS", "signer", "Pacte du Nord").qualifiers.quantity =
      QuantityQualifier{12, Comparator::at_least, ""};
  c.say("Suède", "SIGNS", "signer", "Pacte du Nord").qualifiers.quantity =
      QuantityQualifier{13, Comparator::about, ""};
  const KnowledgeGraph graph = graph_builder().build({a.build(), b.build(), c.build()});
  REQUIRE(graph.edges().size() == 3);
  for (const Edge& e : graph.edges()) CHECK(e.contradicts.size() == (e.quantity->value == 10 ? 2u : 1u));
  CHECK(contradict({10, Comparator::greater, ""}, {10, Comparator::at_most, ""}));
  CHECK_FALSE(contradict({10, Comparator::equal, "km"}, {12, Comparator::equal, "%"}));
}

TEST_CASE("fuller names and family names find their bearer where something else agrees") {
  ArticleBuilder a("a", "2023-01-01"), b("b", "2023-01-02"), c("c", "2023-01-03"), d("d", "2023-01-04");
  a.entity(EntityType::Person, "Jan Novak").entity(EntityType::State, "Suède");
  a.say("Jan Novak", "HOLDS_OFFICE", "ministre", "Suède", "de");
  b.entity(EntityType::Person, "Jan Pieter Novak").entity(EntityType::State, "Suède");
  b.say("Jan Pieter Novak", "HOLDS_OFFICE", "ministre", "Suède", "de");
  c.entity(EntityType::Person, "Novak").entity(EntityType::State, "Suède");
  c.say("Novak", "HOLDS_OFFICE", "ministre", "Suède", "de");
  d.entity(EntityType::Person, "Novak").entity(EntityType::State, "Pérou");
  d.say("Novak", "HOLDS_OFFICE", "entraîneur", "Pérou", "de");
  const KnowledgeGraph graph = graph_builder().build({a.build(), b.build(), c.build(), d.build()});
  std::vector<const Node*> persons;
  for (const Node& n : graph.nodes())
    if (n.type == EntityType::Person) persons.push_back(&n);
  REQUIRE(persons.size() == 2);
  CHECK(persons[0]->label == "Jan Pieter Novak");
  CHECK(persons[0]->documents.size() == 3);
  CHECK(persons[1]->label == "Novak");
}

TEST_CASE("a thing of one word is another one in another article") {
  std::vector<Extraction> articles;
  for (const char* id : {"a", "b"}) {
    ArticleBuilder x(id, "2023-01-01");
    x.entity(EntityType::Organization, "LETA").phrase(EntityType::Artifact, "rapport");
    x.phrase(EntityType::Concept, "programme spatial").phrase(EntityType::State, "pays");
    x.say("LETA", "STATES", "publier", "rapport");
    x.say("LETA", "STATES", "publier", "programme spatial");
    x.say("LETA", "STATES", "publier", "pays");
    articles.push_back(x.build());
  }
  const KnowledgeGraph graph = graph_builder().build(articles);
  CHECK(labelled(graph, "rapport").size() == 2);
  CHECK(labelled(graph, "pays").size() == 2);
  CHECK(labelled(graph, "programme spatial").size() == 1);
}

TEST_CASE("an empty graph is a graph") {
  const KnowledgeGraph graph = graph_builder().build({});
  CHECK(graph.nodes().empty());
  CHECK(num_vertices(graph.structure()) == 0);
}
