// Values as text.
#pragma once

#include <string>

#include "cypher/property_graph.hpp"
#include "cypher/value.hpp"

namespace maillon::cypher {

/// As toString() has it: no quotes around a string, 1.0 for a real without fraction, ISO 8601 for temporal
/// values; lists and maps as in a query.
std::string plain_text(const Value& value);
/// As in a query: 'text', [1, 2], {key: true}; (:Label {key: 1}), [:TYPE] and <(…)-[…]->(…)> for what the
/// graph holds.
std::string query_text(const Value& value, const PropertyGraph& graph);
/// For people: of nodes only their name (or id) and labels, of relationships only the type.
std::string brief_text(const Value& value, const PropertyGraph& graph);
/// The shortest text that reads back as the same number, with ".0" where it looks like an integer.
std::string real_text(double x);

}  // namespace maillon::cypher
