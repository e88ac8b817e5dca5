// maillon query: openCypher over a store.
#include <unistd.h>

#include <cstdio>
#include <string>
#include <utility>

#include "cli/command.hpp"
#include "cli/query_runner.hpp"
#include "cli/query_shell.hpp"
#include "cli/rule_files.hpp"
#include "cypher/knowledge_source.hpp"
#include "pipeline/graph_source.hpp"

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
  Result<Schemas> schemas = load_schemas(options);
  if (!schemas) {
    console.report(schemas.error());
    return kFailed;
  }
  Result<GraphSource> source = GraphSource::open(options.store, std::move(schemas).value());
  const Result<const KnowledgeGraph*> knowledge = source ? source->whole() : source.error();
  if (!knowledge) {
    console.report(knowledge.error());
    return kFailed;
  }
  const cypher::PropertyGraph graph = cypher::property_graph_of(**knowledge);
  QueryRunner runner({**knowledge, graph}, console);
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
