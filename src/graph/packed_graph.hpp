// KnowledgeGraph <-> columns of numbers, so that a large graph is read whole in one go, without looking at
// its articles again.
//
// A part is a column: a member of all documents, nodes, edges, supports or merges in their order. Strings
// are numbers into one table; lists are their lengths and, in a part of its own, their items one after the
// other. Integers are little-endian, reals IEEE 754 binary64.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon {

/// The parts, in the order in which unpack_graph() asks for them.
std::vector<std::string> pack_graph(const KnowledgeGraph&);

/// Where a packed graph is read from.
struct PackedSource {
  /// Gives room for so many bytes.
  using Place = std::function<char*(std::size_t size)>;

  std::uint64_t size = 0;  ///< bytes of all parts together
  /// Asks once for room for part `number`, counted from 0, and fills it; false where there is none.
  std::function<bool(std::uint32_t number, const Place& place)> read;
};

/// The graph equals the packed one. Bytes that no graph gives are a Diagnostic, whatever they are; memory is
/// bounded by the source's size.
Result<KnowledgeGraph> unpack_graph(const PackedSource& source);

}  // namespace maillon
