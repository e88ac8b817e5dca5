// Any bytes as a query: parsed, checked, planned, explained and, for a short while, run over a small graph.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/graph_assembler.hpp"
#include "cypher/query.hpp"
#include "cypher/value_json.hpp"
#include "cypher/value_text.hpp"

namespace {

using namespace maillon;
using cypher::Value;

cypher::PropertyGraph small_graph() {
  cypher::GraphAssembler out;
  const std::vector<std::string_view> person = {"Entity", "Person"}, place = {"Entity", "Place"};
  for (int i = 0; i < 6; ++i) {
    const std::uint32_t n = out.add_node(i % 2 == 0 ? person : place);
    out.set_node_property(n, "name", Value(std::string("N").append(std::to_string(i))));
    out.set_node_property(n, "age", Value(std::int64_t{20 + i}));
  }
  for (std::uint32_t i = 0; i < 6; ++i) {
    const std::uint32_t r = out.add_relationship(i, (i * 2 + 1) % 6, i % 2 == 0 ? "VISITS" : "MEETS");
    out.set_relationship_property(r, "time", Value(std::string("2024-03-0").append(std::to_string(i + 1))));
  }
  return std::move(out).finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const cypher::PropertyGraph graph = small_graph();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto query = cypher::Query::prepare(graph, text, {{"name", Value(std::string("N1"))}});
  if (!query) {
    if (query.error().message.empty()) std::abort();
    cypher::caret_lines(query.error(), text);
    return 0;
  }
  if (query->explain().empty()) std::abort();
  cypher::RunOptions how;
  how.timeout = std::chrono::milliseconds(20);
  how.now = 1'700'000'000;
  std::size_t rows = 0;
  std::string out;
  const Status done = query->run(
      [&](std::span<const Value> row) {
        if (row.size() != query->columns().size()) std::abort();
        for (const Value& v : row) {
          out = cypher::query_text(v, graph);
          cypher::append_json(out, v, graph);
        }
        return ++rows < 100;
      },
      how);
  if (!done && done.error().message.empty()) std::abort();
  return 0;
}
