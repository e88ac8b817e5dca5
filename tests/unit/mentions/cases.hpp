// Case files of tests/cases/mentions and the whole analysis of a short text.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "pipeline/analyzer.hpp"

namespace maillon::test {

/// All stages' data, loaded once for all cases.
inline const Analyzer& analyzer() {
  static const Analyzer loaded = [] {
    auto result = Analyzer::load(Schemas::embedded());
    if (!result) throw std::runtime_error(result.error().to_string());
    return *std::move(result);
  }();
  return loaded;
}

inline std::unique_ptr<const Analysis> analyze(const std::string& text, const std::string& date = "") {
  Article article;
  article.id = "case";
  article.date = date;
  article.body = text;
  return analyzer().analyze(std::move(article));
}

/// Rows of a tab-separated case file; comments and empty lines left out.
inline std::vector<std::vector<std::string>> case_rows(const std::string& name) {
  std::ifstream in(std::string(MAILLON_SOURCE_DIR) + "/tests/cases/mentions/" + name);
  if (!in) throw std::runtime_error("no case file " + name);
  std::vector<std::vector<std::string>> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> row;
    std::stringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(field);
    if (line.back() == '\t') row.emplace_back();
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace maillon::test
