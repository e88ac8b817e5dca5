// Who is who and what is one event over articles: tests/cases/graph through the whole pipeline.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "graph/entity_resolver.hpp"
#include "graph/event_merger.hpp"
#include "pipeline/analyzer.hpp"

using namespace maillon;

namespace {

rapidjson::Document cases(const char* name) {
  std::ifstream file(std::string(MAILLON_SOURCE_DIR "/tests/cases/graph/") + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

/// The case's articles, a day apart from 2023-03-10 on where it gives no dates.
std::vector<Extraction> extractions_of(const Analyzer& analyzer, const rapidjson::Value& item) {
  std::vector<Extraction> out;
  const auto& articles = item["articles"];
  for (rapidjson::SizeType i = 0; i < articles.Size(); ++i) {
    Article article;
    article.id = std::string(1, static_cast<char>('a' + i));
    article.date = item.HasMember("dates") ? item["dates"][i].GetString() : "2023-03-1" + std::to_string(i);
    article.body = articles[i].GetString();
    out.push_back(analyzer.extract(std::move(article)));
  }
  return out;
}

/// Entity of that label, or else with that alias, whatever the case and hyphens; kNone where there is none.
std::uint32_t entity_named(const Extraction& x, const std::string& name) {
  const auto has = [&](const std::string& other) { return utf8::fold(other) == utf8::fold(name); };
  for (std::uint32_t i = 0; i < x.entities.size(); ++i)
    if (has(x.entities[i].label)) return i;
  for (std::uint32_t i = 0; i < x.entities.size(); ++i)
    if (std::any_of(x.entities[i].aliases.begin(), x.entities[i].aliases.end(), has)) return i;
  return kNone;
}

/// Clusters of the names, the first of the first article and so on; null stands for none.
std::vector<std::uint32_t> clusters_of(const Resolution& resolution, const std::vector<Extraction>& articles,
                                       const rapidjson::Value& names) {
  std::vector<std::uint32_t> out;
  for (rapidjson::SizeType i = 0; i < names.Size(); ++i) {
    if (names[i].IsNull()) continue;
    INFO("article " << i << ": " << names[i].GetString());
    const std::uint32_t entity = entity_named(articles[i], names[i].GetString());
    CHECK(entity != kNone);
    if (entity != kNone) out.push_back(resolution.cluster_of(i, entity));
  }
  return out;
}

}  // namespace

TEST_CASE("the resolution cases: one node, or two") {
  const auto analyzer = Analyzer::load(Schemas::embedded());
  const auto resolver = EntityResolver::load(Schemas::embedded());
  REQUIRE(analyzer);
  REQUIRE(resolver);
  const rapidjson::Document json = cases("resolution.json");
  REQUIRE(json.Size() >= 60);
  for (const auto& item : json.GetArray()) {
    INFO(item["id"].GetString() << ": " << item["about"].GetString());
    const std::vector<Extraction> articles = extractions_of(*analyzer, item);
    std::vector<const Extraction*> documents;
    for (const Extraction& x : articles) documents.push_back(&x);
    const Resolution resolution = resolver->resolve(documents);
    if (item.HasMember("same"))
      for (const auto& names : item["same"].GetArray())
        for (const std::uint32_t cluster : clusters_of(resolution, articles, names))
          CHECK(cluster == clusters_of(resolution, articles, names).front());
    if (item.HasMember("apart"))
      for (const auto& names : item["apart"].GetArray()) {
        auto clusters = clusters_of(resolution, articles, names);
        std::sort(clusters.begin(), clusters.end());
        CHECK(std::adjacent_find(clusters.begin(), clusters.end()) == clusters.end());
      }
  }
}

TEST_CASE("the event cases: one event, or two") {
  const auto analyzer = Analyzer::load(Schemas::embedded());
  const auto resolver = EntityResolver::load(Schemas::embedded());
  const auto rules = EventRules::load(Schemas::embedded());
  REQUIRE(analyzer);
  REQUIRE(resolver);
  REQUIRE(rules);
  const rapidjson::Document json = cases("events.json");
  REQUIRE(json.Size() >= 20);
  for (const auto& item : json.GetArray()) {
    INFO(item["id"].GetString() << ": " << item["about"].GetString());
    const std::vector<Extraction> articles = extractions_of(*analyzer, item);
    std::vector<const Extraction*> documents;
    for (const Extraction& x : articles) documents.push_back(&x);
    const EventMerge merge = merge_events(documents, resolver->resolve(documents), *rules);
    const bool same = item.HasMember("same");
    std::vector<std::uint32_t> clusters;
    const auto& lemmas = item[same ? "same" : "apart"];
    for (std::uint32_t d = 0; d < lemmas.Size(); ++d) {
      INFO("article " << d << ": " << lemmas[d].GetString());
      const std::vector<Event>& events = articles[d].events;
      const auto at = std::find_if(events.begin(), events.end(),
                                   [&](const Event& e) { return e.lemma == lemmas[d].GetString(); });
      CHECK(at != events.end());
      if (at != events.end())
        clusters.push_back(merge.cluster_of[d][static_cast<std::size_t>(at - events.begin())]);
    }
    if (clusters.size() == 2) CHECK((clusters[0] == clusters[1]) == same);
  }
}
