// GEXF 1.3 (gexf.net/1.3) for Gephi: all properties, times as dates, colours, sizes and positions.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// `kind` keeps parallel edges apart; start and end are the first and last day that an edge or event is
/// dated; lists are JSON arrays in strings.
void write_gexf(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
