// The built program, run in a temporary folder as a user's shell would run it.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/temp_folder.hpp"

namespace maillon::test {

struct Outcome {
  int code = 0;  ///< exit code; 128 + signal where one killed it
  std::string out, err;
};

class Program {
 public:
  const TempFolder folder;

  /// `arguments` as a shell reads them, from inside the folder; they may redirect standard output or go on as
  /// a pipeline. `before` stands before the program ("ulimit -f 4;").
  Outcome operator()(const std::string& arguments, const std::string& before = {}) const {
    std::string command = "cd '" + folder.path() + "' && { " + before;
    command.append(" '" MAILLON_PROGRAM "' ").append(arguments).append("; } >.out 2>.err </dev/null");
    const int status = std::system(command.c_str());
    Outcome done;
    done.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    done.out = folder.read(".out");
    done.err = folder.read(".err");
    return done;
  }
};

}  // namespace maillon::test
