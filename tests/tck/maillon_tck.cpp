// maillon-tck FOLDER: runs the scenarios of openCypher's Technology Compatibility Kit found below the folder
// against maillon's queries. Prints each failure, each reason to skip with its number of scenarios, and last
// "N passed, N failed, N skipped"; the exit code is 1 after a failure, 2 where there is nothing to run.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "cypher/query.hpp"
#include "cypher/value_text.hpp"
#include "expected_value.hpp"
#include "gherkin.hpp"
#include "setup_graph.hpp"

namespace fs = std::filesystem;

namespace maillon::tck {

namespace {

using cypher::Map;
using cypher::Value;

/// The scenario asks for something that is not reading.
struct Skipped {
  std::string reason;
};
/// The scenario fails, and how.
struct Failed {
  std::string reason;
};

/// Upper-case words of a query outside strings, comments, subqueries and names behind ':', '.', '$' and
/// backticks. A subquery may not write: that is for the query to be refused.
std::set<std::string> keywords(const std::string& query) {
  std::set<std::string> out;
  std::string last;          // word
  std::size_t subquery = 0;  // depth of braces since EXISTS {
  char before = ' ';
  for (std::size_t i = 0; i < query.size();) {
    const char c = query[i];
    if (c == '\'' || c == '"' || c == '`') {
      for (++i; i < query.size() && query[i] != c; ++i)
        if (query[i] == '\\' && c != '`') ++i;
      ++i;
      before = c;
    } else if (query.compare(i, 2, "//") == 0) {
      i = std::min(query.find('\n', i), query.size());
    } else if (std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_') {
      std::string word;
      for (; i < query.size() && (std::isalnum(static_cast<unsigned char>(query[i])) != 0 || query[i] == '_');
           ++i)
        word += static_cast<char>(std::toupper(static_cast<unsigned char>(query[i])));
      if (subquery == 0 && before != ':' && before != '.' && before != '$') out.insert(word);
      last = word;
      before = 'a';
    } else {
      if (c == '{' && (subquery > 0 || (before == 'a' && last == "EXISTS"))) ++subquery;
      if (c == '}' && subquery > 0) --subquery;
      if (std::isspace(static_cast<unsigned char>(c)) == 0) before = c;
      ++i;
    }
  }
  return out;
}

void refuse_writing(const std::string& query) {
  const std::set<std::string> words = keywords(query);
  for (const char* clause : {"CREATE", "MERGE", "DELETE", "SET", "REMOVE", "FOREACH", "LOAD"})
    if (words.contains(clause)) throw Skipped{std::string("the query writes: ") + clause};
  if (words.contains("CALL")) throw Skipped{"the query calls a procedure: CALL"};
}

struct Outcome {
  std::optional<Diagnostic> error;
  bool at_compile_time = false;
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
};

class Run {
 public:
  Run(const Scenario& scenario, const fs::path& feature) : scenario_(scenario), feature_(feature) {}

  void run() {
    for (const Step& step : scenario_.steps) {
      const std::string& t = step.text;
      if (t == "an empty graph" || t == "any graph") {
        setup_ = {};
      } else if (t.starts_with("the ") && t.ends_with(" graph")) {
        load_named(t.substr(4, t.size() - 10));
      } else if (t.starts_with("having executed")) {
        setup_.execute(step.document, parameters_);
      } else if (t.starts_with("parameters are")) {
        read_parameters(step);
      } else if (t.starts_with("there exists a procedure")) {
        throw Skipped{"the scenario needs a procedure"};
      } else if (t.starts_with("executing query") || t.starts_with("executing control query")) {
        refuse_writing(step.document);
        execute(step.document);
      } else if (t.starts_with("the result should be empty")) {
        expect_rows({{}}, false, false);
      } else if (t.starts_with("the result should be")) {
        expect_rows(step.table, t.find("in order") != std::string::npos,
                    t.find("ignoring element order") != std::string::npos);
      } else if (t.find(" should be raised at ") != std::string::npos) {
        expect_error(t);
      } else if (!t.starts_with("no side effects")) {  // reading has none
        if (t.starts_with("the side effects should be")) throw Failed{"side effects are expected: " + t};
        throw Failed{"step not understood: " + t};
      }
    }
    if (outcome_ && outcome_->error && !error_expected_)
      throw Failed{"error: " + outcome_->error->to_string()};
  }

 private:
  void load_named(const std::string& name) {
    for (fs::path folder = feature_.parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
      const fs::path file = folder / "graphs" / name / (name + ".cypher");
      if (!fs::exists(file)) continue;
      std::ifstream in(file);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      setup_ = {};
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        const std::string statement = text.substr(begin, end - begin);
        if (statement.find_first_not_of(" \t\r\n") != std::string::npos) setup_.execute(statement, {});
        begin = end + 1;
      }
      return;
    }
    throw Failed{"there is no named graph " + name};
  }

  void read_parameters(const Step& step) {
    const cypher::PropertyGraph empty = SetupGraph().build();
    for (const auto& row : step.table) {
      const auto query = cypher::Query::prepare(empty, "RETURN " + row.at(1));
      if (!query) throw Failed{"parameter " + row.at(0) + ": " + query.error().to_string()};
      const Status status = query->run([&](std::span<const Value> values) {
        parameters_.emplace_back(row.at(0), values[0]);
        return true;
      });
      if (!status) throw Failed{"parameter " + row.at(0) + ": " + status.error().to_string()};
    }
  }

