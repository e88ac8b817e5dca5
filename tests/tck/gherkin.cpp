#include "gherkin.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace maillon::tck {

namespace {

std::string_view trimmed(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1);
}

/// Cells between bars; \| is a bar, \\ a backslash, \n a line end.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '|' || line[i + 1] == '\\')) {
      cell += line[++i];
    } else if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == 'n') {
      cell += '\n';
      ++i;
    } else if (line[i] == '|') {
      out.emplace_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return out;
}

std::string filled(std::string text, const std::vector<std::string>& names,
                   const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string place = "<" + names[i] + ">";
    for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += values[i].size())
      text.replace(at, place.size(), values[i]);
  }
  return text;
}

Step filled(Step step, const std::vector<std::string>& names, const std::vector<std::string>& values) {
  step.text = filled(step.text, names, values);
  step.document = filled(step.document, names, values);
  for (auto& row : step.table)
    for (auto& cell : row) cell = filled(cell, names, values);
  return step;
}

class Reader {
 public:
  explicit Reader(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(in, line);) lines_.push_back(std::move(line));
  }

  std::vector<Scenario> read() {
    for (; at_ < lines_.size(); ++at_) line(trimmed(lines_[at_]));
    end_scenario();
    return std::move(out_);
  }

 private:
  static bool take(std::string_view& line, std::string_view prefix) {
    if (!line.starts_with(prefix)) return false;
    line = trimmed(line.substr(prefix.size()));
    return true;
  }

  void line(std::string_view l) {
    if (l.empty() || l.front() == '#' || l.front() == '@') return;
    if (l.starts_with("\"\"\"")) return document();
    if (l.front() == '|') return table(l);
    if (take(l, "Feature:")) {
      feature_ = l;
    } else if (take(l, "Background:")) {
      end_scenario();
      steps_ = &background_;
    } else if (take(l, "Scenario Outline:") || take(l, "Scenario:") || take(l, "Example:")) {
      end_scenario();
      current_.name = feature_ + ": " + std::string(l);
      steps_ = &current_.steps;
      open_ = true;
    } else if (take(l, "Examples:") || take(l, "Scenarios:")) {
      in_examples_ = true;
      examples_.emplace_back();
    } else if (take(l, "Given ") || take(l, "When ") || take(l, "Then ") || take(l, "And ") ||
               take(l, "But ") || take(l, "* ")) {
      if (steps_ != nullptr) steps_->push_back({std::string(l), {}, {}});
    }
  }

  /// A document string; the indentation of its first line of quotes is taken off.
  void document() {
    const std::size_t indent = lines_[at_].find('"');
    std::string text;
    for (++at_; at_ < lines_.size() && !trimmed(lines_[at_]).starts_with("\"\"\""); ++at_) {
      const std::string& l = lines_[at_];
      if (!text.empty()) text += '\n';
      text += l.substr(std::min({indent, l.size(), std::min(l.find_first_not_of(' '), l.size())}));
    }
    if (steps_ != nullptr && !steps_->empty()) steps_->back().document = text;
  }

  void table(std::string_view l) {
    if (in_examples_) {
      examples_.back().push_back(cells_of(l));
    } else if (steps_ != nullptr && !steps_->empty()) {
      steps_->back().table.push_back(cells_of(l));
    }
  }

  void end_scenario() {
    if (open_) {
      if (examples_.empty()) emit({}, {}, 0);
      std::size_t number = 0;
      for (const auto& table : examples_)
        for (std::size_t i = 1; i < table.size(); ++i) emit(table[0], table[i], ++number);
    }
    current_ = {};
    examples_.clear();
    in_examples_ = open_ = false;
    steps_ = nullptr;
  }

  void emit(const std::vector<std::string>& names, const std::vector<std::string>& values,
            std::size_t number) {
    Scenario s;
    s.name = filled(current_.name, names, values);
    if (number > 0) s.name += " (example " + std::to_string(number) + ")";
    s.steps = background_;
    for (const Step& step : current_.steps) s.steps.push_back(filled(step, names, values));
    out_.push_back(std::move(s));
  }

  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  std::string feature_;
  std::vector<Step> background_;
  Scenario current_;
  std::vector<Step>* steps_ = nullptr;
  std::vector<std::vector<std::vector<std::string>>> examples_;
  bool in_examples_ = false, open_ = false;
  std::vector<Scenario> out_;
};

}  // namespace

std::vector<Scenario> read_feature(const std::string& path) { return Reader(path).read(); }

}  // namespace maillon::tck
