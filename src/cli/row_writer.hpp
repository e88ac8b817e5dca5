// The rows of a query in the formats of the command line.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cypher/property_graph.hpp"
#include "graph/knowledge_graph.hpp"

namespace maillon::cli {

/// Takes columns, then rows, then the end. Rows of csv, tsv and ndjson are written as they come.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void begin(const std::vector<std::string>& columns) = 0;
  /// False once nobody reads any more.
  virtual bool row(std::span<const cypher::Value> values) = 0;
  virtual void end() {}
};

/// What a query ran over: the graph, and the same as a property graph.
struct QueriedGraph {
  const KnowledgeGraph& knowledge;
  const cypher::PropertyGraph& graph;
};

/// table, csv (RFC 4180), tsv (tabs and line ends as \t and \n), json (an array of objects), ndjson (an
/// object a line) or graphml (nodes and relationships of all rows). Without a name: a table on a terminal,
/// NDJSON in a pipe.
std::unique_ptr<RowWriter> make_row_writer(std::string_view format, const QueriedGraph& graph,
                                           Console& console);

}  // namespace maillon::cli
