// A store that grows is the store that one run would have made.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <random>

#include "export/formats.hpp"
#include "pipeline/graph_build.hpp"
#include "pipeline/graph_source.hpp"
#include "pipeline/store_upkeep.hpp"
#include "support/temp_folder.hpp"

using namespace maillon;
using maillon::test::TempFolder;

namespace {

/// What reads articles by some schemas.
struct Tools {
  Schemas schemas;
  ArticleMaker maker;
  Analyzer analyzer;
};

Tools tools_of(Schemas schemas) {
  auto maker = ArticleMaker::load(schemas);
  auto analyzer = Analyzer::load(schemas);
  REQUIRE(maker);
  REQUIRE(analyzer);
  return {std::move(schemas), std::move(maker).value(), std::move(analyzer).value()};
}

const Tools& built_in() {
  static const Tools tools = tools_of(Schemas::embedded());
  return tools;
}

std::string line(const std::string& id, const std::string& text) {
  return "{\"id\":\"" + id + "\",\"date\":\"2023-03-10\",\"text\":\"" + text + "\"}\n";
}

const std::vector<std::string>& articles() {
  static const std::vector<std::string> kLines = {
      line("a",
           "La ministre danoise Anna Berg a rencontré Jan Novak à Riga. Elle a signé un accord avec la "
           "Lettonie."),
      line("b", "Anna Berg a accusé la Suède d'avoir envoyé 600 soldats. Novak n'a pas quitté Riga."),
      line("c", "Selon l'agence LETA, Jan Novak a rencontré la ministre Anna Berg jeudi à Riga."),
      line("d", "Le président Jan Novak a déclaré que la Suède enverra des soldats en Lettonie."),
  };
  return kLines;
}

class Workshop {
 public:
  TempFolder folder;

  IntakeReport build(const std::string& lines, IntakeRequest intake = {}, const Tools& tools = built_in(),
                     const std::string& output = "out") {
    const std::string file = folder.write("in.jsonl", lines);
    DocumentReader reader({file});
    BuildRequest request;
    request.folder = folder.path(output);
    request.intake = std::move(intake);
    request.intake.threads = 1;
    const auto report = build_graph(reader, tools.maker, tools.analyzer, tools.schemas, request);
    if (!report) FAIL(report.error().to_string());
    return report->intake;
  }

  /// Every export of the store, and the statements.
  std::string exports(const Schemas& schemas = built_in().schemas, const std::string& output = "out") const {
    auto store = Store::open(folder.path(output), Store::Mode::read);
    REQUIRE(store);
    const auto graph = graph_of(*store, schemas);
    REQUIRE(graph);
    StringSink sink;
    for (const Format& format : formats())
      for (const FormatFile& file : format.files) file.write(*graph, {}, sink);
    return sink.text() + folder.read(output + "/statements.ndjson");
  }
};

std::string all(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& l : lines) out += l;
  return out;
}

}  // namespace

