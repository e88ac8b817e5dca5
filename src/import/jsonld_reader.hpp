// JSON-LD as write_jsonld() writes it, also with named graphs and any IRI base -> a draft.
#pragma once

#include "import/graph_draft.hpp"
#include "import/graph_input.hpp"

namespace maillon {

/// Terms that the draft has no place for (plain edges, selectors, times: all of them follow from the rest)
/// are passed over. What is no JSON, no JSON-LD of this program or damaged is a Diagnostic with line and
/// byte.
Status read_jsonld(GraphInput& input, GraphDraft& draft);

}  // namespace maillon
