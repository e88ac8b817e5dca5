// DOT (graphviz.org/doc/info/lang.html) for a picture in a report.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// Labels, colours by class, pen widths by weight; the rest is in the other formats.
void write_dot(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
