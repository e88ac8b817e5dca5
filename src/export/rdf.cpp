#include "export/rdf.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/utf8.hpp"
#include "export/properties.hpp"
#include "export/text.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

/// Classes beside maillon's own, by EntityType.
constexpr std::array<std::string_view, kEntityTypeCount> kClasses = {
    "schema:Country",      "schema:Person", "schema:Event",        "schema:Place", "schema:Organization",
    "schema:Organization", "schema:Thing",  "schema:CreativeWork", "schema:Thing", "schema:Thing"};

/// The datatype of an ISO 8601 value that XML Schema knows; empty for weeks, times of day and intervals,
/// which stay strings.
std::string_view time_type(std::string_view value) {
  if (value.find_first_not_of("0123456789-") != std::string_view::npos || !parse_time(value)) return {};
  return value.size() == 4 ? "xsd:gYear" : value.size() == 7 ? "xsd:gYearMonth" : "xsd:date";
}

/// scheme ":" of RFC 3986, 3.1.
bool is_absolute(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  if (colon == std::string_view::npos || colon == 0 || !utf8::is_alpha(static_cast<unsigned char>(iri[0])))
    return false;
  return std::all_of(iri.begin(), iri.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x80 && (utf8::is_alpha(u) || utf8::is_digit(u) || c == '+' || c == '-' || c == '.');
  });
}

class Describer {
 public:
  Describer(const KnowledgeGraph& graph, const ExportOptions& options, RdfVisitor& visitor)
      : graph_(graph), options_(options), visitor_(visitor), words_(Vocabulary::embedded()) {}

  void describe() {
    for (const SourceDocument& d : graph_.documents()) document(d);
    for (std::uint32_t i = 0; i < graph_.nodes().size(); ++i) node(i);
    for (const Edge& e : graph_.edges()) statement(e);
    for (const Support& s : graph_.supports()) evidence(s);
  }

 private:
  std::string iri(std::string_view kind, std::string_view id) const {
    std::string out = options_.iri_base;
    out += kind;
    append_percent(out, id);
    return out;
  }
  std::string node_iri(std::uint32_t n) const { return iri("", graph_.nodes()[n].id); }
  std::string document_iri(std::uint32_t d) const { return iri("document:", graph_.documents()[d].id); }

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

  void document(const SourceDocument& d) {
    static const std::array<std::string, 1> kTypes = {"schema:NewsArticle"};
    visitor_.begin_subject(iri("document:", d.id), kTypes);
    text("identifier", d.id);
    text("headline", d.title);
    time("datePublished", d.date);
    text("publisher", d.source);
    text("url", d.url);
    text("contentHash", d.content_hash);
    number("sentences", std::uint64_t{d.sentences});
    number("words", std::uint64_t{d.words});
    visitor_.end_subject();
  }

  void node(std::uint32_t index) {
    const Node& n = graph_.nodes()[index];
    std::vector<std::string> types{"maillon:" + std::string(to_string(n.type))};
    if (n.is_event) types.emplace_back("sem:Event");
    types.emplace_back(kClasses[static_cast<std::size_t>(n.type)]);
    visitor_.begin_subject(node_iri(index), types);
    text("identifier", n.id);
    text("label", n.label);
    text("name", n.label);
    for (const std::string_view alias : n.aliases) text("alternateName", alias);
    text("named", n.named ? "true" : "false");
    text("iso3166", n.iso3166);
    if (is_absolute(n.iri)) {
      std::string escaped;
      append_iri(escaped, n.iri);
      text("sameAs", escaped);
    } else {
      text("gazetteerEntry", n.iri);
    }
    for (const std::uint32_t d : n.documents) text("mentionedIn", document_iri(d));
    if (n.is_event) event(index);
    plain_edges(index);
    visitor_.end_subject();
  }

  void event(std::uint32_t index) {
    const Node& n = graph_.nodes()[index];
    if (!n.event_type.empty()) {
      std::string type = words_.expand("plover:");
      append_percent(type, n.event_type);
      text("eventType", type);
    }
    text("relationName", n.relation);
    text("lemma", n.lemma);
    time("eventTime", n.time);
    if (n.place != kNone) text("eventPlace", node_iri(n.place));
    const auto& g = graph_.structure();
    std::set<std::uint32_t> actors;
    for (auto [at, end] = out_edges(index, g); at != end; ++at)
      if (graph_.edges()[get(boost::edge_index, g, *at)].kind == EdgeKind::participant)
        actors.insert(target(*at, g));
    for (const std::uint32_t actor : actors) text("actor", node_iri(actor));
  }

  static std::string relation_iri(const Edge& e) {
    std::string out = "relation:";
    append_percent(out, e.relation.empty() ? std::string_view("RELATED_TO") : e.relation);
    return out;
  }

  void plain_edges(std::uint32_t index) {
    const auto& g = graph_.structure();
    std::set<std::pair<std::string, std::uint32_t>> plain;  // parallel statements are one triple
    for (auto [at, end] = out_edges(index, g); at != end; ++at) {
      const Edge& e = graph_.edges()[get(boost::edge_index, g, *at)];
      if (e.kind == EdgeKind::statement && e.polarity == Polarity::affirmative &&
          e.modality == Modality::asserted)
        plain.emplace(relation_iri(e), e.target);
    }
    for (const auto& [relation, target_node] : plain) visitor_.edge(relation, node_iri(target_node));
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
    for (const std::uint32_t s : e.supports) text("derivedFrom", evidence_iri(graph_.supports()[s]));
    visitor_.end_subject();
  }

  std::string evidence_iri(const Support& s) const { return iri("evidence:", s.statement); }

  void evidence(const Support& s) {
    static const std::array<std::string, 1> kResource = {"oa:SpecificResource"};
    static const std::array<std::string, 1> kQuote = {"oa:TextQuoteSelector"};
    static const std::array<std::string, 1> kPosition = {"oa:TextPositionSelector"};
    const std::string self = evidence_iri(s);
    if (!described_.insert(self).second) return;  // one statement can be given twice
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
  std::set<std::string> described_;
  std::string legal_;  ///< room for legal_xml
};

}  // namespace

void describe_rdf(const KnowledgeGraph& graph, const ExportOptions& options, RdfVisitor& visitor) {
  Describer(graph, options, visitor).describe();
}

void append_iri(std::string& out, std::string_view text) {
  constexpr std::string_view kForbidden = "<>\"{}|\\^`";
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::size_t length = 1;
    if (byte >= 0x80) {
      std::size_t end = at;
      const bool sound = utf8::next(text, end) != 0xFFFD;
      length = end - at;
      if (sound) {
        out += text.substr(at, length);
      } else {
        append_percent(out, text.substr(at, length));
      }
    } else if (byte <= 0x20 || byte == 0x7F || kForbidden.find(text[at]) != std::string_view::npos) {
      append_percent(out, text.substr(at, 1));
    } else {
      out += text[at];
    }
    at += length;
  }
}

}  // namespace maillon
