// SVG 1.1 (www.w3.org/TR/SVG11): a picture of the graph for a report, that browsers and word processors show.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// Our layout, drawn by Graphviz's library. Entities are discs, reported events boxes, sized by their edges and coloured by class; all edges from one
/// node to another are one arrow, as wide as they have articles: dashed where nothing of it is asserted,
/// dotted where all of it is denied. What a pointer rests on shows its names, or its relations with times and
/// sources. Of a graph that is too large to be looked at, the most connected nodes are drawn, and the picture
/// says so. It needs neither fonts nor scripts, and is the same on every machine with the same Graphviz.
void write_svg(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
