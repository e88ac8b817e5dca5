#include "store/store.hpp"

#include <filesystem>
#include <utility>

#include "base/schemas.hpp"
#include "store/extraction_rows.hpp"
#include "store/sqlite.hpp"

namespace maillon {

namespace {

constexpr std::int64_t kApplicationId = 0x6D61696C;  // "mail"
constexpr int kBusyMilliseconds = 200;

std::int64_t pragma(sqlite3* db, std::string_view name) {
  sqlite::Query query(db, "PRAGMA " + std::string(name));
  return query.step() ? query.integer(0) : -1;
}

}  // namespace

struct Store::Connection {
  sqlite::Database db;
  bool write_ahead = false;

  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  /// A store at rest is one file: without a log of its own, readers leave none beside it.
  ~Connection() {
    if (!write_ahead) return;
    sqlite3_busy_timeout(db.get(), 0);  // where others read, the log stays
    sqlite3_exec(db.get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
  }

  Status execute(const std::string& sql, const std::string& path) const {
    const int code = sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Status() : Status(sqlite::explain(db.get(), code, path));
  }
  Status failure(const std::string& path) const {
    return sqlite::explain(db.get(), sqlite3_errcode(db.get()), path);
  }
};

Store::Store() : connection_(std::make_unique<Connection>()) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Mode mode) {
  namespace fs = std::filesystem;
  std::error_code code;
  Store out;
  out.path_ = fs::is_directory(path, code) ? (fs::path(path) / "graph.db").string() : path;
  const bool exists = fs::exists(out.path_, code);
  if (!exists && mode == Mode::read)
    return error_in(out.path_, "there is no store", "make one with maillon build ARTICLES -o FOLDER");

  const auto connect = [&](const std::string& name, int flags) {
    sqlite3* db = nullptr;
    const int result = sqlite3_open_v2(name.c_str(), &db, flags, nullptr);
    out.connection_->db.reset(db);
    return result;
  };
  const int flags = mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int result = connect(out.path_, flags);
  if (result != SQLITE_OK) return sqlite::explain(out.connection_->db.get(), result, out.path_);
  sqlite3* db = out.connection_->db.get();
  sqlite3_busy_timeout(db, kBusyMilliseconds);

  // The first read finds out whether this is a database at all.
  bool empty = false;
  {
    sqlite::Query first(db, "SELECT count(*) FROM sqlite_master");
    empty = first.step() && first.integer(0) == 0;
    if (!first.ok()) return sqlite::explain(db, first.code(), out.path_);
  }
  if (!empty || mode == Mode::read) {
    if (pragma(db, "application_id") != kApplicationId)
      return error_in(out.path_, "is a database of another program",
                      "name an output folder of maillon build");
    const std::int64_t version = pragma(db, "user_version");
    if (version > kVersion)
      return error_in(out.path_,
                      "the store is of version " + std::to_string(version) + ", newer than this program",
                      "use a newer maillon");
  }
  if (mode == Mode::read) return out;

  if (Status s = out.connection_->execute(
          "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON", out.path_);
      !s)
    return std::move(s).error();
  out.connection_->write_ahead = true;
  if (empty) {
    const auto sql = Schemas::embedded().read("formats/store.sql");
    if (!sql) return sql.error();
    const std::string script = "BEGIN IMMEDIATE;\n" + std::string(*sql) +
                               "\nPRAGMA application_id=" + std::to_string(kApplicationId) +
                               ";\nPRAGMA user_version=" + std::to_string(kVersion) + ";\nCOMMIT;";
    if (Status s = out.connection_->execute(script, out.path_); !s) return std::move(s).error();
  }
  return out;
}

Result<std::map<std::string, std::string>> Store::documents() const {
  std::map<std::string, std::string> out;
  sqlite::Query query(connection_->db.get(), "SELECT id, content_hash FROM documents");
  while (query.step()) out.emplace(query.text(0), query.text(1));
  if (!query.ok()) return sqlite::explain(connection_->db.get(), query.code(), path_);
  return out;
}

Status Store::add(const std::vector<Extraction>& batch) {
  if (Status s = connection_->execute("BEGIN IMMEDIATE", path_); !s) return s;
  ExtractionWriter writer(connection_->db.get());
  for (const Extraction& x : batch) {
    if (writer.write(x)) continue;
    Diagnostic error = sqlite::explain(connection_->db.get(), writer.code(), path_);
    (void)connection_->execute("ROLLBACK", path_);
    return error;
  }
  if (Status s = connection_->execute("COMMIT", path_); !s) {
    (void)connection_->execute("ROLLBACK", path_);
    return s;
  }
  return {};
}

Status Store::merge(const Store& other) {
  auto theirs = other.load();
  if (!theirs) return std::move(theirs).error();
  const auto ours = documents();
  if (!ours) return ours.error();
  std::erase_if(*theirs, [&](const Extraction& x) {
    const auto at = ours->find(x.document);
    return at != ours->end() && at->second >= x.content_hash;
  });
  return add(*theirs);
}

Result<std::vector<Extraction>> Store::load() const {
  std::vector<Extraction> out;
  if (const int code = read_extractions(connection_->db.get(), out); code != SQLITE_OK)
    return sqlite::explain(connection_->db.get(), code, path_);
  return out;
}

Status Store::forget(const std::vector<std::string>& documents) {
  if (Status s = connection_->execute("BEGIN IMMEDIATE", path_); !s) return s;
  sqlite::Query remove(connection_->db.get(), "DELETE FROM documents WHERE id = ?");
  for (const std::string& id : documents) {
    if (remove.bind(id).run() && sqlite3_changes(connection_->db.get()) == 1) continue;
    Diagnostic error = remove.ok() ? error_in(path_, "the store holds no article \"" + id + '"')
                                   : sqlite::explain(connection_->db.get(), remove.code(), path_);
    (void)connection_->execute("ROLLBACK", path_);
    return error;
  }
  return connection_->execute("COMMIT", path_);
}

Status Store::check() const {
  sqlite::Query integrity(connection_->db.get(), "PRAGMA integrity_check(1)");
  if (!integrity.step()) return sqlite::explain(connection_->db.get(), integrity.code(), path_);
  if (const std::string verdict = integrity.text(0); verdict != "ok")
    return error_in(path_, "the store is damaged: " + verdict, "build it anew from the articles");
  sqlite::Query keys(connection_->db.get(), "PRAGMA foreign_key_check");
  if (keys.step()) return error_in(path_, "a row of " + keys.text(0) + " belongs to nothing");
  if (!keys.ok()) return sqlite::explain(connection_->db.get(), keys.code(), path_);
  return check_references(connection_->db.get(), path_);
}

}  // namespace maillon
