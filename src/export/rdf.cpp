#include "export/rdf.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/iri.hpp"
#include "export/properties.hpp"
#include "export/text.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

/// The datatype of an ISO 8601 value that XML Schema knows; empty for weeks, times of day and intervals,
/// which stay strings.
std::string_view time_type(std::string_view value) {
  if (value.find_first_not_of("0123456789-") != std::string_view::npos || !parse_time(value)) return {};
  return value.size() == 4 ? "xsd:gYear" : value.size() == 7 ? "xsd:gYearMonth" : "xsd:date";
}

class Describer {
 public:
  Describer(const KnowledgeGraph& graph, const ExportOptions& options, RdfVisitor& visitor)
      : graph_(graph), options_(options), visitor_(visitor), words_(Vocabulary::embedded()) {}

  void describe() {
    name_evidence();
    for (std::uint32_t i = 0; i < graph_.documents().size(); ++i) document(i);
    for (std::uint32_t i = 0; i < graph_.nodes().size(); ++i) node(i);
    for (const std::string_view value : times_) interval(value);
    for (const Edge& e : graph_.edges()) statement(e);
    if (options_.named_graphs) {
      documents_apart();
    } else {
      for (const std::uint32_t s : evidence_) evidence(s);
    }
  }

 private:
  std::string iri(std::string_view kind, std::string_view id) const {
    std::string out = options_.iri_base, buffer;
    out += kind;
    append_percent(out, legal_xml(id, buffer));  // as the identifier is written
    return out;
  }
  std::string node_iri(std::uint32_t n) const { return iri("", graph_.nodes()[n].id); }
  std::string document_iri(std::uint32_t d) const { return iri("document:", graph_.documents()[d].id); }
  std::string graph_iri(std::uint32_t d) const { return document_iri(d) + "#statements"; }

  void text(std::string_view term, std::string_view value, std::string_view datatype = {}) {
    const std::string_view legal = legal_xml(value, legal_);
    if (!legal.empty()) visitor_.property(words_.term(term), legal, datatype);
  }
  void number(std::string_view term, std::uint64_t value) {
    std::string digits;
    append_number(digits, value);
    text(term, digits);
  }
  void number(std::string_view term, double value) {
    std::string digits;
    append_number(digits, value);
    text(term, digits);
  }
  void time(std::string_view term, std::string_view value) { text(term, value, time_type(value)); }

  void document(std::uint32_t index) {
    static const std::array<std::string, 1> kTypes = {"schema:NewsArticle"};
    const SourceDocument& d = graph_.documents()[index];
    visitor_.begin_subject(document_iri(index), kTypes);
    text("identifier", d.id);
    text("headline", d.title);
    time("datePublished", d.date);
    text("publisher", d.source);
    text("url", d.url);
    text("contentHash", d.content_hash);
    number("sentences", std::uint64_t{d.sentences});
    number("words", std::uint64_t{d.words});
    if (options_.named_graphs) text("graph", graph_iri(index));
    visitor_.end_subject();
  }

  void node(std::uint32_t index) {
    const Node& n = graph_.nodes()[index];
    visitor_.begin_subject(node_iri(index), words_.types_of(n.type, n.is_event));
    text("identifier", n.id);
    text("label", n.label);
    text("name", n.label);
    for (const std::string_view alias : n.aliases) text("alternateName", alias);
    text("named", n.named ? "true" : "false");
    text("iso3166", n.iso3166);
    std::string escaped;
    if (is_absolute_iri(n.iri)) append_iri(escaped, n.iri);
    text("sameAs", escaped);
    if (escaped != n.iri) text("gazetteerEntry", n.iri);  // as it was given
    for (const std::uint32_t d : n.documents) text("mentionedIn", document_iri(d));
    if (n.is_event) event(index);
    for (; next_merge_ < graph_.merges().size() && graph_.merges()[next_merge_].node == index; ++next_merge_)
      text("merge", merge_json(graph_, graph_.merges()[next_merge_]));
    if (!options_.named_graphs) plain_edges(out_edges_of(index));
    visitor_.end_subject();
  }

