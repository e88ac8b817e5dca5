// The little of SQLite's C interface that the store needs, with owners and Diagnostics.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maillon::sqlite {

struct Closer {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};
using Database = std::unique_ptr<sqlite3, Closer>;

/// What the connection's last error means to the user of `path`.
Diagnostic explain(sqlite3* db, int code, const std::string& path);

/// Runs statements without rows.
Status execute(sqlite3* db, const std::string& sql, const std::string& path);

/// A prepared statement. bind() fills parameters from left to right; step() runs it. The first failure sticks
/// and is what code() tells, so that a row can be bound without a check per value.
class Query {
 public:
  Query(sqlite3* db, std::string_view sql);

  /// The text must live until the statement has run.
  Query& bind(std::string_view text);
  Query& bind(std::int64_t number);
  Query& bind(double number);
  Query& bind_null();
  Query& bind_blob(std::string_view bytes);

  /// True where there is a row to read.
  bool step();
  /// Runs a statement without rows and makes it ready to be bound again. False on failure.
  bool run();
  /// Makes it ready to be bound again.
  Query& reset();

  bool is_null(int column) const;
  std::string text(int column) const { return std::string(view(column)); }
  /// Valid until the next step() or reset().
  std::string_view view(int column) const;
  std::int64_t integer(int column) const;
  double number(int column) const;

  bool ok() const { return code_ == SQLITE_OK; }
  int code() const { return code_; }

 private:
  void note(int code);
  std::unique_ptr<sqlite3_stmt, Closer> statement_;
  int next_ = 1;
  int code_ = SQLITE_OK;
};

/// All or nothing: what is not committed is undone.
class Transaction {
 public:
  Transaction(sqlite3* db, const std::string& path) : db_(db), path_(path) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  /// Takes the write lock.
  Status begin();
  Status commit();

 private:
  sqlite3* db_;
  const std::string& path_;
  bool open_ = false;
};

}  // namespace maillon::sqlite
