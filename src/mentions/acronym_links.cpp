// Acronyms in brackets after what they stand for: "l'Agence baltique de presse (ABP)", "un missile
// intercontinental (ICBM)". The expansion is the label, the acronym an alias.
#include <algorithm>

#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

namespace {

bool takes_acronym(EntityType type) {
  return type != EntityType::Person && type != EntityType::State && type != EntityType::Place &&
         type != EntityType::Group;
}

/// The mention whose phrase ends right before word `at`; the longest one.
std::uint32_t phrase_before(const Draft& draft, std::uint32_t at) {
  std::uint32_t best = kNone;
  for (std::uint32_t back = 1; back <= 12 && back <= at; ++back) {
    const std::uint32_t m = draft.mention_at[at - back];
    if (m == kNone || draft.mentions[m].kind == MentionKind::pronoun ||
        draft.mentions[m].kind == MentionKind::derived)
      continue;
    if (draft.mentions[m].words.end == at && takes_acronym(draft.facets[m].type)) best = m;
  }
  return best;
}

}  // namespace

void resolve_acronyms(Draft& draft) {
  for (std::uint32_t m = 0; m < draft.mentions.size(); ++m) {
    if (draft.facets[m].name == kNone) continue;
    const IndexRange words = draft.mentions[m].words;
    if (words.size() != 1 || words.begin == 0 || words.end >= draft.parsed.size()) continue;
    if (draft.word(words.begin - 1).form != "(" || draft.word(words.end).form != ")") continue;
    const Shape shape = draft.word(words.begin).shape;
    if (shape != Shape::upper && shape != Shape::mixed) continue;
    const std::uint32_t expansion = phrase_before(draft, words.begin - 1);
    if (expansion == kNone) continue;
    const std::uint32_t acronym = draft.mentions[m].entity;
    if (draft.mentions[expansion].entity == kNone) {
      const Facets& f = draft.facets[expansion];
      draft.mentions[expansion].entity = new_entity(draft, f.type, f.label, true);
      draft.entities.back().gender = f.gender;
      draft.entities.back().number = f.number;
    }
    const std::uint32_t entity = draft.mentions[expansion].entity;
    if (entity == acronym) continue;
    const std::string name = draft.entities[acronym].label;
    draft.entities[entity].aliases.push_back(name);
    for (Mention& other : draft.mentions)
      if (other.entity == acronym) {
        other.entity = entity;
        other.link = "link.acronym";
      }
  }
}

}  // namespace maillon
