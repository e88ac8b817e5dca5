// GraphML as write_graphml() writes it, also with ExportOptions::strict -> a draft.
#pragma once

#include "import/graph_draft.hpp"
#include "import/graph_input.hpp"

namespace maillon {

/// Keys of other names are passed over. What is no XML, no GraphML or lacks what every graph of this program
/// has is a Diagnostic with line, column and byte.
Status read_graphml(GraphInput& input, GraphDraft& draft);

}  // namespace maillon
