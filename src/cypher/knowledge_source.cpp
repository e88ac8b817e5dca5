#include "cypher/knowledge_source.hpp"

#include <array>
#include <memory>
#include <type_traits>

#include "cypher/graph_assembler.hpp"
#include "export/neo4j.hpp"
#include "export/properties.hpp"

namespace maillon::cypher {

namespace {

/// What the exports leave out is null here. Strings stay where they are, but for those made on the way.
Value to_value(const PropertyValue& value) {
  if (is_absent(value)) return {};
  return std::visit(
      [](const auto& v) -> Value {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::string_view>) {
          return Value::borrowed(v);
        } else if constexpr (std::is_same_v<T, std::uint64_t>) {
          return Value(static_cast<std::int64_t>(v));
        } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, bool>) {
          return Value(v);
        } else if constexpr (std::is_same_v<T, std::vector<std::string_view>>) {
          List out;
          for (const std::string_view item : v) out.push_back(Value::borrowed(item));
          return Value(std::move(out));
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          List out;
          for (const std::string& item : v) out.push_back(Value(item));
          return Value(std::move(out));
        } else {
          return {};
        }
      },
      value);
}

class NodeColumn final : public PropertyColumn {
 public:
  NodeColumn(const KnowledgeGraph& graph, const NodeProperty& property)
      : graph_(graph), property_(property) {}
  Value at(std::uint32_t id) const override { return to_value(property_.of(graph_, graph_.nodes()[id])); }

 private:
  const KnowledgeGraph& graph_;
  const NodeProperty& property_;
};

class EdgeColumn final : public PropertyColumn {
 public:
  EdgeColumn(const KnowledgeGraph& graph, const EdgeProperty& property)
      : graph_(graph), property_(property) {}
  Value at(std::uint32_t id) const override { return to_value(property_.of(graph_, graph_.edges()[id])); }

 private:
  const KnowledgeGraph& graph_;
  const EdgeProperty& property_;
};

class NodeIds final : public PropertyColumn {
 public:
  explicit NodeIds(const KnowledgeGraph& graph) : graph_(graph) {}
  Value at(std::uint32_t id) const override { return Value::borrowed(graph_.nodes()[id].id); }

 private:
  const KnowledgeGraph& graph_;
};

class EdgeIds final : public PropertyColumn {
 public:
  explicit EdgeIds(const KnowledgeGraph& graph) : graph_(graph) {}
  Value at(std::uint32_t id) const override { return Value::borrowed(graph_.edges()[id].id); }

 private:
  const KnowledgeGraph& graph_;
};

}  // namespace

PropertyGraph property_graph_of(const KnowledgeGraph& graph) {
  GraphAssembler out;
  for (const Node& n : graph.nodes()) {
    const std::array<std::string_view, 2> labels = {"Entity", to_string(n.type)};
    out.add_node(labels);
  }
  for (const Edge& e : graph.edges()) out.add_relationship(e.source, e.target, neo4j_type(e));
  out.set_node_column("id", std::make_unique<NodeIds>(graph));
  out.set_relationship_column("id", std::make_unique<EdgeIds>(graph));
  for (const NodeProperty& p : node_properties())
    out.set_node_column(neo4j_name(p.name), std::make_unique<NodeColumn>(graph, p));
  for (const EdgeProperty& p : edge_properties())
    if (is_neo4j_property(p)) out.set_relationship_column(p.name, std::make_unique<EdgeColumn>(graph, p));
  return std::move(out).finish();
}

}  // namespace maillon::cypher
