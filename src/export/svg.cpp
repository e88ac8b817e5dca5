#include "export/svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "export/look.hpp"
#include "export/picture.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

constexpr std::size_t kMostNodes = 300;
constexpr std::size_t kMostArrowLabels = 250;  ///< more of them hide the picture
constexpr double kBorder = 24;
constexpr double kLegendHeight = 46, kLegendWidth = 1000, kLeastWidth = 680;
constexpr double kArrowFontSize = 9;
constexpr std::size_t kArrowLabel = 34, kTooltipLines = 12, kTooltipLine = 200;  ///< characters, lines

std::string number(double value) {
  std::string out;
  append_number(out, std::round(value * 10) / 10 + 0.0);  // no -0
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

std::string with_commas(std::size_t n) {
  const std::string digits = std::to_string(n);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

Position towards(Position from, Position to, double distance) {
  const double dx = to.x - from.x, dy = to.y - from.y, length = std::max(0.1, std::hypot(dx, dy));
  return {from.x + dx / length * distance, from.y + dy / length * distance};
}

class SvgWriter {
 public:
  SvgWriter(const KnowledgeGraph& graph, Sink& sink)
      : graph_(graph), sink_(sink), picture_(draw(graph, kMostNodes)) {}

  void write() {
    begin();
    sink_ << "<g fill=\"none\" stroke=\"#9a9a9a\">\n";
    for (const Arrow& a : picture_.arrows) arrow(a);
    sink_ << "</g>\n<g stroke=\"#ffffff\" stroke-width=\"1.5\">\n";
    for (const DrawnNode& n : picture_.nodes) disc(n);
    sink_ << "</g>\n";
    if (picture_.arrows.size() <= kMostArrowLabels) {
      sink_ << "<g class=\"halo\" font-size=\"" << number(kArrowFontSize) << "\" fill=\"#555555\">\n";
      for (const Arrow& a : picture_.arrows) arrow_label(a);
      sink_ << "</g>\n";
    }
    sink_ << "<g class=\"halo\" font-size=\"" << number(kFontSize) << "\" fill=\"#111111\">\n";
    for (const DrawnNode& n : picture_.nodes) label(n);
    sink_ << "</g>\n";
    legend();
    sink_ << "</svg>\n";
  }

 private:
  /// Middle and ends of an arrow's curve.
  struct Curve {
    Position from, bend, to;
    Position middle() const { return {(from.x + 2 * bend.x + to.x) / 4, (from.y + 2 * bend.y + to.y) / 4}; }
  };

  void begin() {
    const double width = std::max(picture_.right - picture_.left, kLeastWidth) + 2 * kBorder;
    scale_ = std::max(1.0, std::floor(width / kLegendWidth * 10) / 10);
    const double height = picture_.bottom - picture_.top + 2 * kBorder + kLegendHeight * scale_;
    sink_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
          << number(width) << "\" height=\"" << number(height) << "\" viewBox=\""
          << number(picture_.left - kBorder) << " " << number(picture_.top - kBorder) << " " << number(width)
          << " " << number(height)
          << "\" font-family=\"Helvetica, Arial, sans-serif\" text-anchor=\"middle\">\n"
          << "<title>" << escaped(caption()) << "</title>\n"
          << "<style>.halo text{paint-order:stroke;stroke:#ffffff;stroke-width:3px;stroke-linejoin:round}"
             "</style>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
             "markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" "
             "fill=\"#9a9a9a\"/></marker></defs>\n<rect x=\""
          << number(picture_.left - kBorder) << "\" y=\"" << number(picture_.top - kBorder) << "\" width=\""
          << number(width) << "\" height=\"" << number(height) << "\" fill=\"#ffffff\"/>\n";
  }

  std::string caption() const {
    const std::size_t drawn = picture_.nodes.size(), all = graph_.nodes().size();
    if (drawn < all)
      return "The " + with_commas(drawn) + " most connected of " + with_commas(all) +
             " nodes. Others: --neighbourhood NAME, --type, --relation, --since, --min-documents";
    return with_commas(all) + " nodes, " + with_commas(graph_.edges().size()) + " edges, " +
           with_commas(graph_.documents().size()) + " articles";
  }

  // ---- arrows

  Curve curve(const Arrow& a) const {
    const DrawnNode &from = picture_.nodes[a.from], &to = picture_.nodes[a.to];
    if (a.from == a.to) {  // a loop above the disc
      const double r = from.radius;
      return {{from.at.x - r * 0.7, from.at.y - r * 0.7},
              {from.at.x, from.at.y - r * 3.4},
              {from.at.x + r * 0.7, from.at.y - r * 0.7}};
    }
    const double dx = to.at.x - from.at.x, dy = to.at.y - from.at.y;
    const double bend = a.returned ? 0.12 : 0.0;  // to its own left
    Curve c;
    c.bend = {(from.at.x + to.at.x) / 2 + dy * bend, (from.at.y + to.at.y) / 2 - dx * bend};
    c.from = towards(from.at, c.bend, from.radius);
    c.to = towards(to.at, c.bend, to.radius + 2);
    return c;
  }

  /// Dashes of what nobody asserts, dots of what is denied.
  std::string_view dashes(const Arrow& a) const {
    bool all_denied = true, none_asserted = true;
    for (const std::uint32_t i : a.edges) {
      const Edge& e = graph_.edges()[i];
      all_denied = all_denied && e.polarity == Polarity::negative;
      none_asserted = none_asserted && (e.polarity == Polarity::negative || e.modality != Modality::asserted);
    }
    return all_denied ? " stroke-dasharray=\"1.5 3\"" : none_asserted ? " stroke-dasharray=\"6 3\"" : "";
  }

  double width(const Arrow& a) const {
    double documents = 0;
    for (const std::uint32_t i : a.edges) documents += graph_.edges()[i].weight();
    return std::min(6.0, 1 + std::log2(std::max(1.0, documents)) / 1.5);
  }

  void arrow(const Arrow& a) {
    const Curve c = curve(a);
    std::string out = "<path d=\"M" + number(c.from.x) + ' ' + number(c.from.y) + 'Q' + number(c.bend.x) +
                      ' ' + number(c.bend.y) + ' ' + number(c.to.x) + ' ' + number(c.to.y) +
                      "\" stroke-width=\"" + number(width(a)) + '"';
    out += dashes(a);
    out += " marker-end=\"url(#tip)\"><title>";
    std::size_t lines = 0;
    for (const std::uint32_t i : a.edges) {
      if (lines++ == kTooltipLines) {
        out += "&#10;… " + with_commas(a.edges.size() - kTooltipLines) + " more";
        break;
      }
      if (lines > 1) out += "&#10;";
      out += escaped(cut_text(edge_text(graph_.edges()[i]), kTooltipLine));
    }
    sink_ << out << "</title></path>\n";
  }

  std::string edge_text(const Edge& e) const {
    const auto label = [&](std::uint32_t n) { return std::string(graph_.nodes()[n].label); };
    std::string out = label(e.source) + " – " + std::string(e.relation) + " – " + label(e.target);
    const auto add = [&](std::string_view text) { out.append(", ").append(text); };
    if (!e.first_time.empty()) add(e.first_time);
    if (e.last_time != e.first_time) out.append("–").append(e.last_time);
    if (e.polarity == Polarity::negative) add(to_string(e.polarity));
    if (e.modality != Modality::asserted) add(to_string(e.modality));
    for (const std::uint32_t s : e.sources) add("says " + label(s));
    return out;
  }

  void arrow_label(const Arrow& a) {
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
    const Position at = curve(a).middle();
    sink_ << "<text x=\"" << number(at.x) << "\" y=\"" << number(at.y + 3) << "\">" << escaped(text)
          << "</text>\n";
  }

  // ---- nodes

  void disc(const DrawnNode& drawn) {
    const Node& n = graph_.nodes()[drawn.node];
    const double r = drawn.radius;
    std::string out;
    if (n.is_event) {
      out = "<rect x=\"" + number(drawn.at.x - r) + "\" y=\"" + number(drawn.at.y - r) + "\" width=\"" +
            number(2 * r) + "\" height=\"" + number(2 * r) + "\" rx=\"3\"";
    } else {
      out = "<circle cx=\"" + number(drawn.at.x) + "\" cy=\"" + number(drawn.at.y) + "\" r=\"" + number(r) +
            '"';
    }
    out += " fill=\"" + hex(colour_of(n)) + "\"><title>";
    std::string text = std::string(n.label) + " (" + std::string(to_string(n.type)) + ')';
    for (const std::string_view alias : n.aliases) text.append(", ").append(alias);
    if (!n.time.empty()) text.append(", ").append(n.time);
    out += escaped(cut_text(text, kTooltipLine));
    sink_ << out << (n.is_event ? "</title></rect>\n" : "</title></circle>\n");
  }

  void label(const DrawnNode& drawn) {
    double y = drawn.at.y + drawn.radius + kFontSize;
    for (const std::string& line : drawn.lines) {
      sink_ << "<text x=\"" << number(drawn.at.x) << "\" y=\"" << number(y) << "\">" << escaped(line)
            << "</text>\n";
      y += kLineHeight;
    }
  }

  /// The classes that are drawn, and what the picture shows of the graph.
  void legend() {
    std::array<bool, kEntityTypeCount> used{};
    for (const DrawnNode& n : picture_.nodes)
      used[static_cast<std::size_t>(graph_.nodes()[n.node].type)] = true;
    double x = 5;
    sink_ << "<g text-anchor=\"start\" font-size=\"11\" fill=\"#333333\" transform=\"translate("
          << number(picture_.left) << " " << number(picture_.bottom + kBorder) << ") scale(" << number(scale_)
          << ")\">\n";
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!used[i]) continue;
      const auto type = static_cast<EntityType>(i);
      sink_ << "<circle cx=\"" << number(x) << "\" cy=\"8\" r=\"5\" fill=\"" << hex(colour_of(type))
            << "\"/><text x=\"" << number(x + 9) << "\" y=\"12\">" << to_string(type) << "</text>\n";
      x += 26 + text_width(to_string(type), 11);
    }
    sink_ << "<text x=\"0\" y=\"32\">" << escaped(caption()) << "</text>\n</g>\n";
  }

  const KnowledgeGraph& graph_;
  Sink& sink_;
  const Picture picture_;
  double scale_ = 1;  ///< of the legend: it can be read where the whole picture is looked at
};

}  // namespace

void write_svg(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  SvgWriter(graph, sink).write();
}

}  // namespace maillon
