#include "export/gexf.hpp"

#include "export/layout.hpp"
#include "export/look.hpp"
#include "export/parallel.hpp"
#include "export/properties.hpp"
#include "export/text.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  const std::size_t before = out.size();
  out += ' ';
  out += name;
  out += "=\"";
  const std::size_t begin = out.size();
  append_xml(out, value);
  if (out.size() == begin) {
    out.resize(before);
  } else {
    out += '"';
  }
}

void append_attribute(std::string& out, std::string_view name, double value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_number(out, value);
  out += '"';
}

/// What GEXF has attributes of its own for.
bool is_builtin(std::string_view property) { return property == "label" || property == "weight"; }

template <class Property>
void declare(std::string& out, std::string_view domain, std::span<const Property> properties) {
  out += "    <attributes class=\"";
  out += domain;
  out += "\">\n";
  for (const Property& p : properties) {
    if (is_builtin(p.name)) continue;
    out += "      <attribute";
    append_attribute(out, "id", p.name);
    append_attribute(out, "title", p.name);
    append_attribute(out, "type", xml_type(p.type));
    out += "/>\n";
  }
  out += "    </attributes>\n";
}

template <class Property, class Item>
void append_values(std::string& out, const KnowledgeGraph& graph, std::span<const Property> properties,
                   const Item& item) {
  bool any = false;
  for (const Property& p : properties) {
    if (is_builtin(p.name)) continue;
    const std::size_t before = out.size();
    if (!any) out += "<attvalues>";
    out += "<attvalue";
    append_attribute(out, "for", p.name);
    out += " value=\"";
    const std::size_t begin = out.size();
    append_xml_value(out, p.of(graph, item));
    if (out.size() == begin) {
      out.resize(before);
      continue;
    }
    any = true;
    out += "\"/>";
  }
  if (any) out += "</attvalues>";
}

void append_times(std::string& out, std::string_view first, std::string_view last) {
  if (const auto span = parse_time(first)) append_attribute(out, "start", day_to_string(span->first));
  if (const auto span = parse_time(last)) append_attribute(out, "end", day_to_string(span->last));
}

void append_look(std::string& out, Colour c, double size, Position at) {
  out += "<viz:color r=\"" + std::to_string(c.red) + "\" g=\"" + std::to_string(c.green) + "\" b=\"" +
         std::to_string(c.blue) + "\"/><viz:position";
  append_attribute(out, "x", at.x);
  append_attribute(out, "y", at.y);
  out += " z=\"0\"/><viz:size";
  append_attribute(out, "value", size);
  out += "/>";
}

}  // namespace

void write_gexf(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
      "  <meta><creator>maillon</creator></meta>\n"
      "  <graph defaultedgetype=\"directed\" idtype=\"string\" mode=\"dynamic\" timeformat=\"date\">\n";
  declare(out, "node", node_properties());
  declare(out, "edge", edge_properties());
  sink << out << "    <nodes>\n";
  const std::vector<double> radii = node_radii(graph);
  const std::vector<Position> positions = layout(graph, radii);
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const Node& n = graph.nodes()[i];
    out = "      <node";
    append_attribute(out, "id", n.id);
    append_attribute(out, "label", n.label);
    append_times(out, n.time, n.time);
    out += '>';
    append_values(out, graph, node_properties(), n);
    append_look(out, colour_of(n), radii[i], positions[i]);
    out += "</node>\n";
    sink << out;
  }
  sink << "    </nodes>\n    <edges>\n";
  const std::vector<std::string> kinds = distinct_relations(graph);
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    const Edge& e = graph.edges()[i];
    out = "      <edge";
    append_attribute(out, "id", e.id);
    append_attribute(out, "source", graph.nodes()[e.source].id);
    append_attribute(out, "target", graph.nodes()[e.target].id);
    append_attribute(out, "label", e.relation);
    append_attribute(out, "kind", kinds[i]);
    append_attribute(out, "weight", static_cast<double>(e.weight()));
    append_times(out, e.first_time, e.last_time);
    out += '>';
    append_values(out, graph, edge_properties(), e);
    out += "</edge>\n";
    sink << out;
  }
  sink << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace maillon
