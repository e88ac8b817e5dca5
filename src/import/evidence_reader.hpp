// Evidences and documents, which every format carries as the JSON text that evidence_json() and
// document_json() give.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/graph_draft.hpp"

namespace maillon {

/// Fills in all but key and line. False, with what is wrong in `problem`, for what is no evidence.
bool read_evidence(std::string_view json, GraphDraft& draft, DraftSupport& out, std::string& problem);
/// The same for a document.
bool read_document(std::string_view json, GraphDraft& draft, DraftDocument& out, std::string& problem);
/// The same for a merge.
bool read_merge(std::string_view json, GraphDraft& draft, DraftMerge& out, std::string& problem);

/// Items of a JSON array of strings; false for anything else.
bool read_list(std::string_view json, std::vector<std::string>& out);

}  // namespace maillon
