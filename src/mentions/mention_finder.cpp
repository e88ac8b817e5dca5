#include "mentions/mention_finder.hpp"

#include <algorithm>

#include "mentions/draft.hpp"
#include "mentions/user_names.hpp"

namespace maillon {

struct MentionFinder::Data {
  UserNames user_names;
  MentionVocabulary vocabulary;
};

MentionFinder::MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder& MentionFinder::operator=(MentionFinder&&) noexcept = default;
MentionFinder::~MentionFinder() = default;

Result<MentionFinder> MentionFinder::load(const Schemas& schemas) {
  auto user_names = UserNames::load(schemas);
  if (!user_names) return user_names.error();
  auto gazetteer = Gazetteer::load(schemas, &*user_names);
  if (!gazetteer) return gazetteer.error();
  auto given_names = GivenNames::load(schemas);
  if (!given_names) return given_names.error();
  auto nouns = NounClasses::load(schemas);
  if (!nouns) return nouns.error();
  auto words = WordSets::load(schemas);
  if (!words) return words.error();
  auto salience = Salience::load(schemas);
  if (!salience) return salience.error();
  auto nominalizations = Nominalizations::load(schemas);
  if (!nominalizations) return nominalizations.error();
  auto times = TimeGrammar::load(schemas);
  if (!times) return times.error();
  auto quantities = QuantityRules::load(schemas);
  if (!quantities) return quantities.error();
  MentionFinder out;
  out.data_ = std::make_unique<Data>(
      Data{*std::move(user_names),
           {*std::move(gazetteer), *std::move(given_names), *std::move(nouns), *std::move(words),
            *std::move(salience), *std::move(nominalizations), *std::move(times), *std::move(quantities)}});
  return out;
}

namespace {

/// Numbers the entities by their first mention, leaves out those that lost all, and lists their mentions.
void number_entities(Draft& draft) {
  std::vector<std::uint32_t> number(draft.entities.size(), kNone);
  std::vector<DocumentEntity> kept;
  const auto keep = [&](std::uint32_t& entity) {
    if (number[entity] == kNone) {
      number[entity] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(draft.entities[entity]));
    }
    entity = number[entity];
  };
  for (std::uint32_t m = 0; m < draft.mentions.size(); ++m) {
    keep(draft.mentions[m].entity);
    for (std::uint32_t& more : draft.mentions[m].more_entities) keep(more);
    kept[draft.mentions[m].entity].mentions.push_back(m);
  }
  draft.entities = std::move(kept);
}

}  // namespace

MentionSet MentionFinder::find(const ParsedText& parsed) const {
  Draft draft(parsed, data_->vocabulary);
  find_times(draft);
  find_quantities(draft);
  find_names(draft);
  type_names(draft);
  find_phrases(draft);
  resolve_names(draft);
  resolve_acronyms(draft);
  resolve_structure(draft);
  resolve_titles(draft);
  find_genders(draft);
  resolve_references(draft);
  find_roles(draft);

  number_entities(draft);
  for (DocumentEntity& e : draft.entities) {
    std::sort(e.aliases.begin(), e.aliases.end());
    e.aliases.erase(std::unique(e.aliases.begin(), e.aliases.end()), e.aliases.end());
    std::erase(e.aliases, e.label);
  }
  data_->user_names.apply(draft.entities);
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
