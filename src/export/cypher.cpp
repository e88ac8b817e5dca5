#include "export/cypher.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "export/neo4j.hpp"
#include "export/properties.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

constexpr std::size_t kBatch = 500;
constexpr char kItem = '\x1D', kRow = '\x1E', kField = '\x1F';

/// `text` inside a string literal in single quotes.
void append_quoted_inside(std::string& out, std::string_view text) {
  std::string buffer;
  for (const char c : legal_xml(text, buffer)) {
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
}

void append_literal(std::string& out, const PropertyValue& value) {
  const auto append_list = [&](const auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i != 0) out += kItem;
      append_quoted_inside(out, items[i]);
    }
  };
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    append_quoted_inside(out, *text);
  } else if (const auto* views = std::get_if<std::vector<std::string_view>>(&value)) {
    append_list(*views);
  } else if (const auto* strings = std::get_if<std::vector<std::string>>(&value)) {
    append_list(*strings);
  } else {
    append_plain(out, value);
  }
}

/// A name in backticks, which are doubled inside.
std::string quoted_name(std::string_view name) {
  std::string out = "`";
  std::string buffer;
  for (const char c : legal_xml(name, buffer)) {
    if (c == '`') out += '`';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out + '`';
}

/// The expression for field `index` of a row; an empty field is null, which is no property.
std::string expression(PropertyType type, std::size_t index) {
  const std::string field = "f[" + std::to_string(index) + "]";
  switch (type) {
    case PropertyType::integer:
      return "toInteger(" + field + ")";
    case PropertyType::number:
      return "toFloat(" + field + ")";
    case PropertyType::boolean:
      return "toBoolean(" + field + ")";
    case PropertyType::list:
      return "CASE " + field + " WHEN '' THEN null ELSE split(" + field + ", '\\u001D') END";
    case PropertyType::text:
      break;
  }
  return "CASE " + field + " WHEN '' THEN null ELSE " + field + " END";
}

/// "{`name`: …, `class`: …}" of the fields from `first` on: one map, for a SET of many items is slow to plan.
template <class Properties, class Name>
std::string property_map(Properties properties, std::size_t first, Name name) {
  std::string out = "{";
  for (const auto& p : properties) {
    const std::string_view key = name(p);
    if (key.empty()) continue;
    if (out.size() > 1) out += ", ";
    out += quoted_name(key) + ": " + expression(p.type, first++);
  }
  return out + '}';
}

/// One statement over rows that `row` writes, per run of at most kBatch items of `order` with the same
/// `group`.
template <class Group, class Row, class Tail>
void write_batches(Sink& sink, const std::vector<std::uint32_t>& order, Group group, Row row, Tail tail) {
  std::string out;
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    out = "UNWIND split('";
    while (end < order.size() && end < begin + kBatch && group(order[end]) == group(order[begin])) {
      if (end != begin) out += kRow;
      row(out, order[end++]);
    }
    out += "', '\\u001E') AS row\nWITH split(row, '\\u001F') AS f\n";
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

void write_nodes(const KnowledgeGraph& graph, Sink& sink) {
  const auto type = [&](std::uint32_t i) { return graph.nodes()[i].type; };
  std::vector<std::uint32_t> order = numbers(graph.nodes().size());
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return type(a) < type(b); });
  const std::string properties =
      property_map(node_properties(), 1, [](const NodeProperty& p) { return neo4j_name(p.name); });
  write_batches(
      sink, order, type,
      [&](std::string& out, std::uint32_t i) {
        const Node& n = graph.nodes()[i];
        append_quoted_inside(out, n.id);
        for (const NodeProperty& p : node_properties()) {
          out += kField;
          append_literal(out, p.of(graph, n));
        }
      },
      [&](std::string& out, std::uint32_t i) {
        out += "MERGE (n:Entity {id: f[0]})\nSET n:" + quoted_name(to_string(type(i))) +
               ", n += " + properties + ";\n";
      });
}

void write_edges(const KnowledgeGraph& graph, Sink& sink) {
  const auto type = [&](std::uint32_t i) { return neo4j_type(graph.edges()[i]); };
  std::vector<std::uint32_t> order = numbers(graph.edges().size());
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return type(a) < type(b); });
  const std::string properties = property_map(edge_properties(), 3, [](const EdgeProperty& p) {
    return is_neo4j_property(p) ? p.name : std::string_view();
  });
  write_batches(
      sink, order, type,
      [&](std::string& out, std::uint32_t i) {
        const Edge& e = graph.edges()[i];
        append_quoted_inside(out, e.id);
        for (const std::uint32_t end : {e.source, e.target}) {
          out += kField;
          append_quoted_inside(out, graph.nodes()[end].id);
        }
        for (const EdgeProperty& p : edge_properties()) {
          if (!is_neo4j_property(p)) continue;
          out += kField;
          append_literal(out, p.of(graph, e));
        }
      },
      [&](std::string& out, std::uint32_t i) {
        out += "MATCH (a:Entity {id: f[1]}), (b:Entity {id: f[2]})\nMERGE (a)-[r:" + quoted_name(type(i)) +
               " {id: f[0]}]->(b)\nSET r += " + properties + ";\n";
      });
}

}  // namespace

void write_cypher(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  sink << kNeo4jConstraint;
  write_nodes(graph, sink);
  write_edges(graph, sink);
}

}  // namespace maillon
