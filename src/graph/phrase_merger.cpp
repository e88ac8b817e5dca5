#include "graph/phrase_merger.hpp"

#include <algorithm>

#include "graph/statement_merger.hpp"

namespace maillon {

PhraseMerger::PhraseMerger(const ResolutionRules& rules, const std::vector<const Extraction*>& documents,
                           EntityTable& table)
    : rules_(rules), documents_(documents), table_(table) {
  published_.reserve(documents.size());
  for (const Extraction* x : documents) published_.push_back(parse_time(x->date));
}

const ExtractedEntity& PhraseMerger::entity(std::uint32_t unit) const {
  const PhraseUnit& phrase = table_.phrase(unit);
  return documents_[phrase.document]->entities[phrase.entity];
}

std::string PhraseMerger::key_of(const ExtractedEntity& e) const {
  return std::string(to_string(e.type)) + ':' + NameKeys::plain(e.label);
}

bool PhraseMerger::near_in_time(std::uint32_t a, std::uint32_t b) const {
  const auto& x = published_[table_.phrase(a).document];
  const auto& y = published_[table_.phrase(b).document];
  if (!x || !y) return true;
  const TimeSpan around{x->first - rules_.window_days, x->last + rules_.window_days};
  return around.overlaps(*y);
}

/// Merges neighbours in time that share a key: last year's "marins de Riga" are others.
void PhraseMerger::merge_by_key(std::vector<Keyed> keyed, const ResolutionRule& rule, bool in_time) {
  const auto day = [&](std::uint32_t unit) {
    const auto& date = published_[table_.phrase(unit).document];
    return date ? date->first : TimeSpan::kOpenBegin;
  };
  std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    if (a.first != b.first) return a.first < b.first;
    return std::pair(day(a.second), a.second) < std::pair(day(b.second), b.second);
  });
  NameTable& names = table_.names();
  for (std::size_t i = 1; i < keyed.size(); ++i) {
    const auto& [key, unit] = keyed[i];
    const std::uint32_t before = keyed[i - 1].second;
    if (key != keyed[i - 1].first || (in_time && !near_in_time(before, unit))) continue;
    table_.clusters().merge({before, unit, names.id(entity(before).label), names.id(entity(unit).label),
                             rule.id, key.substr(key.find(':') + 1)});
  }
}

void PhraseMerger::merge_qualified(const ResolutionRule& rule) {
  std::vector<Keyed> lasting, passing;
  const auto first = static_cast<std::uint32_t>(table_.bearers().size());
  for (std::uint32_t i = 0; i < table_.phrases().size(); ++i) {
    if (!table_.phrases()[i].qualified) continue;
    const ExtractedEntity& e = entity(first + i);
    const bool lasts = e.type == EntityType::Place || e.type == EntityType::Organization ||
                       e.type == EntityType::Concept || e.type == EntityType::Artifact;
    (lasts ? lasting : passing).emplace_back(key_of(e), first + i);
  }
  merge_by_key(std::move(lasting), rule, false);
  merge_by_key(std::move(passing), rule, true);
}

void PhraseMerger::merge_in_context(const ResolutionRule& rule) {
  // A thing or an idea of one word ("rapport") is another one each time; so is what an open relation tells
  // of, and the organ of an unknown state.
  const auto can_meet = [&](std::uint32_t unit, const Statement& s) {
    const ExtractedEntity& phrase = entity(unit);
    if (table_.phrase(unit).is_organ || is_open_relation(s.relation, s.predicate.lemma)) return false;
    const bool actor_or_act = phrase.type == EntityType::Group || phrase.type == EntityType::Person ||
                              phrase.type == EntityType::Agreement || phrase.type == EntityType::Event;
    return actor_or_act || NameKeys::plain(phrase.label).find(' ') != std::string::npos;
  };
  std::vector<Keyed> keyed;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    for (const Statement& s : documents_[d]->statements) {
      if (s.subject.entity == kNone || s.object.entity == kNone) continue;
      const std::uint32_t subject = table_.unit(d, s.subject.entity),
                          object = table_.unit(d, s.object.entity);
      if (table_.is_bearer(subject) == table_.is_bearer(object)) continue;
      const std::uint32_t phrase = table_.is_bearer(subject) ? object : subject;
      const std::uint32_t party = table_.is_bearer(subject) ? subject : object;
      if (!can_meet(phrase, s)) continue;
      std::string key = key_of(entity(phrase)) + (phrase == subject ? " does " : " of ") + s.relation + ' ' +
                        s.predicate.preposition + ' ' + std::to_string(table_.clusters().find(party));
      if (s.qualifiers.quantity) key += ' ' + std::to_string(s.qualifiers.quantity->value);
      keyed.emplace_back(std::move(key), phrase);
    }
  }
  merge_by_key(std::move(keyed), rule, true);
}

}  // namespace maillon
