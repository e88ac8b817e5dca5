// Files that appear together: written aside, brought to the disk, renamed over those of the last run.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace maillon {

/// A folder inside the output folder in which the new files are written. Until commit() the old ones are
/// untouched; without it the new ones are gone with this object, and so is an output folder that it made.
class OutputSet {
 public:
  /// Makes `folder` and those above it where they are missing. A folder that cannot be written is a
  /// Diagnostic.
  static Result<OutputSet> open(const std::string& folder);
  OutputSet(OutputSet&&) noexcept;
  OutputSet& operator=(OutputSet&&) = delete;
  ~OutputSet();

  /// Where to write the new files, under their final names.
  const std::string& staging() const { return staging_; }
  /// fsync of every file, then one rename each, then fsync of the folder. Companions of a replaced SQLite
  /// file (-wal, -shm, -journal) go with it. The names of the files, sorted; those of folders as "csv/x".
  Result<std::vector<std::string>> commit();

 private:
  OutputSet(std::string folder, std::string staging, bool made_folder);
  std::string folder_, staging_;
  bool made_folder_;
};

}  // namespace maillon
