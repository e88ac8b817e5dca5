// Extraction <-> the rows of the first part of schemas/formats/store.sql.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relations/statement.hpp"
#include "store/sqlite.hpp"

namespace maillon {

/// Inserts extractions inside the caller's transaction, one prepared statement a table.
class ArticleWriter {
 public:
  explicit ArticleWriter(sqlite3* db);
  /// Replaces the article of the same id. False on failure; code() tells which.
  bool write(const Extraction& x);
  int code() const { return code_; }

 private:
  bool run(sqlite::Query& query);
  bool write_text(std::int64_t article, const Extraction& x);
  bool write_entities(std::int64_t article, const Extraction& x);
  bool write_events(std::int64_t article, const Extraction& x);
  bool write_statements(std::int64_t article, const Extraction& x);

  sqlite3* db_;
  sqlite::Query remove_, article_, text_, sentence_, entity_, alias_, mention_, event_, participant_,
      statement_, attribution_;
  int code_ = SQLITE_OK;
};

/// Appends all extractions, sorted by article id, without their texts. An SQLite result code.
int read_extractions(sqlite3* db, std::vector<Extraction>& out);

/// The article as it was analysed; nothing where the store has not its text. An SQLite result code.
int read_article(sqlite3* db, std::string_view id, std::optional<Article>& out);

/// Indices that no foreign key guards: subjects, objects, places, events, sources and sentences of
/// statements.
Status check_references(sqlite3* db, const std::string& path);

}  // namespace maillon
