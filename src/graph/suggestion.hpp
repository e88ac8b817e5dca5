// What somebody may have meant who misspelt a name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillon {

/// "did you mean 'MEETS'?" with the nearest of `known` (a third of the letters may differ, or two; of equals
/// the first; case does not count), else `otherwise`.
std::string suggestion(std::string_view name, std::span<const std::string_view> known, std::string otherwise);

/// "a, b, c".
std::string listed(std::span<const std::string_view> names);

}  // namespace maillon
