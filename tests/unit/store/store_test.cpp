#include "store/store.hpp"

#include <sqlite3.h>

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
