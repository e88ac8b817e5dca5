#include "relations/condition_reader.hpp"

#include <algorithm>

namespace maillon {

namespace {

using Json = rapidjson::Value;

std::string_view string_of(const Json& v) { return {v.GetString(), v.GetStringLength()}; }

/// `before`, the name in quotation marks, `after`.
std::string naming(std::string_view before, std::string_view name, std::string_view after) {
  return std::string(before).append(1, '"').append(name).append(1, '"').append(after);
}

std::string wrong_member(std::string_view name, std::string_view of) {
  return naming("wrong member ", name, std::string(" of ").append(of));
}

}  // namespace

std::string ConditionReader::participant_member(std::string_view name, const Json& v,
                                                ParticipantTest& to) const {
  if (!v.IsArray()) return naming({}, name, " is no list");
  for (const Json& w : v.GetArray()) {
    if (!w.IsString()) return naming({}, name, " holds what is no string");
    const std::string_view word = string_of(w);
    if (name == "types") {
      const EntityType type = entity_type_from(word);
      if (type == EntityType::Literal && word != "Literal") return naming("unknown type ", word, {});
      to.types = static_cast<TypeSet>(to.types | type_bit(type));
    } else {
      const auto at = std::find(nouns.begin(), nouns.end(), word);
      if (at == nouns.end()) return naming({}, word, " is no class of schemas/fr/relations/nouns.json");
      to.nouns |= NounSet{1} << static_cast<std::size_t>(at - nouns.begin());
    }
  }
  return {};
}

std::string ConditionReader::participant(const Json& v, ParticipantTest& to,
                                         std::vector<std::string>* prepositions) const {
  if (!v.IsObject()) return "a participant of a condition is no object";
  for (const auto& m : v.GetObject()) {
    const std::string_view name = string_of(m.name);
    std::string problem;
    if (name == "types" || name == "nouns") {
      problem = participant_member(name, m.value, to);
    } else if (name == "prepositions" && prepositions != nullptr && m.value.IsArray()) {
      for (const Json& w : m.value.GetArray()) {
        if (!w.IsString()) return "a preposition that is no string";
        prepositions->emplace_back(string_of(w));
      }
    } else {
      problem = wrong_member(name, "a participant of a condition");
    }
    if (!problem.empty()) return problem;
  }
  return {};
}

std::string ConditionReader::complements(const Json& v, std::uint8_t& to) const {
  if (!v.IsArray()) return "\"complement\" of a condition is no list";
  for (const Json& w : v.GetArray()) {
    const std::string_view word = w.IsString() ? string_of(w) : std::string_view();
    if (word == "clause")
      to |= kClauseComplement;
    else if (word == "infinitive")
      to |= kInfinitiveComplement;
    else if (word == "predicate")
      to |= kPredicateComplement;
    else if (word == "question")
      to |= kQuestionComplement;
    else
      return "a complement is none of clause, infinitive, predicate, question";
  }
  return {};
}

std::string ConditionReader::condition(const Json& v, Condition& to) const {
  if (!v.IsObject()) return "a condition is no object";
  for (const auto& m : v.GetObject()) {
    const std::string_view name = string_of(m.name);
    std::string problem;
    if (name == "subject") {
      problem = participant(m.value, to.subject.emplace(), nullptr);
    } else if (name == "object" && m.value.IsBool()) {
      to.has_object = m.value.GetBool();
    } else if (name == "object") {
      problem = participant(m.value, to.object.emplace(), nullptr);
    } else if (name == "oblique") {
      problem = participant(m.value, to.oblique.emplace(), &to.prepositions);
    } else if (name == "complement") {
      problem = complements(m.value, to.complements);
    } else if (name == "reflexive" && m.value.IsBool()) {
      to.reflexive = m.value.GetBool();
    } else if (name == "passive" && m.value.IsBool()) {
      to.passive = m.value.GetBool();
    } else {
      problem = wrong_member(name, "a condition");
    }
    if (!problem.empty()) return problem;
  }
  return {};
}

std::string ConditionReader::read(const Json& v, std::vector<Condition>& to) const {
  if (!v.IsArray()) return condition(v, to.emplace_back());
  for (const Json& c : v.GetArray())
    if (std::string problem = condition(c, to.emplace_back()); !problem.empty()) return problem;
  return {};
}

}  // namespace maillon
