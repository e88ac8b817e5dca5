#include "export/dot.hpp"

#include <cmath>

#include "export/look.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

constexpr std::size_t kLabelBytes = 120;  ///< Graphviz lays out what is on a label letter by letter

/// A double-quoted DOT id; in labels a backslash would begin an escape, so it is doubled.
void append_quoted(std::string& out, std::string_view text) {
  std::string buffer;
  out += '"';
  for (const char c : legal_xml(text, buffer)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  out += '"';
}

std::string shortened(std::string_view label) {
  if (label.size() <= kLabelBytes) return std::string(label);
  std::size_t end = kLabelBytes;
  while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0) == 0x80) --end;
  return std::string(label.substr(0, end)) + "…";
}

std::string hex_colour(Colour c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t part : {c.red, c.green, c.blue}) {
    out += kHex[part >> 4];
    out += kHex[part & 15];
  }
  return out;
}

}  // namespace

void write_dot(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  sink << "digraph maillon {\n"
          "  graph [charset=\"UTF-8\", overlap=false, outputorder=edgesfirst];\n"
          "  node [style=filled, fontname=\"sans-serif\", fontcolor=white, color=white];\n"
          "  edge [fontname=\"sans-serif\", fontsize=9, color=\"#888888\"];\n";
  std::string out;
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const Node& n = graph.nodes()[i];
    out = "  n" + std::to_string(i) + " [label=";
    append_quoted(out, shortened(n.label));
    out += ", tooltip=";
    append_quoted(out, shortened(n.id));
    out += ", fillcolor=\"" + hex_colour(colour_of(n)) + '"';
    if (n.is_event) out += ", shape=box";
    sink << out << "];\n";
  }
  for (const Edge& e : graph.edges()) {
    out = "  n" + std::to_string(e.source) + " -> n" + std::to_string(e.target) + " [label=";
    append_quoted(out, shortened(e.relation));
    out += ", penwidth=";
    append_number(out, std::round((1 + std::log2(static_cast<double>(e.weight()))) * 10) / 10);
    if (e.polarity == Polarity::negative) {
      out += ", style=dotted";
    } else if (e.modality != Modality::asserted) {
      out += ", style=dashed";
    }
    sink << out << "];\n";
  }
  sink << "}\n";
}

}  // namespace maillon
