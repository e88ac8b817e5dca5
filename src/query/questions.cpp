#include "query/questions.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "graph/name_keys.hpp"
#include "graph/time_span.hpp"
#include "query/statement_text.hpp"

namespace maillon {

namespace {

std::vector<std::uint32_t> participants(const KnowledgeGraph& graph, std::uint32_t event) {
  std::vector<std::uint32_t> out;
  const auto& g = graph.structure();
  for (auto [at, end] = out_edges(event, g); at != end; ++at)
    if (graph.edges()[get(boost::edge_index, g, *at)].kind == EdgeKind::participant)
      out.push_back(target(*at, g));
  return out;
}

std::string_view stance(const Edge& e) {
  if (e.polarity == Polarity::negative) return "denies";
  return e.modality == Modality::possible || e.modality == Modality::conditional ? "doubts" : "claims";
}

std::string statement_text(const KnowledgeGraph& graph, const Edge& e) {
  std::string out = std::string(graph.nodes()[e.source].label) + ' ' + predicate_text(e) + ' ' +
                    std::string(graph.nodes()[e.target].label);
  if (const std::string quantity = quantity_text(e); !quantity.empty()) out += " [" + quantity + ']';
  return out;
}

/// Every word of `words` stands at the beginning of a word of `text`.
bool holds(const std::string& text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      if (at == 0 || text[at - 1] == ' ') return true;
    return false;
  });
}

}  // namespace

Table timeline(const KnowledgeGraph& graph, const TimelineFilter& filter) {
  const auto since = parse_time(filter.since), until = parse_time(filter.until);
  using Row = std::tuple<std::int64_t, std::string_view, std::uint32_t>;  // first day, id, node
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < graph.nodes().size(); ++i) {
    const Node& n = graph.nodes()[i];
    if (!n.is_event) continue;
    const auto span = parse_time(n.time);
    if ((since || until) && !span) continue;
    if (since && span->last < since->first) continue;
    if (until && span->first > until->last) continue;
    if (filter.about != kNone && n.place != filter.about) {
      const std::vector<std::uint32_t> who = participants(graph, i);
      if (std::find(who.begin(), who.end(), filter.about) == who.end()) continue;
    }
    rows.emplace_back(span ? std::int64_t{span->first} : TimeSpan::kOpenEnd, n.id, i);
  }
  std::sort(rows.begin(), rows.end());
  Table out{{"time", "event", "type", "participants", "place", "documents"}, {}};
  for (const Row& row : rows) {
    const Node& n = graph.nodes()[std::get<2>(row)];
    out.rows.push_back({std::string(n.time), std::string(n.label), std::string(n.event_type),
                        labels(graph, participants(graph, std::get<2>(row))),
                        n.place == kNone ? std::string() : std::string(graph.nodes()[n.place].label),
                        document_ids(graph, n.documents)});
  }
  return out;
}

Table claims(const KnowledgeGraph& graph, const ClaimFilter& filter) {
  using Row = std::tuple<std::string_view, std::string_view, std::uint32_t>;  // source's label, edge id, edge
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    const Edge& e = graph.edges()[i];
    if (e.kind != EdgeKind::statement) continue;
    if (filter.about != kNone && e.source != filter.about && e.target != filter.about &&
        e.place != filter.about)
      continue;
    if (e.sources.empty() && filter.by == kNone && !e.contradicts.empty()) rows.emplace_back("", e.id, i);
    for (const std::uint32_t source : e.sources)
      if (filter.by == kNone || filter.by == source) rows.emplace_back(graph.nodes()[source].label, e.id, i);
  }
  std::sort(rows.begin(), rows.end());
  Table out{{"source", "stance", "subject", "predicate", "object", "quantity", "time", "contradicted by",
             "documents", "id", "sentence"},
            {},
            Layout::report};
  for (const auto& [source, id, edge] : rows) {
    const Edge& e = graph.edges()[edge];
    std::vector<std::string> against;
    for (const std::uint32_t c : e.contradicts) against.push_back(statement_text(graph, graph.edges()[c]));
    out.rows.push_back({std::string(source), std::string(stance(e)),
                        std::string(graph.nodes()[e.source].label), predicate_text(e),
                        std::string(graph.nodes()[e.target].label), quantity_text(e), time_text(e),
                        std::move(against), document_ids(graph, e.documents), std::string(e.id),
                        std::string(best_sentence(graph, e))});
  }
  return out;
}

Table search(const KnowledgeGraph& graph, std::string_view text, std::size_t limit) {
  std::vector<std::string> words;
  const std::string key = NameKeys::plain(text);
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    if (end > begin) words.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  Table out{{"kind", "label", "document", "sentence"}, {}, Layout::report};
  if (words.empty()) return out;
  std::vector<std::uint32_t> order(graph.nodes().size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return graph.nodes()[a].documents.size() > graph.nodes()[b].documents.size();
  });
  for (const bool events : {false, true}) {
    for (const std::uint32_t i : order) {
      const Node& n = graph.nodes()[i];
      if (out.rows.size() >= limit) return out;
      if (n.is_event != events) continue;
      std::string names = NameKeys::plain(n.label);
      for (const std::string_view alias : n.aliases) names += ' ' + NameKeys::plain(alias);
      if (holds(names, words))
        out.rows.push_back(
            {std::string(to_string(n.type)), std::string(n.label), std::string(), std::string()});
    }
  }
  // The newest articles first; within one, the order of the text.
  const auto before = [&](const Support* a, const Support* b) {
    const std::string_view x = graph.documents()[a->document].date, y = graph.documents()[b->document].date;
    return x != y ? x > y : std::pair(a->document, a->sentence) < std::pair(b->document, b->sentence);
  };
  std::set<const Support*, decltype(before)> found(before);
  for (const Support& s : graph.supports())
    if (holds(NameKeys::plain(s.text), words)) found.insert(&s);
  std::set<std::pair<std::uint32_t, std::string_view>> seen;
  for (const Support* s : found) {
    if (out.rows.size() >= limit) return out;
    if (!seen.emplace(s->document, s->text).second) continue;
    out.rows.push_back({std::string("sentence"), std::string(),
                        std::string(graph.documents()[s->document].id), std::string(s->text)});
  }
  return out;
}

}  // namespace maillon
