// What the five articles of ../shared/corpus/seeds must become: five outlets on one affair, each participant
// once.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/utf8.hpp"
#include "graph/graph_builder.hpp"
#include "pipeline/analyzer.hpp"
#include "pipeline/article_run.hpp"
#include "query/chains.hpp"

using namespace maillon;

namespace {

constexpr const char* kSeeds = MAILLON_SOURCE_DIR "/../shared/corpus/seeds";
constexpr const char* kGold = MAILLON_SOURCE_DIR "/../shared/gold/seeds";

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

struct GoldEntity {
  EntityType type = EntityType::Concept;
  std::vector<std::string> names;
};

/// The entities of the gold files: lines "@ Type | label | alias ; alias".
std::vector<GoldEntity> gold_entities() {
  std::vector<GoldEntity> out;
  for (const auto& entry : std::filesystem::directory_iterator(kGold)) {
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("@ ")) continue;
      std::replace(line.begin(), line.end(), ';', '|');
      std::vector<std::string> fields;
      std::istringstream parts(line.substr(2));
      for (std::string field; std::getline(parts, field, '|');) {
        const std::size_t begin = field.find_first_not_of(' '), end = field.find_last_not_of(' ');
        if (begin != std::string::npos) fields.push_back(field.substr(begin, end + 1 - begin));
      }
      const EntityType type = entity_type_from(fields[0]);
      out.push_back({type, {fields.begin() + 1, fields.end()}});
    }
  }
  return out;
}

bool skipped(const char* folder) {
  if (std::filesystem::is_directory(folder)) return false;
  WARN("skipped: " << folder << " is not there");
  return true;
}

}  // namespace

TEST_CASE("each person, state and organisation of the shared articles is one node of its type") {
  if (skipped(kSeeds) || skipped(kGold)) return;
  const KnowledgeGraph graph = graph_of(kSeeds);
  std::map<EntityType, std::size_t> told, found;
  for (const GoldEntity& gold : gold_entities()) {
    if (gold.type != EntityType::Person && gold.type != EntityType::State &&
        gold.type != EntityType::Organization)
      continue;
    INFO(to_string(gold.type) << ' ' << gold.names[0]);
    std::set<std::uint32_t> nodes;
    for (const std::string& name : gold.names)
      for (const std::uint32_t node : bearers(graph, name, gold.type)) nodes.insert(node);
    CHECK(nodes.size() <= 1);
    ++told[gold.type];
    found[gold.type] += nodes.size();
  }
  CHECK(found[EntityType::Person] == told[EntityType::Person]);
  CHECK(found[EntityType::State] * 100 >= told[EntityType::State] * 95);
  CHECK(found[EntityType::Organization] * 100 >= told[EntityType::Organization] * 75);
  std::set<std::string> labels;
  for (const Node& n : graph.nodes()) {
    if (!n.named || n.is_event || (n.type != EntityType::Person && n.type != EntityType::State)) continue;
    INFO(n.label);
    CHECK(labels.insert(utf8::fold(n.label)).second);
  }
}

TEST_CASE("the shared articles' meeting is one event and their accusation one statement each") {
  if (skipped(kSeeds)) return;
  const KnowledgeGraph graph = graph_of(kSeeds);
  // the summit of that day, of which one article speaks, is another event, without the two of them
  std::set<std::uint32_t> meetings, summits;
  const std::uint32_t host = bearers(graph, "Kim Jong-un", EntityType::Person).at(0);
  const std::uint32_t guest = bearers(graph, "Alexander Kozlov", EntityType::Person).at(0);
  for (const Edge& e : graph.edges()) {
    const Node& event = graph.nodes()[e.source];
    if (e.kind != EdgeKind::participant || event.event_type != "CONSULT" || event.time != "2024-11-18")
      continue;
    (e.target == host || e.target == guest ? meetings : summits).insert(e.source);
  }
  REQUIRE(meetings.size() == 1);
  CHECK(graph.nodes()[*meetings.begin()].documents.size() == 3);
  summits.erase(*meetings.begin());  // it has other participants, too
  CHECK(summits.size() == 1);

  const std::uint32_t accused = bearers(graph, "Corée du Nord", EntityType::State).at(0);
  std::vector<const Edge*> accusations;
  for (const Edge& e : graph.edges())
    if (e.kind == EdgeKind::statement && e.relation == "ACCUSES" && e.target == accused &&
        graph.nodes()[e.source].type == EntityType::State)
      accusations.push_back(&e);
  REQUIRE(accusations.size() == 2);
  for (const Edge* e : accusations) CHECK(e->documents.size() >= 4);
  CHECK(accusations[0]->documents.size() + accusations[1]->documents.size() >= 9);

  const auto sending = std::find_if(graph.edges().begin(), graph.edges().end(), [&](const Edge& e) {
    return e.source == accused && e.relation == "SENDS" && e.quantity && e.quantity->value == 10000;
  });
  REQUIRE(sending != graph.edges().end());
  for (const Edge* e : accusations)
    CHECK(std::find(sending->sources.begin(), sending->sources.end(), e->source) != sending->sources.end());
}

TEST_CASE("the shared articles give one node for each participant, and chains with evidence between them") {
  if (skipped(kSeeds)) return;
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
