#include "graph/graph_filter.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/time_span.hpp"

namespace maillon {

namespace {

constexpr std::array<std::string_view, 4> kViews = {"full", "entities", "events", "claims"};

bool is_open(const GraphFilter& f) {
  return f.view == GraphView::full && f.since.empty() && f.until.empty() && f.types.empty() &&
         f.relations.empty() && f.min_documents <= 1 && f.min_confidence <= 0 && f.centre == kNone;
}

bool in_view(const KnowledgeGraph& graph, const Edge& e, GraphView view) {
  switch (view) {
    case GraphView::full:
      return true;
    case GraphView::entities:
      return e.kind == EdgeKind::statement && !graph.nodes()[e.source].is_event &&
             !graph.nodes()[e.target].is_event;
    case GraphView::events:
      return e.kind != EdgeKind::statement;
    case GraphView::claims:
      return e.kind == EdgeKind::statement && !e.sources.empty();
  }
  return false;
}

bool in_time(const Edge& e, const std::optional<TimeSpan>& since, const std::optional<TimeSpan>& until) {
  if (!since && !until) return true;
  const auto first = parse_time(e.first_time), last = parse_time(e.last_time);
  if (!first || !last) return false;
  return (!since || last->last >= since->first) && (!until || first->first <= until->last);
}

/// Nodes within `hops` edges of the centre.
std::vector<bool> neighbourhood(const KnowledgeGraph& graph, std::uint32_t centre, std::uint32_t hops) {
  std::vector<bool> near(graph.nodes().size());
  near[centre] = true;
  std::vector<std::uint32_t> front{centre};
  const auto& g = graph.structure();
  for (std::uint32_t hop = 0; hop < hops; ++hop) {
    std::vector<std::uint32_t> next;
    const auto reach = [&](std::uint32_t v) {
      if (near[v]) return;
      near[v] = true;
      next.push_back(v);
    };
    for (const std::uint32_t v : front) {
      for (auto [at, end] = out_edges(v, g); at != end; ++at) reach(target(*at, g));
      for (auto [at, end] = in_edges(v, g); at != end; ++at) reach(source(*at, g));
    }
    front = std::move(next);
  }
  return near;
}

template <class T, class Value>
bool allows(const std::vector<T>& allowed, const Value& value) {
  return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

std::vector<bool> kept_edges(const KnowledgeGraph& graph, const GraphFilter& f) {
  const auto since = parse_time(f.since), until = parse_time(f.until);
  std::vector<bool> near;
  if (f.centre != kNone) near = neighbourhood(graph, f.centre, f.hops);
  std::vector<bool> kept;
  kept.reserve(graph.edges().size());
  for (const Edge& e : graph.edges()) {
    const bool of_type =
        allows(f.types, graph.nodes()[e.source].type) || allows(f.types, graph.nodes()[e.target].type);
    kept.push_back(in_view(graph, e, f.view) && in_time(e, since, until) && of_type &&
                   allows(f.relations, e.relation) && e.weight() >= f.min_documents &&
                   e.confidence >= f.min_confidence && (near.empty() || (near[e.source] && near[e.target])));
  }
  return kept;
}

}  // namespace

std::span<const std::string_view> graph_views() { return kViews; }

std::optional<GraphView> graph_view_from(std::string_view name) {
  const auto at = std::find(kViews.begin(), kViews.end(), name);
  return at == kViews.end() ? std::nullopt : std::optional(static_cast<GraphView>(at - kViews.begin()));
}

/// Copies parts of a graph with new indices and strings of its own.
class GraphCopier {
 public:
  GraphCopier(const KnowledgeGraph& from, std::vector<bool> edges, bool whole, bool events)
      : from_(from),
        events_(events),
        keep_edge_(std::move(edges)),
        keep_node_(from.nodes().size(), whole),
        keep_document_(from.documents().size(), whole) {}

  /// Only these nodes and edges and what they need.
  GraphCopier(const KnowledgeGraph& from, std::vector<bool> nodes, std::vector<bool> edges)
      : from_(from),
        events_(true),
        keep_edge_(std::move(edges)),
        keep_node_(std::move(nodes)),
        keep_document_(from.documents().size(), false) {}

  KnowledgeGraph copy() && {
    mark_nodes();
    mark_documents();
    node_ = number(keep_node_);
    edge_ = number(keep_edge_);
    document_ = number(keep_document_);
    support_.assign(from_.supports().size(), kNone);
    for (std::uint32_t i = 0; i < keep_document_.size(); ++i) {
      if (!keep_document_[i]) continue;
      SourceDocument d = from_.documents()[i];
      own(d.id, d.title, d.date, d.source, d.url, d.content_hash);
      to_.documents_.push_back(d);
    }
    for (std::uint32_t i = 0; i < keep_node_.size(); ++i)
      if (keep_node_[i]) copy_node(from_.nodes()[i]);
    for (std::uint32_t i = 0; i < keep_edge_.size(); ++i)
      if (keep_edge_[i]) copy_edge(from_.edges()[i]);
    for (MergeReason m : from_.merges()) {
      if (node_[m.node] == kNone) continue;
      m.node = node_[m.node];
      m.documents = renumbered(m.documents, [&](std::uint32_t d) { return document_[d]; });
      own(m.name, m.other_name, m.rule, m.detail);
      to_.merges_.push_back(m);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (const Edge& e : to_.edges_) ends.emplace_back(e.source, e.target);
    to_.structure_ = KnowledgeGraph::Structure(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                                               static_cast<std::uint32_t>(to_.nodes_.size()));
    return std::move(to_);
  }

 private:
  template <class... Views>
  void own(Views&... views) {
    ((views = to_.pool_.intern(views)), ...);
  }
  List<std::string_view> own_all(List<std::string_view> texts) {
    std::vector<std::string_view> out(texts.begin(), texts.end());
    for (std::string_view& text : out) own(text);
    return to_.texts_.store(out);
  }
  /// The list under its new numbers, without those that are not kept.
  template <class Number>
  List<std::uint32_t> renumbered(List<std::uint32_t> list, Number new_number) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t i : list)
      if (const std::uint32_t n = new_number(i); n != kNone) out.push_back(n);
    return to_.indices_.store(out);
  }

