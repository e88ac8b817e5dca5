#include "graph/graph_builder.hpp"

#include <algorithm>
#include <utility>

#include "graph/entity_resolver.hpp"
#include "graph/event_merger.hpp"
#include "graph/graph_assembler.hpp"
#include "graph/statement_merger.hpp"

namespace maillon {

struct GraphBuilder::Data {
  EntityResolver resolver;
  EventRules events;
  StatementMerger statements;
};

GraphBuilder::GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

Result<GraphBuilder> GraphBuilder::load(const Schemas& schemas) {
  auto resolver = EntityResolver::load(schemas);
  if (!resolver) return std::move(resolver).error();
  auto events = EventRules::load(schemas);
  if (!events) return std::move(events).error();
  auto statements = StatementMerger::load(schemas);
  if (!statements) return std::move(statements).error();
  GraphBuilder out;
  out.data_ =
      std::make_unique<const Data>(Data{std::move(*resolver), std::move(*events), std::move(*statements)});
  return out;
}

KnowledgeGraph GraphBuilder::build(const std::vector<Extraction>& extractions,
                                   const GraphOptions& options) const {
  std::vector<const Extraction*> documents;
  for (const Extraction& x : extractions) documents.push_back(&x);
  std::sort(documents.begin(), documents.end(), [](const Extraction* a, const Extraction* b) {
    return a->document != b->document ? a->document < b->document : a->content_hash > b->content_hash;
  });
  documents.erase(
      std::unique(documents.begin(), documents.end(),
                  [](const Extraction* a, const Extraction* b) { return a->document == b->document; }),
      documents.end());
  const Resolution entities = data_->resolver.resolve(documents);
  const EventMerge events = merge_events(documents, entities, data_->events);
  return GraphAssembler(documents, entities, events, data_->statements, options.min_confidence).assemble();
}

}  // namespace maillon
