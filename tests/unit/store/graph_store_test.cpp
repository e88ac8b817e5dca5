// The merged graph in the store: whole, in parts, by name, by word.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "export/formats.hpp"
#include "graph/name_keys.hpp"
#include "graph/packed_graph.hpp"
#include "store/graph_part.hpp"
#include "store/store.hpp"
#include "store/stored_names.hpp"
#include "support/extractions.hpp"
#include "support/graph_generator.hpp"
#include "support/temp_folder.hpp"

using namespace maillon;
using maillon::test::TempFolder;
using maillon::testing::generated_articles;
using maillon::testing::graph_builder;
using maillon::testing::sample_articles;

namespace {

std::string graphml(const KnowledgeGraph& graph) {
  StringSink sink;
  find_format("graphml")->files[0].write(graph, {}, sink);
  return sink.text();
}

/// A store of these articles and their graph.
class Filled {
 public:
  TempFolder folder;
  Store store;
  KnowledgeGraph graph;

  explicit Filled(const std::vector<Extraction>& articles)
      : store(opened(folder.path("graph.db"))), graph(graph_builder().build(articles)) {
    REQUIRE(store.add(articles));
    REQUIRE(store.set_graph(graph, {"rules", "options"}));
  }

 private:
  static Store opened(const std::string& path) {
    auto store = Store::open(path, Store::Mode::write);
    if (!store) FAIL(store.error().to_string());
    return std::move(store).value();
  }
};

/// All that a graph says of a node and of what is near it.
std::string described(const KnowledgeGraph& graph, std::uint32_t node) {
  std::string out(graph.nodes()[node].id);
  for (const std::string_view alias : graph.nodes()[node].aliases) out.append("|").append(alias);
  for (const std::uint32_t d : graph.nodes()[node].documents) out.append(" ").append(graph.documents()[d].id);
  std::vector<std::string> edges;
  for (const Edge& e : graph.edges()) {
    const bool vouched = std::find(e.sources.begin(), e.sources.end(), node) != e.sources.end();
    if (e.source != node && e.target != node && e.place != node && !vouched) continue;
    std::string text(e.id);
    text.append(" ").append(graph.nodes()[e.source].label).append(" ").append(e.relation);
    text.append(" ").append(graph.nodes()[e.target].label).append(" ").append(e.first_time);
    if (e.quantity) text += " " + std::to_string(e.quantity->value) + e.quantity->unit;
    if (e.event != kNone) text.append(" in ").append(graph.nodes()[e.event].id);
    for (const std::uint32_t d : e.documents) text.append(" ").append(graph.documents()[d].id);
    for (const std::uint32_t c : e.contradicts) text.append(" against ").append(graph.edges()[c].id);
    for (const std::uint32_t i : e.supports) {
      const Support& s = graph.supports()[i];
      text.append("\n  ").append(s.statement).append(" ").append(s.text).append(" ").append(s.time_text);
      for (const std::uint32_t n : s.attribution) text.append(" says ").append(graph.nodes()[n].id);
      for (const std::string_view rule : s.trace) text.append(" ").append(rule);
      text += " " + std::to_string(s.confidence);
    }
    edges.push_back(std::move(text));
  }
  for (const std::string& e : edges) out += "\n" + e;
  for (const MergeReason& m : graph.merges())
    if (m.node == node) out.append("\nis ").append(m.name).append(" = ").append(m.other_name).append(m.rule);
  return out;
}

}  // namespace

TEST_CASE("a graph comes back from the store as it was") {
  for (const auto& articles : {sample_articles(), generated_articles({200, 900, 0.3, 7})}) {
    const Filled filled(articles);
    const auto stored = filled.store.graph();
    REQUIRE(stored);
    CHECK((pack_graph(*stored) == pack_graph(filled.graph)));
    CHECK((graphml(*stored) == graphml(filled.graph)));
    REQUIRE(filled.store.check());
  }
}

TEST_CASE("the stored graph is out of date as soon as an article comes or goes") {
  Filled filled(sample_articles());
  const auto origin = filled.store.graph_origin();
  REQUIRE(origin);
  CHECK(*origin == GraphOrigin{"rules", "options"});
  REQUIRE(filled.store.add({sample_articles()[1]}));
  CHECK_FALSE(filled.store.graph_origin()->has_value());
  REQUIRE(filled.store.set_graph(filled.graph, {"rules", {}}));
  CHECK(filled.store.graph_origin()->has_value());
  REQUIRE(filled.store.forget({"a1"}));
  CHECK_FALSE(filled.store.graph_origin()->has_value());
}

