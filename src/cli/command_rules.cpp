// The relation rules themselves: list them, check a file, run the examples.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/rule_files.hpp"
#include "cli/table_printer.hpp"
#include "pipeline/rule_check.hpp"
#include "pipeline/rule_examples.hpp"

namespace maillon::cli {

namespace {

std::vector<std::string> owned(const std::vector<std::string_view>& words) {
  return {words.begin(), words.end()};
}

bool holds(const std::vector<std::string_view>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

/// Whether a frame is among those that --relation, --event, --class and --word ask for.
bool asked_for(const Frame& f, const FrameTriggers& triggers, const Options& options) {
  const auto names_relation = [&](std::string_view r) {
    return utf8::fold(r) == utf8::fold(options.relation);
  };
  if (!options.relation.empty() && !names_relation(f.relation) &&
      std::none_of(f.arguments.begin(), f.arguments.end(),
                   [&](const ArgumentPattern& a) { return names_relation(a.relation); }))
    return false;
  if (!options.event.empty() && utf8::fold(f.event) != utf8::fold(options.event)) return false;
  if (!options.rule_class.empty() && f.group != options.rule_class) return false;
  const std::string_view w = options.word;
  return w.empty() || holds(triggers.verbs, w) || holds(triggers.reflexives, w) || holds(triggers.nouns, w) ||
         holds(triggers.adjectives, w) || holds(triggers.locutions, w);
}

class RulesCommand {
 public:
  RulesCommand(const Options& options, Console& console, Schemas schemas)
      : options_(options), console_(console), schemas_(std::move(schemas)) {}

  int run() {
    if (options_.action == "check") return check();
    Result<FrameSet> frames = FrameSet::load(schemas_);
    if (!frames) return failed(frames.error());
    return options_.action == "test" ? test(*frames) : list(*frames);
  }

 private:
  /// Rules of the file that was named, or of all.
  std::string_view prefix() const { return options_.rules.empty() ? "fr/relations/" : kUserRules; }

  int list(const FrameSet& frames) {
    Table out{{"rule", "class", "relation", "event", "priority", "description", "verbs", "reflexives",
               "nouns", "adjectives", "locutions", "file", "line"},
              {}};
    for (std::uint32_t i = 0; i < frames.frames().size(); ++i) {
      const Frame& f = frames.at(i);
      const FrameTriggers t = frames.triggers(i);
      if (!asked_for(f, t, options_)) continue;
      out.rows.push_back({f.id, f.group, f.relation, f.event, std::int64_t{f.priority}, f.description,
                          owned(t.verbs), owned(t.reflexives), owned(t.nouns), owned(t.adjectives),
                          owned(t.locutions), file_name(f.file), std::int64_t{f.line}});
    }
    if (out.rows.empty())
      return failed(error_in({}, "no rule is like that", "see maillon rules list"), kNothingFound);
    print(out, table_format(options_.format, console_), console_);
    return console_.exit_code();
  }

  int check() {
    const Result<Lexicon> lexicon = Lexicon::load(schemas_);
    if (!lexicon) return failed(lexicon.error());
    const std::vector<Diagnostic> problems = check_rules(schemas_, *lexicon, prefix());
    std::size_t errors = 0;
    for (Diagnostic d : problems) {
      errors += d.severity == Severity::error ? 1 : 0;
      d.file = file_name(d.file);
      console_.report(d);
    }
    console_.note(std::to_string(errors) + " errors, " + std::to_string(problems.size() - errors) +
                  " warnings");
    return console_.exit_code();
  }

  int test(const FrameSet& frames) {
    const Result<Analyzer> analyzer = Analyzer::load(schemas_);
    if (!analyzer) return failed(analyzer.error());
    std::size_t count = 0, bad = 0;
    for (std::uint32_t i = 0; i < frames.frames().size(); ++i) {
      const Frame& f = frames.at(i);
      if (!f.file.starts_with(prefix()) || !asked_for(f, frames.triggers(i), options_)) continue;
      for (const ExampleFailure& failure : failing_examples(*analyzer, f, count)) {
        ++bad;
        report(f, failure);
      }
    }
    console_.out.write(std::to_string(count - bad) + " examples hold, " + std::to_string(bad) + " fail\n");
    return console_.exit_code();
  }

  void report(const Frame& f, const ExampleFailure& failure) {
    Diagnostic d = error_in(file_name(f.file), std::string("\"") + failure.example->text + "\" " +
                                                   (failure.counterexample ? "gives" : "does not give") +
                                                   " \"" + failure.pattern + '"');
    d.line = f.line;
    d.rule = f.id;
    d.hint = failure.extracted.empty() ? "it gives no statement" : "it gives";
    for (const std::string& statement : failure.extracted) d.hint += "\n    " + statement;
    console_.report(d);
  }

  int failed(Diagnostic d, int code = kFailed) {
    console_.report(in_user_file(std::move(d), options_));
    return code;
  }

  std::string file_name(const std::string& file) const {
    return file == kUserRules ? options_.rules : file.starts_with("schemas/") ? file : "schemas/" + file;
  }

  const Options& options_;
  Console& console_;
  Schemas schemas_;
};

}  // namespace

int run_rules(const Options& options, Console& console) {
  Result<Schemas> schemas = load_schemas(options);
  if (!schemas) {
    console.report(schemas.error());
    return kFailed;
  }
  return RulesCommand(options, console, *std::move(schemas)).run();
}

}  // namespace maillon::cli
