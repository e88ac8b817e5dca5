#include "export/neo4j.hpp"

#include <vector>

#include "export/properties.hpp"
#include "export/text.hpp"

namespace maillon {

std::string_view neo4j_name(std::string_view node_property) {
  return node_property == "label" ? "name" : node_property;
}
bool is_neo4j_property(const EdgeProperty& p) { return p.name != "label"; }
std::string_view neo4j_type(const Edge& e) {
  return e.relation.empty() ? std::string_view("RELATED_TO") : e.relation;
}

namespace {

constexpr char kArrayDelimiter = '\x1F';

std::string_view column_type(PropertyType type) {
  switch (type) {
    case PropertyType::integer:
      return ":long";
    case PropertyType::number:
      return ":double";
    case PropertyType::boolean:
      return ":boolean";
    case PropertyType::list:
      return ":string[]";
    case PropertyType::text:
      break;
  }
  return ":string";
}

/// Line ends and the array delimiter become spaces; what XML forbids is left out.
void append_inside(std::string& out, std::string_view text) {
  std::string buffer;
  for (const char c : legal_xml(text, buffer)) {
    if (c == '\n' || c == '\r' || c == '\t' || c == kArrayDelimiter) {
      out += ' ';
    } else {
      if (c == '"') out += '"';
      out += c;
    }
  }
}

void append_field(std::string& out, const PropertyValue& value) {
  if (is_absent(value)) return;
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    out += '"';
    append_inside(out, *text);
    out += '"';
    return;
  }
  const auto append_list = [&](const auto& items) {
    out += '"';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i != 0) out += kArrayDelimiter;
      append_inside(out, items[i]);
    }
    out += '"';
  };
  if (const auto* views = std::get_if<std::vector<std::string_view>>(&value)) {
    append_list(*views);
  } else if (const auto* strings = std::get_if<std::vector<std::string>>(&value)) {
    append_list(*strings);
  } else {
    append_plain(out, value);
  }
}

}  // namespace

void write_neo4j_nodes_header(const KnowledgeGraph&, const ExportOptions&, Sink& sink) {
  std::string out = "id:ID(Node)";
  for (const NodeProperty& p : node_properties())
    out += ',' + std::string(neo4j_name(p.name)) + std::string(column_type(p.type));
  sink << out << ",:LABEL\n";
}

void write_neo4j_nodes(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  std::string out;
  for (const Node& n : graph.nodes()) {
    out.clear();
    append_field(out, n.id);
    for (const NodeProperty& p : node_properties()) {
      out += ',';
      append_field(out, p.of(graph, n));
    }
    out += ',';
    append_field(out, std::vector<std::string_view>{"Entity", to_string(n.type)});
    out += '\n';
    sink << out;
  }
}

void write_neo4j_edges_header(const KnowledgeGraph&, const ExportOptions&, Sink& sink) {
  std::string out = ":START_ID(Node),:END_ID(Node),:TYPE,id:string";
  for (const EdgeProperty& p : edge_properties())
    if (is_neo4j_property(p)) out += ',' + std::string(p.name) + std::string(column_type(p.type));
  sink << out << "\n";
}

void write_neo4j_edges(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  std::string out;
  for (const Edge& e : graph.edges()) {
    out.clear();
    append_field(out, graph.nodes()[e.source].id);
    out += ',';
    append_field(out, graph.nodes()[e.target].id);
    out += ',';
    append_field(out, neo4j_type(e));
    out += ',';
    append_field(out, e.id);
    for (const EdgeProperty& p : edge_properties()) {
      if (!is_neo4j_property(p)) continue;
      out += ',';
      append_field(out, p.of(graph, e));
    }
    out += '\n';
    sink << out;
  }
}

void write_neo4j_command(const KnowledgeGraph&, const ExportOptions&, Sink& sink) {
  sink << "#!/bin/sh\n"
          "# Neo4j 5: run in this folder, into a database that does not exist yet; then run schema.cypher in "
          "it.\n"
          "exec neo4j-admin database import full --nodes=nodes-header.csv,nodes.csv \\\n"
          "  --relationships=edges-header.csv,edges.csv --array-delimiter=U+001F --id-type=string "
          "\"${1:-neo4j}\"\n";
}

void write_neo4j_schema(const KnowledgeGraph&, const ExportOptions&, Sink& sink) {
  sink << kNeo4jConstraint << "CREATE INDEX maillon_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);\n";
}

}  // namespace maillon
