// Statements as JSON Lines (RFC 8259, one object a line): the program's contract with scorers, pipes and
// other tools. schemas/formats/statement.schema.json states every member.
#pragma once

#include <string>

#include "relations/statement.hpp"

namespace maillon {

/// Appends one statement and a line end. Offsets are code points, as in Evidence.
void write_statement(const Extraction&, const Statement&, std::string& out);

/// Appends all statements of an article, in their order; nothing where it states nothing.
void write_statements(const Extraction&, std::string& out);

}  // namespace maillon
