#include "cypher/value_json.hpp"

#include <cmath>

#include "cypher/value_text.hpp"
#include "export/text.hpp"

namespace maillon::cypher {

namespace {

class JsonWriter {
 public:
  JsonWriter(std::string& out, const PropertyGraph& graph) : out_(out), graph_(graph) {}

  void value(const Value& v) {
    switch (v.kind()) {
      case Kind::null:
        out_ += "null";
        return;
      case Kind::boolean:
        out_ += v.truth() ? "true" : "false";
        return;
      case Kind::integer:
        out_ += std::to_string(v.integer());
        return;
      case Kind::real:
        if (std::isfinite(v.real()))
          maillon::append_number(out_, v.real());
        else
          out_ += "null";
        return;
      case Kind::list:
        return list(v.list(), [this](const Value& item) { value(item); });
      case Kind::map:
        return map(v.map());
      case Kind::node:
        return node(v.id());
      case Kind::relationship:
        return relationship(v.id());
      case Kind::path:
        out_ += "{\"nodes\":";
        list(v.path().nodes, [this](std::uint32_t n) { node(n); });
        out_ += ",\"relationships\":";
        list(v.path().relationships, [this](std::uint32_t r) { relationship(r); });
        out_ += '}';
        return;
      default:
        maillon::append_json(out_, std::string_view(plain_text(v)));
    }
  }

 private:
  template <class Items, class Write>
  void list(const Items& items, const Write& write) {
    out_ += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      write(item);
    }
    out_ += ']';
  }
  void map(const Map& entries) {
    out_ += '{';
    bool first = true;
    for (const auto& [key, v] : entries) {
      if (!first) out_ += ',';
      first = false;
      maillon::append_json(out_, std::string_view(key));
      out_ += ':';
      value(v);
    }
    out_ += '}';
  }
  void node(std::uint32_t id) {
    out_ += "{\"labels\":";
    list(graph_.labels_of(id),
         [this](std::uint32_t l) { maillon::append_json(out_, std::string_view(graph_.labels().name(l))); });
    out_ += ",\"properties\":";
    map(graph_.node_properties(id));
    out_ += '}';
  }
  void end(std::uint32_t id) {
    const std::uint32_t key = graph_.keys().find("id");
    const Value own = key == kNone ? Value() : graph_.node_property(id, key);
    value(own.is_null() ? Value(std::int64_t{id}) : own);
  }
  void relationship(std::uint32_t id) {
    out_ += "{\"type\":";
    maillon::append_json(out_, std::string_view(graph_.types().name(graph_.type(id))));
    out_ += ",\"start\":";
    end(graph_.source(id));
    out_ += ",\"end\":";
    end(graph_.target(id));
    out_ += ",\"properties\":";
    map(graph_.relationship_properties(id));
    out_ += '}';
  }

  std::string& out_;
  const PropertyGraph& graph_;
};

}  // namespace

void append_json(std::string& out, const Value& value, const PropertyGraph& graph) {
  JsonWriter(out, graph).value(value);
}

}  // namespace maillon::cypher
