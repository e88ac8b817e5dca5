// The commands that answer with a table: show, neighbors, path, stats, top, timeline, claims, search,
// explain.
#include <functional>

#include "cli/command.hpp"
#include "cli/stored_graph.hpp"
#include "cli/table_printer.hpp"
#include "query/chains.hpp"
#include "query/entity_card.hpp"
#include "query/questions.hpp"
#include "query/rankings.hpp"

namespace maillon::cli {

namespace {

/// An answer, or nothing where the question had none (its Diagnostic says why).
using Answer = Result<std::vector<Section>>;

Answer one(Table table) { return std::vector<Section>{{{}, std::move(table)}}; }

bool is_empty(const std::vector<Section>& sections) {
  for (const Section& s : sections)
    if (!s.table.rows.empty()) return false;
  return true;
}

/// Loads the graph, asks, prints. A name that nothing has and an empty answer are kNothingFound.
int answer(const Options& options, Console& console, const std::function<Answer(const StoredGraph&)>& ask) {
  Result<std::unique_ptr<StoredGraph>> stored = load_graph(options);
  if (!stored) {
    console.report(stored.error());
    return kFailed;
  }
  const Answer sections = ask(**stored);
  if (!sections) {
    console.report(sections.error());
    return kNothingFound;
  }
  const TableFormat format = table_format(options.format, console);
  if (sections->size() == 1 && sections->front().title.empty())
    print(sections->front().table, format, console);
  else
    print(*sections, format, console);
  return console.exit_code(is_empty(*sections) ? kNothingFound : kDone);
}

/// kNone for an empty name.
Result<std::uint32_t> optional_node(const StoredGraph& stored, const std::string& name) {
  return name.empty() ? Result<std::uint32_t>(kNone) : stored.names.require(name);
}

Table explain_statement(const KnowledgeGraph& graph, std::string_view id) {
  Table out{{"statement", "document", "sentence", "begin", "end", "subject", "predicate", "object", "rule",
             "trace", "confidence", "text"},
            {}};
  for (const Edge& edge : graph.edges())
    for (const std::uint32_t i : edge.supports) {
      const Support& s = graph.supports()[i];
      if (s.statement != id && edge.id != id) continue;
      std::vector<std::string> trace(s.trace.begin(), s.trace.end());
      out.rows.push_back({std::string(s.statement), std::string(graph.documents()[s.document].id),
                          std::int64_t{s.sentence}, std::int64_t{s.begin}, std::int64_t{s.end},
                          std::string(s.subject), std::string(s.predicate), std::string(s.object),
                          std::string(s.rule), std::move(trace), s.confidence, std::string(s.text)});
    }
  return out;
}

}  // namespace

int run_show(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    const auto node = stored.names.require(options.entity);
    if (!node) return node.error();
    return show(stored.graph, *node);
  });
}

int run_neighbors(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    const auto node = stored.names.require(options.entity);
    if (!node) return node.error();
    return one(neighbors(stored.graph, *node, options.hops));
  });
}

int run_path(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    const auto from = stored.names.require(options.entity);
    if (!from) return from.error();
    const auto to = stored.names.require(options.other);
    if (!to) return to.error();
    return one(chain_table(stored.graph, shortest_chains(stored.graph, *from, *to, options.count)));
  });
}

int run_stats(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    return std::vector<Section>{{"counts", stats(stored.graph)},
                                {"most connected", top(stored.graph, Rank::degree, options.limit)}};
  });
}

int run_top(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    const std::optional<Rank> rank = rank_from(options.by);
    if (!rank) return error_in({}, "there is no ranking '" + options.by + "'");
    std::optional<EntityType> type;
    if (!options.type.empty()) {
      type = entity_type_from(options.type);
      if (to_string(*type) != options.type)
        return error_in({}, "there is no entity type '" + options.type + "'");
    }
    return one(top(stored.graph, *rank, options.limit, type));
  });
}

int run_timeline(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    const auto about = optional_node(stored, options.entity);
    if (!about) return about.error();
    return one(timeline(stored.graph, {*about, options.since, options.until}));
  });
}

int run_claims(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    const auto about = optional_node(stored, options.entity);
    if (!about) return about.error();
    const auto by = optional_node(stored, options.by_source);
    if (!by) return by.error();
    return one(claims(stored.graph, {*about, *by}));
  });
}

int run_search(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    return one(search(stored.graph, options.entity, options.limit));
  });
}

int run_explain(const Options& options, Console& console) {
  return answer(options, console, [&](const StoredGraph& stored) -> Answer {
    Table table = explain_statement(stored.graph, options.statement);
    if (table.rows.empty())
      return error_in({}, "there is no statement '" + options.statement + "'",
                      "statements.ndjson and the graph's exports have their ids");
    return one(std::move(table));
  });
}

}  // namespace maillon::cli
