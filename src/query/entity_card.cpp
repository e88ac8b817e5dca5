#include "query/entity_card.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "query/statement_text.hpp"

namespace maillon {

namespace {

std::string text(std::string_view s) { return std::string(s); }
Cell count(std::size_t n) { return static_cast<std::int64_t>(n); }

Table properties(const KnowledgeGraph& graph, const Node& n) {
  Table out{{"property", "value"}, {}};
  const auto add = [&](const char* name, std::string_view value) {
    if (!value.empty()) out.rows.push_back({text(name), text(value)});
  };
  add("id", n.id);
  add("label", n.label);
  add("type", to_string(n.type));
  if (!n.aliases.empty())
    out.rows.push_back({text("names"), std::vector<std::string>(n.aliases.begin(), n.aliases.end())});
  add("country", n.iso3166);
  add("iri", n.iri);
  add("event type", n.event_type);
  add("relation", n.relation);
  add("time", n.time);
  if (n.place != kNone) add("place", graph.nodes()[n.place].label);
  out.rows.push_back({text("documents"), document_ids(graph, n.documents)});
  return out;
}

/// Edge indices: most documents first, then relation, other end's label, id.
void sort_for_reading(const KnowledgeGraph& graph, std::vector<std::uint32_t>& edges, bool outgoing) {
  const auto rank = [&](std::uint32_t i) {
    const Edge& e = graph.edges()[i];
    return std::tuple(-static_cast<std::int64_t>(e.weight()), e.relation,
                      graph.nodes()[outgoing ? e.target : e.source].label, e.id);
  };
  std::sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
}

enum class Ends : std::uint8_t { object, subject, both };

Table statements(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& edges, Ends ends) {
  Table out;
  if (ends != Ends::object) out.columns.emplace_back("subject");
  out.columns.insert(out.columns.end(), {"relation", "predicate"});
  if (ends != Ends::subject) out.columns.emplace_back("object");
  out.columns.insert(out.columns.end(),
                     {"time", "place", "quantity", "sources", "documents", "confidence", "id", "sentence"});
  out.layout = Layout::report;
  for (const std::uint32_t i : edges) {
    const Edge& e = graph.edges()[i];
    std::vector<Cell> row;
    if (ends != Ends::object) row.emplace_back(text(graph.nodes()[e.source].label));
    row.emplace_back(text(e.relation));
    row.emplace_back(predicate_text(e));
    if (ends != Ends::subject) row.emplace_back(text(graph.nodes()[e.target].label));
    row.emplace_back(time_text(e));
    row.emplace_back(e.place == kNone ? std::string() : text(graph.nodes()[e.place].label));
    row.emplace_back(quantity_text(e));
    row.emplace_back(labels(graph, e.sources));
    row.emplace_back(document_ids(graph, e.documents));
    row.emplace_back(e.confidence);
    row.emplace_back(text(e.id));
    row.emplace_back(text(best_sentence(graph, e)));
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table events(const KnowledgeGraph& graph, std::vector<std::uint32_t> nodes) {
  Table out{{"time", "event", "type", "place", "documents"}, {}};
  std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(graph.nodes()[a].time, graph.nodes()[a].id) <
           std::tuple(graph.nodes()[b].time, graph.nodes()[b].id);
  });
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  for (const std::uint32_t i : nodes) {
    const Node& n = graph.nodes()[i];
    out.rows.push_back({text(n.time), text(n.label), text(n.event_type),
                        n.place == kNone ? std::string() : text(graph.nodes()[n.place].label),
                        document_ids(graph, n.documents)});
  }
  return out;
}

}  // namespace

Table explain_merge(const KnowledgeGraph& graph, std::uint32_t node) {
  Table out{{"name", "documents", "rule", "joined", "because"}, {}};
  for (const MergeReason& m : graph.merges()) {
    if (m.node != node) continue;
    out.rows.push_back(
        {text(m.name), document_ids(graph, m.documents), text(m.rule), text(m.other_name), text(m.detail)});
  }
  return out;
}

std::vector<Section> show(const KnowledgeGraph& graph, std::uint32_t node) {
  const auto& g = graph.structure();
  std::vector<std::uint32_t> did, undergone, vouched, happenings;
  for (auto [at, end] = out_edges(node, g); at != end; ++at) {
    const auto i = get(boost::edge_index, g, *at);
    if (graph.edges()[i].kind == EdgeKind::statement || graph.nodes()[node].is_event) did.push_back(i);
  }
  for (auto [at, end] = in_edges(node, g); at != end; ++at) {
    const auto i = get(boost::edge_index, g, *at);
    if (graph.edges()[i].kind == EdgeKind::statement) {
      undergone.push_back(i);
    } else {
      happenings.push_back(graph.edges()[i].source);
    }
  }
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    const List<std::uint32_t> sources = graph.edges()[i].sources;
    if (std::binary_search(sources.begin(), sources.end(), node)) vouched.push_back(i);
  }
  sort_for_reading(graph, did, true);
  sort_for_reading(graph, undergone, false);
  sort_for_reading(graph, vouched, true);