  /// Ends, and whatever the kept edges, their supports and the kept events name.
  void mark_nodes() {
    const auto keep = [&](std::uint32_t n) {
      if (n != kNone) keep_node_[n] = true;
    };
    for (std::uint32_t i = 0; i < keep_edge_.size(); ++i) {
      if (!keep_edge_[i]) continue;
      const Edge& e = from_.edges()[i];
      keep(e.source);
      keep(e.target);
      keep(e.place);
      if (events_) keep(e.event);
      for (const std::uint32_t s : e.sources) keep(s);
      for (const std::uint32_t s : e.supports) {
        keep(from_.supports()[s].place);
        for (const std::uint32_t n : from_.supports()[s].attribution) keep(n);
      }
    }
    for (std::uint32_t i = 0; i < keep_node_.size(); ++i)
      if (keep_node_[i]) keep(from_.nodes()[i].place);
  }

  /// Those of the kept nodes and edges: what an edge's supports stand in is among its documents, and the
  /// names that became a node are in the node's.
  void mark_documents() {
    for (std::uint32_t i = 0; i < keep_node_.size(); ++i)
      if (keep_node_[i])
        for (const std::uint32_t d : from_.nodes()[i].documents) keep_document_[d] = true;
    for (std::uint32_t i = 0; i < keep_edge_.size(); ++i)
      if (keep_edge_[i])
        for (const std::uint32_t d : from_.edges()[i].documents) keep_document_[d] = true;
  }

  static std::vector<std::uint32_t> number(const std::vector<bool>& kept) {
    std::vector<std::uint32_t> out(kept.size(), kNone);
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (kept[i]) out[i] = next++;
    return out;
  }
  std::uint32_t node(std::uint32_t n) const { return n == kNone ? kNone : node_[n]; }

  void copy_node(Node n) {
    own(n.id, n.label, n.iso3166, n.iri, n.event_type, n.relation, n.lemma, n.time);
    n.aliases = own_all(n.aliases);
    n.documents = renumbered(n.documents, [&](std::uint32_t d) { return document_[d]; });
    n.place = node(n.place);
    to_.nodes_.push_back(std::move(n));
  }

  void copy_edge(Edge e) {
    own(e.id, e.relation, e.lemma, e.preposition, e.first_time, e.last_time);
    e.source = node(e.source);
    e.target = node(e.target);
    e.place = node(e.place);
    e.event = node(e.event);
    e.documents = renumbered(e.documents, [&](std::uint32_t d) { return document_[d]; });
    e.sources = renumbered(e.sources, [&](std::uint32_t n) { return node(n); });
    e.supports = renumbered(e.supports, [&](std::uint32_t s) { return support(s); });
    e.contradicts = renumbered(e.contradicts, [&](std::uint32_t c) { return edge_[c]; });
    to_.edges_.push_back(std::move(e));
  }

  std::uint32_t support(std::uint32_t index) {
    if (support_[index] != kNone) return support_[index];
    Support s = from_.supports()[index];
    own(s.statement, s.text, s.subject, s.predicate, s.object, s.lemma, s.preposition, s.time, s.time_text,
        s.rule);
    s.trace = own_all(s.trace);
    s.document = document_[s.document];
    s.place = node(s.place);
    s.attribution = renumbered(s.attribution, [&](std::uint32_t n) { return node(n); });
    to_.supports_.push_back(std::move(s));
    return support_[index] = static_cast<std::uint32_t>(to_.supports_.size() - 1);
  }

  const KnowledgeGraph& from_;
  bool events_;  ///< keep the events that edges belong to
  std::vector<bool> keep_edge_, keep_node_, keep_document_;
  std::vector<std::uint32_t> node_, edge_, document_, support_;  ///< new indices
  KnowledgeGraph to_;
};

KnowledgeGraph filter_graph(const KnowledgeGraph& graph, const GraphFilter& filter) {
  return GraphCopier(graph, kept_edges(graph, filter), is_open(filter), filter.view != GraphView::entities)
      .copy();
}

KnowledgeGraph subgraph(const KnowledgeGraph& graph, std::vector<bool> nodes, std::vector<bool> edges) {
  return GraphCopier(graph, std::move(nodes), std::move(edges)).copy();
}

}  // namespace maillon
