// Values as JSON (RFC 8259).
#pragma once

#include <string>

#include "cypher/property_graph.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// A node is {"labels":[…],"properties":{…}}, a relationship {"type":…,"start":ID,"end":ID,"properties":{…}}
/// where ID is the node's property `id` or, without one, its number; a path is
/// {"nodes":[…],"relationships":[…]}; temporal values are strings; NaN and the infinities, which JSON lacks,
/// are null.
void append_json(std::string& out, const Value& value, const PropertyGraph& graph);

}  // namespace maillon::cypher
