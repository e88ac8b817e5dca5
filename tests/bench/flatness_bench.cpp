// Whether time a word stays the same: `maillon parse` as a process on 1, 10 and 100 MB of articles, beside
// `grep -c` on the same file, and the analysis of texts with sentences of 10 to 400 words.
#include <benchmark/benchmark.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "bench_articles.hpp"
#include "pipeline/analyzer.hpp"

namespace maillon::bench {

namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

std::size_t words_in(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    count += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return count;
}

/// A file of JSON Lines in the temporary folder, gone with the value.
class ArticleFile {
 public:
  explicit ArticleFile(std::size_t megabytes)
      : path_(std::filesystem::temp_directory_path() /
              ("maillon-bench-" + std::to_string(::getpid()) + ".jsonl")) {
    std::ofstream file(path_);
    const std::vector<Article> articles = repeated_articles(megabytes * kMegabyte);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      rapidjson::StringBuffer buffer;
      rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
      writer.StartObject();
      writer.Key("id");
      writer.String(std::to_string(i).c_str());
      writer.Key("text");
      writer.String(articles[i].body.c_str());
      writer.EndObject();
      file << buffer.GetString() << '\n';
      words_ += words_in(articles[i].body);
    }
  }
  ~ArticleFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  ArticleFile(const ArticleFile&) = delete;
  ArticleFile& operator=(const ArticleFile&) = delete;
  const std::string& path() const { return path_; }
  std::size_t words() const { return words_; }

 private:
  std::string path_;
  std::size_t words_ = 0;
};

struct Cost {
  bool failed = true;
  double seconds = 0;  ///< of the processor, user and system
};

/// Runs a program and reads its output through a pipe (grep stops at the first match where it writes to
/// /dev/null).
Cost run(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& a : arguments) argv.push_back(a.data());
  argv.push_back(nullptr);
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return {};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_addclose(&actions, ends[0]);
  ::pid_t child = 0;
  const int failed = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  std::vector<char> buffer(kMegabyte);
  while (::read(ends[0], buffer.data(), buffer.size()) > 0) {
  }
  ::close(ends[0]);
  int status = 0;
  rusage usage{};
  if (failed != 0 || ::wait4(child, &status, 0, &usage) != child || status != 0) return {};
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return {false, seconds(usage.ru_utime) + seconds(usage.ru_stime)};
}

void process(benchmark::State& state, const std::vector<std::string>& command) {
  const ArticleFile file(static_cast<std::size_t>(state.range(0)));
  std::vector<std::string> arguments = command;
  arguments.push_back(file.path());
  Cost sum{false, 0};
  for ([[maybe_unused]] auto _ : state) {
    const Cost cost = run(arguments);
    if (cost.failed) return state.SkipWithError("the program failed");
    sum.seconds += cost.seconds;
  }
  const auto words = static_cast<double>(file.words());
  state.counters["words/s"] = benchmark::Counter(words, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["words/CPU s"] = words * static_cast<double>(state.iterations()) / sum.seconds;
}

/// One sentence of about `words` words: a main clause, relative clauses, obliques and coordinations in turn.
std::string sentence(std::size_t words) {
  constexpr std::array<std::string_view, 6> kPieces = {
      "qui avait reçu une délégation de la région voisine",
      "après la signature d'un accord avec les éleveurs",
      "et que les habitants du village ont accueilli",
      "devant le parlement de la capitale,",
      "dont le directeur a présenté un rapport sur les ports",
      "pour obtenir le soutien des communes du nord,"};
  std::string out = "La ministre a annoncé une réforme";
  std::size_t count = 6;
  for (std::size_t i = 0; count + 8 <= words; ++i) {
    (out += ' ') += kPieces[i % kPieces.size()];
    count += words_in(kPieces[i % kPieces.size()]);
  }
  while (count++ < words) out += " hier";
  return out + ".\n";
}

void parse_sentences(benchmark::State& state) {
  static const Analyzer analyzer = loaded(Analyzer::load(Schemas::embedded()));
  constexpr std::size_t kWords = 40000;
  const std::string one = sentence(static_cast<std::size_t>(state.range(0)));
  Article article;
  article.id = "bench";
  std::size_t words = 0;
  for (; words < kWords; words += words_in(one)) article.body += one;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(analyzer.analyze(article, Stage::syntax));
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

}  // namespace

BENCHMARK_CAPTURE(process, grep, {"grep", "-c", "ministre"})
    ->RangeMultiplier(10)
    ->Range(1, 100)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(process, parse, {MAILLON_PROGRAM, "parse", "--quiet", "--threads", "1"})
    ->RangeMultiplier(10)
    ->Range(1, 100)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(process, extract, {MAILLON_PROGRAM, "extract", "--quiet", "--threads", "1"})
    ->RangeMultiplier(10)
    ->Range(1, 100)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(parse_sentences)
    ->Arg(10)
    ->Arg(25)
    ->Arg(50)
    ->Arg(100)
    ->Arg(200)
    ->Arg(400)
    ->Unit(benchmark::kMillisecond);

}  // namespace maillon::bench
