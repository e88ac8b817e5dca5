#include "import/graph_draft.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>

#include "graph/graph_parts.hpp"

namespace maillon {

namespace {

/// Long names say enough by their beginning.
std::string quoted(std::string_view name) {
  constexpr std::size_t kMost = 80;
  std::size_t end = std::min(name.size(), kMost);
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return '\'' + std::string(name.substr(0, end)) + (end < name.size() ? "…'" : "'");
}

Diagnostic at(const DraftPlace& place, std::string message) {
  Diagnostic d = error_in({}, std::move(message));
  d.line = place.line;
  return d;
}

template <class Part>
std::string_view key_of(const Part& part) {
  return part.key.empty() ? part.item.id : part.key;
}

/// Ids must be there and distinct in sorted parts; keys, too.
template <class Parts, class Index>
Status index_parts(const Parts& parts, std::string_view what, Index& by_key) {
  by_key.reserve(parts.size());
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (parts[i].item.id.empty()) return at(parts[i], std::string(what) + " without an id");
    if (!by_key.emplace(key_of(parts[i]), i).second)
      return at(parts[i], std::string(what) + ' ' + quoted(key_of(parts[i])) + " comes twice");
  }
  return {};
}

template <class Parts>
Status distinct_ids(const Parts& parts, std::string_view what) {
  std::unordered_set<std::string_view> ids;  // looked up only
  for (const auto& part : parts)
    if (!ids.insert(part.item.id).second)
      return at(part, std::string(what) + ' ' + quoted(part.item.id) + " comes twice");
  return {};
}

/// Turns references into indices. The first that refers to nothing is remembered.
class Resolver {
 public:
  Resolver(const DraftPlace& place, std::string who) : place_(place), who_(std::move(who)) {}

  template <class Index>
  std::uint32_t optional(const Index& by_key, std::string_view key, std::string_view what) {
    return key.empty() ? kNone : required(by_key, key, what);
  }
  template <class Index>
  std::uint32_t required(const Index& by_key, std::string_view key, std::string_view what) {
    const auto found = by_key.find(key);
    if (found != by_key.end()) return found->second;
    if (status_)
      status_ = at(place_, who_ + (key.empty() ? " has no " + std::string(what)
                                               : " names the " + std::string(what) + ' ' + quoted(key) +
                                                     ", which the file has not"));
    return kNone;
  }
  template <class Index>
  std::vector<std::uint32_t> all(const Index& by_key, const std::vector<std::string_view>& keys,
                                 std::string_view what) {
    std::vector<std::uint32_t> out;
    for (const std::string_view key : keys) out.push_back(required(by_key, key, what));
    return out;
  }
  template <class Index>
  std::vector<std::uint32_t> sorted(const Index& by_key, const std::vector<std::string_view>& keys,
                                    std::string_view what) {
    std::vector<std::uint32_t> out = all(by_key, keys, what);
    std::sort(out.begin(), out.end());
    return out;
  }
  const Status& status() const { return status_; }

 private:
  const DraftPlace& place_;
  std::string who_;
  Status status_;
};

}  // namespace

std::string_view GraphDraft::text(std::string_view text) { return GraphParts::strings(graph_).intern(text); }

List<std::string_view> GraphDraft::texts(const std::vector<std::string_view>& texts) {
  std::vector<std::string_view> kept;
  for (const std::string_view t : texts) kept.push_back(text(t));
  return GraphParts::texts(graph_).store(kept);
}

void GraphDraft::add(DraftSupport s) {
  support_at_.emplace(s.key, static_cast<std::uint32_t>(supports_.size()));
  supports_.push_back(std::move(s));
}

/// Strict GraphML has nothing but their ids.
void GraphDraft::name_documents() {
  std::unordered_set<std::string_view> ids;  // looked up only
  const auto name = [&](std::string_view id, std::uint32_t line) {
    if (!ids.insert(id).second) return;
    DraftDocument d;
    d.item.id = id;
    d.line = line;
    documents_.push_back(d);
  };
  for (const DraftNode& n : nodes_)
    for (const std::string_view id : n.documents) name(id, n.line);
  for (const DraftEdge& e : edges_)
    for (const std::string_view id : e.documents) name(id, e.line);
  for (const DraftSupport& s : supports_) name(s.document, s.line);
}

Status GraphDraft::finish_documents() {
  if (documents_.empty()) name_documents();
  std::stable_sort(documents_.begin(), documents_.end(),
                   [](const auto& a, const auto& b) { return a.item.id < b.item.id; });
  if (Status s = index_parts(documents_, "document", document_at_); !s) return s;
  for (const DraftDocument& d : documents_) GraphParts::documents(graph_).push_back(d.item);
  return distinct_ids(documents_, "document");
}

