// From the dictionary's morphological fields ("po:v1_it_q__a po:ipre po:3sg is:mas") to readings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon_builder.hpp"

namespace maillon::lexc {

/// The fields of an entry and of the suffix rule that inflected it.
struct TagList {
  std::vector<std::string_view> tags;

  bool has(std::string_view tag) const;
};

/// All readings of one form of an entry. `word` is the entry as written, which tells names and acronyms.
std::vector<BuiltReading> readings_of(std::string_view word, const TagList& tags);

}  // namespace maillon::lexc
