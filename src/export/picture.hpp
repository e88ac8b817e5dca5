// What a picture shows of a graph, and where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/layout.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon {

struct DrawnNode {
  std::uint32_t node = 0;          ///< of the graph
  double radius = 0;               ///< of its disc
  std::vector<std::string> lines;  ///< its label, broken and cut to fit
  Position at;                     ///< of its middle; y grows downwards
};

/// All edges from one node to another, drawn as one arrow.
struct Arrow {
  std::uint32_t from = 0, to = 0;    ///< indices into Picture::nodes
  std::vector<std::uint32_t> edges;  ///< of the graph
};

struct Picture {
  std::vector<DrawnNode> nodes;  ///< in the order of the graph
  std::vector<Arrow> arrows;
};

/// Sizes of letters are a guess that depends on no font, so that the picture is the same on every machine.
constexpr double kFontSize = 12;  ///< of a label
constexpr double kLineHeight = 14;
/// Of a label's line.
double text_width(std::string_view text, double font_size);

/// The `most` nodes of most edges (all where there are no more) and what is between them; room for the labels
/// below the discs.
Picture draw(const KnowledgeGraph& graph, std::size_t most);

/// `text` cut to about `most` characters, with an ellipsis then.
std::string cut_text(std::string_view text, std::size_t most);

}  // namespace maillon