Status GraphDraft::finish_nodes() {
  std::stable_sort(nodes_.begin(), nodes_.end(),
                   [](const auto& a, const auto& b) { return a.item.id < b.item.id; });
  if (Status s = index_parts(nodes_, "node", node_at_); !s) return s;
  if (Status s = distinct_ids(nodes_, "node"); !s) return s;
  for (DraftNode& n : nodes_) {
    Resolver resolve(n, "node " + quoted(n.item.id));
    n.item.place = resolve.optional(node_at_, n.place, "node");
    n.item.documents =
        GraphParts::indices(graph_).store(resolve.sorted(document_at_, n.documents, "document"));
    if (!resolve.status()) return resolve.status();
    for (DraftMerge& m : n.merges) {
      std::vector<std::uint32_t> documents;
      for (const std::string_view id : m.documents)
        if (Status s = document_with_id(n, id, documents.emplace_back()); !s) return s;
      m.item.node = static_cast<std::uint32_t>(graph_.nodes().size());
      m.item.documents = GraphParts::indices(graph_).store(documents);
      GraphParts::merges(graph_).push_back(m.item);
    }
    GraphParts::nodes(graph_).push_back(n.item);
  }
  return {};
}

Status GraphDraft::finish_edges() {
  for (DraftEdge& e : edges_) {
    Resolver resolve(e, "edge " + quoted(e.item.id));
    e.item.source = resolve.required(node_at_, e.source, "node");
    e.item.target = resolve.required(node_at_, e.target, "node");
    e.item.place = resolve.optional(node_at_, e.place, "node");
    e.item.event = resolve.optional(node_at_, e.event, "node");
    e.item.sources = GraphParts::indices(graph_).store(resolve.sorted(node_at_, e.sources, "node"));
    e.item.documents =
        GraphParts::indices(graph_).store(resolve.sorted(document_at_, e.documents, "document"));
    if (!resolve.status()) return resolve.status();
  }
  std::stable_sort(edges_.begin(), edges_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.item.source, a.item.target, a.item.id) <
           std::tie(b.item.source, b.item.target, b.item.id);
  });
  if (Status s = index_parts(edges_, "edge", edge_at_); !s) return s;
  if (Status s = distinct_ids(edges_, "edge"); !s) return s;
  for (DraftEdge& e : edges_) {
    Resolver resolve(e, "edge " + quoted(e.item.id));
    e.item.contradicts = GraphParts::indices(graph_).store(resolve.sorted(edge_at_, e.contradicts, "edge"));
    if (!resolve.status()) return resolve.status();
  }
  return {};
}

Status GraphDraft::document_with_id(const DraftPlace& who, std::string_view id, std::uint32_t& out) const {
  const auto& documents = graph_.documents();
  const auto found =
      std::lower_bound(documents.begin(), documents.end(), id,
                       [](const SourceDocument& d, std::string_view wanted) { return d.id < wanted; });
  out = static_cast<std::uint32_t>(found - documents.begin());
  if (found != documents.end() && found->id == id) return {};
  return at(who, "the document " + quoted(id) + " is named, which the file has not");
}

Status GraphDraft::node_with_id(const DraftPlace& who, std::string_view id, std::uint32_t& out) const {
  out = graph_.find(id);
  if (out != kNone) return {};
  return at(who, "an evidence names the node " + quoted(id) + ", which the file has not");
}

Status GraphDraft::finish_support(const DraftSupport& s, Support& out) {
  out = s.item;
  if (Status found = document_with_id(s, s.document, out.document); !found) return found;
  if (!s.place.empty())
    if (Status found = node_with_id(s, s.place, out.place); !found) return found;
  std::vector<std::uint32_t> sources;
  for (const std::string_view id : s.attribution)
    if (Status found = node_with_id(s, id, sources.emplace_back()); !found) return found;
  out.attribution = GraphParts::indices(graph_).store(sources);
  return {};
}

Status GraphDraft::finish_supports() {
  auto& supports = GraphParts::supports(graph_);
  std::vector<std::uint32_t> number(supports_.size(), kNone);
  for (DraftEdge& e : edges_) {
    Resolver resolve(e, "edge " + quoted(e.item.id));
    std::vector<std::uint32_t> list = resolve.all(support_at_, e.supports, "evidence");
    if (!resolve.status()) return resolve.status();
    for (std::uint32_t& s : list) {
      if (number[s] == kNone) {
        number[s] = static_cast<std::uint32_t>(supports.size());
        if (Status done = finish_support(supports_[s], supports.emplace_back()); !done) return done;
      }
      s = number[s];
    }
    e.item.supports = GraphParts::indices(graph_).store(list);
    GraphParts::edges(graph_).push_back(std::move(e.item));
  }
  return {};
}

Result<KnowledgeGraph> GraphDraft::finish() && {
  for (const auto step : {&GraphDraft::finish_documents, &GraphDraft::finish_nodes, &GraphDraft::finish_edges,
                          &GraphDraft::finish_supports})
    if (Status done = (this->*step)(); !done) return done.error();
  GraphParts::make_structure(graph_);
  return std::move(graph_);
}

}  // namespace maillon
