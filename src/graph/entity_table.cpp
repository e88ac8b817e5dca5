#include "graph/entity_table.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace maillon {

namespace {

/// A word after the first character begins with a capital.
bool capital_inside(std::string_view label) {
  bool word_begins = true;
  for (std::size_t at = 0, count = 0; at < label.size(); ++count) {
    const char32_t c = utf8::next(label, at);
    if (count > 0 && word_begins && utf8::is_upper(c)) return true;
    word_begins = !utf8::is_alpha(c);
  }
  return false;
}

bool holds_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

bool is_somebody(const ExtractedEntity& e) {
  return e.named && (e.type == EntityType::Person || e.type == EntityType::State ||
                     e.type == EntityType::Place || e.type == EntityType::Organization);
}

}  // namespace

EntityTable::EntityTable(const ResolutionRules& rules, const NameKeys& keys, const StateOrgans& organs)
    : rules_(rules), organs_(organs), names_(keys) {}

void EntityTable::read(const std::vector<const Extraction*>& documents) {
  for (const Extraction* x : documents)
    offsets_.push_back(offsets_.back() + static_cast<std::uint32_t>(x->entities.size()));
  units_.assign(offsets_.back(), kNone);
  // Who is told of in detail comes first: a bare name then finds the bearer that fits.
  for (const bool detailed : {true, false}) {
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
      const Extraction& x = *documents[d];
      describe(x);
      for (std::uint32_t e = 0; e < x.entities.size(); ++e) {
        const EntityProfile& profile = profiles_[e];
        if ((profile.states.empty() && profile.roles.empty()) == detailed) continue;
        const Identity identity = identify(x, e);
        if (identity.is_bearer) units_[offsets_[d] + e] = fold(identity, x.entities[e], profile);
      }
    }
  }
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    const Extraction& x = *documents[d];
    for (std::uint32_t e = 0; e < x.entities.size(); ++e) {
      std::uint32_t& unit = units_[offsets_[d] + e];
      if (unit != kNone) continue;
      const bool organ = organ_of(x.entities[e]).has_value();
      phrases_.push_back({d, e, x.entities[e].type, !organ && is_qualified(x, x.entities[e]), organ});
      unit = clusters_.add_phrase();
    }
  }
}

// ---- what an article tells of its entities

void EntityTable::describe(const Extraction& x) {
  if (profiles_.size() < x.entities.size()) profiles_.resize(x.entities.size());
  for (std::uint32_t e = 0; e < x.entities.size(); ++e) {
    const ExtractedEntity& entity = x.entities[e];
    EntityProfile& profile = profiles_[e];
    profile.clear();
    profile.type = entity.type;
    if (!entity.iri.empty()) profile.iris.push_back(names_.id(entity.iri));
    if (entity.type == EntityType::State && !entity.iso3166.empty())
      profile.isos.push_back(names_.id(entity.iso3166));
  }
  for (const Statement& s : x.statements)
    if (s.subject.entity != kNone && s.object.entity != kNone) add_company(x, s);
}

void EntityTable::add_company(const Extraction& x, const Statement& s) {
  const ExtractedEntity& subject = x.entities[s.subject.entity];
  const ExtractedEntity& object = x.entities[s.object.entity];
  EntityProfile& profile = profiles_[s.subject.entity];
  if (s.qualifiers.polarity == Polarity::affirmative) {
    const auto field = rules_.field_of.find(s.predicate.lemma);
    const bool affiliation =
        std::binary_search(rules_.affiliations.begin(), rules_.affiliations.end(), s.relation);
    // "/2019": an office of the past says little of who somebody is now.
    const bool past = s.qualifiers.time && s.qualifiers.time->value.starts_with('/');
    if (field != rules_.field_of.end() && !past) insert_name(profile.fields, names_.id(field->second));
    if (affiliation || field != rules_.field_of.end()) {
      insert_name(profile.roles, names_.id(s.predicate.lemma));
      const bool of = std::binary_search(rules_.of_prepositions.begin(), rules_.of_prepositions.end(),
                                         s.predicate.preposition);
      if (object.type == EntityType::State) {
        if (of && object.named) insert_name(profile.states, names_.plain(names_.id(object.label)));
        return;
      }
    }
  }
  const auto meet = [&](EntityProfile& one, const ExtractedEntity& other) {
    if (!is_somebody(other)) return;
    const bool acts = other.type == EntityType::Person || other.type == EntityType::Organization;
    insert_name(acts ? one.company : one.contacts, names_.spelt(names_.id(other.label)));
  };
  meet(profile, object);
  meet(profiles_[s.object.entity], subject);
}

// ---- who is who by name

