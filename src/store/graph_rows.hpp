// KnowledgeGraph -> the rows of the second part of schemas/formats/store.sql.
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "store/sqlite.hpp"

namespace maillon {

/// Replaces the graph that is there, inside the caller's transaction.
class GraphWriter {
 public:
  GraphWriter(sqlite3* db, const KnowledgeGraph& graph) : db_(db), graph_(graph) {}

  /// False on failure; code() tells which.
  bool write();
  int code() const { return code_; }

 private:
  bool execute(const char* sql);
  bool run(sqlite::Query& query);
  bool number_articles();
  bool write_nodes();
  bool write_names();
  bool write_words();
  bool write_merges();
  bool write_edges();
  bool write_evidence();
  bool write_packed();

  sqlite3* db_;
  const KnowledgeGraph& graph_;
  std::vector<std::int64_t> article_;  ///< document of the graph -> articles.number
  int code_ = SQLITE_OK;
};

}  // namespace maillon
