#include "cli/command.hpp"

namespace maillon::cli {

std::span<const Command> commands() {
  static const std::vector<Command> kCommands = {
      {"build",
       "one graph of many articles: read, extract, merge, store, export",
       "Brings the articles into graph.db of the output folder: new ones are added, changed ones replaced,\n"
       "known ones passed over. Then writes statements.ndjson, report.json and the exports of all that it\n"
       "holds; the files of an earlier run stay until the new ones are whole. What the flags from --view on "
       "leave out is "
       "missing\n"
       "in the exports only.",
       {"articles",      "output", "force",     "fresh",       "date",           "threads",
        "schemas",       "rules",  "gazetteer", "same-as",     "export-formats", "view",
        "since",         "until",  "types",     "relations",   "min-documents",  "min-confidence",
        "neighbourhood", "strict", "iri-base",  "named-graphs"},
       run_build},
      {"extract",
       "statements as JSON Lines, one a line, as the articles come",
       "An article that cannot be read leaves the line {\"id\":…,\"error\":…}, and the exit code is 2.",
       {"articles", "date", "mentions", "min-confidence", "threads", "schemas", "rules", "gazetteer",
        "same-as"},
       run_extract},
      {"parse",
       "the linguistic analysis as CoNLL-U",
       "Prints sentences with words, lemmas, parts of speech, features and dependencies\n"
       "(universaldependencies.org/format.html).",
       {"articles", "date", "explain", "readings", "coref", "threads", "schemas"},
       run_parse},
      {"query",
       "openCypher over the graph",
       "Answers MATCH … RETURN … and the other reading clauses of openCypher 9. Labels, relationship types "
       "and\n"
       "property names are those of the Neo4j exports. Without QUERY it reads one from standard input or, on "
       "a\n"
       "terminal, opens a shell (\\help in it says more).",
       {"store", "query", "query-format", "parameters", "plan", "timeout", "max-rows", "schemas"},
       run_query},
      {"show",
       "an entity's card: names, what it did, what was done to it",
       {},
       {"store", "entity", "format", "schemas"},
       run_show},
      {"neighbors",
       "who and what an entity has to do with",
       {},
       {"store", "entity", "hops", "format", "schemas"},
       run_neighbors},
      {"path",
       "the shortest chains of statements between two entities",
       {},
       {"store", "entity", "other", "count", "format", "schemas"},
       run_path},
      {"timeline",
       "reported events in the order of time",
       {},
       {"store", "about", "since", "until", "format", "schemas"},
       run_timeline},
      {"claims", "who says what", {}, {"store", "about", "source", "format", "schemas"}, run_claims},
      {"top",
       "the entities that matter most",
       {},
       {"store", "rank", "type", "limit", "format", "schemas"},
       run_top},
      {"components",
       "the connected parts of the graph, the largest first",
       {},
       {"store", "limit", "format", "schemas"},
       run_components},
      {"communities",
       "groups of entities that have more to do with each other than with the rest",
       {},
       {"store", "limit", "format", "schemas"},
       run_communities},
      {"search",
       "entities, events and sentences that hold some words",
       {},
       {"store", "words", "limit", "format", "schemas"},
       run_search},
      {"stats",
       "counts, and the most connected entities",
       {},
       {"store", "limit", "format", "schemas"},
       run_stats},
      {"explain",
       "the sentence and the rules behind a statement, or behind the names of an entity",
       {},
       {"store", "statement", "merge", "format", "schemas"},
       run_explain},
      {"check",
       "whether a store is whole",
       "Verifies the file, what its rows refer to, and that the graph in it is the one that its articles "
       "give.",
       {"store", "schemas"},
       run_check},
      {"forget",
       "take articles out of a store, with all that only they support",
       "Renews the graph, and the files that a build has left beside the store.",
       {"store", "forgotten", "schemas"},
       run_forget},
      {"merge",
       "join stores, in any order",
       "Of two states of one article the one with the greater content hash stays.",
       {"stores", "merged", "schemas"},
       run_merge},
      {"export",
       "the graph in another format",
       {},
       {"store", "export-format", "target", "view", "since", "until", "types", "relations", "min-documents",
        "min-confidence", "neighbourhood", "strict", "iri-base", "named-graphs", "schemas"},
       run_export},
      {"import",
       "a store of an exported graph",
       "Reads GraphML or JSON-LD that maillon export has written: the graph is the same, and every command "
       "reads\n"
       "the store. It has sentences, but no articles to read again: what maillon build or merge brings in "
       "later is\n"
       "merged with what the file tells of its articles.",
       {"graph-file", "import-store"},
       run_import},
      {"rules",
       "the rules behind the relations: list, check, test",
       "list   prints the rules, all or those that the flags ask for\n"
       "check  says what is wrong or suspicious in FILE (in the built-in rules without one)\n"
       "test   runs the examples and counter-examples of FILE (of all rules without one)\n"
       "What a file may hold is in schemas/formats/rules.schema.json.",
       {"rules-action", "rules-file", "relation", "event", "rule-class", "word", "format", "schemas"},
       run_rules},
  };
  return kCommands;
}

}  // namespace maillon::cli
