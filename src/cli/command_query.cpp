// The commands that answer with a table: show, neighbors, path, stats, top, components, communities,
// timeline, claims, search.
#include <functional>

#include "cli/command.hpp"
#include "cli/rule_files.hpp"
#include "cli/table_printer.hpp"
#include "pipeline/graph_source.hpp"
#include "query/chains.hpp"
#include "query/communities.hpp"
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

/// Opens the store, asks, prints. A name that nothing has and an empty answer are kNothingFound.
int answer(const Options& options, Console& console, const std::function<Answer(GraphSource&)>& ask) {
  Result<Schemas> schemas = load_schemas(options);
  if (!schemas) {
    console.report(schemas.error());
    return kFailed;
  }
  Result<GraphSource> source = GraphSource::open(options.store, std::move(schemas).value());
  if (!source) {
    console.report(source.error());
    return kFailed;
  }
  const Answer sections = ask(*source);
  if (!sections) {
    console.report(sections.error());
    return sections.error().file.empty() ? kNothingFound : kFailed;  // the store's own troubles name its file
  }
  const TableFormat format = table_format(options.format, console);
  if (sections->size() == 1 && sections->front().title.empty())
    print(sections->front().table, format, console);
  else
    print(*sections, format, console);
  return console.exit_code(is_empty(*sections) ? kNothingFound : kDone);
}

/// Questions to the whole graph.
int answer_whole(const Options& options, Console& console,
                 const std::function<Answer(const KnowledgeGraph&)>& ask) {
  return answer(options, console, [&](GraphSource& source) -> Answer {
    const auto graph = source.whole();
    if (!graph) return graph.error();
    return ask(**graph);
  });
}

/// Questions to one entity.
int answer_around(const Options& options, Console& console, std::uint32_t hops,
                  const std::function<Answer(const KnowledgeGraph&, std::uint32_t)>& ask) {
  return answer(options, console, [&](GraphSource& source) -> Answer {
    const auto place = source.around(options.entity, hops);
    if (!place) return place.error();
    return ask(*place->graph, place->node);
  });
}

}  // namespace

int run_show(const Options& options, Console& console) {
  return answer_around(options, console, 1,
                       [](const KnowledgeGraph& graph, std::uint32_t node) { return show(graph, node); });
}

int run_neighbors(const Options& options, Console& console) {
  return answer_around(options, console, options.hops, [&](const KnowledgeGraph& graph, std::uint32_t node) {
    return one(neighbors(graph, node, options.hops));
  });
}

int run_path(const Options& options, Console& console) {
  return answer(options, console, [&](GraphSource& source) -> Answer {
    const auto from = source.node(options.entity);
    if (!from) return from.error();
    const auto to = source.node(options.other);
    if (!to) return to.error();
    const auto graph = source.whole();
    if (!graph) return graph.error();
    return one(chain_table(**graph, shortest_chains(**graph, *from, *to, options.count)));
  });
}

int run_stats(const Options& options, Console& console) {
  return answer_whole(options, console, [&](const KnowledgeGraph& graph) {
    return std::vector<Section>{{"counts", stats(graph), true},
                                {"most connected", top(graph, Rank::degree, options.limit)}};
  });
}

int run_top(const Options& options, Console& console) {
  const std::optional<Rank> rank = rank_from(options.by);
  std::optional<EntityType> type;
  if (!options.type.empty()) {
    type = entity_type_from(options.type);
    if (to_string(*type) != options.type) {
      console.report(error_in({}, "there is no entity type '" + options.type + "'"));
      return kFailed;
    }
  }
  return answer_whole(options, console, [&](const KnowledgeGraph& graph) {
    return one(top(graph, rank.value_or(Rank::degree), options.limit, type));
  });
}

int run_components(const Options& options, Console& console) {
  return answer_whole(options, console,
                      [&](const KnowledgeGraph& graph) { return one(components(graph, options.limit)); });
}

int run_communities(const Options& options, Console& console) {
  return answer_whole(options, console,
                      [&](const KnowledgeGraph& graph) { return one(communities(graph, options.limit)); });
}

int run_timeline(const Options& options, Console& console) {
  if (options.entity.empty())
    return answer_whole(options, console, [&](const KnowledgeGraph& graph) {
      return one(timeline(graph, {kNone, options.since, options.until}));
    });
  return answer_around(options, console, 1, [&](const KnowledgeGraph& graph, std::uint32_t node) {
    return one(timeline(graph, {node, options.since, options.until}));
  });
}

int run_claims(const Options& options, Console& console) {
  if (options.entity.empty() && options.by_source.empty())
    return answer_whole(options, console, [](const KnowledgeGraph& graph) { return one(claims(graph, {})); });
  return answer(options, console, [&](GraphSource& source) -> Answer {
    const bool about_somebody = !options.entity.empty();
    const auto place = source.around(about_somebody ? options.entity : options.by_source, 1);
    if (!place) return place.error();
    if (!about_somebody) return one(claims(*place->graph, {kNone, place->node}));
    if (options.by_source.empty()) return one(claims(*place->graph, {place->node, kNone}));
    const auto by = source.node_in(*place, options.by_source);
    if (!by) return by.error();
    if (*by == kNone) return one(claims(KnowledgeGraph(), {}));  // it has no part in any of this
    return one(claims(*place->graph, {place->node, *by}));
  });
}

int run_search(const Options& options, Console& console) {
  return answer(options, console, [&](GraphSource& source) -> Answer {
    Result<Table> found = source.find_text(options.entity, options.limit);
    if (!found) return found.error();
    return one(std::move(found).value());
  });
}

int run_explain_names(const Options& options, Console& console) {
  return answer(options, console, [&](GraphSource& source) -> Answer {
    const auto place = source.around(options.joined, 0);
    if (!place) return place.error();
    return one(explain_merge(*place->graph, place->node));
  });
}

}  // namespace maillon::cli
