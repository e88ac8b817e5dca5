// One SQLite file with what was read from each article and the graph that is merged from it:
// schemas/formats/store.sql says what is in it.
//
// The articles are the store proper. The graph is made from all of them, so that the same articles give the
// same graph and exports in whatever order and batches they were stored; it is kept beside them to be read
// without merging again.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/knowledge_graph.hpp"
#include "relations/statement.hpp"

struct sqlite3;

namespace maillon {

/// What a stored graph was made with.
struct GraphOrigin {
  /// In place of a hash: the graph came from a file, and no rules give it from the articles again.
  static constexpr std::string_view kImported = "imported";
  std::string rules;    ///< hash of the rules that merged it
  std::string options;  ///< what was asked of them
  friend bool operator==(const GraphOrigin&, const GraphOrigin&) = default;
};

/// One connection. Not thread-safe; movable. Every change is one transaction: all of it or nothing, whatever
/// happens to the process.
class Store {
 public:
  enum class Mode : std::uint8_t {
    read,   ///< the file must exist
    write,  ///< the file is made where it is missing; a second writer is refused
  };
  static constexpr int kVersion = 2;

  /// The file that `path` means: itself, or graph.db in it where it is a folder.
  static std::string file_of(const std::string& path);
  /// Missing, damaged, foreign, newer-version and unwritable files are Diagnostics that say so. A store of an
  /// older version is brought to this one.
  static Result<Store> open(const std::string& path, Mode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// How an article was read.
  struct State {
    std::string content_hash;
    std::string analysis;  ///< Extraction::analysis
    bool has_text = false;
  };
  /// By article id.
  Result<std::map<std::string, State>> articles() const;
  /// Adds a batch: an article of the same id is replaced.
  Status add(const std::vector<Extraction>& batch);
  /// Adds what `other` holds. Of two states of one article the one with the greater content hash stays, of
  /// equals that of the greater analysis, so that stores can be merged in any order, in any grouping and
  /// again.
  Status merge(const Store& other);
  /// All extractions, sorted by article id, exactly as they were added but for their texts.
  Result<std::vector<Extraction>> load() const;
  /// The article as it was analysed. One that is not there, or came without its text, is a Diagnostic.
  Result<Article> article(const std::string& id) const;
  /// Removes articles with all that belongs to them. An id that is not there is a Diagnostic, and nothing is
  /// removed.
  Status forget(const std::vector<std::string>& articles);

  /// What the stored graph was made with; nothing where it is not that of the stored articles.
  Result<std::optional<GraphOrigin>> graph_origin() const;
  /// Keeps the graph of the stored articles, in place of the one before.
  Status set_graph(const KnowledgeGraph& graph, const GraphOrigin& origin);
  /// The graph that is kept, whole.
  Result<KnowledgeGraph> graph() const;

  /// SQLite's integrity check, foreign keys, and the references that the schema cannot express.
  Status check() const;

  const std::string& path() const { return path_; }
  /// For the readers and writers of this room. Lives as long as the store.
  sqlite3* connection() const;

 private:
  Store();
  struct Connection;
  std::string path_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace maillon
