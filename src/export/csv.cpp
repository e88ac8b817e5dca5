#include "export/csv.hpp"

#include "export/properties.hpp"
#include "export/text.hpp"

namespace maillon {

namespace {

/// One line under construction.
class Line {
 public:
  Line& text(std::string_view value) {
    std::string buffer;
    const std::string_view legal = legal_xml(value, buffer);
    const bool formula =
        !legal.empty() && std::string_view("=+-@\t\r\n").find(legal[0]) != std::string_view::npos;
    return formula ? raw('\'' + std::string(legal)) : raw(legal);
  }
  /// Numbers and truth values: never a formula.
  Line& raw(std::string_view value) {
    if (!line_.empty()) line_ += ',';
    const bool quote = value.find_first_of(",\"\r\n") != std::string_view::npos || value.empty();
    if (quote) line_ += '"';
    for (const char c : value) {
      if (c == '"') line_ += '"';
      line_ += c;
    }
    if (quote) line_ += '"';
    return *this;
  }
  Line& property(const PropertyValue& value) {
    std::string plain;
    append_plain(plain, value);
    const bool is_text = std::holds_alternative<std::string_view>(value);
    return is_text ? text(plain) : raw(plain);
  }
  Line& number(std::uint64_t value) { return raw(std::to_string(value)); }
  void end(Sink& sink) {
    sink << line_ << "\r\n";
    line_.clear();
  }

 private:
  std::string line_;
};

std::string_view node_id(const KnowledgeGraph& graph, std::uint32_t node) {
  return node == kNone ? std::string_view() : graph.nodes()[node].id;
}

}  // namespace

void write_csv_nodes(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  Line line;
  line.raw("id");
  for (const NodeProperty& p : node_properties()) line.raw(p.name);
  line.end(sink);
  for (const Node& n : graph.nodes()) {
    line.text(n.id);
    for (const NodeProperty& p : node_properties()) line.property(p.of(graph, n));
    line.end(sink);
  }
}

void write_csv_edges(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  Line line;
  line.raw("id").raw("source").raw("target");
  for (const EdgeProperty& p : edge_properties())
    if (p.name != "evidence") line.raw(p.name);
  line.end(sink);
  for (const Edge& e : graph.edges()) {
    line.text(e.id).text(graph.nodes()[e.source].id).text(graph.nodes()[e.target].id);
    for (const EdgeProperty& p : edge_properties())
      if (p.name != "evidence") line.property(p.of(graph, e));
    line.end(sink);
  }
}

void write_csv_evidence(const KnowledgeGraph& graph, const ExportOptions&, Sink& sink) {
  Line line;
  for (const char* name :
       {"edge",      "statement", "document",    "date",   "sentence", "begin",       "end",
        "in_title",  "subject",   "predicate",   "object", "lemma",    "preposition", "time",
        "time_text", "place",     "attribution", "rule",   "trace",    "confidence",  "text"})
    line.raw(name);
  line.end(sink);
  for (const Edge& e : graph.edges()) {
    for (const std::uint32_t index : e.supports) {
      const Support& s = graph.supports()[index];
      const SourceDocument& d = graph.documents()[s.document];
      line.text(e.id)
          .text(s.statement)
          .text(d.id)
          .text(d.date)
          .number(s.sentence)
          .number(s.begin)
          .number(s.end);
      line.raw(s.in_title ? "true" : "false").text(s.subject).text(s.predicate).text(s.object).text(s.lemma);
      line.text(s.preposition).text(s.time).text(s.time_text).text(node_id(graph, s.place));
      std::vector<std::string_view> sources;
      for (const std::uint32_t n : s.attribution) sources.push_back(node_id(graph, n));
      line.property(sources)
          .text(s.rule)
          .property(std::vector<std::string_view>(s.trace.begin(), s.trace.end()))
          .property(s.confidence)
          .text(s.text);
      line.end(sink);
    }
  }
}

}  // namespace maillon
