#include "consumers/graph_facts.hpp"

#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <fstream>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "graph/time_span.hpp"

namespace maillon::testing {

namespace {

/// One line of NDJSON.
class Line {
 public:
  explicit Line(std::ofstream& file) : file_(file) { json_.StartObject(); }
  ~Line() {
    json_.EndObject();
    file_ << buffer_.GetString() << '\n';
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  void text(const char* name, std::string_view value) {
    if (value.empty()) return;
    json_.Key(name);
    string(value);
  }
  void truth(const char* name, bool value) {
    json_.Key(name);
    json_.Bool(value);
  }
  void number(const char* name, double value) {
    json_.Key(name);
    json_.Double(value);
  }
  template <class Items, class Name>
  void list(const char* name, const Items& items, Name name_of) {
    if (items.empty()) return;
    json_.Key(name);
    json_.StartArray();
    for (const auto& item : items) string(name_of(item));
    json_.EndArray();
  }
  void days(std::string_view first, std::string_view last) {
    if (const auto span = parse_time(first)) text("start", day_to_string(span->first));
    if (const auto span = parse_time(last)) text("end", day_to_string(span->last));
  }

 private:
  void string(std::string_view value) {
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  std::ofstream& file_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

std::string_view id_of(const KnowledgeGraph& graph, std::uint32_t node) {
  return node == kNone ? std::string_view() : graph.nodes()[node].id;
}

void write_node(const KnowledgeGraph& graph, const Node& n, std::span<const MergeReason> merges,
                std::ofstream& file) {
  Line line(file);
  line.text("id", n.id);
  line.text("label", n.label);
  line.text("class", to_string(n.type));
  line.truth("named", n.named);
  line.truth("reported_event", n.is_event);
  line.list("aliases", n.aliases, [](std::string_view alias) { return alias; });
  line.text("iso3166", n.iso3166);
  line.text("iri", n.iri);
  line.text("event_type", n.event_type);
  line.text("relation", n.relation);
  line.text("lemma", n.lemma);
  line.text("time", n.time);
  line.text("place", id_of(graph, n.place));
  line.list("documents", n.documents, [&](std::uint32_t d) { return graph.documents()[d].id; });
  line.list("merged_names", merges, [](const MergeReason& m) { return m.name; });
  line.days(n.time, n.time);
}

void write_edge(const KnowledgeGraph& graph, const Edge& e, std::ofstream& file) {
  Line line(file);
  line.text("id", e.id);
  line.text("source", id_of(graph, e.source));
  line.text("target", id_of(graph, e.target));
  line.text("label", e.relation);
  line.number("weight", e.weight());
  line.text("kind", to_string(e.kind));
  line.text("lemma", e.lemma);
  line.text("preposition", e.preposition);
  if (e.first_time == e.last_time) line.text("time", e.first_time);
  line.text("first_time", e.first_time);
  line.text("last_time", e.last_time);
  line.text("place", id_of(graph, e.place));
  line.text("polarity", to_string(e.polarity));
  line.text("modality", to_string(e.modality));
  if (e.quantity) {
    line.number("quantity", e.quantity->value);
    line.text("comparator", to_string(e.quantity->comparator));
    line.text("unit", e.quantity->unit);
  }
  line.text("event", id_of(graph, e.event));
  line.list("sources", e.sources, [&](std::uint32_t n) { return graph.nodes()[n].id; });
  line.list("documents", e.documents, [&](std::uint32_t d) { return graph.documents()[d].id; });
  line.number("confidence", e.confidence);
  line.list("contradicts", e.contradicts, [&](std::uint32_t c) { return graph.edges()[c].id; });
  line.list("statements", e.supports, [&](std::uint32_t s) { return graph.supports()[s].statement; });
  line.list("sentences", e.supports, [&](std::uint32_t s) { return graph.supports()[s].text; });
  line.days(e.first_time, e.last_time);
}

}  // namespace

void write_facts(const KnowledgeGraph& graph, const std::filesystem::path& folder) {
  std::ofstream nodes(folder / "nodes.ndjson"), edges(folder / "edges.ndjson");
  std::size_t merge = 0;  // they are sorted by node
  for (std::uint32_t i = 0; i < graph.nodes().size(); ++i) {
    const std::size_t begin = merge;
    while (merge < graph.merges().size() && graph.merges()[merge].node == i) ++merge;
    write_node(graph, graph.nodes()[i], std::span(graph.merges()).subspan(begin, merge - begin), nodes);
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::size_t documents = 0;
  for (const Edge& e : graph.edges()) {
    write_edge(graph, e, edges);
    pairs.emplace(e.source, e.target);
    documents += e.weight();
  }
  std::ofstream(folder / "counts.json")
      << "{\"nodes\":" << graph.nodes().size() << ",\"edges\":" << graph.edges().size()
      << ",\"pairs\":" << pairs.size() << ",\"weights\":" << documents
      << ",\"supports\":" << graph.supports().size() << "}\n";
}

}  // namespace maillon::testing
