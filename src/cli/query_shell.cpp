#include "cli/query_shell.hpp"

#include <editline/readline.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/table_printer.hpp"
#include "cypher/functions.hpp"

namespace maillon::cli {

namespace {

namespace fs = std::filesystem;

constexpr int kHistory = 1000;
constexpr const char* kWordBreaks = " \t\n(){}[],.:|<>=-+*/%^;\"'";
constexpr std::string_view kHelp =
    "Queries are openCypher's and end with ';', over as many lines as you like:\n"
    "  MATCH (p:Person)-[r]->(q) RETURN p.name, type(r), q.name LIMIT 10;\n"
    "\\schema          labels, relationship types and properties of this graph\n"
    "\\explain QUERY   how a query would be answered\n"
    "\\format NAME     table, csv, tsv, json, ndjson or graphml\n"
    "\\param NAME=VALUE  a parameter, $NAME in queries\n"
    "\\quit            leave (also Ctrl-D)\n"
    "Commands may begin with ':' as well.\n";

const std::vector<std::string_view>& keywords() {
  static const std::vector<std::string_view> kWords = {
      "MATCH",    "OPTIONAL MATCH", "WHERE",    "RETURN",      "WITH",   "UNWIND",   "ORDER BY",  "SKIP",
      "LIMIT",    "UNION",          "DISTINCT", "AS",          "AND",    "OR",       "XOR",       "NOT",
      "IN",       "IS NULL",        "CASE",     "STARTS WITH", "EXISTS", "CONTAINS", "ENDS WITH", "count(",
      "collect(", "shortestPath("};
  return kWords;
}

/// The C interface of completion has no room for a context: there is one shell at a time.
const cypher::PropertyGraph* completed_graph = nullptr;
std::vector<std::string> candidates;

bool begins_with(std::string_view word, std::string_view prefix) {
  return word.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), word.begin(), [](char a, char b) {
           const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; };
           return lower(a) == lower(b);
         });
}

char* next_candidate(const char*, int state) {
  static std::size_t at = 0;
  if (state == 0) at = 0;
  return at < candidates.size() ? ::strdup(candidates[at++].c_str()) : nullptr;
}

/// After ':' labels and types, after '.' property names, else keywords and functions.
char** complete(const char* word, int begin, int) {
  rl_attempted_completion_over = 1;
  const char before = begin > 0 ? rl_line_buffer[begin - 1] : ' ';
  candidates.clear();
  const auto offer = [&](const auto& names) {
    for (const auto& name : names)
      if (begins_with(name, word)) candidates.emplace_back(name);
  };
  if (before == ':' || before == '|') {
    offer(completed_graph->labels().names());
    offer(completed_graph->types().names());
  } else if (before == '.') {
    offer(completed_graph->keys().names());
  } else {
    offer(keywords());
    offer(cypher::function_names());
  }
  return rl_completion_matches(word, next_candidate);
}

fs::path history_file() {
  const char *state = std::getenv("XDG_STATE_HOME"), *home = std::getenv("HOME");
  const fs::path base = state != nullptr && *state != '\0' ? fs::path(state)
                        : home != nullptr                  ? fs::path(home) / ".local" / "state"
                                                           : fs::path();
  return base.empty() ? base : base / "maillon" / "history";
}

void print_schema(const cypher::PropertyGraph& graph, Console& console) {
  Table labels{{"label", "nodes"}, {}}, types{{"type", "relationships"}, {}}, keys{{"property", "of"}, {}};
  for (std::uint32_t l = 0; l < graph.labels().size(); ++l)
    labels.rows.push_back(
        {graph.labels().name(l), static_cast<std::int64_t>(graph.nodes_with_label(l).size())});
  for (std::uint32_t t = 0; t < graph.types().size(); ++t)
    types.rows.push_back({graph.types().name(t), std::int64_t{graph.count_of_type(t)}});
  for (std::uint32_t k = 0; k < graph.keys().size(); ++k)
    keys.rows.push_back(
        {graph.keys().name(k), std::string(!graph.nodes_have(k)          ? "relationships"
                                           : graph.relationships_have(k) ? "nodes, relationships"
                                                                         : "nodes")});
  for (Table* t : {&labels, &types, &keys})
    std::sort(t->rows.begin(), t->rows.end(), [](const auto& a, const auto& b) {
      return std::get<std::string>(a[0]) < std::get<std::string>(b[0]);
    });
  print({{"labels", labels}, {"relationship types", types}, {"properties", keys}}, TableFormat::table,
        console);
}

class Shell {
 public:
  Shell(QueryRunner& runner, Console& console) : runner_(runner), console_(console) {}

  /// False: leave.
  bool line(std::string_view text) {
    if (query_.empty() && (text.starts_with('\\') || text.starts_with(':'))) return command(text.substr(1));
    if (!query_.empty()) query_ += '\n';
    query_ += text;
    const std::size_t last = query_.find_last_not_of(" \t\n");
    if (last == std::string::npos) query_.clear();
    if (last != std::string::npos && query_[last] == ';') run(false);
    return true;
  }
  const char* prompt() const { return query_.empty() ? "maillon> " : "      -> "; }
  void forget() { query_.clear(); }

 private:
  bool command(std::string_view text) {
    const std::size_t space = text.find(' ');
    const std::string_view name = text.substr(0, space);
    const std::string_view rest = space == std::string_view::npos ? "" : text.substr(space + 1);
    if (name == "quit" || name == "q" || name == "exit") return false;
    if (name == "schema") {
      print_schema(runner_.graph().graph, console_);
    } else if (name == "format") {
      runner_.set_format(rest);
    } else if (name == "param") {
      if (Status s = runner_.set_parameter(rest); !s) console_.report(s.error());
    } else if (name == "explain") {
      query_ = rest;
      run(true);
    } else {
      console_.out.write(kHelp);
    }
    console_.out.flush();
    return true;
  }
  void run(bool plan_only) {
    std::size_t rows = 0;
    const bool done = runner_.run(query_, plan_only, rows);
    console_.out.flush();
    if (done && !plan_only) console_.note(std::to_string(rows).append(rows == 1 ? " row" : " rows"));
    query_.clear();
  }

  QueryRunner& runner_;
  Console& console_;
  std::string query_;
};

}  // namespace

int run_query_shell(QueryRunner& runner, Console& console) {
  completed_graph = &runner.graph().graph;
  rl_readline_name = const_cast<char*>("maillon");  // the interface is older than const
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = const_cast<char*>(kWordBreaks);
  rl_basic_word_break_characters = kWordBreaks;  // the ones that libedit reads
  using_history();
  stifle_history(kHistory);
  const fs::path history = history_file();
  std::error_code ignored;  // a history that cannot be kept is no reason to stop
  if (!history.empty()) {
    fs::create_directories(history.parent_path(), ignored);
    read_history(history.c_str());
  }
  console.note("\\help says what can be asked; \\quit leaves.");
  Shell shell(runner, console);
  while (const std::unique_ptr<char, decltype(&std::free)> line{::readline(shell.prompt()), &std::free}) {
    if (*line != '\0') add_history(line.get());
    if (!shell.line(line.get())) break;
  }
  if (!history.empty()) write_history(history.c_str());
  console.out.flush();
  return kDone;
}

}  // namespace maillon::cli
