// A program of someone else's: one article through the library, into a graph.
#include <cstdio>
#include <vector>

#include "graph/graph_builder.hpp"
#include "pipeline/analyzer.hpp"

int main() {
  const maillon::Schemas schemas = maillon::Schemas::embedded();
  const auto analyzer = maillon::Analyzer::load(schemas);
  const auto builder = maillon::GraphBuilder::load(schemas);
  if (!analyzer || !builder) return 2;
  maillon::Article article;
  article.id = "a";
  article.body = "Le Danemark a signé un accord avec la Suède.";
  const std::vector<maillon::Extraction> extractions = {analyzer->extract(article)};
  const maillon::KnowledgeGraph graph = builder->build(extractions);
  std::printf("%zu nodes, %zu edges\n", graph.nodes().size(), graph.edges().size());
  return graph.nodes().size() >= 2 && !graph.edges().empty() ? 0 : 1;
}
