#include "store/stored_names.hpp"

#include <algorithm>

#include "store/sqlite.hpp"

namespace maillon {

namespace {

/// `"anna"* "berg"*`: the expression of FTS5 for words that begin so.
std::string word_query(const std::string& key) {
  std::string out;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    if (end > begin) {
      out += out.empty() ? "\"" : " \"";
      for (std::size_t i = begin; i < end; ++i) out.append(key[i] == '"' ? 2 : 1, key[i]);
      out += "\"*";
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace

Result<std::optional<std::uint32_t>> node_with_id(const Store& store, const std::string& id) {
  sqlite::Query query(store.connection(), "SELECT number FROM nodes WHERE id = ?");
  std::optional<std::uint32_t> out;
  if (query.bind(id).step()) out = static_cast<std::uint32_t>(query.integer(0));
  if (!query.ok()) return sqlite::explain(store.connection(), query.code(), store.path());
  return out;
}

Result<std::string> id_of_node(const Store& store, std::uint32_t node) {
  sqlite::Query query(store.connection(), "SELECT id FROM nodes WHERE number = ?");
  if (query.bind(std::int64_t{node}).step()) return query.text(0);
  return sqlite::explain(store.connection(), query.ok() ? SQLITE_CORRUPT : query.code(), store.path());
}

Result<std::vector<NodeName>> names_like(const Store& store, const std::string& key, KeyMatch match) {
  std::string sql =
      "SELECT k.key, k.node, k.alias, n.reported_event, n.named, n.articles, n.label FROM node_names k JOIN "
      "nodes n "
      "ON n.number = k.node";
  if (match == KeyMatch::whole) sql += " WHERE k.key = ?";
  if (match == KeyMatch::words) sql += " WHERE instr(' ' || k.key || ' ', ' ' || ? || ' ') > 0";
  sql += " ORDER BY k.key, k.node, k.alias";
  sqlite::Query query(store.connection(), sql);
  if (match != KeyMatch::any) query.bind(key);
  std::vector<NodeName> out;
  while (query.step())
    out.push_back({query.text(0), static_cast<std::uint32_t>(query.integer(1)), query.integer(2) != 0,
                   query.integer(3) != 0, query.integer(4) != 0, static_cast<std::uint32_t>(query.integer(5)),
                   query.text(6)});
  if (!query.ok()) return sqlite::explain(store.connection(), query.code(), store.path());
  return out;
}

Result<std::vector<WordHit>> find_words(const Store& store, const std::string& key, std::size_t limit) {
  std::vector<WordHit> out;
  const std::string words = word_query(key);
  if (words.empty()) return out;
  const auto left = [&] { return static_cast<std::int64_t>(limit - out.size()); };
  sqlite::Query names(
      store.connection(),
      "SELECT n.type, n.label FROM name_words w JOIN nodes n ON n.number = w.rowid WHERE "
      "name_words MATCH ? AND n.reported_event = ? ORDER BY n.articles DESC, n.number LIMIT ?");
  for (const std::int64_t events : {0, 1}) {
    names.reset().bind(words).bind(events).bind(left());
    while (names.step()) out.push_back({names.text(0), names.text(1), {}, {}});
  }
  if (!names.ok()) return sqlite::explain(store.connection(), names.code(), store.path());
  sqlite::Query sentences(
      store.connection(),
      "SELECT a.id, s.text FROM sentence_words w JOIN articles a ON a.number = w.rowid / 1048576 "
      "JOIN sentences s ON s.article = a.number AND s.number = w.rowid % 1048576 WHERE "
      "sentence_words MATCH ? ORDER BY a.date DESC, a.id, s.number LIMIT ?");
  sentences.bind(words).bind(left());
  while (sentences.step()) out.push_back({{}, {}, sentences.text(0), sentences.text(1)});
  if (!sentences.ok()) return sqlite::explain(store.connection(), sentences.code(), store.path());
  return out;
}

}  // namespace maillon
