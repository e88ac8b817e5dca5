// The entities of an article while its mentions are being linked. Internal to mentions/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.hpp"
#include "mentions/draft.hpp"

namespace maillon {

/// Links mention `m` to `entity`, with the rule that did.
void link(Draft&, std::uint32_t m, std::uint32_t entity, std::string_view rule);

/// The mention whose phrase or name the word heads or lies in the name of, or kNone.
std::uint32_t mention_of_word(const Draft&, std::uint32_t word);
/// Subject of a verb, passive and causative ones included, or kNone.
std::uint32_t subject_of(const ParsedText&, std::uint32_t verb);

/// A capital or seat of power at `head` does or undergoes what only a government can.
bool acts_as_government(const Draft&, std::uint32_t head);
/// The name at `head` stands after a preposition of place.
bool stands_in_place(const Draft&, std::uint32_t head);

/// Gender and number of a mention agree with an entity's; unknown values agree with all.
bool agrees(const DocumentEntity&, Gender, Number);

}  // namespace maillon
