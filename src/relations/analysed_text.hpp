// What a store keeps of an article beside its statements: the text, its sentences, who is mentioned where.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/mention_set.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// `entity_of` gives the index into Extraction::entities of each entity of the set, or kNone: what stands in
/// no statement has no mentions here.
AnalysedText analysed_text(const MentionSet& mentions, const std::vector<std::uint32_t>& entity_of);

}  // namespace maillon
