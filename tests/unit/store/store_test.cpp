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

/// The tables of the first version.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  sentences INTEGER NOT NULL,
  words INTEGER NOT NULL
);
CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  label TEXT NOT NULL,
  named INTEGER NOT NULL,
  iso3166 TEXT NOT NULL,
  iri TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE INDEX entities_by_label ON entities (label);
CREATE TABLE aliases (
  document INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document, entity, rank),
  FOREIGN KEY (document, entity) REFERENCES entities (document, number) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE events (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  lemma TEXT NOT NULL,
  type TEXT NOT NULL,
  relation TEXT NOT NULL,
  time TEXT,
  time_text TEXT,
  place INTEGER,
  place_mention TEXT,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE event_participants (
  document INTEGER NOT NULL,
  event INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  PRIMARY KEY (document, event, entity),
  FOREIGN KEY (document, event) REFERENCES events (document, number) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE sentences (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE statements (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  subject INTEGER,
  subject_mention TEXT NOT NULL,
  relation TEXT NOT NULL,
  lemma TEXT NOT NULL,
  predicate TEXT NOT NULL,
  preposition TEXT NOT NULL,
  object INTEGER,
  object_mention TEXT NOT NULL,
  time TEXT,
  time_text TEXT,
  place INTEGER,
  place_mention TEXT,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  quantity REAL,
  comparator TEXT,
  unit TEXT,
  event INTEGER,
  sentence INTEGER NOT NULL,
  sentence_text INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  in_title INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE INDEX statements_by_id ON statements (id);
CREATE TABLE attributions (
  document INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  entity INTEGER,
  mention TEXT NOT NULL,
  PRIMARY KEY (document, statement, rank),
  FOREIGN KEY (document, statement) REFERENCES statements (document, number) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE traces (
  document INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (document, statement, rank),
  FOREIGN KEY (document, statement) REFERENCES statements (document, number) ON DELETE CASCADE
) WITHOUT ROWID;
PRAGMA application_id=1835100524; PRAGMA user_version=1;
)sql";

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
  const auto known = store.articles();
  REQUIRE(known);
  CHECK(known->at("b1").content_hash == "hash-of-b1");
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
  CHECK(message(folder.file("no/such/folder.db"), Store::Mode::write).find("cannot be written") !=
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
  {
    Store hurt = open_store(folder.file("hurt.db"));
    const auto loaded = hurt.load();
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().message.find("damaged") != std::string::npos);
  }
  Store hurt = open_store(folder.file("hurt.db"), Store::Mode::read);
  const Status verdict = hurt.check();
  REQUIRE_FALSE(verdict);
  CHECK(verdict.error().message.find("missing subject") != std::string::npos);
}

TEST_CASE("a second writer is told so from the start, readers read on") {
  const TemporaryFolder folder;
  {
    Store first = open_store(folder.file());
    REQUIRE(first.add({sample_articles()[0]}));
    const auto second = Store::open(folder.file(), Store::Mode::write);
    REQUIRE_FALSE(second);
    CHECK(second.error().message.find("another maillon is writing") != std::string::npos);
    CHECK(open_store(folder.file(), Store::Mode::read).load()->size() == 1);
  }
  CHECK(open_store(folder.file()).load()->size() == 1);
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);  // neither lock nor log stays
}

TEST_CASE("an article comes back as it was analysed") {
  std::vector<Extraction> articles = sample_articles();
  Extraction& x = articles[0];
  x.analysis = "0.1 abc";
  x.text.body = "Titre\n\nAnna Berg part. © LETA\nElle revient.";
  x.text.text_begin = 7;
  x.text.boilerplate = {{{23, 30}, BoilerplateKind::credit}, {{0, 0}, BoilerplateKind::teaser}};
  x.text.sentences = {
      {{0, 5, true}, "Titre"}, {{0, 15, false}, "Anna Berg part."}, {{23, 36, false}, "Elle revient."}};
  x.text.mentions = {{0, 1, MentionKind::name, {0, 9, false}, "Anna Berg"},
                     {0, 2, MentionKind::pronoun, {23, 27, false}, "Elle"}};
  const TemporaryFolder folder;
  Store store = open_store(folder.file());
  REQUIRE(store.add(articles));
  REQUIRE(store.check());
  const auto article = store.article("a1");
  REQUIRE(article);
  CHECK(article->id == "a1");
  CHECK(article->title == x.title);
  CHECK(article->date == x.date);
  CHECK(article->body == x.text.body);
  CHECK(article->text_begin == 7);
  REQUIRE(article->boilerplate.size() == 2);
  CHECK(article->boilerplate[0].span == ByteSpan{23, 30});
  CHECK(article->boilerplate[0].kind == BoilerplateKind::credit);
  CHECK(article->boilerplate[1].kind == BoilerplateKind::teaser);
  CHECK(store.article("a2").error().message.find("has not the text") != std::string::npos);
  CHECK(store.article("a9").error().message.find("no article") != std::string::npos);
  CHECK(store.articles()->at("a1").analysis == "0.1 abc");
  CHECK(store.articles()->at("a1").has_text);
}

TEST_CASE("a store of version 1 is brought to this version with all that it holds") {
  const TemporaryFolder folder;
  execute(folder.file(), kVersion1);
  execute(
      folder.file(),
      "INSERT INTO documents VALUES (1,'a','Titre','2023-03-10','LETA','','h',2,9);"
      "INSERT INTO entities VALUES (1,0,'person:anna-berg','Person','Anna Berg',1,'',''),"
      "(1,1,'state:suede','State','Suède',1,'SE','');"
      "INSERT INTO aliases VALUES (1,0,0,'Berg');"
      "INSERT INTO events VALUES "
      "(1,0,'e1','visite','visite','CONSULT','VISITS','2023-03-09','jeudi',1,'Suède');"
      "INSERT INTO event_participants VALUES (1,0,0);"
      "INSERT INTO sentences VALUES (1,0,'Anna Berg a visité la Suède.');"
      "INSERT INTO statements VALUES (1,0,'s1',0,'Anna Berg','VISITS','visiter','a visité','',1,'la Suède',"
      "'2023-03-09','jeudi',NULL,NULL,'affirmative','asserted',NULL,NULL,NULL,0,4,0,10,38,0,'r','0.9');"
      "INSERT INTO attributions VALUES (1,0,0,1,'Suède'); INSERT INTO traces VALUES "
      "(1,0,0,'t1'),(1,0,1,'t2');");
  Store store = open_store(folder.file(), Store::Mode::read);
  REQUIRE(store.check());
  const auto loaded = store.load();
  REQUIRE(loaded);
  REQUIRE(loaded->size() == 1);
  const Extraction& x = loaded->front();
  CHECK(x.analysis.empty());
  CHECK(x.entities[0].aliases == std::vector<std::string>{"Berg"});
  CHECK(x.events[0].participants == std::vector<std::uint32_t>{0});
  REQUIRE(x.statements.size() == 1);
  CHECK(x.statements[0].trace == std::vector<std::string>{"t1", "t2"});
  CHECK(x.statements[0].evidence.text == "Anna Berg a visité la Suède.");
  CHECK(x.statements[0].evidence.sentence == 4);
  CHECK(x.statements[0].qualifiers.attribution[0].mention == "Suède");
  CHECK_FALSE(store.article("a"));
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
    CHECK(store.articles()->size() % kBatch == 0);
    if (point % 10 != 0) continue;
    for (int n = 0; n < kBatches; ++n) REQUIRE(store.add(batch(n)));
    CHECK(store.articles()->size() == kBatch * kBatches);
  }
}
