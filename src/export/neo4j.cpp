#include "export/neo4j.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "export/properties.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

constexpr char kArrayDelimiter = '\x1F';
constexpr std::size_t kBatch = 500;
constexpr std::string_view kSchema =
    "CREATE CONSTRAINT maillon_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";

/// Neo4j's name of a property: `name` is what people ask for, and a relationship has a type, not a label.
std::string_view node_name(std::string_view property) { return property == "label" ? "name" : property; }
bool is_edge_property(const EdgeProperty& p) { return p.name != "label"; }

std::string_view relation_of(const Edge& e) {
  return e.relation.empty() ? std::string_view("RELATED_TO") : e.relation;
}

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
  for (const char c : legal_xml(text)) {
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
    out += ',' + std::string(node_name(p.name)) + std::string(column_type(p.type));
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
    if (is_edge_property(p)) out += ',' + std::string(p.name) + std::string(column_type(p.type));
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
    append_field(out, relation_of(e));
    out += ',';
    append_field(out, e.id);
    for (const EdgeProperty& p : edge_properties()) {
      if (!is_edge_property(p)) continue;
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
  sink << kSchema << "CREATE INDEX maillon_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);\n";
}

// ---- Cypher

namespace {

/// A Cypher string literal.
void append_cypher(std::string& out, std::string_view text) {
  out += '\'';
  for (const char c : legal_xml(text)) {
    if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  out += '\'';
}

/// A name in backticks, which are doubled inside.
std::string quoted_name(std::string_view name) {
  std::string out = "`";
  for (const char c : legal_xml(name)) {
    if (c == '`') out += '`';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out + '`';
}

void append_cypher(std::string& out, const PropertyValue& value) {
  const auto append_list = [&](const auto& items) {
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i != 0) out += ',';
      append_cypher(out, std::string_view(items[i]));
    }
    out += ']';
  };
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    append_cypher(out, *text);
  } else if (const auto* views = std::get_if<std::vector<std::string_view>>(&value)) {
    append_list(*views);
  } else if (const auto* strings = std::get_if<std::vector<std::string>>(&value)) {
    append_list(*strings);
  } else if (const auto* number = std::get_if<double>(&value)) {
    std::string digits;
    append_number(digits, *number);
    if (digits.find_first_of(".e") == std::string::npos) digits += ".0";
    out += digits;
  } else {
    append_plain(out, value);
  }
}

template <class Item, class Properties, class Name>
void append_map(std::string& out, const KnowledgeGraph& graph, const Item& item, Properties properties,
                Name name) {
  out += '{';
  bool first = true;
  for (const auto& p : properties) {
    const std::string_view key = name(p);
    const PropertyValue value = p.of(graph, item);
    if (key.empty() || is_absent(value)) continue;
    if (!first) out += ',';
    first = false;
    out += quoted_name(key) + ':';
    append_cypher(out, value);
  }
  out += '}';
}

/// One UNWIND over rows that `row` writes, per run of at most kBatch items of `order` with the same `group`.
template <class Group, class Row, class Tail>
void write_batches(Sink& sink, const std::vector<std::uint32_t>& order, Group group, Row row, Tail tail) {
  std::string out;
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    out = "UNWIND [\n";
    while (end < order.size() && end < begin + kBatch && group(order[end]) == group(order[begin])) {
      if (end != begin) out += ",\n";
      row(out, order[end++]);
    }
    out += "\n] AS row\n";
    tail(out, order[begin]);
    sink << out;
    begin = end;
  }
}

std::vector<std::uint32_t> numbers(std::size_t count) {
  std::vector<std::uint32_t> out(count);
  std::iota(out.begin(), out.end(), 0u);
  return out;
}

void write_cypher_nodes(const KnowledgeGraph& graph, Sink& sink) {
  const auto type = [&](std::uint32_t i) { return graph.nodes()[i].type; };
  std::vector<std::uint32_t> order = numbers(graph.nodes().size());
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return type(a) < type(b); });
  write_batches(
      sink, order, type,
      [&](std::string& out, std::uint32_t i) {
        const Node& n = graph.nodes()[i];
        out += "{id:";
        append_cypher(out, n.id);
        out += ",properties:";
        append_map(out, graph, n, node_properties(), [](const NodeProperty& p) { return node_name(p.name); });
        out += '}';
      },
      [&](std::string& out, std::uint32_t i) {
        out += "MERGE (n:Entity {id: row.id}) SET n += row.properties SET n:" +
               quoted_name(to_string(graph.nodes()[i].type)) + ";\n";
      });
}

void write_cypher_edges(const KnowledgeGraph& graph, Sink& sink) {
  const auto type = [&](std::uint32_t i) { return relation_of(graph.edges()[i]); };
  std::vector<std::uint32_t> order = numbers(graph.edges().size());
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return type(a) < type(b); });
  write_batches(
      sink, order, type,
      [&](std::string& out, std::uint32_t i) {
        const Edge& e = graph.edges()[i];
        out += "{id:";
        append_cypher(out, e.id);
        out += ",source:";
        append_cypher(out, graph.nodes()[e.source].id);
        out += ",target:";
        append_cypher(out, graph.nodes()[e.target].id);
        out += ",properties:";
        append_map(out, graph, e, edge_properties(),
                   [](const EdgeProperty& p) { return is_edge_property(p) ? p.name : std::string_view(); });
        out += '}';
      },
      [&](std::string& out, std::uint32_t i) {
        out += "MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})\nMERGE (a)-[r:" +
               quoted_name(relation_of(graph.edges()[i])) + " {id: row.id}]->(b) SET r += row.properties;\n";
      });
}

}  // namespace

void write_cypher(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  sink << kSchema;
  write_cypher_nodes(graph, sink);
  write_cypher_edges(graph, sink);
}

}  // namespace maillon
