// The same questions asked of our queries and of SQLite by hand-written SQL, on the same generated graph in
// the same run, one thread: the median of five runs each. Exit code 1 where the answers differ.
//
// query-comparison [NODES EDGES]
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/graph_assembler.hpp"
#include "cypher/query.hpp"
#include "cypher/value_text.hpp"

namespace {

using namespace maillon;
using cypher::Value;

constexpr std::string_view kLabels[] = {"Person", "State", "Organization", "Place", "Event"};
constexpr std::string_view kTypes[] = {"MEETS", "VISITS", "ACCUSES", "SUPPORTS", "MEMBER_OF", "LOCATED_IN"};

struct Data {
  struct Node {
    std::uint32_t label;
    std::string name;
  };
  struct Edge {
    std::uint32_t source, target, type;
    std::int64_t year;
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

/// Half of the edges lead to a tenth of the nodes.
Data generate(std::uint32_t nodes, std::uint32_t edges) {
  std::mt19937_64 random(7);
  Data out;
  for (std::uint32_t i = 0; i < nodes; ++i)
    out.nodes.push_back({static_cast<std::uint32_t>(random() % std::size(kLabels)), "N" + std::to_string(i)});
  for (std::uint32_t i = 0; i < edges; ++i) {
    const auto any = static_cast<std::uint32_t>(random() % nodes);
    const std::uint32_t target = random() % 2 == 0 ? any : any / 10;
    out.edges.push_back({static_cast<std::uint32_t>(random() % nodes), target,
                         static_cast<std::uint32_t>(random() % std::size(kTypes)),
                         static_cast<std::int64_t>(2000 + random() % 25)});
  }
  return out;
}

cypher::PropertyGraph property_graph(const Data& data) {
  cypher::GraphAssembler out;
  for (const auto& n : data.nodes) {
    const std::vector<std::string_view> labels = {kLabels[n.label]};
    out.set_node_property(out.add_node(labels), "name", Value(n.name));
  }
  for (const auto& e : data.edges)
    out.set_relationship_property(out.add_relationship(e.source, e.target, kTypes[e.type]), "year",
                                  Value(e.year));
  return std::move(out).finish();
}

class Database {
 public:
  explicit Database(const Data& data) {
    if (sqlite3_open(":memory:", &handle_) != SQLITE_OK) throw std::runtime_error("sqlite3_open");
    execute(
        "CREATE TABLE node(id INTEGER PRIMARY KEY, label TEXT NOT NULL, name TEXT NOT NULL);"
        "CREATE TABLE edge(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, target INTEGER NOT NULL,"
        " type TEXT NOT NULL, year INTEGER NOT NULL); BEGIN");
    sqlite3_stmt* insert = prepare("INSERT INTO node VALUES(?,?,?)");
    for (std::size_t i = 0; i < data.nodes.size(); ++i) {
      const std::string_view label = kLabels[data.nodes[i].label];
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i));
      sqlite3_bind_text(insert, 2, label.data(), static_cast<int>(label.size()), SQLITE_STATIC);
      sqlite3_bind_text(insert, 3, data.nodes[i].name.c_str(), -1, SQLITE_STATIC);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    insert = prepare("INSERT INTO edge VALUES(?,?,?,?,?)");
    for (std::size_t i = 0; i < data.edges.size(); ++i) {
      const Data::Edge& e = data.edges[i];
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i));
      sqlite3_bind_int64(insert, 2, e.source);
      sqlite3_bind_int64(insert, 3, e.target);
      sqlite3_bind_text(insert, 4, kTypes[e.type].data(), static_cast<int>(kTypes[e.type].size()),
                        SQLITE_STATIC);
      sqlite3_bind_int64(insert, 5, e.year);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    execute(
        "COMMIT; CREATE INDEX node_name ON node(name); CREATE INDEX node_label ON node(label);"
        "CREATE INDEX edge_source ON edge(source, type, target, year);"
        "CREATE INDEX edge_target ON edge(target, type, source, year); ANALYZE");
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { sqlite3_close(handle_); }

  /// Columns joined by '|', rows sorted.
  std::vector<std::string> ask(const char* sql) const {
    sqlite3_stmt* statement = prepare(sql);
    std::vector<std::string> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      std::string row;
      for (int c = 0; c < sqlite3_column_count(statement); ++c) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, c));
        row.append(c > 0 ? "|" : "").append(text != nullptr ? text : "null");
      }
      rows.push_back(std::move(row));
    }
    sqlite3_finalize(statement);
    return rows;
  }

 private:
  void execute(const char* sql) {
    char* message = nullptr;
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, &message) != SQLITE_OK)
      throw std::runtime_error(message);
  }
  sqlite3_stmt* prepare(const char* sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(handle_));
    return statement;
  }
  sqlite3* handle_ = nullptr;
};

