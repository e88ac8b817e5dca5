// The graph as RDF 1.1 triples, subject by subject: JSON-LD, Turtle and N-Quads write the same ones.
//
// An edge that is asserted and affirmed is a plain triple; every edge is an rdf:Statement too, with its
// qualifiers, who vouches (prov:wasAttributedTo) and its evidence (prov:wasDerivedFrom an oa:SpecificResource
// with a TextQuoteSelector and a TextPositionSelector). What is denied, alleged or only possible is never a
// plain triple. Events are sem:Event, their times OWL-Time intervals. With named graphs the plain triples and
// the evidence of each article stand in a graph of its own, which schema:NewsArticle names (maillon:graph).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/formats.hpp"
#include "export/vocabulary.hpp"

namespace maillon {

/// Takes the triples. Values of one term of a subject come one after the other; so do the edges of one
/// relation.
class RdfVisitor {
 public:
  virtual ~RdfVisitor() = default;
  /// What follows until end_graph() is in the graph of that IRI, else in the default graph.
  virtual void begin_graph(std::string_view iri) = 0;
  virtual void end_graph() = 0;
  /// `types` are compact IRIs ("schema:Person"). A subject comes once in a graph.
  virtual void begin_subject(std::string_view iri, std::span<const std::string> types) = 0;
  /// An IRI where the term's values are nodes, else a lexical form. `datatype` is a compact IRI that
  /// overrides the term's for one value; mostly empty.
  virtual void property(const VocabularyTerm& term, std::string_view value, std::string_view datatype) = 0;
  /// A plain edge; `relation` is a compact IRI ("relation:MEETS").
  virtual void edge(std::string_view relation, std::string_view target) = 0;
  virtual void end_subject() = 0;
};

void describe_rdf(const KnowledgeGraph&, const ExportOptions&, RdfVisitor&);

}  // namespace maillon
