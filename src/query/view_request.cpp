#include "query/view_request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "graph/suggestion.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

Diagnostic unknown(const std::string& what, const std::string& name,
                   std::span<const std::string_view> known) {
  return error_in({}, "there is no " + what + " '" + name + "'",
                  suggestion(name, known, "there are " + listed(known)));
}

std::array<std::string_view, kEntityTypeCount> type_names() {
  std::array<std::string_view, kEntityTypeCount> out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = to_string(static_cast<EntityType>(i));
  return out;
}

Status check_date(const std::string& flag, const std::string& value) {
  if (value.empty() || parse_time(value)) return {};
  return error_in({}, flag + ": '" + value + "' is no date",
                  "write a year, a month or a day: 2023, 2023-03, 2023-03-09");
}

Status check_relations(const std::vector<std::string>& relations, const KnowledgeGraph& graph) {
  if (relations.empty()) return {};
  constexpr std::size_t kListed = 12;
  std::set<std::string_view> known;
  for (const Edge& e : graph.edges()) known.insert(e.relation);
  const std::vector<std::string_view> names(known.begin(), known.end());
  for (const std::string& relation : relations) {
    if (known.count(relation) != 0) continue;
    const std::span<const std::string_view> first(names.data(), std::min(names.size(), kListed));
    return error_in(
        {}, "no edge has the relation '" + relation + "'",
        suggestion(relation, names,
                   names.empty() ? "the graph has no edges"
                                 : "there are " + listed(first) + (names.size() > kListed ? ", …" : "")));
  }
  return {};
}

/// The centre and its hops. A name that is somebody's as it stands is not cut at its colon.
Status read_neighbourhood(const std::string& text, const NameIndex& names, GraphFilter& filter) {
  std::string name = text;
  const std::size_t colon = text.rfind(':');
  if (colon != std::string::npos && names.find(text).empty()) {
    unsigned hops = 0;
    const char* const end = text.data() + text.size();
    const auto [at, code] = std::from_chars(text.data() + colon + 1, end, hops);
    if (code == std::errc() && at == end) {
      name = text.substr(0, colon);
      filter.hops = hops;
    }
  }
  const Result<std::uint32_t> node = names.require(name);
  if (!node) return node.error();
  filter.centre = *node;
  return {};
}

}  // namespace

bool ViewRequest::is_whole() const {
  return (view.empty() || graph_view_from(view) == GraphView::full) && since.empty() && until.empty() &&
         types.empty() && relations.empty() && min_documents <= 1 && min_confidence <= 0 &&
         neighbourhood.empty();
}

Status check(const ViewRequest& request) {
  if (!request.view.empty() && !graph_view_from(request.view))
    return unknown("view", request.view, graph_views());
  for (const std::string& type : request.types)
    if (const auto known = type_names(); std::find(known.begin(), known.end(), type) == known.end())
      return unknown("entity type", type, known);
  if (!(request.min_confidence >= 0 && request.min_confidence <= 1))
    return error_in({}, "--min-confidence: no confidence is so", "write a number from 0 to 1");
  if (Status s = check_date("--since", request.since); !s) return s;
  if (Status s = check_date("--until", request.until); !s) return s;
  if (request.since.empty() || request.until.empty() ||
      parse_time(request.since)->first <= parse_time(request.until)->last)
    return {};
  return error_in({}, "--since " + request.since + " is after --until " + request.until);
}

Result<GraphFilter> filter_from(const ViewRequest& request, const KnowledgeGraph& graph,
                                const NameIndex& names) {
  if (Status s = check(request); !s) return s.error();
  if (Status s = check_relations(request.relations, graph); !s) return s.error();
  GraphFilter out;
  if (!request.view.empty()) out.view = *graph_view_from(request.view);
  out.since = request.since;
  out.until = request.until;
  for (const std::string& type : request.types) out.types.push_back(entity_type_from(type));
  out.relations = request.relations;
  out.min_documents = request.min_documents;
  out.min_confidence = request.min_confidence;
  if (!request.neighbourhood.empty())
    if (Status s = read_neighbourhood(request.neighbourhood, names, out); !s) return s.error();
  return out;
}

Result<KnowledgeGraph> view_of(const ViewRequest& request, const KnowledgeGraph& graph) {
  const NameIndex names(graph);
  const Result<GraphFilter> filter = filter_from(request, graph, names);
  if (!filter) return filter.error();
  return filter_graph(graph, *filter);
}

}  // namespace maillon
