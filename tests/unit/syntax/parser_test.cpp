// Constructions of news French, one short sentence each, parsed from words that are tagged by hand.
#include "syntax/parser.hpp"

#include <catch2/catch.hpp>

#include "support/conllu_reader.hpp"

using namespace maillon;

namespace {

const Parser& parser() {
  static const Parser kParser = [] {
    auto loaded = Parser::load(Schemas::embedded());
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
    return *std::move(loaded);
  }();
  return kParser;
}

struct Tree {
  std::unique_ptr<test::AnalyzedDocument> document;
  ParsedText parsed;

  std::uint32_t find(std::string_view form) const {
    for (std::uint32_t i = 0; i < parsed.size(); ++i)
      if (parsed.word(i).form == form) return i;
    return kNone;
  }
  /// "head deprel" of the first word with that form.
  std::string arc(std::string_view form) const {
    const Arc& a = parsed.arc(find(form));
    return std::string(a.head == kNone ? "-" : parsed.word(a.head).form) + ' ' +
           std::string(to_string(a.deprel));
  }
};

/// One word per item: form/UPOS/lemma/feats, the last two optional ("Gender=Masc|Number=Sing").
Tree parse(std::string_view words) {
  std::string text = "# text =", rows;
  int number = 0;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    std::string_view item = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    if (item.empty()) continue;
    std::string_view column[4] = {{}, {}, "_", "_"};
    for (int c = 0; c < 4 && !item.empty(); ++c) {
      const std::size_t slash = std::min(item.find('/'), item.size());
      column[c] = item.substr(0, slash);
      item.remove_prefix(std::min(slash + 1, item.size()));
    }
    if (column[2] == "_") column[2] = column[0];
    text.append(" ").append(column[0]);
    rows += std::to_string(++number);
    rows.append("\t").append(column[0]).append("\t").append(column[2]).append("\t").append(column[1]);
    rows.append("\t_\t").append(column[3]).append(number == 1 ? "\t0\troot\t_\t_\n" : "\t1\tdep\t_\t_\n");
  }
  Tree tree;
  tree.document = test::read_conllu(text + '\n' + rows + '\n');
  tree.parsed = parser().parse(tree.document->tagged);
  return tree;
}

constexpr std::string_view kFinite = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
std::string verb(std::string_view form, std::string_view lemma) {
  return std::string(form) + "/VERB/" + std::string(lemma) + '/' + std::string(kFinite) + ' ';
}
std::string part(std::string_view form, std::string_view lemma) {
  return std::string(form) + "/VERB/" + std::string(lemma) +
         "/Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part ";
}
std::string aux(std::string_view form, std::string_view lemma) {
  return std::string(form) + "/AUX/" + std::string(lemma) + '/' + std::string(kFinite) + ' ';
}

}  // namespace

TEST_CASE("subject, object and prepositional phrase") {
  const Tree t = parse("Le/DET roi/NOUN " + verb("rencontre", "rencontrer") +
                       "la/DET ministre/NOUN à/ADP Oslo/PROPN ./PUNCT");
  CHECK(t.arc("rencontre") == "- root");
  CHECK(t.arc("roi") == "rencontre nsubj");
  CHECK(t.arc("ministre") == "rencontre obj");
  CHECK(t.arc("à") == "Oslo case");
  CHECK(t.arc("Le") == "roi det");
  CHECK(t.arc(".") == "rencontre punct");
}

TEST_CASE("passive with agent") {
  const Tree t = parse("L'/DET accord/NOUN " + aux("a", "avoir") + "été/AUX/être/Tense=Past|VerbForm=Part " +
                       part("signé", "signer") + "par/ADP les/DET deux/NUM pays/NOUN ./PUNCT");
  CHECK(t.arc("accord") == "signé nsubj:pass");
  CHECK(t.arc("été") == "signé aux:pass");
  CHECK(t.arc("a") == "signé aux:tense");
  CHECK(t.arc("pays") == "signé obl:agent");
}

TEST_CASE("the attribute is the head of its copula") {
  const Tree t = parse("Anna/PROPN Berg/PROPN " + aux("est", "être") +
                       "ministre/NOUN de/ADP la/DET Justice/NOUN ./PUNCT");
  CHECK(t.arc("ministre") == "- root");
  CHECK(t.arc("est") == "ministre cop");
  CHECK(t.arc("Anna") == "ministre nsubj");
  CHECK(t.arc("Berg") == "Anna flat:name");
  CHECK(t.arc("Justice") == "ministre nmod");
}

