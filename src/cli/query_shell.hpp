// `maillon query STORE` on a terminal: a shell with history and completion.
#pragma once

#include "cli/console.hpp"
#include "cli/query_runner.hpp"

namespace maillon::cli {

/// Reads queries until the end of the input or \quit. The history is kept in the user's state folder
/// (XDG Base Directory Specification).
int run_query_shell(QueryRunner& runner, Console& console);

}  // namespace maillon::cli
