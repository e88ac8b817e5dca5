#include "export/properties.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "export/text.hpp"

namespace maillon {

namespace {

using Graph = KnowledgeGraph;
using Names = std::vector<std::string_view>;

PropertyValue text(std::string_view value) { return value.empty() ? PropertyValue() : PropertyValue(value); }
std::string_view id_of(const Graph& g, std::uint32_t node) {
  return node == kNone ? std::string_view() : g.nodes()[node].id;
}
Names names(List<std::string_view> list) { return {list.begin(), list.end()}; }
Names document_ids(const Graph& g, List<std::uint32_t> documents) {
  Names out;
  for (const std::uint32_t d : documents) out.push_back(g.documents()[d].id);
  return out;
}

/// They are sorted by node.
std::span<const MergeReason> merges_of(const Graph& g, const Node& n) {
  const auto node = static_cast<std::uint32_t>(&n - g.nodes().data());
  const auto begin = std::ranges::lower_bound(g.merges(), node, {}, &MergeReason::node);
  const auto end = std::ranges::upper_bound(g.merges(), node, {}, &MergeReason::node);
  return {begin, end};
}

constexpr std::array kNodeProperties = {
    NodeProperty{"label", PropertyType::text, [](const Graph&, const Node& n) { return text(n.label); }},
    NodeProperty{"class", PropertyType::text,
                 [](const Graph&, const Node& n) { return PropertyValue(to_string(n.type)); }},
    NodeProperty{"named", PropertyType::boolean,
                 [](const Graph&, const Node& n) { return PropertyValue(n.named); }},
    NodeProperty{"reported_event", PropertyType::boolean,
                 [](const Graph&, const Node& n) { return PropertyValue(n.is_event); }},
    NodeProperty{"aliases", PropertyType::list,
                 [](const Graph&, const Node& n) { return PropertyValue(names(n.aliases)); }},
    NodeProperty{"iso3166", PropertyType::text, [](const Graph&, const Node& n) { return text(n.iso3166); }},
    NodeProperty{"iri", PropertyType::text, [](const Graph&, const Node& n) { return text(n.iri); }},
    NodeProperty{"event_type", PropertyType::text,
                 [](const Graph&, const Node& n) { return text(n.event_type); }},
    NodeProperty{"relation", PropertyType::text,
                 [](const Graph&, const Node& n) { return text(n.relation); }},
    NodeProperty{"lemma", PropertyType::text, [](const Graph&, const Node& n) { return text(n.lemma); }},
    NodeProperty{"time", PropertyType::text, [](const Graph&, const Node& n) { return text(n.time); }},
    NodeProperty{"place", PropertyType::text,
                 [](const Graph& g, const Node& n) { return text(id_of(g, n.place)); }},
    NodeProperty{"documents", PropertyType::list,
                 [](const Graph& g, const Node& n) { return PropertyValue(document_ids(g, n.documents)); }},
    NodeProperty{"merges", PropertyType::list,
                 [](const Graph& g, const Node& n) {
                   std::vector<std::string> out;
                   for (const MergeReason& m : merges_of(g, n)) out.push_back(merge_json(g, m));
                   return PropertyValue(std::move(out));
                 }},
};

constexpr std::array kEdgeProperties = {
    EdgeProperty{"label", PropertyType::text, [](const Graph&, const Edge& e) { return text(e.relation); }},
    EdgeProperty{"weight", PropertyType::number,
                 [](const Graph&, const Edge& e) { return PropertyValue(static_cast<double>(e.weight())); }},
    EdgeProperty{"kind", PropertyType::text,
                 [](const Graph&, const Edge& e) { return PropertyValue(to_string(e.kind)); }},
    EdgeProperty{"lemma", PropertyType::text, [](const Graph&, const Edge& e) { return text(e.lemma); }},
    EdgeProperty{"preposition", PropertyType::text,
                 [](const Graph&, const Edge& e) { return text(e.preposition); }},
    EdgeProperty{"time", PropertyType::text,
                 [](const Graph&, const Edge& e) {
                   return e.first_time == e.last_time ? text(e.first_time) : PropertyValue();
                 }},
    EdgeProperty{"first_time", PropertyType::text,
                 [](const Graph&, const Edge& e) { return text(e.first_time); }},
    EdgeProperty{"last_time", PropertyType::text,
                 [](const Graph&, const Edge& e) { return text(e.last_time); }},
    EdgeProperty{"place", PropertyType::text,
                 [](const Graph& g, const Edge& e) { return text(id_of(g, e.place)); }},
    EdgeProperty{"polarity", PropertyType::text,
                 [](const Graph&, const Edge& e) { return PropertyValue(to_string(e.polarity)); }},
    EdgeProperty{"modality", PropertyType::text,
                 [](const Graph&, const Edge& e) { return PropertyValue(to_string(e.modality)); }},
    EdgeProperty{"quantity", PropertyType::number,
                 [](const Graph&, const Edge& e) {
                   return e.quantity ? PropertyValue(e.quantity->value) : PropertyValue();
                 }},
    EdgeProperty{"comparator", PropertyType::text,
                 [](const Graph&, const Edge& e) {
                   return e.quantity ? PropertyValue(to_string(e.quantity->comparator)) : PropertyValue();
                 }},
    EdgeProperty{
        "unit", PropertyType::text,
        [](const Graph&, const Edge& e) { return e.quantity ? text(e.quantity->unit) : PropertyValue(); }},
    EdgeProperty{"event", PropertyType::text,
                 [](const Graph& g, const Edge& e) { return text(id_of(g, e.event)); }},
    EdgeProperty{"sources", PropertyType::list,
                 [](const Graph& g, const Edge& e) {
                   Names out;
                   for (const std::uint32_t s : e.sources) out.push_back(id_of(g, s));
                   return PropertyValue(out);
                 }},
    EdgeProperty{"documents", PropertyType::list,
                 [](const Graph& g, const Edge& e) { return PropertyValue(document_ids(g, e.documents)); }},
    EdgeProperty{"confidence", PropertyType::number,
                 [](const Graph&, const Edge& e) { return PropertyValue(e.confidence); }},
    EdgeProperty{"contradicts", PropertyType::list,
                 [](const Graph& g, const Edge& e) {
                   Names out;
                   for (const std::uint32_t c : e.contradicts) out.push_back(g.edges()[c].id);
                   return PropertyValue(out);
                 }},
    EdgeProperty{"evidence", PropertyType::list,
                 [](const Graph& g, const Edge& e) {
                   std::vector<std::string> out;
                   for (const std::uint32_t s : e.supports) out.push_back(evidence_json(g, g.supports()[s]));
                   return PropertyValue(std::move(out));
                 }},
};

/// Members of a JSON object, with the commas between them; empty texts and lists are left out.
class JsonObject {
 public:
  void add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    append_json(out_, value);
  }
  void add(std::string_view name, std::uint64_t value) {
    key(name);
    append_number(out_, value);
  }
  void add(std::string_view name, double value) {
    key(name);
    append_number(out_, value);
  }
  void add(std::string_view name, const Names& values) {
    if (values.empty()) return;
    key(name);
    append_json(out_, values);
  }
  void add_true(std::string_view name) {
    key(name);
    out_ += "true";
  }
  std::string finish() && { return std::move(out_) + '}'; }