TEST_CASE("the part around a node says of it what the whole graph says") {
  for (const auto& articles : {sample_articles(), generated_articles({60, 300, 0.3, 3})}) {
    const Filled filled(articles);
    for (std::uint32_t n = 0; n < filled.graph.nodes().size(); ++n) {
      const auto part = graph_around(filled.store, n, 1);
      REQUIRE(part);
      const std::uint32_t here = part->find(filled.graph.nodes()[n].id);
      REQUIRE(here != kNone);
      REQUIRE(described(*part, here) == described(filled.graph, n));
    }
  }
}

TEST_CASE("names and words are found where they are stored") {
  const Filled filled(sample_articles());
  const auto id = node_with_id(filled.store, "person:anna-berg");
  REQUIRE(id);
  REQUIRE(id->has_value());
  CHECK(filled.graph.nodes()[**id].label == "Anna Berg");
  const auto whole = names_like(filled.store, NameKeys::plain("ANNA BERG"), KeyMatch::whole);
  REQUIRE(whole);
  CHECK(std::any_of(whole->begin(), whole->end(),
                    [&](const NodeName& n) { return n.node == **id && !n.alias; }));
  CHECK(names_like(filled.store, "berg", KeyMatch::words)->size() >= 1);
  const auto hits = find_words(filled.store, NameKeys::plain("suede"), 10);
  REQUIRE(hits);
  REQUIRE(hits->size() >= 2);
  CHECK(hits->front().label == "Suède");
  CHECK(hits->back().sentence.find("Suède") != std::string::npos);
  CHECK(find_words(filled.store, NameKeys::plain("sued env"), 10)->size() >= 1);  // beginnings of words
  CHECK(find_words(filled.store, "", 10)->empty());
  CHECK(find_words(filled.store, NameKeys::plain("\" OR * NEAR("), 10).ok());
}

TEST_CASE("a packed graph with any byte or part wrong is an error or a graph, never a crash") {
  const std::vector<std::string> parts = pack_graph(graph_builder().build(sample_articles()));
  std::mt19937 random(7);
  const auto unpack = [](const std::vector<std::string>& from) {
    std::uint64_t size = 0;
    for (const std::string& p : from) size += p.size();
    return unpack_graph({size, [&](std::uint32_t n, const PackedSource::Place& place) {
                           if (n >= from.size()) return false;
                           std::copy(from[n].begin(), from[n].end(), place(from[n].size()));
                           return true;
                         }});
  };
  REQUIRE(unpack(parts));
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::string> hurt = parts;
    std::string& part = hurt[random() % hurt.size()];
    switch (random() % 3) {
      case 0:
        if (!part.empty()) part[random() % part.size()] = static_cast<char>(random());
        break;
      case 1:
        part.resize(part.size() / 2);
        break;
      default:
        hurt.resize(random() % hurt.size());
    }
    if (const auto graph = unpack(hurt)) (void)graphml(*graph);
  }
}

TEST_CASE("merging stores is commutative, associative and idempotent") {
  std::mt19937 random(11);
  const std::vector<Extraction> pool = generated_articles({80, 300, 0.2, 5});
  const auto random_articles = [&] {
    std::vector<Extraction> out;
    for (const Extraction& x : pool) {
      if (random() % 2 == 0) continue;
      out.push_back(x);
      if (random() % 3 == 0) {  // another state of the article
        out.back().content_hash = std::to_string(random() % 5);
        if (!out.back().statements.empty()) out.back().statements.pop_back();
      }
      out.back().analysis = std::to_string(random() % 2);
    }
    return out;
  };
  for (int round = 0; round < 12; ++round) {
    const TempFolder folder;
    int count = 0;
    const auto opened = [&](const std::string& name) {
      auto store = Store::open(folder.path(name), Store::Mode::write);
      REQUIRE(store);
      return std::move(store).value();
    };
    const auto merged = [&](const std::vector<const Store*>& parts) {
      Store out = opened("m" + std::to_string(count++) + ".db");
      for (const Store* part : parts) REQUIRE(out.merge(*part));
      return out;
    };
    const auto content = [](const Store& store) {
      const auto loaded = store.load();
      REQUIRE(loaded);
      REQUIRE(store.check());
      std::string out = graphml(graph_builder().build(*loaded));
      for (const Extraction& x : *loaded) out += x.document + x.content_hash + x.analysis;
      return out;
    };
    Store a = opened("a.db"), b = opened("b.db"), c = opened("c.db");
    REQUIRE(a.add(random_articles()));
    REQUIRE(b.add(random_articles()));
    REQUIRE(c.add(random_articles()));
    const Store ab = merged({&a, &b}), ba = merged({&b, &a}), bc = merged({&b, &c});
    CHECK((content(ab) == content(ba)));
    CHECK((content(merged({&ab, &c})) == content(merged({&a, &bc}))));
    CHECK((content(merged({&ab, &ab, &a})) == content(ab)));
    CHECK((content(merged({&a})) == content(a)));
  }
}
