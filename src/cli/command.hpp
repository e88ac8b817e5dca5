// The subcommands: a small file each (command_*.cpp), listed in one table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace maillon::cli {

struct Command {
  std::string_view name;
  std::string_view summary;             ///< one line
  std::string_view details;             ///< below the usage line in the command's help
  std::vector<std::string_view> flags;  ///< ids of flags.cpp, positional arguments first
  int (*run)(const Options&, Console&);
};

/// In the order of the help.
std::span<const Command> commands();

int run_build(const Options&, Console&);
int run_extract(const Options&, Console&);
int run_parse(const Options&, Console&);
int run_query(const Options&, Console&);
int run_show(const Options&, Console&);
int run_neighbors(const Options&, Console&);
int run_path(const Options&, Console&);
int run_timeline(const Options&, Console&);
int run_claims(const Options&, Console&);
int run_top(const Options&, Console&);
int run_search(const Options&, Console&);
int run_stats(const Options&, Console&);
int run_explain(const Options&, Console&);
int run_explain_names(const Options&, Console&);  ///< explain --merge
int run_components(const Options&, Console&);
int run_communities(const Options&, Console&);
int run_check(const Options&, Console&);
int run_forget(const Options&, Console&);
int run_merge(const Options&, Console&);
int run_export(const Options&, Console&);
int run_import(const Options&, Console&);
int run_rules(const Options&, Console&);

}  // namespace maillon::cli
