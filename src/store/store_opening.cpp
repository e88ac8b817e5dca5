// Opening: who may read and write, what kind of file it is, and older versions.
#include <filesystem>
#include <utility>

#include "base/schemas.hpp"
#include "store/connection.hpp"

namespace maillon {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kApplicationId = 0x6D61696C;  // "mail"
constexpr int kBusyMilliseconds = 2000;
/// The tables of version 1, which its migration finds as old_*.
constexpr const char* kTables1[] = {"documents", "entities",   "aliases",      "events", "event_participants",
                                    "sentences", "statements", "attributions", "traces"};

/// With 128 MB of cache, where they are needed: large indices are not written again and again.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-131072";

std::int64_t pragma(sqlite3* db, std::string_view name) {
  sqlite::Query query(db, "PRAGMA " + std::string(name));
  return query.step() ? query.integer(0) : -1;
}

/// Percent-encodes what has a meaning in a URI filename (sqlite.org/uri.html).
std::string uri_of(const std::string& path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    } else {
      out += c;
    }
  }
  return out;
}

/// The first read finds out whether this is a database at all, and one that can be read. Whether it is empty.
Result<bool> first_read(sqlite3* db, const std::string& path) {
  sqlite::Query first(db, "SELECT count(*) FROM sqlite_master");
  const bool empty = first.step() && first.integer(0) == 0;
  if (!first.ok()) return sqlite::explain(db, first.code(), path);
  return empty;
}

Status set_up(sqlite3* db, const std::string& path, const std::string& before, const std::string& after) {
  const auto sql = Schemas::embedded().read("formats/store.sql");
  if (!sql) return sql.error();
  sqlite::Transaction transaction(db, path);
  if (Status s = transaction.begin(); !s) return s;
  for (const std::string& script : {before, std::string(*sql), after,
                                    "PRAGMA application_id=" + std::to_string(kApplicationId) +
                                        ";\nPRAGMA user_version=" + std::to_string(Store::kVersion)})
    if (Status s = sqlite::execute(db, script, path); !s) return s;
  return transaction.commit();
}

/// A new store appears whole: made aside and renamed. The caller holds the writer's lock.
Status make(const std::string& file) {
  const std::string aside = file + "-new";
  std::error_code code;
  for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(aside + end, code);
  sqlite3* raw = nullptr;
  const int result =
      sqlite3_open_v2(aside.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  sqlite::Database db(raw);
  if (result != SQLITE_OK) return sqlite::explain(raw, result, file);
  Status done = sqlite::execute(raw, kWriterSettings, file);
  if (done) done = set_up(raw, file, {}, {});
  db.reset();
  if (done) fs::rename(aside, file, code);
  if (done && code) done = error_in(file, "the store cannot be written: " + code.message());
  if (!done)
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(aside + end, code);
  return done;
}

Status migrate_from_1(sqlite3* db, const std::string& path) {
  std::string before = "DROP INDEX entities_by_label; DROP INDEX statements_by_id;";
  for (const char* table : kTables1)
    before.append(" ALTER TABLE ").append(table).append(" RENAME TO old_").append(table).append(";");
  const auto sql = Schemas::embedded().read("formats/store-1-to-2.sql");
  if (!sql) return sql.error();
  // Renaming must not follow references into the tables of the new version.
  if (Status s = sqlite::execute(db, "PRAGMA foreign_keys=OFF", path); !s) return s;
  Status done = set_up(db, path, before, std::string(*sql));
  const Status back = sqlite::execute(db, "PRAGMA foreign_keys=ON", path);
  return done ? back : done;
}

}  // namespace

std::string Store::file_of(const std::string& path) {
  std::error_code code;
  return fs::is_directory(path, code) ? (fs::path(path) / "graph.db").string() : path;
}

Result<Store> Store::open(const std::string& path, Mode mode) {
  std::error_code code;
  Store out;
  out.path_ = file_of(path);
  const std::string& file = out.path_;
  sqlite::Database& db = out.connection_->db;
  if (mode == Mode::read && !fs::exists(file, code))
    return error_in(file, "there is no store", "make one with maillon build ARTICLES -o FOLDER");
  if (mode == Mode::write) {
    Result<WriterLock> lock = WriterLock::take(file);
    if (!lock) return lock.error();
    out.connection_->lock = std::move(lock).value();
    if (!fs::exists(file, code))
      if (Status s = make(file); !s) return s.error();
  }

  const auto connect = [&](const std::string& name, int flags) {
    sqlite3* raw = nullptr;
    const int result = sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
    db.reset(raw);
    sqlite3_busy_timeout(raw, kBusyMilliseconds);
    return result;
  };
  // Readers, too, open for writing where they can: only then SQLite can finish what a killed writer has left
  // in its log, and clear the log away.
  if (const int result = connect(file, SQLITE_OPEN_READWRITE); result != SQLITE_OK)
    return sqlite::explain(db.get(), result, file);
  Result<bool> empty = first_read(db.get(), file);
  // In a folder that cannot be written there is no room for a log; if there is none, nobody writes either.
  if (!empty && mode == Mode::read && !fs::exists(file + "-wal", code) &&
      connect(uri_of(file) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI) == SQLITE_OK)
    empty = first_read(db.get(), file);
  if (!empty) return empty.error();

  std::int64_t version = 0;
  if (!*empty || mode == Mode::read) {
    if (pragma(db.get(), "application_id") != kApplicationId)
      return error_in(file, "is a database of another program", "name an output folder of maillon build");
    version = pragma(db.get(), "user_version");
    if (version > kVersion)
      return error_in(file,
                      "the store is of version " + std::to_string(version) + ", newer than this program",
                      "use a newer maillon");
    if (version < 1) return error_in(file, "the store is damaged: it has no version");
  }
  if (mode == Mode::write || version < kVersion) {
    if (sqlite3_db_readonly(db.get(), "main") == 1)
      return error_in(file,
                      mode == Mode::write
                          ? "the store cannot be written"
                          : "the store is of an older version and cannot be brought to this one",
                      "look at the rights of the file and its folder");
    if (Status s = sqlite::execute(db.get(), kWriterSettings, file); !s) return std::move(s).error();
  }
  Status ready;
  if (*empty && mode == Mode::write) ready = set_up(db.get(), file, {}, {});
  if (version == 1) ready = migrate_from_1(db.get(), file);
  if (!ready) return ready.error();
  if (mode == Mode::read && sqlite3_db_readonly(db.get(), "main") == 0)
    if (Status s = sqlite::execute(db.get(), "PRAGMA query_only=ON", file); !s) return std::move(s).error();
  return out;
}

}  // namespace maillon
