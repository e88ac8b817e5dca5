#include "export/graphml.hpp"

#include "export/parallel.hpp"
#include "export/properties.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

/// Key ids are unique over node and edge keys. The edge's label has the id "label", where APOC looks for its
/// type.
std::string node_key(std::string_view property) { return "n_" + std::string(property); }
std::string edge_key(std::string_view property) {
  return property == "label" ? "label" : "e_" + std::string(property);
}

void append_key(std::string& out, std::string_view id, std::string_view domain, std::string_view name,
                PropertyType type, bool strict) {
  out += "  <key id=\"";
  append_xml(out, id);
  out += "\" for=\"";
  out += domain;
  out += "\" attr.name=\"";
  append_xml(out, name);
  out += "\" attr.type=\"";
  out += xml_type(type);
  out += '"';
  if (type == PropertyType::list && !strict) out += " attr.list=\"string\"";
  out += "/>\n";
}

/// Boost reads 1 and 0 only, Gephi true and false only; XML Schema allows both. `key` needs no escapes.
void append_data(std::string& out, std::string_view key, const PropertyValue& value, bool strict) {
  if (is_absent(value)) return;
  const std::size_t before = out.size();
  out += "<data key=\"";
  out += key;
  out += "\">";
  const std::size_t begin = out.size();
  if (const bool* truth = std::get_if<bool>(&value); truth != nullptr && strict) {
    out += *truth ? '1' : '0';
  } else {
    append_xml_value(out, value);
  }
  if (out.size() == begin) {
    out.resize(before);
  } else {
    out += "</data>";
  }
}

void append_xml_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_xml(out, value);
  out += '"';
}

}  // namespace

/// The edge's type for Gephi, which merges parallel edges of one type, is an attribute whose local name is
/// "label": Gephi asks for no more. With a namespace of its own, APOC does not take it for the type.
void write_graphml(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink) {
  const bool strict = options.strict;
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" " +
      std::string(strict ? "" : "xmlns:gephi=\"urn:maillon:gephi\" ") +
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  std::vector<std::string> node_keys, edge_keys;
  for (const NodeProperty& p : node_properties()) {
    node_keys.push_back(node_key(p.name));
    append_key(out, node_keys.back(), "node", p.name, p.type, strict);
  }
  for (const EdgeProperty& p : edge_properties()) {
    edge_keys.push_back(edge_key(p.name));
    append_key(out, edge_keys.back(), "edge", p.name, p.type, strict);
  }
  if (!strict) append_key(out, "g_documents", "graph", "documents", PropertyType::list, strict);
  out += "  <graph id=\"maillon\" edgedefault=\"directed\">\n";
  if (!strict) {
    std::vector<std::string> documents;
    for (const SourceDocument& d : graph.documents()) documents.push_back(document_json(d));
    out += "    ";
    append_data(out, "g_documents", documents, strict);
    out += '\n';
  }
  sink << out;

  for (const Node& n : graph.nodes()) {
    out = "    <node";
    append_xml_attribute(out, "id", n.id);
    if (!strict) append_xml_attribute(out, "labels", ":Entity:" + std::string(to_string(n.type)));
    out += '>';
    for (std::size_t i = 0; i < node_keys.size(); ++i)
      append_data(out, node_keys[i], node_properties()[i].of(graph, n), strict);
    out += "</node>\n";
    sink << out;
  }
  const std::vector<std::string> relations = distinct_relations(graph);
  for (std::size_t index = 0; index < graph.edges().size(); ++index) {
    const Edge& e = graph.edges()[index];
    out = "    <edge";
    append_xml_attribute(out, "id", e.id);
    append_xml_attribute(out, "source", graph.nodes()[e.source].id);
    append_xml_attribute(out, "target", graph.nodes()[e.target].id);
    if (!strict) append_xml_attribute(out, "gephi:label", relations[index]);
    out += '>';
    for (std::size_t i = 0; i < edge_keys.size(); ++i)
      append_data(out, edge_keys[i], edge_properties()[i].of(graph, e), strict);
    out += "</edge>\n";
    sink << out;
  }
  sink << "  </graph>\n</graphml>\n";
}

}  // namespace maillon
