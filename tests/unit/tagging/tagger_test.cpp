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

namespace {

std::string feats(std::string_view words, std::uint32_t token) {
  const auto s = test::tag_sentence(words);
  const TaggedWord& w = s->tagged.words[s->tagged.first_word[token]];
  return std::string(w.lemma) + " " + to_feats(w.upos, w.morph);
}

}  // namespace

TEST_CASE("readings agree with their determiner, and moods with their clause") {
  CHECK(feats("La ministre parle .", 1) == "ministre Gender=Fem|Number=Sing");
  CHECK(feats("Les pays votent .", 1) == "pays Gender=Masc|Number=Plur");
  CHECK(feats("Le pays vote .", 1) == "pays Gender=Masc|Number=Sing");
  CHECK(feats("Il faut que Paul porte une veste .", 4) ==
        "porter Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
}

TEST_CASE("lemmas: the frequent one, the traditional one, the nearest one") {
  CHECK(feats("Il faut partir .", 1).starts_with("falloir "));
  CHECK(feats("Elle est née ici .", 2).starts_with("naître "));
  CHECK(feats("La commune compte deux écoles .", 1).starts_with("commune "));
}

TEST_CASE("capitals: names listed and unknown, accents left out, acronyms") {
  CHECK(tags("Les entreprises aiment la Chine .").ends_with("la/DET Chine/PROPN ./PUNCT"));
  CHECK(tags("A Bruxelles , la ville dort .").starts_with("A/ADP Bruxelles/PROPN"));
  CHECK(feats("L' Etat paie .", 1).starts_with("état "));
  CHECK(tags("Le 24e bataillon part .").starts_with("Le/DET 24e/ADJ bataillon/NOUN"));
}

TEST_CASE("unknown words are read by their parts") {
  CHECK(feats("La glurification avance .", 1) == "glurification Gender=Fem|Number=Sing");
  CHECK(feats("Les ex-ministres parlent .", 1).starts_with("ex-ministre "));
  CHECK(tags("Un accord franco-allemand arrive .").starts_with("Un/DET accord/NOUN franco-allemand/ADJ"));
}

TEST_CASE("tags are the same whichever apostrophe is written") {
  const auto straight = test::tag_sentence("l' école qu' elle voit s' ouvre");
  const auto curly = test::tag_sentence("l\u2019 école qu\u2019 elle voit s\u2019 ouvre");
  REQUIRE(straight->tagged.words.size() == curly->tagged.words.size());
  for (std::size_t i = 0; i < curly->tagged.words.size(); ++i) {
    CHECK(curly->tagged.words[i].upos == straight->tagged.words[i].upos);
    CHECK(curly->tagged.words[i].lemma == straight->tagged.words[i].lemma);
  }
}
