#include "setup_graph.hpp"

#include <algorithm>
#include <stdexcept>

#include "cypher/failure.hpp"
#include "cypher/graph_assembler.hpp"
#include "cypher/parser.hpp"
#include "cypher/query.hpp"

namespace maillon::tck {

namespace {

namespace ast = cypher::ast;
using ast::ClauseKind;
using cypher::Kind;
using cypher::Map;
using cypher::Value;

bool reads(const ast::Clause& c) {
  return c.kind == ClauseKind::match || c.kind == ClauseKind::unwind || c.kind == ClauseKind::with;
}

Map without_nulls(Map properties) {
  std::erase_if(properties, [](const auto& entry) { return entry.second.is_null(); });
  return properties;
}

}  // namespace

std::vector<std::vector<Value>> SetupGraph::ask(const std::vector<Row>& rows, const std::string& text,
                                                const Map& parameters,
                                                std::vector<std::string>& columns) const {
  Map all = parameters;
  cypher::List items;
  std::string prefix = "UNWIND $`#rows` AS `#row` WITH `#row`.`#` AS `#`";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Map entries{{"#", Value(static_cast<std::int64_t>(i))}};
    for (const auto& [name, value] : rows[i]) entries.emplace_back(name, value);
    items.push_back(Value(cypher::make_map(std::move(entries))));
  }
  if (!rows.empty())
    for (const auto& [name, value] : rows.front()) prefix += ", `#row`.`" + name + "` AS `" + name + "`";
  all.emplace_back("#rows", Value(std::move(items)));
  const cypher::PropertyGraph graph = build();
  const auto query = cypher::Query::prepare(graph, prefix + " " + text, all);
  if (!query) throw std::runtime_error("setup: " + query.error().to_string() + " in " + text);
  columns = query->columns();
  std::vector<std::vector<Value>> out;
  const Status status = query->run([&](std::span<const Value> row) {
    out.emplace_back(row.begin(), row.end());
    return true;
  });
  if (!status) throw std::runtime_error("setup: " + status.error().to_string());
  return out;
}

std::vector<SetupGraph::Row> SetupGraph::read(const std::vector<Row>& rows, const std::string& clauses,
                                              const Map& parameters) const {
  std::vector<std::string> columns;
  std::vector<Row> out;
  for (const auto& values : ask(rows, clauses + " RETURN *", parameters, columns)) {
    Row& row = out.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] != "#") row[columns[i]] = values[i];
  }
  return out;
}

void SetupGraph::create(const ast::Clause& clause, std::string_view text, std::vector<Row>& rows,
                        const Map& parameters) {
  std::vector<const ast::Expr*> maps;
  for (const ast::Pattern& p : clause.patterns) {
    for (const ast::NodePattern& n : p.nodes)
      if (n.properties) maps.push_back(n.properties.get());
    for (const ast::RelationshipPattern& r : p.relationships)
      if (r.properties) maps.push_back(r.properties.get());
  }
  std::string returned = "RETURN `#`";
  for (const ast::Expr* m : maps)
    returned += ", " + std::string(text.substr(m->range.begin, m->range.end - m->range.begin)) + " AS `" +
                std::to_string(m->range.begin) + "`";
  std::vector<std::string> columns;
  const auto values = ask(rows, returned, parameters, columns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row& row = rows[i];
    std::size_t next = 1;
    for (const ast::Pattern& p : clause.patterns) {
      std::vector<std::uint32_t> ids;
      for (const ast::NodePattern& n : p.nodes) {
        Map properties = n.properties ? without_nulls(values[i].at(next++).map()) : Map();
        const auto known = n.variable.empty() ? row.end() : row.find(n.variable);
        if (known != row.end()) {
          ids.push_back(known->second.id());
          continue;
        }
        ids.push_back(static_cast<std::uint32_t>(nodes_.size()));
        nodes_.push_back({n.labels, std::move(properties)});
        if (!n.variable.empty()) row[n.variable] = Value::node(ids.back());
      }
      for (std::size_t k = 0; k < p.relationships.size(); ++k) {
        const ast::RelationshipPattern& r = p.relationships[k];
        Map properties = r.properties ? without_nulls(values[i].at(next++).map()) : Map();
        const bool backwards = r.direction == ast::Direction::in;
        if (!r.variable.empty())
          row[r.variable] = Value::relationship(static_cast<std::uint32_t>(relationships_.size()));
        relationships_.push_back({ids[k + (backwards ? 1 : 0)], ids[k + (backwards ? 0 : 1)], r.types.at(0),
                                  std::move(properties)});
      }
    }
  }
}

void SetupGraph::remove(const ast::Clause& clause, const std::vector<Row>& rows) {
  for (const Row& row : rows)
    for (const auto& e : clause.deleted) {
      const Value& v = row.at(e->name);
      if (v.is(Kind::node)) nodes_[v.id()].deleted = true;
      if (v.is(Kind::relationship)) relationships_[v.id()].deleted = true;
    }
}

void SetupGraph::forget_deleted() {
  std::erase_if(relationships_, [](const Relationship& r) { return r.deleted; });
  std::vector<std::uint32_t> places;
  std::uint32_t place = 0;
  for (const Node& n : nodes_) places.push_back(n.deleted ? 0 : place++);
  for (Relationship& r : relationships_) {
    r.source = places[r.source];
    r.target = places[r.target];
  }
  std::erase_if(nodes_, [](const Node& n) { return n.deleted; });
}

void SetupGraph::execute(std::string_view text, const Map& parameters) {
  const ast::Query query = [&] {
    try {
      return cypher::parse(text);
    } catch (const cypher::Failure& f) {
      throw std::runtime_error("setup: " + f.message + ": " + std::string(text));
    }
  }();
  const std::vector<ast::Clause>& clauses = query.parts.front().clauses;
  std::vector<Row> rows(1);
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i].kind == ClauseKind::create) {
      create(clauses[i], text, rows, parameters);
    } else if (clauses[i].kind == ClauseKind::delete_) {
      remove(clauses[i], rows);
    } else if (reads(clauses[i])) {
      std::size_t end = i;
      while (end + 1 < clauses.size() && reads(clauses[end + 1])) ++end;
      const std::uint32_t begin = clauses[i].range.begin;
      rows = read(rows, std::string(text.substr(begin, clauses[end].range.end - begin)), parameters);
      i = end;
    } else {
      throw std::runtime_error("setup: only CREATE, DELETE and reading: " + std::string(text));
    }
  }
  forget_deleted();
}

cypher::PropertyGraph SetupGraph::build() const {
  cypher::GraphAssembler out;
  for (const Node& n : nodes_) {
    const std::vector<std::string_view> labels(n.labels.begin(), n.labels.end());
    const std::uint32_t id = out.add_node(labels);
    for (const auto& [key, value] : n.properties) out.set_node_property(id, key, value);
  }
  for (const Relationship& r : relationships_) {
    const std::uint32_t id = out.add_relationship(r.source, r.target, r.type);
    for (const auto& [key, value] : r.properties) out.set_relationship_property(id, key, value);
  }
  return std::move(out).finish();
}

}  // namespace maillon::tck
