#include "export/vocabulary.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <utility>

namespace maillon {

namespace {

constexpr std::string_view kContext = "formats/context.jsonld";
constexpr std::string_view kMappings = "ontology/mappings.json";

std::string text_of(const rapidjson::Value& v) { return {v.GetString(), v.GetStringLength()}; }

std::string member_of(const rapidjson::Value& object, const char* name) {
  const auto at = object.FindMember(name);
  return at != object.MemberEnd() && at->value.IsString() ? text_of(at->value) : std::string();
}

/// Of an object's array; empty where there is none.
std::vector<std::string> strings(const rapidjson::Value& object, const char* name) {
  std::vector<std::string> out;
  const auto at = object.FindMember(name);
  if (at == object.MemberEnd() || !at->value.IsArray()) return out;
  for (const auto& item : at->value.GetArray())
    if (item.IsString()) out.push_back(text_of(item));
  return out;
}

Result<rapidjson::Document> read_object(const Schemas& schemas, std::string_view path) {
  const auto text = schemas.read(path);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  if (json.HasParseError() || !json.IsObject())
    return error_in("schemas/" + std::string(path), "is not a JSON object");
  return json;
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const Schemas& schemas) {
  Vocabulary out;
  if (Status s = out.load_context(schemas); !s) return s.error();
  if (Status s = out.load_mappings(schemas); !s) return s.error();
  return out;
}

Status Vocabulary::load_context(const Schemas& schemas) {
  const Result<rapidjson::Document> json = read_object(schemas, kContext);
  if (!json) return json.error();
  const auto at = json->FindMember("@context");
  if (at == json->MemberEnd() || !at->value.IsObject())
    return error_in("schemas/" + std::string(kContext), "has no object \"@context\"");
  const rapidjson::Value& context = at->value;
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  context.Accept(writer);
  context_.assign(buffer.GetString(), buffer.GetSize());
  for (const auto& entry : context.GetObject())
    if (entry.value.IsString()) prefixes_.emplace(text_of(entry.name), text_of(entry.value));
  for (const auto& entry : context.GetObject()) {
    if (!entry.value.IsObject()) continue;
    VocabularyTerm term;
    term.name = text_of(entry.name);
    term.iri = expand(member_of(entry.value, "@id"));
    term.language = member_of(entry.value, "@language");
    const std::string type = member_of(entry.value, "@type");
    term.is_node = type == "@id";
    if (!term.is_node && !type.empty()) term.datatype = expand(type);
    std::string name = term.name;
    terms_.emplace(std::move(name), std::move(term));
  }
  return {};
}

Status Vocabulary::load_mappings(const Schemas& schemas) {
  const Result<rapidjson::Document> json = read_object(schemas, kMappings);
  if (!json) return json.error();
  for (const char* list : {"classes", "relations"})
    if (!json->HasMember(list) || !(*json)[list].IsArray())
      return error_in("schemas/" + std::string(kMappings), "has no array \"" + std::string(list) + '"');
  for (std::size_t i = 0; i < entity_types_.size(); ++i)
    entity_types_[i] = {"maillon:" + std::string(to_string(static_cast<EntityType>(i)))};
  for (const auto& entry : (*json)["classes"].GetArray()) {
    auto& types = entity_types_[static_cast<std::size_t>(entity_type_from(member_of(entry, "id")))];
    for (std::string& type : strings(entry, "types")) types.push_back(std::move(type));
  }
  event_types_ = entity_types_;
  for (auto& types : event_types_)
    for (std::string& type : strings(*json, "reported_event")) types.push_back(std::move(type));
  for (const auto& entry : (*json)["relations"].GetArray())
    implied_.emplace(member_of(entry, "id"), strings(entry, "properties"));
  return {};
}

const Vocabulary& Vocabulary::embedded() {
  static const Vocabulary vocabulary = [] {
    auto loaded = load(Schemas::embedded());
    return loaded ? std::move(*loaded) : Vocabulary();
  }();
  return vocabulary;
}

std::string Vocabulary::expand(std::string_view compact) const {
  const std::size_t colon = compact.find(':');
  if (colon == std::string_view::npos) return std::string(compact);
  const auto prefix = prefixes_.find(compact.substr(0, colon));
  return prefix == prefixes_.end() ? std::string(compact)
                                   : prefix->second + std::string(compact.substr(colon + 1));
}

std::span<const std::string> Vocabulary::implied_by(std::string_view relation) const {
  const auto at = implied_.find(relation);
  return at == implied_.end() ? std::span<const std::string>() : at->second;
}

}  // namespace maillon
