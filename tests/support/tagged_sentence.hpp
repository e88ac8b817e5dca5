// Sentences for tests of tagging and what follows: tokens apart by blanks, so that no tokenizer takes part.
#pragma once

#include <memory>
#include <string>

#include "tagging/tagger.hpp"

namespace maillon::test {

/// A sentence with everything it points into.
struct TaggedSentence {
  Article article;
  TokenizedText text;
  ReadingLattice lattice;
  TaggedText tagged;
};

/// Tokens of `blank_separated`, kinds and shapes by their form: one sentence.
void make_sentence(std::string_view blank_separated, TaggedSentence& out);
/// The program's own lexicon and tagger, loaded once. Throws std::runtime_error where they cannot be.
const Lexicon& shared_lexicon();
const Tagger& shared_tagger();
std::unique_ptr<TaggedSentence> tag_sentence(std::string_view blank_separated);

Shape shape_of_form(std::string_view form);
TokenKind kind_of_form(std::string_view form);

}  // namespace maillon::test
