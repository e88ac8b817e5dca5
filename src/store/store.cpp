#include "store/store.hpp"

#include <utility>

#include "store/article_rows.hpp"
#include "store/connection.hpp"

namespace maillon {

Store::Store() : connection_(std::make_unique<Connection>()) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

sqlite3* Store::connection() const { return connection_->db.get(); }

Result<std::map<std::string, Store::State>> Store::articles() const {
  std::map<std::string, State> out;
  sqlite::Query query(
      connection(),
      "SELECT a.id, a.content_hash, a.analysis, t.article IS NOT NULL FROM articles a LEFT JOIN texts t "
      "ON t.article = a.number");
  while (query.step()) out.emplace(query.text(0), State{query.text(1), query.text(2), query.integer(3) != 0});
  if (!query.ok()) return sqlite::explain(connection(), query.code(), path_);
  return out;
}

Status Store::add(const std::vector<Extraction>& batch) {
  sqlite::Transaction transaction(connection(), path_);
  if (Status s = transaction.begin(); !s) return s;
  ArticleWriter writer(connection());
  for (const Extraction& x : batch)
    if (!writer.write(x)) return sqlite::explain(connection(), writer.code(), path_);
  return transaction.commit();
}

Result<std::vector<Extraction>> Store::load() const {
  std::vector<Extraction> out;
  if (const int code = read_extractions(connection(), out); code != SQLITE_OK)
    return sqlite::explain(connection(), code, path_);
  return out;
}

Result<Article> Store::article(const std::string& id) const {
  std::optional<Article> out;
  if (const int code = read_article(connection(), id, out); code != SQLITE_OK)
    return sqlite::explain(connection(), code, path_);
  if (out) return std::move(*out);
  const auto known = articles();
  if (!known) return known.error();
  if (!known->contains(id)) return error_in(path_, "the store holds no article \"" + id + '"');
  return error_in(path_, "the store has not the text of article \"" + id + '"',
                  "it was imported, or an older maillon stored it; give it to maillon build");
}

Status Store::forget(const std::vector<std::string>& articles) {
  sqlite::Transaction transaction(connection(), path_);
  if (Status s = transaction.begin(); !s) return s;
  sqlite::Query remove(connection(), "DELETE FROM articles WHERE id = ?");
  for (const std::string& id : articles) {
    if (!remove.bind(id).run()) return sqlite::explain(connection(), remove.code(), path_);
    if (sqlite3_changes(connection()) != 1)
      return error_in(path_, "the store holds no article \"" + id + '"');
  }
  return transaction.commit();
}

Status Store::check() const {
  sqlite::Query integrity(connection(), "PRAGMA integrity_check(1)");
  if (!integrity.step()) return sqlite::explain(connection(), integrity.code(), path_);
  if (const std::string verdict = integrity.text(0); verdict != "ok")
    return error_in(path_, "the store is damaged: " + verdict,
                    "build it anew from the articles, or bring back a copy");
  sqlite::Query keys(connection(), "PRAGMA foreign_key_check");
  if (keys.step())
    return error_in(path_, "the store is damaged: a row of " + keys.text(0) + " belongs to nothing");
  if (!keys.ok()) return sqlite::explain(connection(), keys.code(), path_);
  return check_references(connection(), path_);
}

}  // namespace maillon
