// The graph as RDF 1.1 triples, subject by subject: JSON-LD, Turtle and N-Quads write the same ones.
//
// An edge that is asserted and affirmed is a plain triple; every edge is an rdf:Statement too, with its
// qualifiers, who vouches (prov:wasAttributedTo) and its evidence (prov:wasDerivedFrom an oa:SpecificResource
// with a TextQuoteSelector and a TextPositionSelector). What is denied, alleged or only possible is never a
// plain triple. Events are sem:Event.
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
  /// `types` are compact IRIs ("schema:Person"). Every subject comes once.
  virtual void begin_subject(std::string_view iri, std::span<const std::string> types) = 0;
  /// An IRI where the term's values are nodes, else a lexical form. `datatype` is a compact IRI that
  /// overrides the term's for one value; mostly empty.
  virtual void property(const VocabularyTerm& term, std::string_view value, std::string_view datatype) = 0;
  /// A plain edge; `relation` is a compact IRI ("relation:MEETS").
  virtual void edge(std::string_view relation, std::string_view target) = 0;
  virtual void end_subject() = 0;
};

void describe_rdf(const KnowledgeGraph&, const ExportOptions&, RdfVisitor&);

/// Appends `text` with what RFC 3987 does not allow in an IRI percent-encoded (controls, spaces, <>"{}|\^`
/// and malformed UTF-8).
void append_iri(std::string& out, std::string_view text);

}  // namespace maillon
