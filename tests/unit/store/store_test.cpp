#include "store/store.hpp"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "export/formats.hpp"
#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::graph_builder;
using maillon::testing::sample_articles;
namespace fs = std::filesystem;

namespace {

/// A folder of this test, gone with it.
struct TemporaryFolder {
  fs::path path;
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "maillon-store-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~TemporaryFolder() { fs::remove_all(path); }
  std::string file(const char* name = "graph.db") const { return (path / name).string(); }
};

std::string graphml(const std::vector<Extraction>& articles) {
  StringSink sink;
  find_format("graphml")->files[0].write(graph_builder().build(articles), {}, sink);
  return sink.text();
}

Store open_store(const std::string& path, Store::Mode mode = Store::Mode::write) {
  auto store = Store::open(path, mode);
  if (!store) FAIL(store.error().to_string());
  return std::move(*store);
}

void execute(const std::string& path, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

}  // namespace

TEST_CASE("what is stored comes back and gives the same graph, in any batches and order") {
  const std::vector<Extraction> articles = sample_articles();
  const TemporaryFolder folder;
  {
    Store store = open_store(folder.file());
    REQUIRE(store.add({articles[3]}));
    REQUIRE(store.add({articles[1], articles[0]}));
  }
  Store store = open_store(folder.path.string());
  REQUIRE(store.add({articles[2], articles[1]}));
  const auto loaded = store.load();
  REQUIRE(loaded);
  REQUIRE(loaded->size() == 4);
  CHECK((*loaded)[0].document == "a1");
  CHECK((*loaded)[0].statements[0].trace == articles[0].statements[0].trace);
  CHECK(graphml(*loaded) == graphml(articles));
  CHECK(store.check());
  const auto known = store.documents();
  REQUIRE(known);
  CHECK(known->at("b1") == "hash-of-b1");
}

TEST_CASE("a changed article replaces the old one, a forgotten one leaves nothing") {
  std::vector<Extraction> articles = sample_articles();
  const TemporaryFolder folder;
  Store store = open_store(folder.file());
  REQUIRE(store.add(articles));
  articles[0].statements.pop_back();
  REQUIRE(store.add({articles[0]}));
  CHECK(graphml(*store.load()) == graphml(articles));
  REQUIRE(store.forget({"a1"}));
  articles.erase(articles.begin());
  CHECK(graphml(*store.load()) == graphml(articles));
  CHECK(store.check());
  const Status unknown = store.forget({"a2", "nowhere"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message.find("nowhere") != std::string::npos);
  CHECK(store.load()->size() == 3);
}

TEST_CASE("hostile text survives the store") {
  std::vector<Extraction> articles = sample_articles();
  const std::string hostile = std::string("'; DROP TABLE documents; --\n\"\t🜁 \xE2\x80\xAE") + '\0' + "after";
  articles[0].entities[0].label = hostile;
  articles[0].statements[0].evidence.text = hostile;
  const TemporaryFolder folder;
  Store store = open_store(folder.file());
  REQUIRE(store.add(articles));
  CHECK((*store.load())[0].entities[0].label == hostile);
  CHECK((*store.load())[0].statements[0].evidence.text == hostile);
}

TEST_CASE("a missing, foreign, damaged or newer store is said to be so") {
  const TemporaryFolder folder;
  const auto message = [&](const std::string& path, Store::Mode mode) {
    const auto store = Store::open(path, mode);
    return store.ok() ? std::string() : store.error().to_string();
  };
  CHECK(message(folder.file(), Store::Mode::read).find("there is no store") != std::string::npos);
  CHECK(message(folder.file("no/such/folder.db"), Store::Mode::write).find("cannot be opened") !=
        std::string::npos);

  std::ofstream(folder.file("text.db")) << std::string(5000, 'x');
  CHECK(message(folder.file("text.db"), Store::Mode::read).find("no maillon store") != std::string::npos);

  execute(folder.file("other.db"), "CREATE TABLE t(x)");
  CHECK(message(folder.file("other.db"), Store::Mode::write).find("another program") != std::string::npos);

  { Store store = open_store(folder.file("newer.db")); }
  execute(folder.file("newer.db"), "PRAGMA user_version=99");
  CHECK(message(folder.file("newer.db"), Store::Mode::read).find("newer than this program") !=
        std::string::npos);

  {
    Store store = open_store(folder.file("hurt.db"));
    REQUIRE(store.add(sample_articles()));
  }
  execute(folder.file("hurt.db"), "UPDATE statements SET subject = 999 WHERE number = 0");
  Store hurt = open_store(folder.file("hurt.db"), Store::Mode::read);
  const Status verdict = hurt.check();
  REQUIRE_FALSE(verdict);
  CHECK(verdict.error().message.find("missing subject") != std::string::npos);
}

TEST_CASE("a second writer is told, and a batch that fails leaves the store as it was") {
  const TemporaryFolder folder;
  Store first = open_store(folder.file());
  REQUIRE(first.add({sample_articles()[0]}));
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(folder.file().c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  const Status refused = first.add(sample_articles());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("another maillon") != std::string::npos);
  sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(other);

  std::vector<Extraction> bad = sample_articles();
  bad[2].events[0].participants = {0, 0};  // no participant twice
  const Status failed = first.add(bad);
  CHECK_FALSE(failed);
  CHECK(first.load()->size() == 1);
}

TEST_CASE("stores merge in any order, in any grouping, and again") {
  const std::vector<Extraction> articles = sample_articles();
  std::vector<Extraction> changed = {articles[1]};
  changed[0].statements.pop_back();
  changed[0].content_hash = "zz-newer";
  const TemporaryFolder folder;
  Store a = open_store(folder.file("a.db")), b = open_store(folder.file("b.db")),
        c = open_store(folder.file("c.db"));
  REQUIRE(a.add({articles[0], articles[1]}));
  REQUIRE(b.add({changed[0], articles[2]}));
  REQUIRE(c.add({articles[3], articles[1]}));
  const auto merged = [&](const char* name, const std::vector<const Store*>& parts) {
    Store out = open_store(folder.file(name));
    for (const Store* part : parts) REQUIRE(out.merge(*part));
    return graphml(*out.load());
  };
  const std::string once = merged("abc.db", {&a, &b, &c});
  CHECK(merged("cba.db", {&c, &b, &a, &c}) == once);
  Store bc = open_store(folder.file("bc.db"));
  REQUIRE(bc.merge(c));
  REQUIRE(bc.merge(b));
  CHECK(merged("a(bc).db", {&bc, &a}) == once);
  std::vector<Extraction> expected = {articles[0], changed[0], articles[2], articles[3]};
  CHECK(once == graphml(expected));
}

TEST_CASE("a writer that is killed leaves whole batches, and the next one finishes the work") {
  constexpr int kBatch = 4, kBatches = 40;
  const std::vector<Extraction> articles = sample_articles();
  const auto batch = [&](int number) {
    std::vector<Extraction> out(kBatch, articles[0]);
    for (int i = 0; i < kBatch; ++i)
      out[static_cast<std::size_t>(i)].document = std::to_string(number * kBatch + i);
    return out;
  };
  const TemporaryFolder folder;
  for (int point = 0; point < 50; ++point) {
    const std::string path = folder.file(("killed" + std::to_string(point) + ".db").c_str());
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      if (auto store = Store::open(path, Store::Mode::write))
        for (int n = 0; n < kBatches; ++n) (void)store->add(batch(n));
      _exit(0);
    }
    usleep(static_cast<useconds_t>(37 + point * 211));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    Store store = open_store(path);
    INFO("killed after " << 37 + point * 211 << " microseconds");
    REQUIRE(store.check());
    CHECK(store.documents()->size() % kBatch == 0);
    if (point % 10 != 0) continue;
    for (int n = 0; n < kBatches; ++n) REQUIRE(store.add(batch(n)));
    CHECK(store.documents()->size() == kBatch * kBatches);
  }
}
