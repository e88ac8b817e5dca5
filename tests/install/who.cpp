// The statements of the text in the first argument, one a line.
#include <iostream>

#include "pipeline/analyzer.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto analyzer = maillon::Analyzer::load(maillon::Schemas::embedded());
  if (!analyzer) {
    std::cerr << analyzer.error().to_string() << '\n';
    return 2;
  }
  maillon::Article article;
  article.id = std::string("argument");
  article.body = argv[1];
  const maillon::Extraction found = analyzer->extract(std::move(article));
  const auto name = [&](const maillon::Participant& p) { return found.entities[p.entity].label; };
  for (const maillon::Statement& s : found.statements) {
    std::cout << name(s.subject) << ' ' << s.relation << ' ' << name(s.object) << '\n';
  }
}
