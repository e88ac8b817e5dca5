// A part of the stored graph as a graph of its own, read row by row: what one entity's questions need.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "store/store.hpp"

namespace maillon {

/// The edges within `hops` steps of `node` (a row of nodes), either way; beside them the edges that it
/// vouches for or is the place of, what takes part in the events at their ends, and what contradicts any of
/// them. All that is there is whole and ordered as in the stored graph, but for merges: they are those of
/// `node`.
Result<KnowledgeGraph> graph_around(const Store& store, std::uint32_t node, std::uint32_t hops);

}  // namespace maillon