  void event(std::uint32_t index) {
    const Node& n = graph_.nodes()[index];
    if (!n.event_type.empty()) {
      std::string type = words_.expand("plover:");
      append_percent(type, legal_xml(n.event_type, legal_));
      text("eventType", type);
    }
    text("relationName", n.relation);
    text("lemma", n.lemma);
    time("eventTime", n.time);
    if (parse_time(n.time)) {
      text("eventInterval", iri("time:", n.time));
      times_.insert(n.time);
    }
    if (n.place != kNone) text("eventPlace", node_iri(n.place));
    const auto& g = graph_.structure();
    std::set<std::uint32_t> actors;
    for (auto [at, end] = out_edges(index, g); at != end; ++at)
      if (graph_.edges()[get(boost::edge_index, g, *at)].kind == EdgeKind::participant)
        actors.insert(target(*at, g));
    for (const std::uint32_t actor : actors) text("actor", node_iri(actor));
  }

  static std::string relation_iri(const Edge& e) {
    std::string out = "relation:", buffer;
    const std::string_view name = legal_xml(e.relation, buffer);
    append_percent(out, name.empty() ? std::string_view("RELATED_TO") : name);
    return out;
  }

  /// An ISO 8601 value as days, for those who cannot compare weeks and months (OWL-Time).
  void interval(std::string_view value) {
    static const std::array<std::string, 2> kTypes = {"sem:Time", "time:ProperInterval"};
    static const std::array<std::string, 1> kInstant = {"time:Instant"};
    const std::string self = iri("time:", value);
    const TimeSpan span = *parse_time(value);
    const std::pair<const char*, std::string> ends[] = {{"hasBeginning", day_to_string(span.first)},
                                                        {"hasEnd", day_to_string(span.last)}};
    visitor_.begin_subject(self, kTypes);
    text("identifier", value);
    for (const auto& [term, day] : ends)
      if (!day.empty()) text(term, self + '#' + term);
    visitor_.end_subject();
    for (const auto& [term, day] : ends) {
      if (day.empty()) continue;
      visitor_.begin_subject(self + '#' + term, kInstant);
      text("inXSDDate", day);
      visitor_.end_subject();
    }
  }

  std::vector<std::uint32_t> out_edges_of(std::uint32_t node) const {
    const auto& g = graph_.structure();
    std::vector<std::uint32_t> out;
    for (auto [at, end] = out_edges(node, g); at != end; ++at) out.push_back(get(boost::edge_index, g, *at));
    return out;
  }

  static bool is_plain(const Edge& e) {
    return e.kind == EdgeKind::statement && e.polarity == Polarity::affirmative &&
           e.modality == Modality::asserted;
  }

  /// The plain triples of edges with one source; parallel edges are one.
  void plain_edges(std::span<const std::uint32_t> edges) {
    std::set<std::pair<std::string, std::uint32_t>> plain;
    for (const std::uint32_t index : edges) {
      const Edge& e = graph_.edges()[index];
      if (!is_plain(e)) continue;
      plain.emplace(relation_iri(e), e.target);
      for (const std::string& other : words_.implied_by(e.relation)) plain.emplace(other, e.target);
    }
    for (const auto& [relation, target_node] : plain) visitor_.edge(relation, node_iri(target_node));
  }

