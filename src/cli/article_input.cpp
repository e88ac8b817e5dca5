#include "cli/article_input.hpp"

#include <unistd.h>

#include <utility>

#include "cli/rule_files.hpp"

namespace maillon::cli {

ArticleInput::ArticleInput(std::unique_ptr<Schemas> schemas, Analyzer analyzer, ArticleMaker maker,
                           DocumentReader reader, unsigned threads)
    : schemas_(std::move(schemas)),
      analyzer_(std::move(analyzer)),
      maker_(std::move(maker)),
      reader_(std::move(reader)),
      threads_(threads) {}

Result<ArticleInput> ArticleInput::open(const Options& options) {
  std::vector<std::string> paths = options.articles;
  if (paths.empty()) {
    if (::isatty(STDIN_FILENO) == 1)
      return error_in({}, "no articles are named", "name files or folders, or - for standard input");
    paths.emplace_back("-");
  }
  Result<Schemas> loaded = load_schemas(options);
  if (!loaded) return loaded.error();
  auto schemas = std::make_unique<Schemas>(std::move(loaded).value());
  Result<ArticleMaker> maker = ArticleMaker::load(*schemas, options.date);
  if (!maker) return maker.error();
  Result<Analyzer> analyzer = Analyzer::load(*schemas);
  if (!analyzer) return in_user_file(analyzer.error(), options);
  return ArticleInput(std::move(schemas), *std::move(analyzer), *std::move(maker),
                      DocumentReader(std::move(paths)), options.threads);
}

int print_articles(const Options& options, Console& console,
                   const std::function<std::string(const Analyzer&, Article)>& to_text,
                   const std::function<void(const std::string& id, const Diagnostic&)>& failed) {
  Result<ArticleInput> input = ArticleInput::open(options);
  if (!input) {
    console.report(input.error());
    return kFailed;
  }
  const Analyzer& analyzer = input->analyzer();
  input->run<std::string>(
      console, [&](Article article) { return to_text(analyzer, std::move(article)); },
      [&](const std::string& text) { return console.out.write(text); }, failed);
  return console.exit_code();
}

}  // namespace maillon::cli
