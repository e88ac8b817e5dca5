// What every format writes of a node and of an edge: one table for all, so that no format loses what another
// keeps.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

enum class PropertyType : std::uint8_t { text, integer, number, boolean, list };

/// monostate where the thing has no such property. Views live as long as the graph.
using PropertyValue = std::variant<std::monostate, std::string_view, std::uint64_t, double, bool,
                                   std::vector<std::string_view>, std::vector<std::string>>;

/// Names avoid id, source, target, type and timeset, which Gephi keeps for itself.
struct NodeProperty {
  std::string_view name;
  PropertyType type;
  PropertyValue (*of)(const KnowledgeGraph&, const Node&);
};
struct EdgeProperty {
  std::string_view name;
  PropertyType type;
  PropertyValue (*of)(const KnowledgeGraph&, const Edge&);
};

/// "label" comes first in both.
std::span<const NodeProperty> node_properties();
std::span<const EdgeProperty> edge_properties();

/// Empty texts, empty lists and monostate: what formats leave out.
bool is_absent(const PropertyValue&);
/// A list as a JSON array, anything else in plain text ("true", "12", "0.5"); nothing for an absent value.
void append_plain(std::string& out, const PropertyValue&);
/// The same for XML, as content or in a double-quoted attribute. Names in a list are without what XML
/// forbids, as they are elsewhere. In lists INF is spelt with an escape of JSON, \u0049NF: Gephi writes
/// Infinity for it wherever it stands in a value (0.10, ElementDraftImpl.parseValue). In plain text there is
/// no other spelling.
void append_xml_value(std::string& out, const PropertyValue&);

/// One evidence as a JSON object: all that a Support holds, with nodes and documents by id.
std::string evidence_json(const KnowledgeGraph&, const Support&);
/// How a name came to a node as a JSON object: the name, what it joined, the rule, why, the documents that
/// use it.
std::string merge_json(const KnowledgeGraph&, const MergeReason&);
/// A document's metadata as a JSON object.
std::string document_json(const SourceDocument&);

/// The type's name in GraphML and GEXF alike; lists are JSON text.
std::string_view xml_type(PropertyType);

}  // namespace maillon
