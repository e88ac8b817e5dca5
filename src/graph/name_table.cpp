#include "graph/name_table.hpp"

#include <algorithm>

namespace maillon {

std::uint32_t NameTable::id(std::string_view text) {
  const auto known = ids_.find(text);
  if (known != ids_.end()) return known->second;
  const auto next = static_cast<std::uint32_t>(names_.size());
  names_.push_back({arena_.store(text)});
  ids_.emplace(names_.back().text, next);
  return next;
}

std::uint32_t NameTable::plain(std::uint32_t name) {
  if (names_[name].plain == kNone) {
    const std::uint32_t key = id(NameKeys::plain(names_[name].text));
    names_[name].plain = key;
  }
  return names_[name].plain;
}

std::uint32_t NameTable::spelt(std::uint32_t name) {
  if (names_[name].spelt == kNone) {
    const std::uint32_t key = id(keys_.transliterated(names_[name].text));
    names_[name].spelt = key;
  }
  return names_[name].spelt;
}

std::vector<std::string_view> parts_of(std::string_view folded) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) out.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace maillon