 private:
  void key(std::string_view name) {
    if (out_.size() > 1) out_ += ',';
    append_json(out_, name);
    out_ += ':';
  }
  std::string out_ = "{";
};

}  // namespace

std::span<const NodeProperty> node_properties() { return kNodeProperties; }
std::span<const EdgeProperty> edge_properties() { return kEdgeProperties; }

bool is_absent(const PropertyValue& value) {
  return std::visit(
      [](const auto& v) {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return true;
        } else if constexpr (std::is_arithmetic_v<T>) {
          return false;
        } else {
          return v.empty();
        }
      },
      value);
}

void append_plain(std::string& out, const PropertyValue& value) {
  std::visit(
      [&](const auto& v) {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::string_view>) {
          out += v;
        } else if constexpr (std::is_same_v<T, bool>) {
          out += v ? "true" : "false";
        } else if constexpr (std::is_arithmetic_v<T>) {
          append_number(out, v);
        } else if constexpr (std::is_same_v<T, Names>) {
          append_json(out, v);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          append_json(out, Names(v.begin(), v.end()));
        }
      },
      value);
}

void append_xml_value(std::string& out, const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return append_xml(out, *text);
  if (is_absent(value)) return;
  std::string plain, buffer;
  if (const auto* items = std::get_if<Names>(&value)) {
    plain = "[";
    for (std::size_t i = 0; i < items->size(); ++i) {
      if (i != 0) plain += ',';
      append_json(plain, legal_xml((*items)[i], buffer));
    }
    plain += ']';
  } else {
    append_plain(plain, value);
  }
  for (std::size_t at = plain.find("INF"); at != std::string::npos; at = plain.find("INF", at))
    plain.replace(at, 1, "\\u0049");
  append_xml(out, plain);
}

std::string evidence_json(const KnowledgeGraph& graph, const Support& s) {
  JsonObject json;
  json.add("statement", s.statement);
  json.add("document", graph.documents()[s.document].id);
  json.add("sentence", std::uint64_t{s.sentence});
  json.add("begin", std::uint64_t{s.begin});
  json.add("end", std::uint64_t{s.end});
  if (s.in_title) json.add_true("in_title");
  json.add("text", s.text);
  json.add("subject", s.subject);
  json.add("predicate", s.predicate);
  json.add("object", s.object);
  json.add("lemma", s.lemma);
  json.add("preposition", s.preposition);
  json.add("time", s.time);
  json.add("time_text", s.time_text);
  json.add("place", id_of(graph, s.place));
  Names sources;
  for (const std::uint32_t n : s.attribution) sources.push_back(id_of(graph, n));
  json.add("attribution", sources);
  json.add("rule", s.rule);
  json.add("trace", names(s.trace));
  json.add("confidence", s.confidence);
  return std::move(json).finish();
}

std::string merge_json(const KnowledgeGraph& graph, const MergeReason& m) {
  JsonObject json;
  json.add("name", m.name);
  json.add("joined", m.other_name);
  json.add("rule", m.rule);
  json.add("because", m.detail);
  json.add("documents", document_ids(graph, m.documents));
  return std::move(json).finish();
}

std::string document_json(const SourceDocument& d) {
  JsonObject json;
  json.add("id", d.id);
  json.add("title", d.title);
  json.add("date", d.date);
  json.add("source", d.source);
  json.add("url", d.url);
  json.add("content_hash", d.content_hash);
  json.add("sentences", std::uint64_t{d.sentences});
  json.add("words", std::uint64_t{d.words});
  return std::move(json).finish();
}

std::string_view xml_type(PropertyType type) {
  switch (type) {
    case PropertyType::integer:
      return "long";
    case PropertyType::number:
      return "double";
    case PropertyType::boolean:
      return "boolean";
    case PropertyType::text:
    case PropertyType::list:
      break;
  }
  return "string";
}

}  // namespace maillon