TEST_CASE("relative clause between subject and verb") {
  const Tree t =
      parse("Le/DET général/NOUN ,/PUNCT qui/PRON/qui/PronType=Rel " + verb("dirige", "diriger") +
            "l'/DET armée/NOUN ,/PUNCT " + aux("a", "avoir") + part("vu", "voir") + "Anna/PROPN ./PUNCT");
  CHECK(t.arc("vu") == "- root");
  CHECK(t.arc("général") == "vu nsubj");
  CHECK(t.arc("dirige") == "général acl:relcl");
  CHECK(t.arc("qui") == "dirige nsubj");
  CHECK(t.arc("armée") == "dirige obj");
  CHECK(t.arc("Anna") == "vu obj");
}

TEST_CASE("complement clause") {
  const Tree t = parse("Oslo/PROPN " + verb("affirme", "affirmer") + "que/SCONJ Riga/PROPN " +
                       verb("cède", "céder") + "le/DET port/NOUN ./PUNCT");
  CHECK(t.arc("affirme") == "- root");
  CHECK(t.arc("cède") == "affirme ccomp");
  CHECK(t.arc("que") == "cède mark");
  CHECK(t.arc("Riga") == "cède nsubj");
  CHECK(t.arc("port") == "cède obj");
}

TEST_CASE("apposition of a name to an office") {
  const Tree t =
      parse("Le/DET ministre/NOUN de/ADP la/DET Défense/NOUN ,/PUNCT Jan/PROPN Novak/PROPN ,/PUNCT " +
            verb("arrive", "arriver") + "lundi/NOUN ./PUNCT");
  CHECK(t.arc("ministre") == "arrive nsubj");
  CHECK(t.arc("Jan") == "ministre appos");
  CHECK(t.arc("Novak") == "Jan flat:name");
  CHECK(t.arc("lundi") == "arrive obl:mod");
}

TEST_CASE("inverted subject of a verb of saying after a quotation") {
  const Tree t = parse("«/PUNCT Riga/PROPN " + verb("cède", "céder") + "»/PUNCT ,/PUNCT " +
                       aux("a", "avoir") + part("déclaré", "déclarer") + "Anna/PROPN Berg/PROPN ./PUNCT");
  CHECK(t.arc("cède") == "- root");
  CHECK(t.arc("déclaré") == "cède parataxis:insert");
  CHECK(t.arc("Anna") == "déclaré nsubj");
}

TEST_CASE("coordination: subjects, verbs that share one, objects") {
  const Tree t = parse("Oslo/PROPN et/CCONJ Riga/PROPN " + verb("soutient", "soutenir") + "et/CCONJ/et " +
                       verb("arme", "armer") + "les/DET rebelles/NOUN ou/CCONJ les/DET milices/NOUN ./PUNCT");
  CHECK(t.arc("Oslo") == "soutient nsubj");
  CHECK(t.arc("Riga") == "Oslo conj");
  CHECK(t.arc("arme") == "soutient conj");
  CHECK(t.arc("rebelles") == "arme obj");
  CHECK(t.arc("milices") == "rebelles conj");
  CHECK(t.arc("ou") == "milices cc");
}

TEST_CASE("two clauses with a subject each") {
  const Tree t =
      parse("Le/DET roi/NOUN " + verb("quitte", "quitter") + "Riga/PROPN et/CCONJ la/DET reine/NOUN " +
            verb("rejoint", "rejoindre") + "Oslo/PROPN ./PUNCT");
  CHECK(t.arc("Riga") == "quitte obj");
  CHECK(t.arc("rejoint") == "quitte conj");
  CHECK(t.arc("reine") == "rejoint nsubj");
  CHECK(t.arc("et") == "rejoint cc");
}

TEST_CASE("a list is coordination, not apposition") {
  const Tree t = parse("Elle/PRON " + verb("visite", "visiter") +
                       "Oslo/PROPN ,/PUNCT Riga/PROPN ,/PUNCT Lima/PROPN et/CCONJ Tunis/PROPN ./PUNCT");
  CHECK(t.arc("Elle") == "visite nsubj");
  CHECK(t.arc("Oslo") == "visite obj");
  CHECK(t.arc("Riga") == "Oslo conj");
  CHECK(t.arc("Lima") == "Oslo conj");
  CHECK(t.arc("Tunis") == "Oslo conj");
}

