// A program whose folder holds the graph of four articles, built once.
#pragma once

#include <catch2/catch.hpp>

#include "program.hpp"

namespace maillon::test {

inline const Program& built() {
  static const Program kProgram;
  static const bool kDone = [] {
    kProgram.folder.write("a.txt", "Le Danemark a signé un accord avec la Suède, selon l'agence Ritzau.");
    kProgram.folder.write("b.txt", "La Suède a accusé la Finlande d'avoir fermé la frontière.");
    kProgram.folder.write("c.txt", "Le Danemark a rencontré la Suède lundi 6 mars 2023.");
    kProgram.folder.write("d.txt", "La ministre Anna Berg a rencontré Jan Novak à Riga.");
    return kProgram("build -q a.txt b.txt c.txt d.txt").code == 0;
  }();
  REQUIRE(kDone);
  return kProgram;
}

}  // namespace maillon::test