/// Parsing and planning included, as SQLite's are.
std::vector<std::string> ask(const cypher::PropertyGraph& graph, const char* text) {
  const auto query = cypher::Query::prepare(graph, text);
  if (!query) throw std::runtime_error(query.error().to_string());
  std::vector<std::string> rows;
  const Status done = query->run([&](std::span<const Value> values) {
    std::string row;
    for (std::size_t i = 0; i < values.size(); ++i)
      row.append(i > 0 ? "|" : "").append(cypher::plain_text(values[i]));
    rows.push_back(std::move(row));
    return true;
  });
  if (!done) throw std::runtime_error(done.error().to_string());
  return rows;
}

struct Question {
  const char* name;
  const char* cypher;
  const char* sql;
  double wanted = 1;  ///< times faster than the SQL
};

const Question kQuestions[] = {
    {"count of one label", "MATCH (n:Person) RETURN count(*)",
     "SELECT count(*) FROM node WHERE label = 'Person'"},
    {"count by label", "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*)",
     "SELECT label, count(*) FROM node GROUP BY label"},
    {"1 hop of a named node", "MATCH (a {name: 'N500'})-[]->(b) RETURN b.name",
     "SELECT b.name FROM node a JOIN edge e ON e.source = a.id JOIN node b ON b.id = e.target WHERE a.name = "
     "'N500'"},
    {"2 hops of a named node", "MATCH (a {name: 'N500'})-[]->()-[]->(c) RETURN DISTINCT c.name",
     "SELECT DISTINCT c.name FROM node a JOIN edge e ON e.source = a.id JOIN edge f ON f.source = e.target "
     "AND "
     "f.id <> e.id JOIN node c ON c.id = f.target WHERE a.name = 'N500'",
     5},
    {"2 hops, filtered, top 10",
     "MATCH (a:Person)-[m:MEETS]->(b:State)-[:VISITS]->(c:Place) WHERE m.year >= 2015 "
     "RETURN c.name AS name, count(*) AS n ORDER BY n DESC, name LIMIT 10",
     "SELECT c.name, count(*) AS n FROM node a JOIN edge m ON m.source = a.id AND m.type = 'MEETS' AND "
     "m.year >= 2015 "
     "JOIN node b ON b.id = m.target AND b.label = 'State' JOIN edge v ON v.source = b.id AND v.type = "
     "'VISITS' "
     "JOIN node c ON c.id = v.target AND c.label = 'Place' WHERE a.label = 'Person' GROUP BY c.name "
     "ORDER BY n DESC, c.name LIMIT 10",
     5},
    {"all pairs over 2 hops", "MATCH (a)-[]->(b)-[]->(c) RETURN count(*)",
     "SELECT count(*) FROM edge e JOIN edge f ON f.source = e.target AND f.id <> e.id", 5},
    {"shortest path",
     "MATCH p = shortestPath((a {name: 'N500'})-[*..6]->(b {name: 'N77777'})) RETURN length(p)",
     "WITH RECURSIVE reached(id, depth) AS (SELECT id, 0 FROM node WHERE name = 'N500' UNION "
     "SELECT e.target, depth + 1 FROM reached JOIN edge e ON e.source = reached.id WHERE depth < 6) "
     "SELECT depth FROM reached WHERE id = (SELECT id FROM node WHERE name = 'N77777') LIMIT 1"},
};

double median_ms(const std::function<std::vector<std::string>()>& ask_once,
                 std::vector<std::string>& answer) {
  constexpr int kRuns = 5;
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    answer = ask_once();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[kRuns / 2];
}

int compare(std::uint32_t nodes, std::uint32_t edges) {
  const Data data = generate(nodes, edges);
  const cypher::PropertyGraph graph = property_graph(data);
  const Database database(data);
  std::printf("%u nodes, %u edges; medians of 5 in milliseconds\n", nodes, edges);
  std::printf("%-26s %12s %12s %9s %7s\n", "question", "maillon", "SQLite", "times", "wanted");
  bool same = true;
  for (const Question& q : kQuestions) {
    std::vector<std::string> ours, theirs;
    const double our_time = median_ms([&] { return ask(graph, q.cypher); }, ours);
    const double their_time = median_ms([&] { return database.ask(q.sql); }, theirs);
    std::sort(ours.begin(), ours.end());
    std::sort(theirs.begin(), theirs.end());
    const bool equal = ours == theirs;
    same = same && equal;
    std::printf("%-26s %12.3f %12.3f %9.1f %7.0f%s\n", q.name, our_time, their_time, their_time / our_time,
                q.wanted, equal ? "" : "  THE ANSWERS DIFFER");
    std::fflush(stdout);
  }
  return same ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto number = [&](int i, std::uint32_t otherwise) {
      return argc > i ? static_cast<std::uint32_t>(std::strtoul(argv[i], nullptr, 10)) : otherwise;
    };
    return compare(number(1, 100'000), number(2, 2'400'000));
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 2;
  }
}
