// How a statement is worded in tables.
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace maillon {

/// "accuser", "rencontre avec", "ne pas signer", "quitter (possible)".
std::string predicate_text(const Edge&);
/// "2023-03-09", "2023-03-09 … 2023-05-30", or nothing.
std::string time_text(const Edge&);
/// "600", "~600", ">= 10 %", or nothing.
std::string quantity_text(const Edge&);
std::vector<std::string> labels(const KnowledgeGraph&, List<std::uint32_t> nodes);
std::vector<std::string> document_ids(const KnowledgeGraph&, List<std::uint32_t> documents);
/// The sentence of the most certain support; of equals the first.
std::string_view best_sentence(const KnowledgeGraph&, const Edge&);

}  // namespace maillon
