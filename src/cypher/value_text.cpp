#include "cypher/value_text.hpp"

#include <charconv>
#include <cmath>

#include "cypher/temporal.hpp"

namespace maillon::cypher {

namespace {

/// Writes values; without a graph, what it holds is written as its id.
class Writer {
 public:
  explicit Writer(const PropertyGraph* graph, bool brief = false) : graph_(graph), brief_(brief) {}

  void value(const Value& v) {
    switch (v.kind()) {
      case Kind::string:
        return quoted(v.text());
      case Kind::list:
        return list(v.list());
      case Kind::map:
        return map(v.map());
      case Kind::node:
        return node(v.id());
      case Kind::relationship:
        return relationship(v.id());
      case Kind::path:
        return path(v.path());
      default:
        out += v.is_temporal() ? '\'' + plain_text(v) + '\'' : plain_text(v);
    }
  }

  std::string out;

 private:
  void quoted(std::string_view text) {
    out += '\'';
    for (const char c : text) {
      if (c == '\'' || c == '\\') out += '\\';
      out += c;
    }
    out += '\'';
  }
  void list(const List& items) {
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out += ", ";
      value(items[i]);
    }
    out += ']';
  }
  void map(const Map& entries) {
    out += '{';
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i > 0) out += ", ";
      out += entries[i].first + ": ";
      value(entries[i].second);
    }
    out += '}';
  }
  void node(std::uint32_t id) {
    out += '(';
    if (graph_ == nullptr) {
      out += std::to_string(id);
    } else {
      for (const std::uint32_t label : graph_->labels_of(id)) out += ':' + graph_->labels().name(label);
      if (const Map all = properties_of_node(id); !all.empty()) {
        if (out.back() != '(') out += ' ';
        map(all);
      }
    }
    out += ')';
  }
  void relationship(std::uint32_t id) {
    out += '[';
    if (graph_ == nullptr) {
      out += std::to_string(id);
    } else {
      out += ':' + graph_->types().name(graph_->type(id));
      if (const Map all = brief_ ? Map() : graph_->relationship_properties(id); !all.empty()) {
        out += ' ';
        map(all);
      }
    }
    out += ']';
  }
  void path(const Path& p) {
    out += '<';
    node(p.nodes.front());
    for (std::size_t i = 0; i < p.relationships.size(); ++i) {
      const bool forward = graph_ == nullptr || graph_->source(p.relationships[i]) == p.nodes[i];
      out += forward ? "-" : "<-";
      relationship(p.relationships[i]);
      out += forward ? "->" : "-";
      node(p.nodes[i + 1]);
    }
    out += '>';
  }

  Map properties_of_node(std::uint32_t id) const {
    if (!brief_) return graph_->node_properties(id);
    for (const std::string_view name : {"name", "id"})
      if (const std::uint32_t key = graph_->keys().find(name); key != kNone)
        if (Value v = graph_->node_property(id, key); !v.is_null())
          return {{std::string(name), std::move(v)}};
    return {};
  }

  const PropertyGraph* graph_;
  bool brief_;
};

}  // namespace

std::string real_text(double x) {
  if (std::isnan(x)) return "NaN";
  if (std::isinf(x)) return x > 0 ? "Infinity" : "-Infinity";
  char buffer[64];
  const double magnitude = std::fabs(x);
  const auto format = magnitude != 0 && (magnitude < 1e-3 || magnitude >= 1e7) ? std::chars_format::scientific
                                                                               : std::chars_format::fixed;
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, x, format);
  std::string out(buffer, end);
  const std::size_t e = out.find('e');
  if (out.find('.') == std::string::npos) out.insert(e == std::string::npos ? out.size() : e, ".0");
  if (e == std::string::npos) return out;
  // Java's way: 1.0E-5
  const std::size_t mark = out.find('e');
  std::string digits = out.substr(mark + 1);
  const bool negative = digits.starts_with('-');
  digits.erase(0, digits.find_first_not_of("+-0"));
  return out.substr(0, mark) + (negative ? "E-" : "E") + digits;
}

std::string plain_text(const Value& v) {
  switch (v.kind()) {
    case Kind::null:
      return "null";
    case Kind::string:
      return std::string(v.text());
    case Kind::boolean:
      return v.truth() ? "true" : "false";
    case Kind::integer:
      return std::to_string(v.integer());
    case Kind::real:
      return real_text(v.real());
    default:
      if (v.is_temporal()) return temporal_text(v);
      Writer writer(nullptr);
      writer.value(v);
      return std::move(writer.out);
  }
}

std::string brief_text(const Value& value, const PropertyGraph& graph) {
  Writer writer(&graph, true);
  writer.value(value);
  return std::move(writer.out);
}

std::string query_text(const Value& value, const PropertyGraph& graph) {
  Writer writer(&graph);
  writer.value(value);
  return std::move(writer.out);
}

}  // namespace maillon::cypher
