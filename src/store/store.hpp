// One SQLite file with what was read from each article: schemas/formats/store.sql says what is in it.
//
// The store holds extractions and no graph. The graph is built from all of them, so that the same articles
// give the same graph and exports in whatever order and batches they were stored.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// One connection. Not thread-safe; movable.
class Store {
 public:
  enum class Mode : std::uint8_t {
    read,   ///< the file must exist
    write,  ///< the file is made where it is missing; a second writer is refused
  };
  static constexpr int kVersion = 1;

  /// `path` is a file or a folder, where graph.db is meant. Missing, damaged, foreign, newer-version and
  /// unwritable files are Diagnostics that say so.
  static Result<Store> open(const std::string& path, Mode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Content hash of each document, by id.
  Result<std::map<std::string, std::string>> documents() const;
  /// Adds a batch in one transaction: a document of the same id is replaced. All or nothing.
  Status add(const std::vector<Extraction>& batch);
  /// Adds what `other` holds, in one transaction. Of two states of one article the one with the greater
  /// content hash stays, so that stores can be merged in any order, in any grouping and again.
  Status merge(const Store& other);
  /// All extractions, sorted by document id, exactly as they were added.
  Result<std::vector<Extraction>> load() const;
  /// Removes documents with all that belongs to them, in one transaction. An id that is not there is a
  /// Diagnostic, and nothing is removed.
  Status forget(const std::vector<std::string>& documents);
  /// SQLite's integrity check, foreign keys, and the references that the schema cannot express.
  Status check() const;

  const std::string& path() const { return path_; }

 private:
  Store();
  struct Connection;
  std::string path_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace maillon
