#include "graph/resolution_rules.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "graph/json_text.hpp"
#include "graph/merge_keys.hpp"

namespace maillon {

namespace {

constexpr std::string_view kResolutionFile = "fr/graph/resolution.json";
constexpr std::array<std::pair<std::string_view, Mechanism>, 6> kMechanisms = {
    {{"fold", Mechanism::fold},
     {"meet", Mechanism::meet},
     {"find", Mechanism::find},
     {"near", Mechanism::near},
     {"phrase", Mechanism::phrase},
     {"dominant", Mechanism::dominant}}};
constexpr std::array<std::pair<std::string_view, Grounds>, 4> kGrounds = {
    {{"none", Grounds::none},
     {"role", Grounds::role},
     {"common", Grounds::common},
     {"common-or-known", Grounds::common_or_known}}};
/// Rules of a mechanism of their own.
constexpr std::array<std::string_view, 4> kNamedRules = {"same-name", "state-organ", "qualified-phrase",
                                                         "same-context"};

template <class T, std::size_t N>
std::optional<T> named(const std::array<std::pair<std::string_view, T>, N>& table, std::string_view name) {
  for (const auto& [key, value] : table)
    if (key == name) return value;
  return std::nullopt;
}

std::optional<std::vector<std::string>> texts(const rapidjson::Value& array) {
  if (!array.IsArray()) return std::nullopt;
  std::vector<std::string> out;
  for (const auto& item : array.GetArray()) {
    if (!item.IsString()) return std::nullopt;
    out.emplace_back(item.GetString(), item.GetStringLength());
  }
  return out;
}

/// One rule, or what is wrong with it.
Result<ResolutionRule> read_rule(const rapidjson::Value& json) {
  const auto wrong = [](const std::string& id, const std::string& what) {
    Diagnostic d = error_in("schemas/" + std::string(kResolutionFile), what);
    d.rule = id;
    return d;
  };
  if (!json.IsObject()) return wrong({}, "a rule is no object");
  ResolutionRule rule;
  rule.id = text_of(json, "id");
  rule.description = text_of(json, "description");
  if (rule.id.empty() || rule.description.empty())
    return wrong(rule.id, "a rule lacks \"id\" or \"description\"");
  const auto mechanism = named(kMechanisms, text_of(json, "mechanism"));
  if (!mechanism) return wrong(rule.id, "\"mechanism\" must be fold, meet, find, near, phrase or dominant");
  rule.mechanism = *mechanism;
  const auto grounds = named(kGrounds, json.HasMember("grounds") ? text_of(json, "grounds") : "none");
  if (!grounds) return wrong(rule.id, "\"grounds\" must be none, role, common or common-or-known");
  rule.grounds = *grounds;
  rule.key = text_of(json, "key");
  rule.in = text_of(json, "in");
  const bool keyed = rule.mechanism == Mechanism::meet || rule.mechanism == Mechanism::find;
  if (keyed && !is_key_kind(rule.key)) return wrong(rule.id, "there is no kind of key '" + rule.key + "'");
  if (rule.mechanism == Mechanism::find && !is_key_kind(rule.in))
    return wrong(rule.id, "there is no kind of key '" + rule.in + "'");
  if (json.HasMember("types")) {
    const auto names = texts(json["types"]);
    if (!names) return wrong(rule.id, "\"types\" must be an array of strings");
    for (const std::string& name : *names) rule.types.push_back(entity_type_from(name));
  }
  return rule;
}

}  // namespace

bool ResolutionRule::applies_to(EntityType type) const {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

const ResolutionRule& ResolutionRules::rule(std::string_view id) const {
  return *std::find_if(rules.begin(), rules.end(), [&](const ResolutionRule& r) { return r.id == id; });
}

Result<ResolutionRules> ResolutionRules::load(const Schemas& schemas) {
  const auto text = schemas.read(kResolutionFile);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  const std::string file = "schemas/" + std::string(kResolutionFile);
  if (json.HasParseError())
    return error_in(file, std::string("is not JSON: ") + rapidjson::GetParseError_En(json.GetParseError()));
  if (!json.IsObject()) return error_in(file, "is not a JSON object");
  ResolutionRules out;
  for (const auto& [name, into] :
       {std::pair("affiliation_relations", &out.affiliations),
        std::pair("affiliation_prepositions", &out.of_prepositions),
        std::pair("acronym_blockers", &out.acronym_blockers), std::pair("legal_forms", &out.legal_forms),
        std::pair("state_organs", &out.state_organs)}) {
    auto list = json.HasMember(name) ? texts(json[name]) : std::nullopt;
    if (!list) return error_in(file, std::string("\"").append(name) + "\" must be an array of strings");
    std::sort(list->begin(), list->end());
    *into = *std::move(list);
  }
  if (!json.HasMember("fields") || !json["fields"].IsObject())
    return error_in(file, "\"fields\" must be an object");
  for (const auto& field : json["fields"].GetObject()) {
    const auto roles = texts(field.value);
    if (!roles) return error_in(file, "each of \"fields\" must be an array of strings");
    for (const std::string& role : *roles) out.field_of.emplace(role, field.name.GetString());
  }
  for (const char* name : {"same_window_days", "known_documents"})
    if (!json.HasMember(name) || !json[name].IsInt() || json[name].GetInt() < 0)
      return error_in(file, std::string("\"").append(name) + "\" must be a whole number");
  out.window_days = json["same_window_days"].GetInt();
  out.known_documents = static_cast<std::uint32_t>(json["known_documents"].GetInt());
  if (!json.HasMember("rules") || !json["rules"].IsArray()) return error_in(file, "has no array \"rules\"");
  for (const auto& item : json["rules"].GetArray()) {
    auto rule = read_rule(item);
    if (!rule) return rule.error();
    out.rules.push_back(*std::move(rule));
  }
  for (const std::string_view id : kNamedRules)
    if (std::none_of(out.rules.begin(), out.rules.end(), [&](const auto& r) { return r.id == id; }))
      return error_in(file, "has no rule \"" + std::string(id) + "\"");
  return out;
}

}  // namespace maillon
