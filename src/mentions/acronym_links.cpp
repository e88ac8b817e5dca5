// Acronyms in brackets after what they stand for: "l'Agence baltique de presse (ABP)", "un missile
// intercontinental (ICBM)". The expansion is the label, the acronym an alias.
#include <algorithm>

#include "base/string_map.hpp"
#include "base/utf8.hpp"
#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

namespace {

bool takes_acronym(EntityType type) {
  return type != EntityType::Person && type != EntityType::State && type != EntityType::Place &&
         type != EntityType::Group;
}

/// First letters of a name's words and of their parts between hyphens, folded: "nkm" of a person's full name.
std::string all_initials(std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at < key.size(); ++at)
    if (key[at] != ' ' && (at == 0 || key[at - 1] == ' ')) out += key[at];
  return out;
}

/// The mention whose phrase ends right before word `at`: one that begins with the acronym's letter, the
/// longest institution, else the longest phrase; a person whose initials the acronym is.
std::uint32_t phrase_before(const Draft& draft, std::uint32_t at) {
  std::uint32_t best = kNone;
  const std::string acronym = utf8::fold(draft.word(at + 1).form);
  bool best_begins = false;
  for (std::uint32_t back = 1; back <= 12 && back <= at; ++back) {
    const std::uint32_t m = draft.mention_at[at - back];
    if (m == kNone || draft.mentions[m].kind == MentionKind::pronoun ||
        draft.mentions[m].kind == MentionKind::derived)
      continue;
    const Facets& f = draft.facets[m];
    if (draft.mentions[m].words.end != at) continue;
    if (f.type == EntityType::Person && f.name != kNone && all_initials(draft.names[f.name].key) == acronym)
      return m;
    if (!takes_acronym(f.type)) continue;
    const std::string head = utf8::fold(draft.word(draft.mentions[m].head).form);
    const bool begins = !acronym.empty() && head.starts_with(acronym.front());
    const bool institution = f.type == EntityType::Organization;
    if (best_begins && !begins) continue;
    if (best != kNone && begins == best_begins && draft.facets[best].type == EntityType::Organization &&
        !institution)
      continue;
    best_begins = begins;
    best = m;
  }
  return best;
}

/// Makes one entity of an acronym's and its expansion's; the expansion gives the label.
void join(Draft& draft, std::uint32_t acronym, std::uint32_t entity) {
  std::string name = draft.entities[acronym].label;
  draft.entities[entity].aliases.push_back(std::move(name));
  for (Mention& other : draft.mentions)
    if (other.entity == acronym) {
      other.entity = entity;
      other.link = "link.acronym";
    }
}

/// First letters of the words of an institution's name that carry its meaning, folded,
/// without articles and
/// prepositions.
std::string initials(const Draft& draft, IndexRange words) {
  std::string out;
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const TaggedWord& w = draft.word(i);
    if (w.upos != Upos::NOUN && w.upos != Upos::ADJ && w.upos != Upos::PROPN && w.upos != Upos::VERB)
      continue;
    const std::string key = utf8::fold(w.form);
    if (!key.empty()) out += key.front();
  }
  return out;
}

/// "FARO" beside "Forces armées de la République d'Orsanie".
void join_by_initials(Draft& draft) {
  StringMap<std::uint32_t> expansions;
  for (std::uint32_t m = 0; m < draft.mentions.size(); ++m) {
    const bool institution =
        draft.facets[m].name != kNone && draft.facets[m].type == EntityType::Organization;
    if (!institution || draft.mentions[m].words.size() < 3) continue;
    expansions.try_emplace(initials(draft, draft.mentions[m].words), draft.mentions[m].entity);
  }
  if (expansions.empty()) return;
  for (std::uint32_t m = 0; m < draft.mentions.size(); ++m) {
    if (draft.mentions[m].rule != "name.acronym" || draft.facets[m].entry != kNone) continue;
    const auto found = expansions.find(utf8::fold(draft.word(draft.mentions[m].head).form));
    if (found != expansions.end() && found->second != draft.mentions[m].entity)
      join(draft, draft.mentions[m].entity, found->second);
  }
}

}  // namespace

void resolve_acronyms(Draft& draft) {
  for (std::uint32_t m = 0; m < draft.mentions.size(); ++m) {
    if (draft.facets[m].name == kNone) continue;
    const IndexRange words = draft.mentions[m].words;
    if (words.size() != 1 || words.begin == 0 || words.end >= draft.parsed.size()) continue;
    if (draft.word(words.begin - 1).form != "(" || draft.word(words.end).form != ")") continue;
    const Shape shape = draft.word(words.begin).shape;
    // "(Oforsap)" behind a body is written as a word
    if (shape != Shape::upper && shape != Shape::mixed && draft.mentions[m].rule != "name.bracketed")
      continue;
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
    join(draft, acronym, entity);
  }
  join_by_initials(draft);
}

}  // namespace maillon
