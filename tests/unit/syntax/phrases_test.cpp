// Constructions that tagging and syntax decide together: sentences in plain words, tokens apart by blanks.
#include <catch2/catch.hpp>

#include "support/tagged_sentence.hpp"
#include "syntax/parser.hpp"

using namespace maillon;

namespace {

struct Analysis {
  std::unique_ptr<test::TaggedSentence> sentence;
  ParsedText parsed;

  /// "head deprel" of the first word with that form.
  std::string arc(std::string_view form) const {
    for (std::uint32_t i = 0; i < parsed.size(); ++i) {
      if (parsed.word(i).form != form) continue;
      const Arc& a = parsed.arc(i);
      return std::string(a.head == kNone ? "-" : parsed.word(a.head).form) + ' ' +
             std::string(to_string(a.deprel));
    }
    return "no such word";
  }
};

Analysis analyze(std::string_view words) {
  static const Parser kParser = [] {
    auto loaded = Parser::load(Schemas::embedded());
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
    return *std::move(loaded);
  }();
  Analysis a;
  a.sentence = test::tag_sentence(words);
  a.parsed = kParser.parse(a.sentence->tagged);
  return a;
}

}  // namespace

TEST_CASE("adjectives of one form for both numbers agree with their noun") {
  const Analysis a = analyze("Le roi rassemble des évêques français .");
  CHECK(a.arc("français") == "évêques amod");
}

TEST_CASE("a participle passes over a bare complement") {
  CHECK(analyze("Elle oublie la date de clôture mentionnée hier .").arc("mentionnée") == "date acl");
  CHECK(analyze("Il loge dans un hôtel de luxe situé à Riga .").arc("situé") == "hôtel acl");
}

TEST_CASE("the article of a negated object") {
  CHECK(analyze("Ils n' ont pas trouvé de pain .").arc("pain") == "trouvé obj");
  CHECK(analyze("Elle part sans acheter de pain .").arc("pain") == "acheter obj");
}

TEST_CASE("a past participle has no partitive object") {
  CHECK(analyze("Il soigne les patients atteints de la grippe .").arc("grippe") == "atteints obl:mod");
}

TEST_CASE("je vous is no reflexive") {
  CHECK(analyze("Je vous remercie .").arc("vous") == "remercie obj");
  CHECK(analyze("Je me souviens .").arc("me") == "souviens expl:pv");
}

TEST_CASE("two prepositions of one noun") {
  const Analysis a = analyze("Il part avec ou sans bagage .");
  CHECK(a.arc("avec") == "bagage case");
  CHECK(a.arc("sans") == "avec conj");
  CHECK(a.arc("ou") == "sans cc");
}

TEST_CASE("how long before or after bears on the noun") {
  CHECK(analyze("Peu après la signature , elle partit .").arc("Peu") == "signature advmod");
}

TEST_CASE("what points behind a noun") {
  CHECK(analyze("Ce jour -là , le roi partit .").arc("-là") == "jour advmod");
}

TEST_CASE("a pronoun that repeats the subject is no object") {
  CHECK(analyze("Le port accepte lui aussi le blé .").arc("blé") == "accepte obj");
}

TEST_CASE("a bare noun before a comma and the subject describes it") {
  const Analysis pronoun = analyze("Fille de marin , elle navigue .");
  CHECK(pronoun.arc("Fille") == "navigue advcl");
  CHECK(pronoun.arc("elle") == "navigue nsubj");
  const Analysis name = analyze("Présidente de la commission , Anna Berg a démissionné .");
  CHECK(name.arc("Anna") == "démissionné nsubj");
}

TEST_CASE("an empty il before a clause or an indefinite object") {
  CHECK(analyze("Il apparaît que le roi dort .").arc("Il") == "apparaît expl:subj");
  CHECK(analyze("Il a été vendu des armes .").arc("armes") == "vendu nsubj:pass");
}

TEST_CASE("a verb of saying inserted between the subject and its verb") {
  for (const std::string_view words : {"Malte , a poursuivi Anna Berg , a cédé le port .",
                                       "Malte , a -t-elle poursuivi , a cédé le port ."}) {
    const Analysis a = analyze(words);
    CHECK(a.arc("Malte") == "cédé nsubj");
    CHECK(a.arc("poursuivi") == "cédé parataxis:insert");
  }
  CHECK(analyze("Malte , a poursuivi Anna Berg , a cédé le port .").arc("Anna") == "poursuivi nsubj");
}

TEST_CASE("a day before the subject is a time") {
  const Analysis a = analyze("Le 8 , le roi a quitté Riga .");
  CHECK(a.arc("8") == "quitté obl:mod");
  CHECK(a.arc("roi") == "quitté nsubj");
}

TEST_CASE("a noun that takes a clause, and a clause that has its object") {
  const Analysis a = analyze("La possibilité que Malte fournisse des armes a surpris Oslo .");
  CHECK(a.arc("fournisse") == "possibilité acl");
  CHECK(a.arc("armes") == "fournisse obj");
}

TEST_CASE("an inverted subject behind a gerund and its object") {
  const Analysis a = analyze("« Malte a cédé » , a ajouté en signant quelques lettres le président .");
  CHECK(a.arc("président") == "ajouté nsubj");
}

TEST_CASE("an auxiliary and its participle around de son côté") {
  const Analysis a = analyze("Le roi a de son côté dénoncé cet accord .");
  CHECK(a.arc("a") == "dénoncé aux:tense");
  CHECK(a.arc("accord") == "dénoncé obj");
}

TEST_CASE("offices and nouns of help keep their complements") {
  CHECK(analyze("Il demande une aide au développement .").arc("développement") == "aide nmod");
  CHECK(analyze("Elle occupe le poste de ministre de la Justice .").arc("Justice") == "ministre nmod");
  CHECK(analyze("Anna Berg a été nommée ambassadrice à Lima .").arc("Lima") == "ambassadrice nmod");
}
