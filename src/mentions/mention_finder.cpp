#include "mentions/mention_finder.hpp"

#include <algorithm>

#include "mentions/draft.hpp"

namespace maillon {

struct MentionFinder::Data {
  MentionVocabulary vocabulary;
};

MentionFinder::MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder& MentionFinder::operator=(MentionFinder&&) noexcept = default;
MentionFinder::~MentionFinder() = default;

Result<MentionFinder> MentionFinder::load(const Schemas& schemas) {
  auto gazetteer = Gazetteer::load(schemas);
  if (!gazetteer) return gazetteer.error();
  auto nouns = NounClasses::load(schemas);
  if (!nouns) return nouns.error();
  auto words = WordSets::load(schemas);
  if (!words) return words.error();
  auto times = TimeGrammar::load(schemas);
  if (!times) return times.error();
  auto quantities = QuantityRules::load(schemas);
  if (!quantities) return quantities.error();
  MentionFinder out;
  out.data_ = std::make_unique<Data>(Data{{*std::move(gazetteer), *std::move(nouns), *std::move(words),
                                           *std::move(times), *std::move(quantities)}});
  return out;
}

MentionSet MentionFinder::find(const ParsedText& parsed) const {
  Draft draft(parsed, data_->vocabulary);
  find_times(draft);
  find_quantities(draft);
  find_names(draft);
  type_names(draft);
  find_phrases(draft);
  resolve_names(draft);
  resolve_structure(draft);
  resolve_references(draft);
  find_roles(draft);

  for (std::uint32_t m = 0; m < draft.mentions.size(); ++m)
    draft.entities[draft.mentions[m].entity].mentions.push_back(m);
  for (DocumentEntity& e : draft.entities) {
    std::sort(e.aliases.begin(), e.aliases.end());
    e.aliases.erase(std::unique(e.aliases.begin(), e.aliases.end()), e.aliases.end());
    std::erase(e.aliases, e.label);
  }
  MentionSet out;
  out.parsed = &parsed;
  out.mentions = std::move(draft.mentions);
  out.entities = std::move(draft.entities);
  out.times = std::move(draft.times);
  out.quantities = std::move(draft.quantities);
  out.roles = std::move(draft.roles);
  out.mention_at = std::move(draft.mention_at);
  out.time_at = std::move(draft.time_at);
  return out;
}

}  // namespace maillon
