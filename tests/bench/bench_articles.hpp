// The articles that the benchmarks of the analysis read: those of MAILLON_BENCH_TEXT (JSON Lines), or else
// the example articles.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "ingest/article_maker.hpp"
#include "ingest/document_reader.hpp"

namespace maillon::bench {

template <class T>
T loaded(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().to_string());
  return *std::move(result);
}

inline const std::vector<Article>& source_articles() {
  static const std::vector<Article> instance = [] {
    const char* given = std::getenv("MAILLON_BENCH_TEXT");
    const std::string path = given != nullptr ? given : MAILLON_SOURCE_DIR "/examples/articles";
    const ArticleMaker maker = loaded(ArticleMaker::load(Schemas::embedded()));
    DocumentReader reader({path});
    std::vector<Article> out;
    while (std::optional<Result<RawDocument>> raw = reader.next())
      out.push_back(loaded(maker.make(loaded(*std::move(raw)))));
    return out;
  }();
  return instance;
}

/// The articles, again and again until their bodies hold `bytes`.
inline std::vector<Article> repeated_articles(std::size_t bytes) {
  std::vector<Article> out;
  std::size_t sum = 0;
  for (std::size_t i = 0; sum < bytes || i < source_articles().size(); ++i) {
    out.push_back(source_articles()[i % source_articles().size()]);
    sum += out.back().body.size();
  }
  return out;
}

}  // namespace maillon::bench
