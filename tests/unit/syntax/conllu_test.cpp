#include <catch2/catch.hpp>

#include "support/conllu_reader.hpp"
#include "syntax/conllu_writer.hpp"

using namespace maillon;

TEST_CASE("CoNLL-U that is read comes out the same") {
  const std::string conllu =
      "# sent_id = -1\n"
      "# text = Le roi rentre du port.\n"
      "1\tLe\tle\tDET\t_\tDefinite=Def|Gender=Masc|Number=Sing|PronType=Art\t2\tdet\t_\t_\n"
      "2\troi\troi\tNOUN\t_\tGender=Masc|Number=Sing\t3\tnsubj\t_\t_\n"
      "3\trentre\trentrer\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
      "4-5\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "4\tde\tde\tADP\t_\t_\t6\tcase\t_\t_\n"
      "5\tle\tle\tDET\t_\tDefinite=Def|Gender=Masc|Number=Sing|PronType=Art\t6\tdet\t_\t_\n"
      "6\tport\tport\tNOUN\t_\tGender=Masc|Number=Sing\t3\tobl:arg\t_\tSpaceAfter=No\n"
      "7\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n";
  const auto doc = test::read_conllu(conllu);
  std::string out;
  write_conllu(doc->parsed, {}, out);
  CHECK(out == conllu);
  CHECK(doc->parsed.root(0) == 2);
  CHECK(doc->parsed.subtree(5) == IndexRange{3, 6});
  CHECK(doc->parsed.children(2).size() == 3);
}
