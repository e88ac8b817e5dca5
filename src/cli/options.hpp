// What the user asked for, as the flag table (flags.cpp) fills it.
#pragma once

#include <string>
#include <vector>

namespace maillon::cli {

struct Options {
  std::vector<std::string> articles;
  std::string output = "out";
  std::string date;
  std::string schemas;
  std::string rules;
  std::string color = "auto";
  unsigned threads = 0;
  bool quiet = false;

  bool explain = false;
  bool readings = false;
};

}  // namespace maillon::cli
