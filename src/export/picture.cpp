#include "export/picture.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/utf8.hpp"
#include "export/look.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

constexpr std::size_t kLineLength = 22;  ///< characters of a label's line, and of a word in it
constexpr std::size_t kMostLines = 2;
constexpr double kMargin = 4;
constexpr double kSpread = 1.25;  ///< room for the arrows and their labels

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Broken between words; what does not fit into the lines is cut off.
std::vector<std::string> label_lines(std::string_view label) {
  std::string buffer;
  std::string_view rest = legal_xml(label, buffer);
  std::vector<std::string> out;
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!rest.empty() && out.size() <= kMostLines) {
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
    const auto end = std::find_if(rest.begin(), rest.end(), is_space);
    const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(word.size());
    if (word.empty()) continue;
    if (!out.empty() && length_of(out.back()) + 1 + length_of(word) <= kLineLength) {
      out.back().append(" ").append(word);
    } else {
      out.push_back(cut_text(word, kLineLength));
    }
  }
  if (out.size() > kMostLines) {
    out.resize(kMostLines);
    out.back() = cut_text(out.back(), kLineLength - 1);
    if (!out.back().ends_with("…")) out.back() += "…";
  }
  return out;
}

/// Indices of the nodes that are drawn, sorted.
std::vector<std::uint32_t> most_connected(const KnowledgeGraph& graph, std::size_t most) {
  std::vector<std::uint32_t> out(graph.nodes().size());
  std::iota(out.begin(), out.end(), 0u);
  if (out.size() <= most) return out;
  std::vector<std::uint64_t> degree(out.size());
  for (const Edge& e : graph.edges()) {
    ++degree[e.source];
    ++degree[e.target];
  }
  std::stable_sort(out.begin(), out.end(), [&](auto a, auto b) { return degree[a] > degree[b]; });
  out.resize(most);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Arrow> arrows_between(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& place) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> by_ends;
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    const std::uint32_t from = place[graph.edges()[i].source], to = place[graph.edges()[i].target];
    if (from != kNone && to != kNone) by_ends[{from, to}].push_back(i);
  }
  std::vector<Arrow> out;
  for (auto& [ends, edges] : by_ends) out.push_back({ends.first, ends.second, std::move(edges)});
  return out;
}

}  // namespace

double text_width(std::string_view text, double font_size) {
  return 0.56 * font_size * static_cast<double>(length_of(text));
}

std::string cut_text(std::string_view text, std::size_t most) {
  if (text.size() <= most || length_of(text) <= most) return std::string(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < most; ++i) utf8::next(text, end);
  return std::string(text.substr(0, end)) + "…";
}

Picture draw(const KnowledgeGraph& graph, std::size_t most) {
  Picture out;
  const std::vector<double> radii = node_radii(graph);
  std::vector<std::uint32_t> place(graph.nodes().size(), kNone);
  std::vector<double> room;  // a disc that holds the node with its label
  for (const std::uint32_t i : most_connected(graph, most)) {
    place[i] = static_cast<std::uint32_t>(out.nodes.size());
    DrawnNode n{i, radii[i], label_lines(graph.nodes()[i].label), {}};
    double half = n.radius + kLineHeight * static_cast<double>(n.lines.size()) / 2;
    for (const std::string& line : n.lines) half = std::max(half, text_width(line, kFontSize) / 2);
    room.push_back(half + kMargin);
    out.nodes.push_back(std::move(n));
  }
  out.arrows = arrows_between(graph, place);
  std::vector<Link> links;
  for (const Arrow& a : out.arrows) links.emplace_back(a.from, a.to);
  const std::vector<Position> at = layout(std::move(links), room);
  // The middle of the room is that of the node and its label together; layouts have y upwards.
  for (std::size_t i = 0; i < out.nodes.size(); ++i)
    out.nodes[i].at = {kSpread * at[i].x,
                       -kSpread * at[i].y - kLineHeight * static_cast<double>(out.nodes[i].lines.size()) / 2};
  return out;
}

}  // namespace maillon
