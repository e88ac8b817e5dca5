#include "cli/command.hpp"

namespace maillon::cli {

std::span<const Command> commands() {
  static const std::vector<Command> kCommands = {
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
