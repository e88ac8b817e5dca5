// Adding one store to another, table by table inside SQLite.
#include "store/connection.hpp"

namespace maillon {

namespace {

/// Every table whose first column is the article, those that others refer to first.
constexpr const char* kTables[] = {"texts",  "sentences",          "entities",   "aliases",     "mentions",
                                   "events", "event_participants", "statements", "attributions"};

/// The columns behind the first.
Result<std::string> columns(sqlite3* db, const char* table, const std::string& path) {
  std::string out;
  sqlite::Query query(db, "SELECT name FROM pragma_table_info(?) WHERE cid > 0 ORDER BY cid");
  query.bind(std::string_view(table));
  while (query.step()) out += ", x.\"" + query.text(0) + '"';
  if (!query.ok()) return sqlite::explain(db, query.code(), path);
  return out;
}

Status copy(sqlite3* db, const std::string& path) {
  sqlite::Transaction transaction(db, path);
  if (Status s = transaction.begin(); !s) return s;
  const auto run = [&](const std::string& sql) { return sqlite::execute(db, sql, path); };
  if (Status s = run(
          "CREATE TEMP TABLE chosen AS SELECT o.id, o.number AS theirs FROM other.articles o LEFT JOIN "
          "main.articles m USING (id) WHERE m.number IS NULL OR (o.content_hash, o.analysis) > "
          "(m.content_hash, m.analysis);"
          "DELETE FROM main.articles WHERE id IN (SELECT id FROM chosen);"
          "INSERT INTO main.articles SELECT NULL, id, title, date, source, url, content_hash, analysis, "
          "sentences, words FROM other.articles WHERE id IN (SELECT id FROM chosen) ORDER BY id;"
          "CREATE TEMP TABLE moved AS SELECT c.theirs, m.number AS ours FROM chosen c JOIN main.articles m "
          "USING (id);"
          "CREATE UNIQUE INDEX temp.moved_by_theirs ON moved (theirs);");
      !s)
    return s;
  for (const char* table : kTables) {
    const Result<std::string> rest = columns(db, table, path);
    if (!rest) return rest.error();
    if (Status s = run(std::string("INSERT INTO main.") + table + " SELECT m.ours" + *rest + " FROM other." +
                       table + " x JOIN moved m ON m.theirs = x.article");
        !s)
      return s;
  }
  if (Status s = run("DROP TABLE moved; DROP TABLE chosen"); !s) return s;
  return transaction.commit();
}

}  // namespace

Status Store::merge(const Store& other) {
  sqlite::Query attach(connection(), "ATTACH ? AS other");
  if (!attach.bind(other.path()).run()) return sqlite::explain(connection(), attach.code(), other.path());
  const Status done = copy(connection(), path_);
  const Status detached = sqlite::execute(connection(), "DETACH other", path_);
  return done ? detached : done;
}

}  // namespace maillon
