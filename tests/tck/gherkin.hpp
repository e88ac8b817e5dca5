// The part of Gherkin that openCypher's features use.
#pragma once

#include <string>
#include <vector>

namespace maillon::tck {

struct Step {
  std::string text;  ///< without Given, When, Then, And, But
  std::string document;
  std::vector<std::vector<std::string>> table;
};

struct Scenario {
  std::string name;         ///< "Feature: scenario (example n)"
  std::vector<Step> steps;  ///< those of the background first
};

/// The scenarios of a feature file, one for each row of examples.
std::vector<Scenario> read_feature(const std::string& path);

}  // namespace maillon::tck
