// Tab-separated tables in memory, as schemas/ has them: lines, tabs, "# " comments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace maillon {

/// Walks over the rows of `text`, which must outlive the reader; empty lines and comment lines ("#" or "# …")
/// are skipped. Columns are views into the text.
class TsvReader {
 public:
  explicit TsvReader(std::string_view text) : text_(text) {}

  /// Advances to the next row; false at the end.
  bool next() {
    while (!text_.empty()) {
      const std::size_t end = text_.find('\n');
      std::string_view line = text_.substr(0, end);
      text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line == "#" || line.starts_with("# ")) continue;
      split(line);
      return true;
    }
    return false;
  }
  std::size_t size() const { return columns_.size(); }
  std::string_view operator[](std::size_t column) const { return columns_[column]; }
  std::uint32_t line() const { return line_; }  ///< 1-based

  /// A Diagnostic at the current row; `path` below schemas/.
  Diagnostic error(std::string_view path, std::string message) const {
    Diagnostic d = error_in("schemas/" + std::string(path), std::move(message));
    d.line = line_;
    return d;
  }

 private:
  void split(std::string_view line) {
    columns_.clear();
    for (std::size_t tab; (tab = line.find('\t')) != std::string_view::npos; line.remove_prefix(tab + 1))
      columns_.push_back(line.substr(0, tab));
    columns_.push_back(line);
  }

  std::string_view text_;
  std::uint32_t line_ = 0;
  std::vector<std::string_view> columns_;
};

}  // namespace maillon