  std::vector<Section> out{{"entity", properties(graph, graph.nodes()[node]), true},
                           {"did", statements(graph, did, Ends::object)},
                           {"undergone", statements(graph, undergone, Ends::subject)},
                           {"events", events(graph, std::move(happenings))},
                           {"vouches for", statements(graph, vouched, Ends::both)},
                           {"merges", explain_merge(graph, node)}};
  std::erase_if(out, [](const Section& s) { return s.table.rows.empty(); });
  return out;
}

Table neighbors(const KnowledgeGraph& graph, std::uint32_t node, std::uint32_t hops) {
  struct Reached {
    std::uint32_t hop = 0;
    std::map<std::string, std::uint32_t> relations;  // arrow and relation
    std::vector<std::uint32_t> documents;
  };
  const auto& g = graph.structure();
  std::map<std::uint32_t, Reached> reached;
  std::vector<std::uint32_t> front{node};
  for (std::uint32_t hop = 1; hop <= hops && !front.empty(); ++hop) {
    std::vector<std::uint32_t> next;
    const auto visit = [&](std::uint32_t other, std::uint32_t edge, bool outgoing) {
      if (other == node) return;
      const auto [at, fresh] = reached.try_emplace(other);
      if (fresh) {
        at->second.hop = hop;
        next.push_back(other);
      }
      if (at->second.hop != hop) return;
      const Edge& e = graph.edges()[edge];
      ++at->second.relations[(outgoing ? "→ " : "← ") + text(e.relation)];
      at->second.documents.insert(at->second.documents.end(), e.documents.begin(), e.documents.end());
    };
    for (const std::uint32_t from : front) {
      for (auto [at, end] = out_edges(from, g); at != end; ++at)
        visit(target(*at, g), get(boost::edge_index, g, *at), true);
      for (auto [at, end] = in_edges(from, g); at != end; ++at)
        visit(source(*at, g), get(boost::edge_index, g, *at), false);
    }
    front = std::move(next);
  }

  std::vector<std::pair<std::uint32_t, Reached*>> order;
  for (auto& [other, r] : reached) {
    std::sort(r.documents.begin(), r.documents.end());
    r.documents.erase(std::unique(r.documents.begin(), r.documents.end()), r.documents.end());
    order.emplace_back(other, &r);
  }
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    const auto rank = [&](const auto& item) {
      return std::tuple(item.second->hop, -static_cast<std::int64_t>(item.second->documents.size()),
                        graph.nodes()[item.first].label, graph.nodes()[item.first].id);
    };
    return rank(a) < rank(b);
  });
  Table out{{"hop", "neighbor", "type", "relations", "documents"}, {}};
  for (const auto& [other, r] : order) {
    std::vector<std::string> relations;
    for (const auto& [relation, times] : r->relations) relations.push_back(relation);
    out.rows.push_back({count(r->hop), text(graph.nodes()[other].label),
                        text(to_string(graph.nodes()[other].type)), std::move(relations),
                        document_ids(graph, r->documents)});
  }
  return out;
}

}  // namespace maillon
