// The one table of flags and positional arguments: parser and help are made of it, so they cannot drift
// apart.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/options.hpp"

namespace maillon::cli {

struct Flag {
  std::string_view id;  ///< by which commands name it
  std::string names;    ///< "-j,--threads", or "ARTICLES" for a positional argument
  std::string value;    ///< what stands for the value in the help; empty for a switch
  std::string help;
  std::variant<bool Options::*, unsigned Options::*, double Options::*, std::string Options::*,
               std::vector<std::string> Options::*>
      member;
  std::vector<std::string> choices;  ///< allowed values; empty: any
  bool required = false;
};

/// The flag of that id. Precondition: the table has it.
const Flag& flag(std::string_view id);

/// Adds the flag to `app`, bound to `options`.
void add_flag(CLI::App& app, const Flag& flag, Options& options);

}  // namespace maillon::cli