TEST_CASE("any order and any batches give the exports of one build") {
  Workshop whole;
  whole.build(all(articles()));
  const std::string expected = whole.exports();
  std::vector<std::string> order = articles();
  std::sort(order.begin(), order.end());
  unsigned cuts = 0;
  do {
    // the eight ways to cut four articles into batches take turns
    Workshop part;
    std::string batch;
    for (std::size_t i = 0; i < order.size(); ++i) {
      batch += order[i];
      if (i + 1 < order.size() && (cuts >> i & 1) == 0) continue;
      part.build(batch);
      batch.clear();
    }
    CAPTURE(cuts);
    REQUIRE(part.exports() == expected);
    cuts = (cuts + 1) % 8;
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("known articles are passed over, changed ones replaced, forgotten ones leave nothing") {
  Workshop shop;
  CHECK(shop.build(all(articles())).added == 4);
  const auto again = shop.build(all(articles()));
  CHECK(again.unchanged == 4);
  CHECK(again.words == 0);
  CHECK(shop.build(articles()[1], {.force = true}).replaced == 1);

  std::vector<std::string> changed = articles();
  changed[2] = line("c", "Jan Novak a quitté la Lettonie.");
  CHECK(shop.build(changed[2]).replaced == 1);
  Workshop anew;
  anew.build(all(changed));
  CHECK(shop.exports() == anew.exports());

  REQUIRE(forget_articles(shop.folder.path("out"), {"c", "a"}, built_in().schemas));
  Workshop two;
  two.build(articles()[1] + articles()[3]);
  CHECK(shop.exports() == two.exports());
  CHECK(shop.folder.read("out/graph.graphml") == two.folder.read("out/graph.graphml"));

  const auto fresh = shop.build(articles()[3] + articles()[0], {.fresh = true});
  CHECK(fresh.forgotten == 1);
  CHECK(fresh.unchanged == 1);
  Workshop other;
  other.build(articles()[0] + articles()[3]);
  CHECK(shop.exports() == other.exports());
}

TEST_CASE("where the rules have changed, all articles are read again from the store") {
  const TempFolder schemas;
  const auto text = Schemas::embedded().read("ontology/relations.json");
  REQUIRE(text);
  schemas.write("ontology/relations.json", std::string(*text) + "\n");
  auto loaded = Schemas::from_folder(schemas.path());
  REQUIRE(loaded);
  const Tools other = tools_of(std::move(loaded).value());

  Workshop shop;
  shop.build(articles()[0] + articles()[1] + articles()[2]);
  const auto report = shop.build(articles()[3], {}, other);
  CHECK(report.added == 1);
  CHECK(report.renewed == 3);
  const auto store = Store::open(shop.folder.path("out"), Store::Mode::read);
  REQUIRE(store);
  const auto known = store->articles();
  REQUIRE(known);
  for (const auto& [id, state] : *known) CHECK(state.analysis == known->at("d").analysis);
  Workshop anew;
  anew.build(all(articles()), {}, other);
  CHECK(shop.exports(other.schemas) == anew.exports(other.schemas));
}

TEST_CASE("check finds a stored graph that is not that of the articles") {
  Workshop shop;
  shop.build(all(articles()));
  const std::string path = shop.folder.path("out");
  const auto good = check_store(path, built_in().schemas);
  REQUIRE(good);
  CHECK(good->articles == 4);
  {
    auto store = Store::open(path, Store::Mode::write);
    REQUIRE(store);
    const auto origin = store->graph_origin();
    REQUIRE(origin);
    REQUIRE(store->set_graph(KnowledgeGraph(), **origin));
  }
  const auto bad = check_store(path, built_in().schemas);
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message.find("not the one that its articles give") != std::string::npos);
}

TEST_CASE("a build that is killed leaves whole batches, and the same build finishes the work") {
  constexpr std::uint32_t kArticles = 600, kBatch = 256;
  std::string lines;
  for (std::uint32_t i = 0; i < kArticles; ++i)
    lines += line(std::to_string(i), "Anna Berg a rencontré Jan Novak à Riga.");
  std::string expected;
  std::uint64_t longest = 0;  // microseconds that a whole build takes
  {
    Workshop whole;
    const auto begin = std::chrono::steady_clock::now();
    whole.build(lines);
    longest = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin)
            .count());
    expected = whole.exports();
  }
  std::mt19937 random(20231118);
  Workshop shop;
  for (int point = 0; point < 50; ++point) {
    const auto delay = static_cast<useconds_t>(random() % longest);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      shop.build(lines);
      _exit(0);
    }
    usleep(delay);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    INFO("killed after " << delay << " microseconds");
    const std::string file = shop.folder.path("out/graph.db");
    if (std::filesystem::exists(file) && std::filesystem::file_size(file) > 0) {
      const auto store = Store::open(file, Store::Mode::read);
      REQUIRE(store);
      REQUIRE(store->check());
      const auto known = store->articles();
      REQUIRE(known);
      CHECK((known->size() % kBatch == 0 || known->size() == kArticles));
    }
    if (point % 10 != 9) continue;
    shop.build(lines);
    REQUIRE(shop.exports() == expected);
    std::filesystem::remove_all(shop.folder.path("out"));
  }
}