TEST_CASE("what verbs govern decides between verb and noun") {
  const Tree t =
      parse("Oslo/PROPN " + verb("accuse", "accuser") + "Riga/PROPN d'/ADP avoir/AUX/avoir/VerbForm=Inf " +
            part("violé", "violer") + "le/DET traité/NOUN ./PUNCT");
  CHECK(t.arc("Riga") == "accuse obj");
  CHECK(t.arc("violé") == "accuse xcomp");
  CHECK(t.arc("avoir") == "violé aux:tense");
  CHECK(t.arc("d'") == "violé mark");
  CHECK(t.arc("traité") == "violé obj");
}

TEST_CASE("dates hang below their day") {
  const Tree t = parse("Il/PRON " + verb("arrive", "arriver") +
                       "lundi/NOUN 3/NUM mars/NOUN 2025/NUM à/ADP Oslo/PROPN ./PUNCT");
  CHECK(t.arc("lundi") == "arrive obl:mod");
  CHECK(t.arc("3") == "lundi nmod");
  CHECK(t.arc("mars") == "3 nmod");
  CHECK(t.arc("2025") == "mars nmod");
  CHECK(t.arc("Oslo") == "arrive obl:arg");
}

TEST_CASE("a relative pronoun is the object of the infinitive below its verb") {
  const Tree t =
      parse("Elle/PRON " + verb("voit", "voir") + "le/DET port/NOUN que/PRON/que/PronType=Rel Riga/PROPN " +
            verb("veut", "vouloir") + "fermer/VERB/fermer/VerbForm=Inf ./PUNCT");
  CHECK(t.arc("veut") == "port acl:relcl");
  CHECK(t.arc("fermer") == "veut xcomp");
  CHECK(t.arc("que") == "fermer obj");
}

TEST_CASE("an attribute that is a clause with an attribute") {
  const Tree t = parse("Le/DET fait/NOUN " + aux("est", "être") + "que/SCONJ Riga/PROPN " +
                       "semble/AUX/être/Mood=Ind|Number=Sing|Person=3|VerbForm=Fin prête/ADJ ./PUNCT");
  CHECK(t.arc("prête") == "- root");
  CHECK(t.arc("est") == "prête cop");
  CHECK(t.arc("semble") == "prête cop");
}

TEST_CASE("empty il") {
  const Tree t = parse("Il/PRON " + verb("faut", "falloir") + "que/SCONJ Riga/PROPN " +
                       verb("cède", "céder") + "./PUNCT");
  CHECK(t.arc("Il") == "faut expl:subj");
  CHECK(t.arc("cède") == "faut ccomp");
  const Tree u = parse("Il/PRON y/PRON " + verb("a", "avoir") + "un/DET accord/NOUN ./PUNCT");
  CHECK(u.arc("Il") == "a expl:subj");
  CHECK(u.arc("accord") == "a obj");
}

TEST_CASE("locutions, negation and quantities") {
  const Tree t = parse("Grâce/NOUN à/ADP Oslo/PROPN ,/PUNCT Riga/PROPN n'/ADV " + verb("envoie", "envoyer") +
                       "pas/ADV plus/ADV de/ADP vingt/NUM navires/NOUN ./PUNCT");
  CHECK(t.arc("Grâce") == "Oslo case");
  CHECK(t.arc("à") == "Grâce fixed");
  CHECK(t.arc("Oslo") == "envoie obl:mod");
  CHECK(t.arc("pas") == "envoie advmod");
  CHECK(t.arc("n'") == "envoie advmod");
  CHECK(t.arc("plus") == "envoie obj");
  CHECK(t.arc("navires") == "plus obl:arg");
}

TEST_CASE("participles: detached before the subject, attached behind a noun") {
  const Tree t =
      parse(part("Arrivé", "arriver") + "à/ADP Riga/PROPN ,/PUNCT le/DET roi/NOUN " + verb("voit", "voir") +
            "l'/DET accord/NOUN " + part("signé", "signer") + "par/ADP Oslo/PROPN ./PUNCT");
  CHECK(t.arc("Arrivé") == "roi acl");
  CHECK(t.arc("Riga") == "Arrivé obl:arg");
  CHECK(t.arc("signé") == "accord acl");
  CHECK(t.arc("Oslo") == "signé obl:agent");
}

