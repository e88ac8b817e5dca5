#include "export/dot.hpp"

#include <cmath>

#include "export/look.hpp"
#include "export/picture.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

constexpr std::size_t kLabel = 100;  ///< characters; Graphviz lays out what is on a label letter by letter

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
    append_quoted(out, cut_text(n.label, kLabel));
    out += ", tooltip=";
    append_quoted(out, cut_text(n.id, kLabel));
    out += ", fillcolor=\"" + hex(colour_of(n)) + '"';
    if (n.is_event) out += ", shape=box";
    sink << out << "];\n";
  }
  for (const Edge& e : graph.edges()) {
    out = "  n" + std::to_string(e.source) + " -> n" + std::to_string(e.target) + " [label=";
    append_quoted(out, cut_text(e.relation, kLabel));
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
