#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>

#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "cli/export_request.hpp"
#include "pipeline/graph_build.hpp"

namespace maillon::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

/// The first signal ends the run in order, the second one at once.
void on_signal(int number) {
  interrupted = 1;
  std::signal(number, SIG_DFL);
}

void print_report(const BuildReport& report, double seconds, const std::string& folder, Console& console) {
  const double words_a_second = seconds > 0 ? static_cast<double>(report.intake.words) / seconds : 0;
  console.note(fmt::format("{} articles, {} sentences, {} words, {} statements: {} nodes, {} edges",
                           report.articles, report.sentences, report.words, report.statements, report.nodes,
                           report.edges));
  console.note(fmt::format("{:.2f} seconds, {:.0f} words a second", seconds, words_a_second));
  const IntakeReport& run = report.intake;
  console.note(fmt::format("{} added, {} replaced, {} unchanged", run.added, run.replaced, run.unchanged));
  if (run.renewed > 0)
    console.note(fmt::format("{} more analysed again: other rules had read them", run.renewed));
  if (run.outdated > 0)
    console.note(fmt::format(
        "{} more were read by other rules and stored without their text; give them again", run.outdated));
  if (run.forgotten > 0) console.note(fmt::format("{} forgotten: they were not given", run.forgotten));
  if (!run.problems.empty()) console.note(fmt::format("{} articles with problems", run.problems.size()));
  std::string files;
  for (const std::string& name : report.files) files += (files.empty() ? "" : ", ") + name;
  console.note(fmt::format("{}: {}", folder, files));
}

}  // namespace

int run_build(const Options& options, Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, on_signal);
  Result<ArticleInput> input = ArticleInput::open(options);
  if (!input) {
    console.report(input.error());
    return kFailed;
  }
  Progress progress(console, input->reader());
  BuildRequest request{options.output,
                       {options.threads, options.force, options.fresh,
                        [&](const Diagnostic* problem) {
                          progress.step();
                          if (problem != nullptr) console.report(*problem);
                          return interrupted == 0;
                        }},
                       options.export_formats,
                       export_options(options),
                       view_request(options)};
  Result<BuildReport> report =
      build_graph(input->reader(), input->maker(), input->analyzer(), input->schemas(), request);
  if (!report) {
    console.report(report.error());
    return kFailed;
  }
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  print_report(*report, time.count(), options.output, console);
  return console.exit_code();
}

}  // namespace maillon::cli
