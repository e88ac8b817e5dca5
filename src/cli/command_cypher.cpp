// maillon query: openCypher over a store.
#include <unistd.h>

#include <cstdio>
#include <string>

#include "cli/command.hpp"
#include "cli/query_runner.hpp"
#include "cli/query_shell.hpp"
#include "cli/stored_graph.hpp"
#include "cypher/knowledge_source.hpp"

namespace maillon::cli {

namespace {

std::string read_standard_input() {
  std::string out;
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, stdin)) out.append(buffer, n);
  return out;
}

}  // namespace

int run_query(const Options& options, Console& console) {
  const Result<std::unique_ptr<StoredGraph>> stored = load_graph(options);
  if (!stored) {
    console.report(stored.error());
    return kFailed;
  }
  const KnowledgeGraph& knowledge = (*stored)->graph;
  const cypher::PropertyGraph graph = cypher::property_graph_of(knowledge);
  QueryRunner runner({knowledge, graph}, console);
  if (Status s = runner.configure(options); !s) {
    console.report(s.error());
    return kFailed;
  }
  const bool from_input = options.query.empty() || options.query == "-";
  if (options.query.empty() && ::isatty(STDIN_FILENO) == 1 && console.out_is_terminal())
    return run_query_shell(runner, console);
  std::size_t rows = 0;
  const bool done = runner.run(from_input ? read_standard_input() : options.query, options.explain, rows);
  return console.exit_code(!done ? kFailed : rows == 0 && !options.explain ? kNothingFound : kDone);
}

}  // namespace maillon::cli
