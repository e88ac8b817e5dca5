#include "cli/flags.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "export/formats.hpp"

namespace maillon::cli {

namespace {

std::string format_names() {
  std::string out;
  for (const Format& f : formats()) out.append(out.empty() ? "" : ", ").append(f.name);
  return out;
}

const std::vector<Flag>& table() {
  static const std::vector<Flag> kFlags = {
      {"articles",
       "ARTICLES",
       "",
       "files, folders, or - for standard input: text, HTML, JSON Lines, also .gz or .zst",
       &Options::articles,
       {}},
      {"output", "-o,--output", "DIR", "folder for the results", &Options::output, {}},
      {"date",
       "--date",
       "YYYY-MM-DD",
       "publication date of all articles, whatever they say themselves",
       &Options::date,
       {}},
      {"threads",
       "-j,--threads",
       "N",
       "articles worked on at a time; 0 is one a core",
       &Options::threads,
       {}},
      {"quiet", "-q,--quiet", "", "no progress and no report; errors are still shown", &Options::quiet, {}},
      {"force", "--force", "", "analyse again what the store has already", &Options::force, {}},
      {"fresh",
       "--fresh",
       "",
       "these articles only: what the store holds of others goes",
       &Options::fresh,
       {}},
      {"schemas",
       "--schemas",
       "DIR",
       "rules and word lists that replace the built-in ones",
       &Options::schemas,
       {}},
      {"rules", "--rules", "FILE", "a file of relation rules beside the built-in ones", &Options::rules, {}},
      {"rules-action", "ACTION", "", "list, check or test", &Options::action, {"list", "check", "test"}},
      {"rules-file", "FILE", "", "a file of rules beside the built-in ones", &Options::rules, {}},
      {"relation", "--relation", "NAME", "only rules that make this relation", &Options::relation, {}},
      {"event", "--event", "TYPE", "only rules of this PLOVER type", &Options::event, {}},
      {"rule-class",
       "--class",
       "NAME",
       "only rules of this class (meeting, travel, …)",
       &Options::rule_class,
       {}},
      {"word", "--word", "LEMMA", "only rules that this word calls", &Options::word, {}},
      {"gazetteer",
       "--gazetteer",
       "FILE",
       "names with types and IRIs (CSV: name,type,iri)",
       &Options::gazetteer,
       {}},
      {"same-as",
       "--same-as",
       "FILE",
       "names that are one thing (CSV: name,canonical,type,iri)",
       &Options::same_as,
       {}},
      {"merge",
       "--merge",
       "NAME",
       "instead: which rules joined the names of this entity, and on what grounds",
       &Options::joined,
       {}},
      {"color", "--color", "WHEN", "colours on the terminal", &Options::color, {"auto", "always", "never"}},
      {"explain", "--explain", "", "name the rule behind every choice", &Options::explain, {}},
      {"readings",
       "--readings",
       "",
       "all readings of every token instead of the trees",
       &Options::readings,
       {}},
      {"coref",
       "--coref",
       "",
       "who is who: the chains of mentions instead of the trees",
       &Options::coref,
       {}},
      {"mentions",
       "--mentions",
       "",
       "entities with their places instead of statements",
       &Options::mentions,
       {}},
      {"store", "STORE", "", "the folder of a build, or the graph.db in it", &Options::store, {}, true},
      {"stores", "STORES", "", "folders of builds, or stores", &Options::stores, {}, true},
      {"merged",
       "-o,--output",
       "STORE",
       "where they are joined: a .db file or a folder; what it holds already stays",
       &Options::merged,
       {},
       true},
      {"graph-file",
       "FILE",
       "",
       "GraphML or JSON-LD that maillon export has written, also .gz or .zst; - is standard input",
       &Options::graph_file,
       {},
       true},
      {"import-store",
       "-o,--output",
       "STORE",
       "where the graph goes: a .db file or a folder; a store that is there must be empty",
       &Options::output,
       {}},
      {"forgotten", "ARTICLES", "", "ids of articles", &Options::forgotten, {}, true},
      {"entity",
       "NAME",
       "",
       "any name of an entity, or its id; case and accents do not matter",
       &Options::entity,
       {},
       true},
      {"other", "OTHER", "", "the name at the other end", &Options::other, {}, true},
      {"about", "NAME,--about", "NAME", "an entity that it is about", &Options::entity, {}},
      {"words", "WORDS", "", "what to look for", &Options::entity, {}, true},
      {"statement", "STATEMENT", "", "id of a statement or an edge", &Options::statement, {}},
      {"format",
       "-f,--format",
       "FORMAT",
       "how to print; a table on a terminal, JSON in a pipe",
       &Options::format,
       {"table", "csv", "tsv", "json", "ndjson"}},
      {"query", "QUERY", "", "MATCH … RETURN …; - is standard input", &Options::query, {}},
      {"query-format",
       "-f,--format",
       "FORMAT",
       "how to print; a table on a terminal, NDJSON in a pipe",
       &Options::query_format,
       {"table", "csv", "tsv", "json", "ndjson", "graphml"}},
      {"parameters",
       "--param",
       "NAME=VALUE",
       "a parameter, $NAME in the query; JSON or plain text",
       &Options::parameters,
       {}},
      {"plan", "--explain", "", "show the plan instead of rows", &Options::explain, {}},
      {"timeout", "--timeout", "SECONDS", "give up after that long; 0 is never", &Options::timeout, {}},
      {"max-rows", "--max-rows", "N", "stop after so many rows; 0 is no limit", &Options::max_rows, {}},
      {"hops", "--hops", "N", "how far to go", &Options::hops, {}},
      {"count", "-n,--count", "N", "how many chains", &Options::count, {}},
      {"limit", "-n,--limit", "N", "how many rows", &Options::limit, {}},
      {"rank", "--by", "MEASURE", "what to rank by", &Options::by, {"degree", "pagerank", "betweenness"}},
      {"type", "--type", "TYPE", "only entities of this type (Person, State, …)", &Options::type, {}},
      {"source", "--by", "NAME", "only what this source says", &Options::by_source, {}},
      {"since", "--since", "DATE", "not before (ISO 8601)", &Options::since, {}},
      {"until", "--until", "DATE", "not after (ISO 8601)", &Options::until, {}},
      {"export-format", "-f,--format", "FORMAT", format_names(), &Options::export_format, {}},
      {"export-formats",
       "-f,--format",
       "FORMATS",
       "exports to write, separated by commas: " + format_names(),
       &Options::export_formats,
       {}},
      {"view",
       "--view",
       "VIEW",
       "full, entities (statements between entities), events (with who took part), claims (what somebody "
       "vouches for)",
       &Options::view,
       {}},
      {"types",
       "--type",
       "TYPES",
       "only edges with an end of these types (Person,State)",
       &Options::types,
       {}},
      {"relations",
       "--relation",
       "RELATIONS",
       "only these relations (MEETS,ACCUSES)",
       &Options::relations,
       {}},
      {"min-documents",
       "--min-documents",
       "N",
       "only what at least N articles tell",
       &Options::min_documents,
       {}},
      {"min-confidence",
       "--min-confidence",
       "X",
       "only what is at least that sure, from 0 to 1",
       &Options::min_confidence,
       {}},
      {"neighbourhood",
       "--neighbourhood",
       "NAME[:HOPS]",
       "only what is around an entity, one edge away or HOPS",
       &Options::neighbourhood,
       {}},
      {"target", "-o,--output", "PATH", "file or folder; - is standard output", &Options::target, {}},
      {"iri-base", "--iri-base", "IRI", "what the ids of the RDF formats begin with", &Options::iri_base, {}},
      {"named-graphs",
       "--named-graphs",
       "",
       "JSON-LD and N-Quads: what each article states in a graph of its own",
       &Options::named_graphs,
       {}},
      {"strict",
       "--strict",
       "",
       "GraphML without the attributes that Gephi and APOC want beside the schema's",
       &Options::strict,
       {}},
  };
  return kFlags;
}

}  // namespace

const Flag& flag(std::string_view id) {
  return *std::find_if(table().begin(), table().end(), [&](const Flag& f) { return f.id == id; });
}

void add_flag(CLI::App& app, const Flag& f, Options& options) {
  CLI::Option* option = std::visit(
      [&](auto member) -> CLI::Option* {
        auto& target = options.*member;
        if constexpr (std::is_same_v<decltype(member), bool Options::*>) {
          return app.add_flag(f.names, target, f.help);
        } else {
          CLI::Option* added = app.add_option(f.names, target, f.help);
          if constexpr (std::is_same_v<decltype(member), std::vector<std::string> Options::*>)
            if (target.empty()) return added;
          return added->capture_default_str();
        }
      },
      f.member);
  if (!f.value.empty()) option->type_name(f.value);
  if (!f.choices.empty()) option->check(CLI::IsMember(f.choices));
  if (f.required) option->required();
  const bool is_list = std::holds_alternative<std::vector<std::string> Options::*>(f.member);
  if (is_list && !f.names.empty() && f.names[0] == '-') option->delimiter(',')->allow_extra_args(false);
}

}  // namespace maillon::cli
