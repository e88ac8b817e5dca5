// maillon-lexc: dictionary + closed classes -> the lexicon image that the program embeds.
#include <cstdio>
#include <fstream>
#include <string>

#include "dictionary.hpp"
#include "supplement.hpp"

namespace {

using namespace maillon;

Result<std::string> compile(const std::string& aff, const std::string& dic, const std::string& folder) {
  Result<lexc::AffixTable> affixes = lexc::read_affix_file(aff);
  if (!affixes.ok()) return affixes.error();
  lexc::LexiconBuilder builder;
  if (Status s = lexc::add_dictionary(dic, *affixes, builder); !s.ok()) return s.error();
  builder.prefer_traditional_lemmas();
  builder.add_typewriter_ligatures();
  if (Status s = lexc::add_supplement(folder, builder); !s.ok()) return s.error();
  return builder.write();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fputs("usage: maillon-lexc FR.AFF FR.DIC SCHEMAS/FR/LEXICON OUT\n", stderr);
    return 2;
  }
  const Result<std::string> image = compile(argv[1], argv[2], argv[3]);
  if (!image.ok()) {
    std::fprintf(stderr, "%s\n", image.error().to_string().c_str());
    return 2;
  }
  std::ofstream out(argv[4], std::ios::binary);
  out << *image;
  out.flush();
  if (!out) {
    std::fprintf(stderr, "%s: cannot be written\n", argv[4]);
    return 2;
  }
  return 0;
}
