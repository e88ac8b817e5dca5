#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace maillon;

namespace {

const Lexicon& lexicon() {
  static const Lexicon kLexicon = [] {
    Result<Lexicon> loaded = Lexicon::load(Schemas::embedded());
    REQUIRE(loaded.ok());
    return *std::move(loaded);
  }();
  return kLexicon;
}

std::vector<Reading> readings(std::string_view form) {
  std::vector<Reading> out;
  lexicon().lookup(form, out);
  return out;
}

bool has(const std::vector<Reading>& all, Upos upos, std::string_view lemma) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Reading& r) { return r.upos == upos && r.lemma == lemma; });
}

}  // namespace

TEST_CASE("suffix rules make inflected forms with their features") {
  const auto all = readings("mangeait");
  REQUIRE(all.size() == 1);
  CHECK(all[0].lemma == "manger");
  CHECK(to_feats(Upos::VERB, all[0].morph) == "Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin");
  CHECK((all[0].frame & kTransitive) != 0);
  CHECK(has(readings("chevaux"), Upos::NOUN, "cheval"));
  CHECK(has(readings("belles"), Upos::ADJ, "beau"));
  CHECK(has(readings("naquirent"), Upos::VERB, "naître"));
  CHECK(readings("xyzzy").empty());
}

TEST_CASE("frames and name classes come from the dictionary") {
  for (const Reading& r : readings("partir"))
    if (r.upos == Upos::VERB) CHECK((r.frame & kEtre) != 0);
  const auto paris = readings("Paris");
  REQUIRE(!paris.empty());
  CHECK((paris[0].name_class & kPlaceName) != 0);
  CHECK(has(readings("France"), Upos::PROPN, "France"));
}

TEST_CASE("both apostrophes are the same") {
  CHECK(has(readings("l'"), Upos::DET, "le"));
  CHECK(has(readings("l\u2019"), Upos::DET, "le"));
  CHECK(has(readings("aujourd\u2019hui"), Upos::ADV, "aujourd'hui"));
}

TEST_CASE("a contraction is one reading of two words") {
  const auto all = readings("aux");
  const auto at = std::find_if(all.begin(), all.end(), [](const Reading& r) { return r.contraction; });
  REQUIRE(at != all.end());
  CHECK(at->lemma == "à");
  CHECK(at->second_form == "les");
  CHECK(at->second_lemma == "le");
  CHECK(has(readings("des"), Upos::DET, "un"));
}

TEST_CASE("auxiliaries are verbs too") {
  CHECK(has(readings("avait"), Upos::AUX, "avoir"));
  CHECK(has(readings("avait"), Upos::VERB, "avoir"));
}

TEST_CASE("every token has a reading, unknown ones by their parts") {
  Article article;
  article.body = "Nouktchine anti-dopage glurification Etat 12";
  TokenizedText text;
  text.article = &article;
  const auto token = [&](std::uint32_t begin, std::uint32_t end, TokenKind kind, Shape shape) {
    text.tokens.push_back({{begin, end}, kind, shape, true});
  };
  token(0, 10, TokenKind::word, Shape::capitalized);
  token(11, 22, TokenKind::word, Shape::lower);
  token(23, 36, TokenKind::word, Shape::lower);
  token(37, 41, TokenKind::word, Shape::capitalized);
  token(42, 44, TokenKind::number, Shape::numeric);
  Sentence s;
  s.tokens = {0, 5};
  text.sentences.push_back(s);
  const ReadingLattice lattice = lexicon().analyze(text);
  REQUIRE(lattice.first.size() == 6);
  const auto of = [&](std::size_t i) {
    return std::vector<Reading>(lattice.readings.begin() + lattice.first[i],
                                lattice.readings.begin() + lattice.first[i + 1]);
  };
  CHECK(has(of(0), Upos::PROPN, "Nouktchine"));
  CHECK(has(of(1), Upos::NOUN, "anti-dopage"));
  CHECK(has(of(2), Upos::NOUN, "glurification"));
  CHECK(has(of(3), Upos::NOUN, "état"));
  CHECK(has(of(4), Upos::NUM, "12"));
}
