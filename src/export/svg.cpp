#include "export/svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "export/graphviz.hpp"
#include "export/look.hpp"
#include "export/picture.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

constexpr std::size_t kMostNodes = 300;
constexpr std::size_t kMostArrowLabels = 250;  ///< more of them hide the picture
constexpr double kPointsAnInch = 72;
constexpr double kArrowFontSize = 9, kLegendFontSize = 11;
constexpr std::size_t kLegendNodes = 60;  ///< of more, the legend grows with the picture
constexpr std::size_t kArrowLabel = 34, kTooltipLines = 12, kTooltipLine = 200;  ///< characters, lines
/// A white rim keeps letters readable on lines. Graphviz has no attribute for it.
constexpr std::string_view kStyle =
    "<style>text{paint-order:stroke;stroke:#ffffff;stroke-width:3px;stroke-linejoin:round}</style>\n";

std::string decimal(double value) {
  std::string out;
  append_number(out, std::round(value * 100) / 100 + 0.0);  // no -0
  return out;
}

/// Tables have whole points.
std::string whole(double value) { return std::to_string(std::lround(std::ceil(value))); }

/// Graphviz has y upwards.
std::string point(double x, double y) { return decimal(x) + ',' + decimal(-y); }

std::string with_commas(std::size_t n) {
  const std::string digits = std::to_string(n);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

std::string caption(const KnowledgeGraph& graph, const Picture& picture) {
  const std::size_t drawn = picture.nodes.size(), all = graph.nodes().size();
  if (drawn < all)
    return "The " + with_commas(drawn) + " most connected of " + with_commas(all) +
           " nodes. Others: --neighbourhood NAME, --type, --relation, --since, --min-documents";
  return with_commas(all) + " nodes, " + with_commas(graph.edges().size()) + " edges, " +
         with_commas(graph.documents().size()) + " articles";
}

/// The picture as attributes of a graph of Graphviz.
class Drawing {
 public:
  explicit Drawing(const KnowledgeGraph& graph)
      : graph_(graph),
        picture_(draw(graph, kMostNodes)),
        caption_(caption(graph, picture_)),
        drawing_(caption_) {}

  Result<std::string> svg() {
    defaults();
    std::vector<Agnode_s*> nodes;
    for (const DrawnNode& n : picture_.nodes) nodes.push_back(node(n));
    for (const Arrow& a : picture_.arrows) arrow(a, nodes[a.from], nodes[a.to]);
    legend();
    return drawing_.svg();
  }

 private:
  void defaults() {
    drawing_.set("outputorder", "edgesfirst");
    drawing_.set("splines", "line");
    drawing_.set("pad", decimal(24 / kPointsAnInch));
    drawing_.set("fontname", "Helvetica");
    drawing_.set("labelloc", "b");
    drawing_.set("labeljust", "l");
    for (const auto& [attribute, value] : {std::pair("label", ""),
                                           {"shape", "circle"},
                                           {"fixedsize", "true"},
                                           {"style", "filled"},
                                           {"color", "#ffffff"},
                                           {"penwidth", "1.5"},
                                           {"fontname", "Helvetica"},
                                           {"fontcolor", "#111111"}})
      drawing_.set_for_nodes(attribute, value);
    drawing_.set_for_nodes("fontsize", decimal(kFontSize));
    for (const auto& [attribute, value] : {std::pair("color", "#9a9a9a"),
                                           {"arrowsize", "0.7"},
                                           {"fontname", "Helvetica"},
                                           {"fontcolor", "#555555"}})
      drawing_.set_for_edges(attribute, value);
    drawing_.set_for_edges("fontsize", decimal(kArrowFontSize));
  }

  // ---- nodes

  Agnode_s* node(const DrawnNode& drawn) {
    const Node& n = graph_.nodes()[drawn.node];
    Agnode_s* out = drawing_.node(std::string(n.id));
    const auto set = [&](const char* attribute, const std::string& value) {
      GraphvizGraph::set(out, attribute, value);
    };
    set("pos", point(drawn.at.x, drawn.at.y));
    set("width", decimal(2 * drawn.radius / kPointsAnInch));
    set("height", decimal(2 * drawn.radius / kPointsAnInch));
    if (n.is_event) {
      set("shape", "box");
      set("style", "filled,rounded");
    }
    set("fillcolor", hex(colour_of(n)));
    std::string lines;
    for (const std::string& line : drawn.lines) lines += (lines.empty() ? "" : "\\n") + graphviz_label(line);
    set("xlabel", lines);
    const double half = kLineHeight * static_cast<double>(drawn.lines.size()) / 2;
    set("xlp", point(drawn.at.x, drawn.at.y + drawn.radius + half));
    std::string text = std::string(n.label) + " (" + std::string(to_string(n.type)) + ')';
    for (const std::string_view alias : n.aliases) text.append(", ").append(alias);
    if (!n.time.empty()) text.append(", ").append(n.time);
    set("tooltip", graphviz_tooltip(cut_text(text, kTooltipLine)));
    return out;
  }

  // ---- arrows

  void arrow(const Arrow& a, Agnode_s* from, Agnode_s* to) {
    Agedge_s* out = drawing_.edge(from, to, "");
    const auto set = [&](const char* attribute, const std::string& value) {
      GraphvizGraph::set(out, attribute, value);
    };
    set("penwidth", decimal(width(a)));
    set("style", style(a));
    set("tooltip", tooltip(a));
    if (picture_.arrows.size() > kMostArrowLabels) return;
    set("label", graphviz_label(label(a)));
    set("labeltooltip", tooltip(a));
  }

  /// Dashes of what nobody asserts, dots of what is denied.
  const char* style(const Arrow& a) const {
    bool all_denied = true, none_asserted = true;
    for (const std::uint32_t i : a.edges) {
      const Edge& e = graph_.edges()[i];
      all_denied = all_denied && e.polarity == Polarity::negative;
      none_asserted = none_asserted && (e.polarity == Polarity::negative || e.modality != Modality::asserted);
    }
    return all_denied ? "dotted" : none_asserted ? "dashed" : "solid";
  }

  double width(const Arrow& a) const {
    double documents = 0;
    for (const std::uint32_t i : a.edges) documents += graph_.edges()[i].weight();
    return std::min(6.0, 1 + std::log2(std::max(1.0, documents)) / 1.5);
  }

  std::string tooltip(const Arrow& a) const {
    std::string out;
    std::size_t lines = 0;
    for (const std::uint32_t i : a.edges) {
      if (lines++ == kTooltipLines)
        return out + "\\n… " + with_commas(a.edges.size() - kTooltipLines) + " more";
      if (lines > 1) out += "\\n";
      out += graphviz_tooltip(cut_text(edge_text(graph_.edges()[i]), kTooltipLine));
    }
    return out;
  }

  std::string edge_text(const Edge& e) const {
    const auto name = [&](std::uint32_t n) { return std::string(graph_.nodes()[n].label); };
    std::string out = name(e.source) + " – " + std::string(e.relation) + " – " + name(e.target);
    const auto add = [&](std::string_view text) { out.append(", ").append(text); };
    if (!e.first_time.empty()) add(e.first_time);
    if (e.last_time != e.first_time) out.append("–").append(e.last_time);
    if (e.polarity == Polarity::negative) add(to_string(e.polarity));
    if (e.modality != Modality::asserted) add(to_string(e.modality));
    for (const std::uint32_t s : e.sources) add("says " + name(s));
    return out;
  }

  std::string label(const Arrow& a) const {
    std::set<std::string_view> relations;
    for (const std::uint32_t i : a.edges) relations.insert(graph_.edges()[i].relation);
    std::string text;
    std::size_t count = 0;
    for (const std::string_view relation : relations) {
      if (++count > 2) break;
      text.append(text.empty() ? "" : ", ").append(relation);
    }
    text = cut_text(text, kArrowLabel);
    if (relations.size() > 2) text += " +" + std::to_string(relations.size() - 2);
    return text;
  }

  // ---- the classes that are drawn, and what the picture shows of the graph

  void legend() {
    std::array<bool, kEntityTypeCount> used{};
    for (const DrawnNode& n : picture_.nodes)
      used[static_cast<std::size_t>(graph_.nodes()[n.node].type)] = true;
    const double scale =
        std::sqrt(std::max(1.0, static_cast<double>(picture_.nodes.size()) / double{kLegendNodes}));
    const std::string square = whole(10 * scale);
    std::string classes;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!used[i]) continue;
      const auto type = static_cast<EntityType>(i);
      const std::string_view name = to_string(type);
      classes += "<td fixedsize=\"true\" width=\"" + square + "\" height=\"" + square + "\" bgcolor=\"" +
                 hex(colour_of(type)) + "\"></td><td width=\"" +
                 whole(text_width(name, (kLegendFontSize + 2) * scale)) + "\" align=\"left\">" +
                 std::string(name) + "</td>";
    }
    std::string rows;
    if (!classes.empty())
      rows = "<tr><td align=\"left\"><table border=\"0\" cellborder=\"0\" cellspacing=\"" + whole(4 * scale) +
             "\" cellpadding=\"0\"><tr>" + classes + "</tr></table></td></tr>";
    drawing_.set("fontsize", decimal(kLegendFontSize * scale));
    drawing_.set("fontcolor", "#333333");
    drawing_.set_html_label("<table border=\"0\" cellborder=\"0\" cellpadding=\"2\">" + rows +
                            "<tr><td align=\"left\">" + caption_ + "</td></tr></table>");
  }

  const KnowledgeGraph& graph_;
  const Picture picture_;
  const std::string caption_;
  GraphvizGraph drawing_;
};

}  // namespace

void write_svg(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  auto svg = Drawing(graph).svg();
  if (!svg) return sink.fail(std::move(svg).error());
  const std::size_t content = std::min(svg->find("<g "), svg->size());
  sink << std::string_view(*svg).substr(0, content) << kStyle << std::string_view(*svg).substr(content);
}

}  // namespace maillon
