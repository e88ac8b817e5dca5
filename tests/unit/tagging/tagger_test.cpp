#include <catch2/catch.hpp>

#include "support/tagged_sentence.hpp"

using namespace maillon;

namespace {

/// "le/DET chat/NOUN", words of contractions apart.
std::string tags(std::string_view words) {
  const auto s = test::tag_sentence(words);
  std::string out;
  for (const TaggedWord& w : s->tagged.words) {
    if (!out.empty()) out += ' ';
    out.append(w.form).append("/").append(to_string(w.upos));
  }
  return out;
}

}  // namespace

TEST_CASE("context chooses among the readings of common homographs") {
  CHECK(tags("Le ministre la porte .") == "Le/DET ministre/NOUN la/PRON porte/VERB ./PUNCT");
  CHECK(tags("La porte est ouverte .").starts_with("La/DET porte/NOUN est/AUX"));
  CHECK(tags("Il a mangé des pommes .") == "Il/PRON a/AUX mangé/VERB des/DET pommes/NOUN ./PUNCT");
  CHECK(tags("Il a une maison .") == "Il/PRON a/VERB une/DET maison/NOUN ./PUNCT");
}

TEST_CASE("contractions give two words") {
  CHECK(tags("le port du village") == "le/DET port/NOUN de/ADP le/DET village/NOUN");
  const auto s = test::tag_sentence("le port du village");
  CHECK(s->tagged.first_word == std::vector<std::uint32_t>{0, 1, 2, 4, 5});
  CHECK(s->tagged.words[3].token == 2);
}

TEST_CASE("unknown names are proper nouns") {
  CHECK(tags("Le ministre Karel Zbrunek arrive .")
            .starts_with("Le/DET ministre/NOUN Karel/PROPN Zbrunek/PROPN"));
}

TEST_CASE("an empty text has no words") {
  Article article;
  TokenizedText text;
  text.article = &article;
  const ReadingLattice lattice = test::shared_lexicon().analyze(text);
  const TaggedText tagged = test::shared_tagger().tag(text, lattice);
  CHECK(tagged.words.empty());
  CHECK(tagged.first_word == std::vector<std::uint32_t>{0});
}