  void execute(const std::string& text) {
    graph_ = std::make_unique<cypher::PropertyGraph>(setup_.build());
    outcome_.emplace();
    auto query = cypher::Query::prepare(*graph_, text, parameters_);
    if (!query) {
      outcome_->error = query.error();
      outcome_->at_compile_time = true;
      return;
    }
    query_ = std::make_unique<cypher::Query>(std::move(*query));
    outcome_->columns = query_->columns();
    const Status status = query_->run([&](std::span<const Value> row) {
      outcome_->rows.emplace_back(row.begin(), row.end());
      return true;
    });
    if (!status) outcome_->error = status.error();
  }

  void expect_rows(const std::vector<std::vector<std::string>>& table, bool ordered, bool any_order) {
    if (!outcome_) throw Failed{"no query was executed"};
    if (outcome_->error) throw Failed{"error: " + outcome_->error->to_string()};
    const std::vector<std::string>& header = table.at(0);
    std::vector<std::size_t> places;
    for (const std::string& name : header) {
      const auto it = std::find(outcome_->columns.begin(), outcome_->columns.end(), name);
      if (it == outcome_->columns.end()) throw Failed{"no column " + name};
      places.push_back(static_cast<std::size_t>(it - outcome_->columns.begin()));
    }
    if (!header.empty() && header.size() != outcome_->columns.size())
      throw Failed{"other columns than expected"};
    std::vector<std::string> expected, actual;
    for (std::size_t i = 1; i < table.size(); ++i) {
      std::string row;
      for (const std::string& cell : table[i]) row += "| " + canonical(cell, any_order) + " ";
      expected.push_back(row);
    }
    for (const auto& values : outcome_->rows) {
      std::string row;
      for (const std::size_t place : places) row += "| " + canonical(values[place], *graph_, any_order) + " ";
      actual.push_back(row);
    }
    if (!ordered) {
      std::sort(expected.begin(), expected.end());
      std::sort(actual.begin(), actual.end());
    }
    if (expected == actual) return;
    std::string message = "expected:\n";
    for (const std::string& row : expected) message += "      " + row + "\n";
    message += "    got:\n";
    for (const std::string& row : actual) message += "      " + row + "\n";
    throw Failed{message};
  }

  /// "a SyntaxError should be raised at compile time: UndefinedVariable"
  void expect_error(const std::string& text) {
    error_expected_ = true;
    const std::size_t type = text.find(' ') + 1;
    const std::string name = text.substr(type, text.find(" should") - type);
    const std::size_t at = text.find(" raised at ") + 11, colon = text.find(": ", at);
    const std::string phase = text.substr(at, colon - at);
    const std::string detail = colon == std::string::npos ? "*" : text.substr(colon + 2);
    if (!outcome_ || !outcome_->error)
      throw Failed{"expected " + name + ": " + detail + ", but there was no error"};
    const std::string& rule = outcome_->error->rule;
    const std::string got_name = rule.substr(0, rule.find('/')), got_detail = rule.substr(rule.find('/') + 1);
    if (got_name != name || (detail != "*" && got_detail != detail))
      throw Failed{"expected " + name + ": " + detail + ", got " + outcome_->error->to_string()};
    if (phase != "any time" && (phase == "compile time") != outcome_->at_compile_time)
      throw Failed{"expected " + detail + " at " + phase + ", got it at the other time"};
  }

  const Scenario& scenario_;
  fs::path feature_;
  SetupGraph setup_;
  Map parameters_;
  std::unique_ptr<cypher::PropertyGraph> graph_;
  std::unique_ptr<cypher::Query> query_;
  std::optional<Outcome> outcome_;
  bool error_expected_ = false;
};

int run_all(const fs::path& root) {
  std::vector<fs::path> features;
  if (fs::is_regular_file(root)) features.push_back(root);
  if (fs::is_directory(root))
    for (const auto& entry : fs::recursive_directory_iterator(root))
      if (entry.path().extension() == ".feature") features.push_back(entry.path());
  std::sort(features.begin(), features.end());
  std::size_t passed = 0, failed = 0, skipped = 0;
  std::map<std::string, std::vector<std::string>> skips;
  for (const fs::path& feature : features)
    for (const Scenario& scenario : read_feature(feature.string())) {
      try {
        Run(scenario, fs::absolute(feature)).run();
        ++passed;
      } catch (const Skipped& s) {
        ++skipped;
        skips[s.reason].push_back(scenario.name);
      } catch (const Failed& f) {
        ++failed;
        std::cout << "FAILED " << scenario.name << "\n    " << f.reason << "\n";
      } catch (const std::exception& e) {
        ++failed;
        std::cout << "FAILED " << scenario.name << "\n    " << e.what() << "\n";
      }
    }
  for (const auto& [reason, names] : skips) {
    std::cout << "skipped (" << names.size() << "): " << reason << "\n";
    for (const std::string& name : names) std::cout << "    " << name << "\n";
  }
  std::cout << passed << " passed, " << failed << " failed, " << skipped << " skipped\n";
  return failed > 0 ? 1 : passed + skipped == 0 ? 2 : 0;
}

}  // namespace

}  // namespace maillon::tck

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: maillon-tck FOLDER\n";
    return 2;
  }
  try {
    return maillon::tck::run_all(argv[1]);
  } catch (const std::exception& e) {
    std::cerr << e.what() << "\n";
    return 2;
  }
}
