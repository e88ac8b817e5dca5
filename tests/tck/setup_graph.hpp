// A graph that CREATE adds to: what the setups of openCypher's features need and the product does not have.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/ast.hpp"
#include "cypher/property_graph.hpp"

namespace maillon::tck {

class SetupGraph {
 public:
  /// MATCH, UNWIND, WITH, CREATE and DELETE in any order. Throws std::runtime_error for anything else.
  void execute(std::string_view query, const cypher::Map& parameters);
  cypher::PropertyGraph build() const;

 private:
  struct Node {
    std::vector<std::string> labels;
    cypher::Map properties;
    bool deleted = false;
  };
  struct Relationship {
    std::uint32_t source, target;
    std::string type;
    cypher::Map properties;
    bool deleted = false;
  };
  using Row = std::map<std::string, cypher::Value>;

  /// What `text` returns for each of the rows; the first value is the number of the row.
  std::vector<std::vector<cypher::Value>> ask(const std::vector<Row>& rows, const std::string& text,
                                              const cypher::Map& parameters,
                                              std::vector<std::string>& columns) const;
  std::vector<Row> read(const std::vector<Row>& rows, const std::string& clauses,
                        const cypher::Map& parameters) const;
  void create(const cypher::ast::Clause& clause, std::string_view text, std::vector<Row>& rows,
              const cypher::Map& parameters);
  void remove(const cypher::ast::Clause& clause, const std::vector<Row>& rows);
  void forget_deleted();

  std::vector<Node> nodes_;
  std::vector<Relationship> relationships_;
};

}  // namespace maillon::tck
