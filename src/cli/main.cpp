// maillon: flags in, exit code out. What it does is in the commands.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/flags.hpp"
#include "cli/version.hpp"
#include "graph/suggestion.hpp"

namespace maillon::cli {

namespace {

constexpr std::size_t kHelpColumn = 26;

Diagnostic unknown_command(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Command& c : commands()) known.push_back(c.name);
  return error_in({}, "there is no command '" + std::string(name) + "'",
                  suggestion(name, known, "maillon --help lists them"));
}

/// Whether the first word that is no flag names a command.
std::optional<Diagnostic> check_command(int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return std::nullopt;
  const std::string_view name = argv[1];
  const auto known = commands();
  if (std::any_of(known.begin(), known.end(), [&](const Command& c) { return c.name == name; }))
    return std::nullopt;
  return unknown_command(name);
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("French news to knowledge graphs: who did what to whom, when, where, and who says so.",
               "maillon");
  app.set_version_flag("--version", std::string("maillon ") + kVersion);
  app.get_formatter()->column_width(kHelpColumn);
  app.require_subcommand(0, 1);
  std::map<const CLI::App*, const Command*> by_app;
  for (const Command& c : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(c.name), std::string(c.summary));
    sub->get_formatter()->column_width(kHelpColumn);
    if (!c.details.empty()) sub->footer("\n" + std::string(c.details));
    for (const std::string_view id : c.flags) add_flag(*sub, flag(id), options);
    for (const std::string_view id : {"quiet", "color"}) add_flag(*sub, flag(id), options);
    by_app[sub] = &c;
  }
  if (auto unknown = check_command(argc, argv)) {
    Console("auto", false).report(*unknown);
    return kFailed;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& wrong) {
    Console("auto", false).report(error_in({}, wrong.what(), "see maillon --help"));
    return kFailed;
  }
  const auto chosen = app.get_subcommands();
  Console console(options.color, options.quiet);
  if (chosen.empty()) {
    console.out.write(app.help());
    return console.exit_code();
  }
  return by_app.at(chosen.front())->run(options, console);
}

}  // namespace

}  // namespace maillon::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is met where its pipe is written
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow
  try {
    return maillon::cli::run(argc, argv);
  } catch (const std::exception& e) {
    maillon::cli::Console("auto", false).report(maillon::error_in({}, e.what()));
    return maillon::cli::kFailed;
  }
}
