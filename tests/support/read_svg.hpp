// What an XML parser reads of an SVG of Graphviz.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maillon::testing {

struct ReadSvg {
  bool is_xml = false;
  std::vector<std::string> texts;         ///< of <text>, one a line
  std::vector<std::string> tooltips;      ///< of xlink:title
  std::vector<std::string> nodes, edges;  ///< titles of <g class="node"> and "edge"
  std::vector<std::string> elements;      ///< names, each once, sorted
};
ReadSvg read_svg(std::string_view svg);

}  // namespace maillon::testing
