// What went wrong, where, and what to do: errors are values until the command line prints them.
#pragma once

#include <cstdint>
#include <string>

namespace maillon {

enum class Severity : std::uint8_t { warning, error };

/// One problem. Fields that do not apply stay empty or zero.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;          ///< path as the user gave it; "-" is standard input
  std::uint32_t line = 0;    ///< 1-based
  std::uint32_t column = 0;  ///< 1-based, in code points
  std::uint64_t byte = 0;    ///< 0-based offset in the file; only meaningful where has_byte
  bool has_byte = false;
  std::string rule;     ///< id of the rule or schema path concerned
  std::string message;  ///< what is wrong, one sentence, no full stop
  std::string hint;     ///< what to do about it; may be empty

  /// "file:line:column: message; hint" in the manner of compilers.
  std::string to_string() const;
};

Diagnostic error_in(std::string file, std::string message, std::string hint = {});

}  // namespace maillon
