#include "export/graph_ndjson.hpp"

#include "export/properties.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

void append_member(std::string& out, std::string_view name, std::string_view text) {
  append_json(out, name);
  out += ':';
  append_json(out, text);
}

/// Lists of objects are JSON text already.
void append_value(std::string& out, const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    append_json(out, *text);
  } else if (const auto* objects = std::get_if<std::vector<std::string>>(&value)) {
    out += '[';
    for (const std::string& object : *objects) {
      if (out.back() != '[') out += ',';
      out += object;
    }
    out += ']';
  } else {
    append_plain(out, value);
  }
}

template <class Property, class Item>
void append_properties(std::string& out, const KnowledgeGraph& graph, std::span<const Property> properties,
                       const Item& item) {
  for (const Property& p : properties) {
    const PropertyValue value = p.of(graph, item);
    if (is_absent(value)) continue;
    out += ',';
    append_json(out, p.name);
    out += ':';
    append_value(out, value);
  }
}

}  // namespace

void write_graph_ndjson(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  std::string out;
  for (const SourceDocument& d : graph.documents()) {
    out = "{\"record\":\"document\",";
    out.append(document_json(d), 1);  // behind its brace
    sink << out << "\n";
  }
  for (const Node& n : graph.nodes()) {
    out = "{\"record\":\"node\",";
    append_member(out, "id", n.id);
    append_properties(out, graph, node_properties(), n);
    sink << out << "}\n";
  }
  for (const Edge& e : graph.edges()) {
    out = "{\"record\":\"edge\",";
    append_member(out, "id", e.id);
    out += ',';
    append_member(out, "source", graph.nodes()[e.source].id);
    out += ',';
    append_member(out, "target", graph.nodes()[e.target].id);
    append_properties(out, graph, edge_properties(), e);
    sink << out << "}\n";
  }
}

}  // namespace maillon
