#include "cli/command.hpp"

namespace maillon::cli {

std::span<const Command> commands() {
  static const std::vector<Command> kCommands = {
      {"extract",
       "statements as JSON Lines, one a line, as the articles come",
       "An article that cannot be read leaves the line {\"id\":…,\"error\":…}, and the exit code is 2.",
       {"articles", "date", "threads", "schemas", "rules"},
       run_extract},
      {"parse",
       "the linguistic analysis as CoNLL-U",
       "Prints sentences with words, lemmas, parts of speech, features and dependencies\n"
       "(universaldependencies.org/format.html).",
       {"articles", "date", "explain", "readings", "threads", "schemas"},
       run_parse},
  };
  return kCommands;
}

}  // namespace maillon::cli
