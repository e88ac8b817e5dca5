// The words behind a statement: what an explanation shows.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace maillon {

/// A predicate above the statement's own that colours its clause: "accuse", "pourrait".
struct Governor {
  std::uint32_t word = kNone;
  std::string_view frame;  ///< id; points into the rule data
};

/// Where a statement was read. Words are indices into the ParsedText, mentions and times into the MentionSet.
struct Derivation {
  std::uint32_t predicate = kNone;                ///< head word of the verb, noun or adjective
  IndexRange predicate_words;                     ///< auxiliaries and locutions included
  std::uint32_t subject = kNone, object = kNone;  ///< head words
  std::uint32_t subject_mention = kNone, object_mention = kNone;  ///< kNone: a literal
  std::uint32_t time = kNone;
  std::uint32_t place = kNone;         ///< head word
  std::vector<std::uint32_t> sources;  ///< head words, innermost first
  std::vector<Governor> governors;     ///< innermost first
  bool negated = false;                ///< by words of its own clause
  bool conditional = false;            ///< its own verb stands in the conditional
};

}  // namespace maillon
