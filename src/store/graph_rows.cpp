#include "store/graph_rows.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "graph/name_keys.hpp"
#include "graph/packed_graph.hpp"
#include "store/row_values.hpp"

namespace maillon {

namespace {

/// SQLite assembles a value in memory before it is read.
constexpr std::size_t kChunk = std::size_t{1} << 20;

}  // namespace

bool GraphWriter::execute(const char* sql) {
  if (code_ == SQLITE_OK) code_ = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
  return code_ == SQLITE_OK;
}

bool GraphWriter::run(sqlite::Query& query) {
  if (query.run()) return true;
  code_ = query.code();
  return false;
}

bool GraphWriter::write() {
  return execute(
             "DELETE FROM nodes; DELETE FROM node_names; DELETE FROM node_articles; DELETE FROM merges; "
             "DELETE FROM edges; DELETE FROM edge_sources; DELETE FROM edge_articles; "
             "DELETE FROM edge_statements; DELETE FROM contradictions; DELETE FROM packed_graph; "
             "INSERT INTO name_words (name_words) VALUES ('delete-all'); "
             "INSERT INTO sentence_words (sentence_words) VALUES ('delete-all')") &&
         number_articles() && write_nodes() && write_names() && write_merges() && write_edges() &&
         write_evidence() && write_packed() && write_words();
}

bool GraphWriter::number_articles() {
  sqlite::Query query(db_, "SELECT number FROM articles WHERE id = ?");
  for (const SourceDocument& d : graph_.documents()) {
    if (!query.reset().bind(d.id).step()) {
      code_ = query.ok() ? SQLITE_CORRUPT : query.code();
      return false;
    }
    article_.push_back(query.integer(0));
  }
  return true;
}

bool GraphWriter::write_nodes() {
  sqlite::Query node(db_, "INSERT INTO nodes VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  sqlite::Query article(db_, "INSERT INTO node_articles VALUES (?,?)");
  for (std::size_t i = 0; i < graph_.nodes().size(); ++i) {
    const Node& n = graph_.nodes()[i];
    node.bind(index(i)).bind(n.id).bind(to_string(n.type)).bind(n.label);
    node.bind(std::int64_t{n.named}).bind(std::int64_t{n.is_event}).bind(n.iso3166).bind(n.iri);
    node.bind(index(n.documents.size())).bind(n.event_type).bind(n.relation).bind(n.lemma).bind(n.time);
    if (!run(bind_index(node, n.place))) return false;
    for (const std::uint32_t d : n.documents)
      if (!run(article.bind(index(i)).bind(article_[d]))) return false;
  }
  return true;
}

bool GraphWriter::write_names() {
  sqlite::Query name(db_, "INSERT OR IGNORE INTO node_names VALUES (?,?,?,?)");
  sqlite::Query words(db_, "INSERT INTO name_words (rowid, names) VALUES (?,?)");
  for (std::size_t i = 0; i < graph_.nodes().size(); ++i) {
    const Node& n = graph_.nodes()[i];
    std::string key = NameKeys::plain(n.label), all = key;
    if (!run(name.bind(key).bind(index(i)).bind(std::int64_t{0}).bind(n.label))) return false;
    for (const std::string_view alias : n.aliases) {
      key = NameKeys::plain(alias);
      all.append(" ").append(key);
      if (!run(name.bind(key).bind(index(i)).bind(std::int64_t{1}).bind(alias))) return false;
    }
    if (!run(words.bind(index(i)).bind(all))) return false;
  }
  return true;
}

/// Folded as names are, so that what search() finds does not depend on where it looks.
bool GraphWriter::write_words() {
  sqlite::Query sentence(db_, "SELECT article * 1048576 + number, text FROM sentences");
  sqlite::Query words(db_, "INSERT INTO sentence_words (rowid, text) VALUES (?,?)");
  std::string folded;
  while (sentence.step()) {
    folded = utf8::fold(sentence.view(1));
    if (!run(words.bind(sentence.integer(0)).bind(folded))) return false;
  }
  code_ = sentence.code();
  return sentence.ok();
}

bool GraphWriter::write_merges() {
  sqlite::Query merge(db_, "INSERT INTO merges VALUES (?,?,?,?,?,?,?)");
  std::uint32_t node = kNone;
  std::size_t rank = 0;
  for (const MergeReason& m : graph_.merges()) {
    rank = m.node == node ? rank + 1 : 0;
    node = m.node;
    std::string articles;
    for (const std::uint32_t d : m.documents)
      articles.append(articles.empty() ? "" : " ").append(std::to_string(article_[d]));
    merge.bind(index(m.node)).bind(index(rank)).bind(m.name).bind(articles);
    if (!run(merge.bind(m.other_name).bind(m.rule).bind(m.detail))) return false;
  }
  return true;
}

bool GraphWriter::write_edges() {
  sqlite::Query edge(db_, "INSERT INTO edges VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  sqlite::Query source(db_, "INSERT INTO edge_sources VALUES (?,?)");
  sqlite::Query article(db_, "INSERT INTO edge_articles VALUES (?,?)");
  sqlite::Query other(db_, "INSERT INTO contradictions VALUES (?,?)");
  for (std::size_t i = 0; i < graph_.edges().size(); ++i) {
    const Edge& e = graph_.edges()[i];
    edge.bind(index(i)).bind(e.id).bind(index(e.source)).bind(index(e.target)).bind(to_string(e.kind));
    edge.bind(e.relation).bind(e.lemma).bind(e.preposition).bind(e.first_time).bind(e.last_time);
    bind_index(edge, e.place).bind(to_string(e.polarity)).bind(to_string(e.modality));
    if (e.quantity) {
      edge.bind(e.quantity->value).bind(to_string(e.quantity->comparator)).bind(e.quantity->unit);
    } else {
      edge.bind_null().bind_null().bind_null();
    }
    bind_index(edge, e.event).bind(index(e.documents.size())).bind(e.confidence);
    if (!run(edge)) return false;
    for (const std::uint32_t n : e.sources)
      if (!run(source.bind(index(i)).bind(index(n)))) return false;
    for (const std::uint32_t d : e.documents)
      if (!run(article.bind(index(i)).bind(article_[d]))) return false;
    for (const std::uint32_t c : e.contradicts)
      if (!run(other.bind(index(i)).bind(index(c)))) return false;
  }
  return true;
}

bool GraphWriter::write_evidence() {
  sqlite::Query find(db_, "SELECT number FROM statements WHERE id = ? AND article = ?");
  std::vector<std::int64_t> number;  // of each support's statement
  for (const Support& s : graph_.supports()) {
    if (!find.reset().bind(s.statement).bind(article_[s.document]).step()) {
      code_ = find.ok() ? SQLITE_CORRUPT : find.code();
      return false;
    }
    number.push_back(find.integer(0));
  }
  find.reset();
  sqlite::Query evidence(db_, "INSERT INTO edge_statements VALUES (?,?,?,?,?,?)");
  std::string sources;
  for (std::size_t i = 0; i < graph_.edges().size(); ++i) {
    const List<std::uint32_t> supports = graph_.edges()[i].supports;
    for (std::size_t rank = 0; rank < supports.size(); ++rank) {
      const Support& s = graph_.supports()[supports[rank]];
      sources.clear();
      for (const std::uint32_t n : s.attribution)
        sources.append(sources.empty() ? "" : " ").append(std::to_string(n));
      evidence.bind(index(i)).bind(index(rank)).bind(article_[s.document]).bind(number[supports[rank]]);
      if (!run(bind_index(evidence, s.place).bind(sources))) return false;
    }
  }
  return true;
}

bool GraphWriter::write_packed() {
  sqlite::Query chunk(db_, "INSERT INTO packed_graph VALUES (?,?,?)");
  const std::vector<std::string> parts = pack_graph(graph_);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::string_view bytes = parts[part];
    for (std::size_t at = 0, number = 0; at < bytes.size() || number == 0; at += kChunk, ++number)
      if (!run(chunk.bind(index(part)).bind(index(number)).bind_blob(bytes.substr(at, kChunk)))) return false;
  }
  return true;
}

}  // namespace maillon
