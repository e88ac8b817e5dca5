// Turtle and N-Quads (RDF 1.1): the triples of export/rdf.hpp.
#pragma once

#include "export/formats.hpp"

namespace maillon {

/// www.w3.org/TR/turtle: prefixes of the vocabulary, a paragraph a subject.
void write_turtle(const KnowledgeGraph&, const ExportOptions&, Sink&);
/// www.w3.org/TR/n-quads: one triple a line.
void write_nquads(const KnowledgeGraph&, const ExportOptions&, Sink&);

}  // namespace maillon
