#include "base/diagnostic.hpp"

#include <utility>

namespace maillon {

std::string Diagnostic::to_string() const {
  std::string out;
  if (!file.empty()) {
    out += file;
    if (line != 0) out += ':' + std::to_string(line);
    if (column != 0) out += ':' + std::to_string(column);
    out += ": ";
  }
  if (!rule.empty()) out += "rule " + rule + ": ";
  out += message;
  if (has_byte) out += " at byte " + std::to_string(byte);
  if (!hint.empty()) out += "; " + hint;
  return out;
}

Diagnostic error_in(std::string file, std::string message, std::string hint) {
  Diagnostic d;
  d.file = std::move(file);
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

}  // namespace maillon
