// Treebank tokens as our tokenizer would give them: kinds by the form alone, never by the gold tags.
#pragma once

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "support/conllu_reader.hpp"
#include "support/tagged_sentence.hpp"

namespace maillon::tools {

/// Reads a CoNLL-U file; the tokens' kinds are made anew. Exits with 2 where it cannot be read.
inline std::unique_ptr<test::AnalyzedDocument> read_treebank(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    std::exit(2);
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto doc = test::read_conllu(text);
  for (Token& t : doc->text.tokens) t.kind = test::kind_of_form(doc->text.form(t));
  return doc;
}

}  // namespace maillon::tools
