// With which program and rules something was made, in a few characters that a store can keep.
#pragma once

#include <string>

#include "base/schemas.hpp"

namespace maillon {

/// For the analysis of an article: the program's version and a hash of all that its stages read, the user's
/// rules included ("0.1.0 5f0c…").
std::string analysis_hash(const Schemas&);
/// For the merging of articles into a graph.
std::string graph_hash(const Schemas&);

}  // namespace maillon
