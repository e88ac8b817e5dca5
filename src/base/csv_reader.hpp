// Comma-separated tables in memory (RFC 4180): quoted fields, doubled quotes, line breaks inside quotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maillon {

/// Walks over the rows of `text`, which must outlive the reader. A byte order mark and empty lines are
/// skipped.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }

  /// Advances to the next row; false at the end.
  bool next();
  const std::vector<std::string>& fields() const { return fields_; }
  std::uint32_t line() const { return line_; }  ///< 1-based, on which the row begins
  /// A quoted field does not end, or has text behind its closing quote.
  bool malformed() const { return malformed_; }

 private:
  void read_field();
  void read_quoted(std::string& field);

  std::string_view text_;
  std::vector<std::string> fields_;
  std::uint32_t line_ = 0, next_line_ = 1;
  bool malformed_ = false;
};

}  // namespace maillon
