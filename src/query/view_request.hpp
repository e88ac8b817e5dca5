// What part of a graph somebody wants, in their words, and as a filter.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "graph/graph_filter.hpp"
#include "query/lookup.hpp"

namespace maillon {

struct ViewRequest {
  std::string view;                    ///< "full", "entities", "events", "claims"; empty: full
  std::string since, until;            ///< ISO 8601; empty: no bound
  std::vector<std::string> types;      ///< "Person"
  std::vector<std::string> relations;  ///< "MEETS"
  unsigned min_documents = 0;
  double min_confidence = 0;
  std::string neighbourhood;  ///< "NAME" or "NAME:HOPS", NAME as NameIndex takes it

  /// Nothing is left out.
  bool is_whole() const;
};

/// What is wrong with the request whatever the graph: an unknown view or type, a date that is none.
Status check(const ViewRequest&);

/// The filter. A relation that no edge has, and an entity that nobody knows, are Diagnostics with what may be
/// meant.
Result<GraphFilter> filter_from(const ViewRequest&, const KnowledgeGraph&, const NameIndex&);

/// The part of the graph that is asked for, as a graph of its own.
Result<KnowledgeGraph> view_of(const ViewRequest&, const KnowledgeGraph&);

}  // namespace maillon
