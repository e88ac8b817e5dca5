#include "relations/condition.hpp"

#include <algorithm>

namespace maillon {

bool ParticipantTest::holds(const ParticipantFacts& p, bool doubt) const {
  if (!p.present || !p.resolved) return doubt;
  if (asks_nothing() || (types & p.type) != 0 || (nouns & p.nouns) != 0) return true;
  constexpr TypeSet kThing = type_bit(EntityType::Concept) | type_bit(EntityType::Artifact) |
                             type_bit(EntityType::Event) | type_bit(EntityType::Agreement);
  return nouns != 0 && p.pronoun && (p.type & kThing) != 0 && doubt;
}

bool Condition::holds(const UseFacts& use, bool doubt) const {
  if (reflexive && *reflexive != use.reflexive) return false;
  if (passive && *passive != use.passive) return false;
  if (complements != 0 && (complements & use.complements) == 0 && (!use.partial || !doubt)) return false;
  if (has_object && *has_object != use.object.present && (!use.partial || use.object.present || !doubt))
    return false;
  if (subject && !subject->holds(use.subject, doubt)) return false;
  if (object && !use.object.present && (!use.partial || !doubt)) return false;
  if (object && !object->holds(use.object, doubt)) return false;
  if (!oblique || (use.partial && doubt)) return true;
  return std::any_of(use.obliques.begin(), use.obliques.end(), [&](const ParticipantFacts& p) {
    return (prepositions.empty() ||
            std::find(prepositions.begin(), prepositions.end(), p.preposition) != prepositions.end()) &&
           oblique->holds(p, doubt);
  });
}

bool UseConditions::admit(const UseFacts& use) const {
  const auto holds = [&](bool doubt) {
    return [&use, doubt](const Condition& c) { return c.holds(use, doubt); };
  };
  return (when.empty() || std::any_of(when.begin(), when.end(), holds(true))) &&
         std::none_of(unless.begin(), unless.end(), holds(false));
}

}  // namespace maillon