EntityTable::Identity EntityTable::identify(const Extraction& x, std::uint32_t e) {
  const ExtractedEntity& entity = x.entities[e];
  Identity out;
  out.key.type = entity.type;
  const std::uint32_t label = names_.id(entity.label);
  out.key.identifier = !entity.iri.empty() ? names_.id(entity.iri)
                       : entity.type == EntityType::State && !entity.iso3166.empty()
                           ? names_.id(entity.iso3166)
                           : kNone;
  if (const std::optional<StateOrgan>& organ = organ_of(entity)) {
    const std::uint32_t state = organ_state(x, e, *organ);
    out.is_organ = true;
    out.is_bearer = state != kNone || out.key.identifier != kNone;
    // An organ of another state is another organ, whoever it has to do with.
    if (state != kNone) insert_name(profiles_[e].isos, state);
    if (out.is_bearer)
      out.key.name = names_.id(organ->name + " @ " + std::string(state == kNone ? "" : names_.text(state)));
    return out;
  }
  out.is_bearer = entity.named || entity.type == EntityType::Literal;
  if (out.is_bearer) out.key.name = names_.plain(label);
  return out;
}

const std::optional<StateOrgan>& EntityTable::organ_of(const ExtractedEntity& entity) {
  static const std::optional<StateOrgan> kNoOrgan;
  if (entity.type != EntityType::Organization) return kNoOrgan;
  const auto [known, fresh] = organ_of_.try_emplace(names_.id(entity.label));
  if (fresh) known->second = organs_.read(entity.label);
  return known->second;
}

/// The state that the label names, that the article says it is of, or the only one that the article names.
std::uint32_t EntityTable::organ_state(const Extraction& x, std::uint32_t e, const StateOrgan& organ) {
  if (!organ.state.empty()) return names_.id(organ.state);
  if (profiles_[e].states.size() == 1) return profiles_[e].states.front();
  std::uint32_t only = kNone;
  for (const ExtractedEntity& other : x.entities) {
    if (other.type != EntityType::State || !other.named) continue;
    if (only != kNone) return kNone;
    only = names_.plain(names_.id(other.label));
  }
  return only;
}

std::uint32_t EntityTable::fold(const Identity& identity, const ExtractedEntity& entity,
                                const EntityProfile& profile) {
  std::vector<std::uint32_t>& bearers = by_key_[identity.key];
  std::uint32_t best = kNone;
  for (const std::uint32_t b : bearers) {
    if (clusters_.profile(b).excludes(profile)) continue;
    const std::size_t overlap = clusters_.profile(b).overlap(profile);
    if (best == kNone) {
      best = b;
      continue;
    }
    const std::size_t best_overlap = clusters_.profile(best).overlap(profile);
    if (overlap > best_overlap ||
        (overlap == best_overlap && clusters_.documents(b) > clusters_.documents(best)))
      best = b;
  }
  if (best == kNone) {
    best = clusters_.add(profile, 1);
    bearers.push_back(best);
    bearers_.emplace_back();
    organs_found_.push_back(identity.is_organ);
  } else {
    clusters_.extend(best, profile);
  }
  add_names(best, entity, identity.is_organ);
  return best;
}

void EntityTable::add_names(std::uint32_t bearer, const ExtractedEntity& entity, bool is_organ) {
  BearerNames& names = bearers_[bearer];
  const std::uint32_t label = names_.id(entity.label);
  if (std::find(names.labels.begin(), names.labels.end(), label) == names.labels.end()) {
    if (!names.labels.empty())
      clusters_.explain({bearer, bearer, names.labels.front(), label, is_organ ? "state-organ" : "same-name",
                         std::string(names_.text(names_.plain(label)))});
    names.labels.push_back(label);
  }
  for (const std::string& alias : entity.aliases) insert_name(names.aliases, names_.id(alias));
  if (!entity.iri.empty()) insert_name(names.iris, names_.id(entity.iri));
  if (entity.type == EntityType::State && !entity.iso3166.empty())
    insert_name(names.isos, names_.id(entity.iso3166));
}

/// The label names somebody: "accord de Riga" does, "accord malto-norvégien" does not. Of people, only a name
/// that the article knows will do: the capital of "ministre de la Défense" is no name.
bool EntityTable::is_qualified(const Extraction& x, const ExtractedEntity& phrase) {
  if (phrase.named || phrase.type == EntityType::Literal || !capital_inside(phrase.label)) return false;
  if (phrase.type != EntityType::Person && phrase.type != EntityType::Group) return true;
  const std::string key = NameKeys::plain(phrase.label);
  const auto holds = [&](const std::string& name) {
    const std::string words = NameKeys::plain(name);
    return words.size() < key.size() && holds_words(key, words);
  };
  return std::any_of(x.entities.begin(), x.entities.end(), [&](const ExtractedEntity& e) {
    return is_somebody(e) && (holds(e.label) || std::any_of(e.aliases.begin(), e.aliases.end(), holds));
  });
}

}  // namespace maillon
