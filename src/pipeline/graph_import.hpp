// An exported graph becomes a store: what `maillon import` does.
#pragma once

#include <string>

#include "base/result.hpp"
#include "pipeline/graph_build.hpp"

namespace maillon {

/// Reads GraphML or JSON-LD (see read_graph) into a new store: `output` is a .db file, or a folder whose
/// graph.db is made. The store's graph is the one of the file, whatever the rules of this program would
/// merge; as soon as articles come or go (build, merge, forget), it is merged anew from what the file tells
/// of its articles. A store that holds articles already is a Diagnostic, and stays as it was.
Result<BuildReport> import_graph(const std::string& file, const std::string& output);

}  // namespace maillon