TEST_CASE("an abbreviation in brackets stands beside the noun it abbreviates") {
  const Tree t = parse("La/DET Communauté/NOUN des/ADP États/NOUN (/PUNCT CE/PROPN )/PUNCT " +
                       verb("cède", "céder") + "./PUNCT");
  CHECK(t.arc("CE") == "Communauté appos");
  CHECK(t.arc("(") == "CE punct");
  CHECK(t.arc(")") == "CE punct");
}

TEST_CASE("trees do not depend on the kind of apostrophe") {
  const std::string rest = verb("veut", "vouloir") + "partir/VERB/partir/VerbForm=Inf ./PUNCT";
  const Tree a = parse("Il/PRON n'/ADV " + rest), b = parse("Il/PRON n’/ADV " + rest);
  for (std::uint32_t i = 0; i < a.parsed.size(); ++i) {
    CHECK(a.parsed.head(i) == b.parsed.head(i));
    CHECK(a.parsed.deprel(i) == b.parsed.deprel(i));
  }
}

TEST_CASE("the object of what is fronted is not the subject of the clause") {
  const Tree gerund =
      parse("En/ADP fermant/VERB/fermer/Tense=Pres|VerbForm=Part le/DET détroit/NOUN ,/PUNCT Malte/PROPN " +
            aux("a", "avoir") + part("provoqué", "provoquer") + "une/DET crise/NOUN ./PUNCT");
  CHECK(gerund.arc("détroit") == "fermant obj");
  CHECK(gerund.arc("Malte") == "provoqué nsubj");
  CHECK(gerund.arc("fermant") == "provoqué advcl");
  const Tree infinitive = parse(
      part("Arrivé", "arriver") +
      "pour/ADP ramener/VERB/ramener/VerbForm=Inf M./NOUN/monsieur Novak/PROPN ,/PUNCT l'/DET avion/NOUN " +
      aux("est", "être") + part("reparti", "repartir") + "./PUNCT");
  CHECK(infinitive.arc("M.") == "ramener obj");
  CHECK(infinitive.arc("avion") == "reparti nsubj");
  const Tree compound =
      parse("Ayant/AUX/avoir/Tense=Pres|VerbForm=Part " + part("fermé", "fermer") +
            "hier/ADV le/DET détroit/NOUN ,/PUNCT Malte/PROPN " + aux("est", "être") + "seule/ADJ ./PUNCT");
  CHECK(compound.arc("détroit") == "fermé obj");
  CHECK(compound.arc("Malte") == "seule nsubj");
}

TEST_CASE("what somebody was elected is the attribute of a fronted participle") {
  const Tree t = parse(part("Élu", "élire") + "président/NOUN ,/PUNCT Jan/PROPN Novak/PROPN " +
                       aux("a", "avoir") + part("parlé", "parler") + "./PUNCT");
  CHECK(t.arc("président") == "Élu xcomp");
  CHECK(t.arc("Jan") == "parlé nsubj");
  CHECK(t.arc("Élu") == "Jan acl");
}

TEST_CASE("an adjective behind a preposition") {
  const Tree t = parse("Elle/PRON " + aux("a", "avoir") + part("qualifié", "qualifier") +
                       "la/DET décision/NOUN d'/ADP/de inacceptable/ADJ ./PUNCT");
  CHECK(t.arc("d'") == "inacceptable case");
  CHECK(t.arc("inacceptable") == "qualifié xcomp");
  const Tree partitive =
      parse("Elle/PRON " + verb("dit", "dire") + "quelque/DET chose/NOUN d'/ADP/de important/ADJ ./PUNCT");
  CHECK(partitive.arc("important") == "chose nmod");
}

TEST_CASE("an office behind a name is not the subject of what follows") {
  const Tree t = parse(
      "Selon/ADP Anna/PROPN Berg/PROPN ,/PUNCT ministre/NOUN de/ADP la/DET Défense/NOUN ,/PUNCT "
      "Malte/PROPN " +
      aux("a", "avoir") + part("cédé", "céder") + "./PUNCT");
  CHECK(t.arc("ministre") == "Anna appos");
  CHECK(t.arc("Malte") == "cédé nsubj");
}

TEST_CASE("an infinitive that opens the sentence is its subject") {
  const Tree t = parse("Fermer/VERB/fermer/VerbForm=Inf le/DET port/NOUN " + verb("nuit", "nuire") +
                       "à/ADP Malte/PROPN ./PUNCT");
  CHECK(t.arc("Fermer") == "nuit csubj");
  CHECK(t.arc("port") == "Fermer obj");
}

