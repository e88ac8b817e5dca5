#include "base/csv_reader.hpp"

#include <algorithm>

namespace maillon {

bool CsvReader::next() {
  while (!text_.empty() && (text_.front() == '\n' || text_.front() == '\r')) {
    if (text_.front() == '\n') ++next_line_;
    text_.remove_prefix(1);
  }
  if (text_.empty()) return false;
  line_ = next_line_;
  fields_.clear();
  malformed_ = false;
  for (bool more = true; more;) {
    read_field();
    more = !text_.empty() && text_.front() == ',';
    if (!text_.empty() && text_.front() == '\n') ++next_line_;
    if (!text_.empty()) text_.remove_prefix(1);  // the comma, or the end of the line
  }
  return true;
}

/// Stops before the comma, before the line feed, or at the end.
void CsvReader::read_field() {
  std::string& field = fields_.emplace_back();
  if (!text_.empty() && text_.front() == '"') read_quoted(field);
  const std::size_t end = std::min(text_.find_first_of(",\n"), text_.size());
  std::string_view rest = text_.substr(0, end);
  text_.remove_prefix(end);
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  if (!field.empty() && !rest.empty()) malformed_ = true;
  field += rest;
}

void CsvReader::read_quoted(std::string& field) {
  text_.remove_prefix(1);
  while (!text_.empty()) {
    const char c = text_.front();
    text_.remove_prefix(1);
    if (c == '\n') ++next_line_;
    if (c != '"') {
      field += c;
    } else if (text_.starts_with('"')) {
      field += c;
      text_.remove_prefix(1);
    } else {
      return;
    }
  }
  malformed_ = true;
}

}  // namespace maillon
