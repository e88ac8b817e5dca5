// JSON-LD 1.0 and 1.1 (www.w3.org/TR/json-ld11): inline context, one flat @graph.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// The triples of export/rdf.hpp. A term with one value holds it, with several an array.
void write_jsonld(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
