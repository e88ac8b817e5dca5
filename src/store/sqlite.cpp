#include "store/sqlite.hpp"

namespace maillon::sqlite {

Diagnostic explain(sqlite3* db, int code, const std::string& path) {
  const std::string detail = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
      return error_in(path, "the store is damaged: " + detail,
                      "build it anew from the articles, or bring back a copy");
    case SQLITE_NOTADB:
      return error_in(path, "is no maillon store: " + detail,
                      "name an output folder of maillon build, or its graph.db");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return error_in(path, "another maillon is writing this store", "wait until it is done");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return error_in(path, "the store cannot be written: " + detail,
                      "look at the rights of the file and its folder");
    case SQLITE_CANTOPEN:
      return error_in(path, "the store cannot be opened: " + detail, "look at the path and its rights");
    case SQLITE_FULL:
      return error_in(path, "the disk is full", "make room; the store holds all that was stored before");
    case SQLITE_IOERR:
      return error_in(path, "the store cannot be read or written: " + detail,
                      "look at the disk and its limits; the store holds all that was stored before");
    case SQLITE_NOMEM:
      return error_in(path, "there is not enough memory");
    default:
      return error_in(path, "the store failed: " + detail);
  }
}

Status execute(sqlite3* db, const std::string& sql, const std::string& path) {
  const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? Status() : Status(explain(db, code, path));
}

Query::Query(sqlite3* db, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  code_ = sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  statement_.reset(statement);
}

void Query::note(int code) {
  if (code_ == SQLITE_OK) code_ = code;
}

Query& Query::bind(std::string_view text) {
  // A null pointer would bind NULL; an empty text is a text.
  const char* data = text.data() != nullptr ? text.data() : "";
  note(sqlite3_bind_text64(statement_.get(), next_++, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}
Query& Query::bind(std::int64_t number) {
  note(sqlite3_bind_int64(statement_.get(), next_++, number));
  return *this;
}
Query& Query::bind(double number) {
  note(sqlite3_bind_double(statement_.get(), next_++, number));
  return *this;
}
Query& Query::bind_null() {
  note(sqlite3_bind_null(statement_.get(), next_++));
  return *this;
}

Query& Query::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() != nullptr ? bytes.data() : "";
  note(sqlite3_bind_blob64(statement_.get(), next_++, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

bool Query::step() {
  if (!ok()) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) note(code);
  return false;
}

bool Query::run() {
  while (step()) {
  }
  reset();
  return ok();
}

Query& Query::reset() {
  sqlite3_reset(statement_.get());
  next_ = 1;
  return *this;
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::string_view Query::view(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Query::number(int column) const { return sqlite3_column_double(statement_.get(), column); }

Transaction::~Transaction() {
  if (open_) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Status Transaction::begin() {
  Status begun = execute(db_, "BEGIN IMMEDIATE", path_);
  open_ = begun.ok();
  return begun;
}

Status Transaction::commit() {
  Status done = execute(db_, "COMMIT", path_);
  if (done) open_ = false;
  return done;
}

}  // namespace maillon::sqlite
