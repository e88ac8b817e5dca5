#include "graph/suggestion.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "graph/name_keys.hpp"

namespace maillon {

std::string suggestion(std::string_view name, std::span<const std::string_view> known,
                       std::string otherwise) {
  const std::string key = utf8::fold(name);
  auto least = static_cast<std::uint32_t>(std::max<std::size_t>(2, key.size() / 3)) + 1;
  for (const std::string_view candidate : known) {
    const std::uint32_t distance = edit_distance(key, utf8::fold(candidate), least);
    if (distance >= least) continue;
    least = distance;
    otherwise = "did you mean '" + std::string(candidate) + "'?";
  }
  return otherwise;
}

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

}  // namespace maillon
