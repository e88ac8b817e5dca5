// Predicate-argument structure on trees written by hand: voice, coordination, control, relatives, nouns.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "relations/extractor.hpp"
#include "support/conllu_reader.hpp"
#include "support/plain_mentions.hpp"

namespace {

using namespace maillon;

/// Rows "form lemma UPOS head deprel [feats]" of one sentence.
std::string conllu(const std::vector<std::string>& rows) {
  std::string text, table;
  int id = 0;
  for (const std::string& row : rows) {
    std::vector<std::string> f;
    std::string field;
    for (const char c : row + ' ') {
      if (c != ' ') {
        field += c;
      } else if (!field.empty()) {
        f.push_back(std::move(field));
        field.clear();
      }
    }
    text += (text.empty() ? "" : " ") + f[0];
    table += std::to_string(++id) + '\t' + f[0] + '\t' + f[1] + '\t' + f[2] + "\t_\t" +
             (f.size() > 5 ? f[5] : "_") + '\t' + f[3] + '\t' + f[4] + "\t_\t_\n";
  }
  return "# text = " + text + '\n' + table + '\n';
}

std::vector<std::string> triples(const std::vector<std::string>& rows) {
  static const Result<Extractor> extractor = Extractor::load(Schemas::embedded());
  INFO((extractor ? std::string() : extractor.error().to_string()));
  REQUIRE(extractor);
  const auto document = test::read_conllu(conllu(rows));
  const Extraction x = extractor->extract(test::plain_mentions(document->parsed));
  std::vector<std::string> out;
  for (const Statement& s : x.statements) {
    std::string t = x.entities[s.subject.entity].label + '|' + s.predicate.lemma;
    if (!s.predicate.preposition.empty()) t += '[' + s.predicate.preposition + ']';
    t += '|' + x.entities[s.object.entity].label;
    if (s.qualifiers.polarity == Polarity::negative) t += "|negative";
    if (s.qualifiers.modality != Modality::asserted) t += '|' + std::string(to_string(s.qualifiers.modality));
    for (const Participant& a : s.qualifiers.attribution) t += "|" + x.entities[a.entity].label;
    out.push_back(t);
  }
  std::sort(out.begin(), out.end());
  return out;
}

using Triples = std::vector<std::string>;

}  // namespace

TEST_CASE("every argument of a verb gives a statement") {
  CHECK(triples({"Anna Anna PROPN 2 nsubj", "livre livrer VERB 0 root Mood=Ind|VerbForm=Fin",
                 "chars char NOUN 2 obj", "à à ADP 5 case", "Lima Lima PROPN 2 obl:arg"}) ==
        Triples{"Anna|livrer[à]|Lima", "Anna|livrer|chars"});
}

TEST_CASE("passives are turned around") {
  CHECK(triples({"chars char NOUN 3 nsubj:pass", "sont être AUX 3 aux:pass Mood=Ind|VerbForm=Fin",
                 "livrés livrer VERB 0 root VerbForm=Part|Tense=Past", "à à ADP 5 case",
                 "Lima Lima PROPN 3 obl:arg", "par par ADP 7 case", "Anna Anna PROPN 3 obl:agent"}) ==
        Triples{"Anna|livrer[à]|Lima", "Anna|livrer|chars"});
  CHECK(triples({"chars char NOUN 3 nsubj:pass", "sont être AUX 3 aux:pass Mood=Ind|VerbForm=Fin",
                 "livrés livrer VERB 0 root VerbForm=Part|Tense=Past", "à à ADP 5 case",
                 "Lima Lima PROPN 3 obl:arg"}) == Triples{"chars|livrer[à]|Lima"});
}

TEST_CASE("coordination distributes over subjects, verbs and objects") {
  CHECK(triples({"Anna Anna PROPN 4 nsubj", "et et CCONJ 3 cc", "Jan Jan PROPN 1 conj",
                 "aident aider VERB 0 root Mood=Ind|VerbForm=Fin", "et et CCONJ 6 cc",
                 "arment armer VERB 4 conj Mood=Ind|VerbForm=Fin", "Lima Lima PROPN 6 obj"}) ==
        Triples{"Anna|aider|Lima", "Anna|armer|Lima", "Jan|aider|Lima", "Jan|armer|Lima"});
}

TEST_CASE("a relative pronoun stands for its noun") {
  CHECK(triples({"Anna Anna PROPN 4 nsubj", "qui qui PRON 3 nsubj PronType=Rel",
                 "dirige diriger VERB 1 acl:relcl Mood=Ind|VerbForm=Fin",
                 "voit voir VERB 0 root Mood=Ind|VerbForm=Fin", "Jan Jan PROPN 4 obj",
                 "Lima Lima PROPN 3 obj"}) == Triples{"Anna|diriger|Lima", "Anna|voir|Jan"});
}

TEST_CASE("negation marks the statement") {
  CHECK(triples({"Anna Anna PROPN 3 nsubj", "ne ne ADV 3 advmod",
                 "quitte quitter VERB 0 root Mood=Ind|VerbForm=Fin", "pas pas ADV 3 advmod",
                 "Lima Lima PROPN 3 obj"}) == Triples{"Anna|quitter|Lima|negative"});
}
