// ParsedText as CoNLL-U (universaldependencies.org/format.html).
#pragma once

#include <string>

#include "syntax/parsed_text.hpp"

namespace maillon {

struct ConlluOptions {
  bool explain = false;  ///< rules of readings and arcs in MISC (Rule=…|ArcRule=…)
};

/// Appends all sentences of `parsed` to `out`. sent_id is "<article id>-<1-based number>".
void write_conllu(const ParsedText& parsed, const ConlluOptions& options, std::string& out);

}  // namespace maillon