TEST_CASE("a subject after the object of a verb that opens its sentence") {
  const Tree t = parse("Ont/AUX/avoir/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin également/ADV " +
                       part("signé", "signer") +
                       "le/DET texte/NOUN le/DET Chili/PROPN et/CCONJ l'/DET Uruguay/PROPN ./PUNCT");
  CHECK(t.arc("texte") == "signé obj");
  CHECK(t.arc("Chili") == "signé nsubj");
  CHECK(t.arc("Uruguay") == "Chili conj");
}

TEST_CASE("a person after a place belongs to the event") {
  const Tree t = parse(
      "La/DET visite/NOUN à/ADP Riga/PROPN de/ADP Jan/PROPN Novak/PROPN ,/PUNCT le/DET "
      "secrétaire/NOUN de/ADP le/DET Conseil/NOUN ,/PUNCT " +
      aux("est", "être") + "utile/ADJ ./PUNCT");
  CHECK(t.arc("Jan") == "visite nmod");
  CHECK(t.arc("secrétaire") == "Jan appos");
}

TEST_CASE("a person's name after the field of an office stands beside the office") {
  const auto officer = [](const std::string& phrase) {
    return parse("Le/DET " + phrase + aux("a", "avoir") + part("parlé", "parler") + "./PUNCT");
  };
  const std::string name = "Erik/PROPN/Erik/Gender=Masc Dahl/PROPN ";
  CHECK(officer("ministre/NOUN danois/ADJ de/ADP la/DET Défense/NOUN/défense " + name).arc("Erik") ==
        "ministre appos");
  CHECK(officer("ministre/NOUN de/ADP les/DET Affaires/NOUN/affaire/Gender=Fem|Number=Plur étrangères/ADJ " +
                name)
            .arc("Erik") == "ministre appos");
  CHECK(officer("président/NOUN de/ADP le/DET groupe/NOUN " + name).arc("Erik") == "groupe appos");
}

TEST_CASE("verbs of transfer take the direction") {
  const Tree t = parse("Malte/PROPN " + verb("exporte", "exporter") +
                       "des/DET armes/NOUN/arme vers/ADP la/DET Norvège/PROPN ./PUNCT");
  CHECK(t.arc("Norvège") == "exporte obl:arg");
}

TEST_CASE("every sentence becomes one tree, whatever its words are") {
  // a deterministic walk through short sequences of tags, grammatical or not
  constexpr std::string_view kWords[] = {"le/DET",
                                         "roi/NOUN",
                                         "Riga/PROPN",
                                         "qui/PRON/qui/PronType=Rel",
                                         "que/SCONJ",
                                         "et/CCONJ",
                                         ",/PUNCT",
                                         "de/ADP",
                                         "a/AUX/avoir/Mood=Ind|VerbForm=Fin",
                                         "vu/VERB/voir/Tense=Past|VerbForm=Part",
                                         "est/AUX/être/Mood=Ind|VerbForm=Fin",
                                         "partir/VERB/partir/VerbForm=Inf",
                                         "grand/ADJ",
                                         "hier/ADV",
                                         "dit/VERB/dire/Mood=Ind|VerbForm=Fin",
                                         "(/PUNCT",
                                         ")/PUNCT"};
  std::uint32_t state = 12345;
  for (int round = 0; round < 400; ++round) {
    std::string words;
    const std::uint32_t length = 1 + round % 23;
    for (std::uint32_t k = 0; k < length; ++k) {
      state = state * 1664525u + 1013904223u;
      words.append(kWords[(state >> 16) % std::size(kWords)]).append(" ");
    }
    const Tree t = parse(words);
    std::uint32_t roots = 0;
    for (std::uint32_t i = 0; i < t.parsed.size(); ++i) {
      roots += t.parsed.head(i) == kNone;
      std::uint32_t w = i, steps = 0;
      while (w != kNone && steps <= t.parsed.size()) {
        w = t.parsed.head(w);
        ++steps;
      }
      INFO(words);
      REQUIRE(steps <= t.parsed.size());
      REQUIRE((t.parsed.head(i) == kNone) == (t.parsed.deprel(i) == Deprel::root));
    }
    INFO(words);
    REQUIRE(roots == 1);
  }
}
