// Mentions without the mentions room: every noun and name of a tree is an entity under its own form. For
// tests of what comes after, on trees that are known to be right.
#pragma once

#include "mentions/mention_set.hpp"

namespace maillon::test {

/// `parsed` must outlive the result. Names are Persons, common nouns Concepts; equal forms are one entity.
MentionSet plain_mentions(const ParsedText& parsed);

}  // namespace maillon::test
