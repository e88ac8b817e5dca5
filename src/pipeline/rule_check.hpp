// Everything that is wrong, and what looks wrong, in rule files: what `maillon rules check` tells.
#pragma once

#include <string_view>
#include <vector>

#include "base/schemas.hpp"
#include "lexicon/lexicon.hpp"
#include "relations/frame.hpp"

namespace maillon {

/// Problems of the files under fr/relations/ that begin with `prefix`, by file and line. Errors: what loading
/// refuses, and frames without example or counter-example. Warnings: triggers that no French word matches,
/// frames without triggers, and triggers that another frame of at least the same priority takes first.
std::vector<Diagnostic> check_rules(const Schemas&, const Lexicon&, std::string_view prefix);

}  // namespace maillon
