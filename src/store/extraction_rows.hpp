// Extraction <-> the rows of schemas/formats/store.sql.
#pragma once

#include <string>
#include <vector>

#include "relations/statement.hpp"
#include "store/sqlite.hpp"

namespace maillon {

/// Inserts extractions inside the caller's transaction, one prepared statement a table.
class ExtractionWriter {
 public:
  explicit ExtractionWriter(sqlite3* db);
  /// Replaces the document of the same id. False on failure; code() tells which.
  bool write(const Extraction& x);
  int code() const { return code_; }

 private:
  bool run(sqlite::Query& query);
  bool write_entities(std::int64_t document, const Extraction& x);
  bool write_events(std::int64_t document, const Extraction& x);
  bool write_statements(std::int64_t document, const Extraction& x);

  sqlite3* db_;
  sqlite::Query remove_, document_, entity_, alias_, event_, participant_, sentence_, statement_,
      attribution_, trace_;
  int code_ = SQLITE_OK;
};

/// Appends all extractions, sorted by document id. An SQLite result code.
int read_extractions(sqlite3* db, std::vector<Extraction>& out);

/// Indices that no foreign key guards: subjects, objects, places, events, sources and sentences of
/// statements.
Status check_references(sqlite3* db, const std::string& path);

}  // namespace maillon