  /// What each article states without a reserve, and where, in a graph of its own.
  void documents_apart() {
    std::vector<std::vector<std::uint32_t>> edges(graph_.documents().size()), supports(edges.size());
    for (std::uint32_t i = 0; i < graph_.edges().size(); ++i)
      if (is_plain(graph_.edges()[i]))
        for (const std::uint32_t d : graph_.edges()[i].documents) edges[d].push_back(i);
    for (const std::uint32_t i : evidence_) supports[graph_.supports()[i].document].push_back(i);
    for (std::uint32_t d = 0; d < edges.size(); ++d) {
      if (edges[d].empty() && supports[d].empty()) continue;
      visitor_.begin_graph(graph_iri(d));
      const std::span<const std::uint32_t> all = edges[d];  // sorted by source
      for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        const std::uint32_t source = graph_.edges()[all[begin]].source;
        while (end < all.size() && graph_.edges()[all[end]].source == source) ++end;
        visitor_.begin_subject(node_iri(source), {});
        plain_edges(all.subspan(begin, end - begin));
        visitor_.end_subject();
      }
      for (const std::uint32_t s : supports[d]) evidence(s);
      visitor_.end_graph();
    }
  }

  void statement(const Edge& e) {
    static const std::array<std::string, 1> kTypes = {"rdf:Statement"};
    visitor_.begin_subject(iri("statement:", e.id), kTypes);
    text("identifier", e.id);
    text("subject", node_iri(e.source));
    text("predicate", words_.expand(relation_iri(e)));
    text("object", node_iri(e.target));
    text("kind", to_string(e.kind));
    text("relationName", e.relation);
    text("lemma", e.lemma);
    text("preposition", e.preposition);
    time("firstTime", e.first_time);
    time("lastTime", e.last_time);
    if (e.place != kNone) text("place", node_iri(e.place));
    text("polarity", to_string(e.polarity));
    text("modality", to_string(e.modality));
    if (e.quantity) {
      number("quantity", e.quantity->value);
      text("comparator", to_string(e.quantity->comparator));
      text("unit", e.quantity->unit);
    }
    if (e.event != kNone) text("event", node_iri(e.event));
    for (const std::uint32_t s : e.sources) text("attributedTo", node_iri(s));
    number("weight", std::uint64_t{e.weight()});
    number("confidence", e.confidence);
    for (const std::uint32_t c : e.contradicts) text("contradicts", iri("statement:", graph_.edges()[c].id));
    for (const std::uint32_t d : e.documents) text("statedIn", document_iri(d));
    for (const std::uint32_t s : e.supports) text("derivedFrom", evidence_iri(s));
    visitor_.end_subject();
  }

  /// The supports in the order of the edges, and a number for each that has the statement id of one before
  /// it: an article can give two statements one id.
  void name_evidence() {
    std::unordered_map<std::string_view, std::uint32_t> seen;  // looked up only
    repeat_.assign(graph_.supports().size(), 0);
    for (const Edge& e : graph_.edges())
      for (const std::uint32_t s : e.supports) {
        if (repeat_[s] != 0) continue;
        repeat_[s] = ++seen[graph_.supports()[s].statement];
        evidence_.push_back(s);
      }
  }

  std::string evidence_iri(std::uint32_t support) const {
    std::string out = iri("evidence:", graph_.supports()[support].statement);
    if (repeat_[support] > 1) out += '~' + std::to_string(repeat_[support]);
    return out;
  }

  void evidence(std::uint32_t index) {
    const Support& s = graph_.supports()[index];
    static const std::array<std::string, 1> kResource = {"oa:SpecificResource"};
    static const std::array<std::string, 1> kQuote = {"oa:TextQuoteSelector"};
    static const std::array<std::string, 1> kPosition = {"oa:TextPositionSelector"};
    const std::string self = evidence_iri(index);
    visitor_.begin_subject(self, kResource);
    text("source", document_iri(s.document));
    text("selector", self + "#quote");
    text("selector", self + "#position");
    number("sentence", std::uint64_t{s.sentence});
    text("inTitle", s.in_title ? "true" : "false");
    text("confidence", number_text(s.confidence));
    text("evidence", evidence_json(graph_, s));
    visitor_.end_subject();
    visitor_.begin_subject(self + "#quote", kQuote);
    text("exact", s.text);
    visitor_.end_subject();
    visitor_.begin_subject(self + "#position", kPosition);
    number("start", std::uint64_t{s.begin});
    number("end", std::uint64_t{s.end});
    visitor_.end_subject();
  }

  static std::string number_text(double value) {
    std::string out;
    append_number(out, value);
    return out;
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  RdfVisitor& visitor_;
  const Vocabulary& words_;
  std::vector<std::uint32_t> evidence_;  ///< all supports, in the order in which they are described
  std::vector<std::uint32_t>
      repeat_;                        ///< of each support: 1, or more where its statement id is not the first
  std::size_t next_merge_ = 0;        ///< of the nodes that are still to come
  std::set<std::string_view> times_;  ///< of events
  std::string legal_;                 ///< room for legal_xml
};

}  // namespace

void describe_rdf(const KnowledgeGraph& graph, const ExportOptions& options, RdfVisitor& visitor) {
  Describer(graph, options, visitor).describe();
}

}  // namespace maillon
