// Values as openCypher's features write them, and values of a result, in one canonical text.
#pragma once

#include <string>
#include <string_view>

#include "cypher/property_graph.hpp"

namespace maillon::tck {

/// Labels and keys sorted; with `any_order`, the items of lists, too. Throws std::runtime_error for a cell
/// that is no value.
std::string canonical(std::string_view cell, bool any_order);
std::string canonical(const cypher::Value& value, const cypher::PropertyGraph& graph, bool any_order);

}  // namespace maillon::tck
