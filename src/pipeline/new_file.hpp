// A file that a run makes and that goes with it where the run comes to nothing.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

namespace maillon {

class NewFile {
 public:
  /// Nothing happens to a file that is there already.
  explicit NewFile(std::string path) : path_(std::move(path)) {
    std::error_code ignored;
    kept_ = std::filesystem::exists(path_, ignored);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove(path_, ignored);
  }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_;
};

}  // namespace maillon
