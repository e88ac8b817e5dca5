// Entity resolution over many articles: time an article and memory beside the articles themselves, with as
// many distinct entities in 10,000 as in 100,000 articles, and with more of them.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ctime>
#include <new>
#include <random>
#include <string>
#include <vector>

#include "graph/entity_resolver.hpp"
#include "support/generated_names.hpp"

namespace {

/// Bytes that operator new has handed out, and the most of them at a time since the last reset.
std::atomic<std::size_t> held{0}, most{0};

void* counted(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  const std::size_t now = held += malloc_usable_size(memory);
  for (std::size_t before = most; now > before && !most.compare_exchange_weak(before, now);) {
  }
  return memory;
}

void release(void* memory) noexcept {
  if (memory != nullptr) held -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }

namespace maillon::bench {

namespace {

constexpr std::uint32_t kMentions = 10;  ///< entities of an article

/// `articles` articles with ten names each out of `entities`, some names far more often than others, and a
/// few statements between them.
std::vector<Extraction> make_articles(std::uint32_t articles, std::uint32_t entities) {
  std::mt19937 random(1);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  std::vector<Extraction> out(articles);
  for (std::uint32_t a = 0; a < articles; ++a) {
    Extraction& x = out[a];
    x.document = std::to_string(10000000 + a);
    x.date = "20" + std::to_string(10 + a % 15) + "-03-10";
    for (std::uint32_t m = 0; m < kMentions; ++m) {
      const std::uint32_t n = m % 2 == 0 ? below(entities) : below(below(entities) + 1);
      ExtractedEntity& e = x.entities.emplace_back();
      e.type = n % 3 == 0 ? EntityType::Organization : n % 3 == 1 ? EntityType::Place : EntityType::Person;
      e.named = true;
      e.label = testing::invented_word(n);
      if (e.type == EntityType::Person) {
        e.label += ' ' + testing::invented_word(n / 7 + 1);
        e.aliases.push_back(testing::invented_word(n / 7 + 1));
      }
    }
    for (std::uint32_t s = 0; s + 1 < kMentions; s += 2) {
      Statement& statement = x.statements.emplace_back();
      statement.subject.entity = s;
      statement.object.entity = s + 1;
      statement.relation = "MEETS";
      statement.predicate.lemma = "rencontrer";
    }
  }
  return out;
}

/// Arguments: articles, distinct entities.
void resolve(benchmark::State& state) {
  const auto resolver = EntityResolver::load(Schemas::embedded());
  if (!resolver) return state.SkipWithError("schemas");
  const auto count = static_cast<std::uint32_t>(state.range(0));
  const std::vector<Extraction> articles = make_articles(count, static_cast<std::uint32_t>(state.range(1)));
  std::vector<const Extraction*> documents;
  for (const Extraction& x : articles) documents.push_back(&x);
  std::size_t peak = 0, clusters = 0;
  double seconds = 0;
  for ([[maybe_unused]] auto _ : state) {
    const std::size_t before = held;
    most = before;
    const std::clock_t begin = std::clock();
    const Resolution resolution = resolver->resolve(documents);
    seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    peak = most - before;
    clusters = resolution.clusters.size();
  }
  const auto number = [](std::size_t n) { return static_cast<double>(n); };
  state.counters["us_article"] = 1e6 * seconds / number(count);
  state.counters["nodes"] = number(clusters);
  state.counters["peak_MB"] = number(peak) / 1e6;
  // An article leaves four bytes for each of its entities, beside what grows with distinct ones.
  const std::size_t index = std::size_t{count} * kMentions * sizeof(std::uint32_t);
  state.counters["beside_index_MB"] = number(peak - std::min(peak, index)) / 1e6;
}

}  // namespace

BENCHMARK(resolve)
    ->Args({10'000, 20'000})
    ->Args({30'000, 20'000})
    ->Args({100'000, 20'000})
    ->Args({100'000, 40'000})
    ->Unit(benchmark::kMillisecond);

}  // namespace maillon::bench
