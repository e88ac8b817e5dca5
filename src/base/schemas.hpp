// The data that rules, vocabulary and formats are written in: embedded in the program, or a folder of the
// user's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace maillon {

/// Read access to the files of `schemas/` by their path below it ("fr/relations/meeting.json").
class Schemas {
 public:
  /// The files compiled into the program. Their text lives as long as the program.
  static Schemas embedded();
  /// Files of `folder`; what the folder lacks is taken from the embedded ones.
  static Result<Schemas> from_folder(const std::string& folder);

  /// The same with one more file, or with that file's text replaced.
  Schemas with(std::string path, std::string text) &&;

  /// The file's bytes. Valid as long as this object; a path that does not exist is a Diagnostic.
  Result<std::string_view> read(std::string_view path) const;
  /// Paths that begin with `prefix`, sorted by bytes.
  std::vector<std::string_view> list(std::string_view prefix) const;

 private:
  struct File {
    std::string path;
    std::string owned;  ///< text of a file from a folder
    std::string_view text;
  };
  std::vector<File> files_;  ///< sorted by path
};

}  // namespace maillon
