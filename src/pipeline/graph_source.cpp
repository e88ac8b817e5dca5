#include "pipeline/graph_source.hpp"

#include "graph/graph_builder.hpp"
#include "graph/name_keys.hpp"
#include "pipeline/rule_hashes.hpp"
#include "query/questions.hpp"
#include "store/graph_part.hpp"
#include "store/stored_names.hpp"

namespace maillon {

namespace {

Result<bool> is_current(const Store& store, const Schemas& schemas) {
  const auto origin = store.graph_origin();
  if (!origin) return origin.error();
  return origin->has_value() &&
         ((*origin)->rules == graph_hash(schemas) || (*origin)->rules == GraphOrigin::kImported);
}

}  // namespace

Result<KnowledgeGraph> merge_anew(const Store& store, const Schemas& schemas) {
  Result<GraphBuilder> builder = GraphBuilder::load(schemas);
  if (!builder) return builder.error();
  const auto extractions = store.load();
  if (!extractions) return extractions.error();
  return builder->build(*extractions);
}

Result<KnowledgeGraph> graph_of(const Store& store, const Schemas& schemas) {
  const Result<bool> current = is_current(store, schemas);
  if (!current) return current.error();
  return *current ? store.graph() : merge_anew(store, schemas);
}

Result<KnowledgeGraph> renew_graph(Store& store, const Schemas& schemas) {
  const Result<bool> current = is_current(store, schemas);
  if (!current) return current.error();
  if (*current)
    if (Result<KnowledgeGraph> stored = store.graph()) return stored;  // a damaged one is made again
  Result<KnowledgeGraph> graph = merge_anew(store, schemas);
  if (!graph) return graph;
  if (Status s = store.set_graph(*graph, {graph_hash(schemas), {}}); !s) return s.error();
  return graph;
}

Result<GraphSource> GraphSource::open(const std::string& path, Schemas schemas) {
  Result<Store> store = Store::open(path, Store::Mode::read);
  if (!store) return store.error();
  const Result<bool> current = is_current(*store, schemas);
  if (!current) return current.error();
  return GraphSource(std::move(store).value(), std::move(schemas), *current);
}

Result<const KnowledgeGraph*> GraphSource::whole() {
  if (!whole_) {
    Result<KnowledgeGraph> graph = current_ ? store_.graph() : merge_anew(store_, schemas_);
    if (!graph) return graph.error();
    whole_ = std::make_unique<const KnowledgeGraph>(std::move(graph).value());
  }
  return whole_.get();
}

/// From the name alone to all names: each step knows all that require() would find in it.
Result<std::uint32_t> GraphSource::stored_node(const std::string& name) const {
  const auto by_id = node_with_id(store_, name);
  if (!by_id) return by_id.error();
  if (by_id->has_value()) return **by_id;
  const std::string key = NameKeys::plain(name);
  Result<std::uint32_t> node = kNone;
  for (const KeyMatch match : {KeyMatch::whole, KeyMatch::words, KeyMatch::any}) {
    auto names = names_like(store_, key, match);
    if (!names) return names.error();
    node = NameIndex(std::move(names).value()).require(name);
    if (node) break;
  }
  return node;
}

Result<std::uint32_t> GraphSource::node(const std::string& name) {
  if (current_) return stored_node(name);  // rows are numbered as the nodes are
  const auto graph = whole();
  if (!graph) return graph.error();
  return NameIndex(**graph).require(name);
}

Result<GraphSource::Place> GraphSource::around(const std::string& name, std::uint32_t hops) {
  const Result<std::uint32_t> at = node(name);
  if (!at) return at.error();
  if (!current_) return Place{whole_.get(), *at};
  Result<KnowledgeGraph> part = graph_around(store_, *at, hops);
  if (!part) return part.error();
  const Result<std::string> id = id_of_node(store_, *at);
  if (!id) return id.error();
  part_ = std::make_unique<const KnowledgeGraph>(std::move(part).value());
  return Place{part_.get(), part_->find(*id)};
}

Result<std::uint32_t> GraphSource::node_in(const Place& place, const std::string& name) {
  const Result<std::uint32_t> at = node(name);
  if (!at || !current_) return at;
  const Result<std::string> id = id_of_node(store_, *at);
  if (!id) return id.error();
  return place.graph->find(*id);
}

Result<Table> GraphSource::find_text(std::string_view words, std::size_t limit) {
  if (!current_) {
    const auto graph = whole();
    if (!graph) return graph.error();
    return search(**graph, words, limit);
  }
  const auto hits = find_words(store_, NameKeys::plain(words), limit);
  if (!hits) return hits.error();
  Table out{{"kind", "label", "document", "sentence"}, {}, Layout::report};
  for (const WordHit& hit : *hits) {
    const bool is_node = !hit.type.empty();
    out.rows.push_back({is_node ? hit.type : "sentence", hit.label, hit.article, hit.sentence});
  }
  return out;
}

}  // namespace maillon
