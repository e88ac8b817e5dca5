#include "graph/event_rules.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "graph/json_text.hpp"

namespace maillon {

namespace {

constexpr std::string_view kEventsFile = "fr/graph/events.json";

/// A JSON object with an array of objects, each with a text "id", under `list`.
Result<rapidjson::Document> read_list(const Schemas& schemas, std::string_view path, const char* list) {
  const auto text = schemas.read(path);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  const std::string file = "schemas/" + std::string(path);
  if (json.HasParseError())
    return error_in(file, std::string("is not JSON: ") + rapidjson::GetParseError_En(json.GetParseError()));
  const bool good = json.IsObject() && json.HasMember(list) && json[list].IsArray() &&
                    std::all_of(json[list].Begin(), json[list].End(), [](const rapidjson::Value& item) {
                      return item.IsObject() && item.HasMember("id") && item["id"].IsString();
                    });
  if (!good) return error_in(file, "has no array \"" + std::string(list) + "\" of objects with an \"id\"");
  return json;
}

}  // namespace

Result<EventRules> EventRules::load(const Schemas& schemas) {
  const auto relations = read_list(schemas, kRelationsFile, "relations");
  if (!relations) return relations.error();
  const auto json = read_list(schemas, kEventsFile, "classes");
  if (!json) return json.error();
  const std::string file = "schemas/" + std::string(kEventsFile);
  EventRules out;
  for (const auto& relation : (*relations)["relations"].GetArray())
    if (relation.HasMember("symmetric") && relation["symmetric"].IsTrue())
      out.undirected_.emplace_back(relation["id"].GetString());
  const std::vector<std::string> symmetric = out.undirected_;
  for (const auto& item : (*json)["classes"].GetArray()) {
    const std::string id = item["id"].GetString();
    if (!item.HasMember("relations") || !item["relations"].IsArray())
      return error_in(file, "class \"" + id + "\" has no array \"relations\"");
    for (const auto& relation : item["relations"].GetArray()) {
      if (!relation.IsString()) return error_in(file, "a relation of class \"" + id + "\" is no string");
      const bool known = std::any_of((*relations)["relations"].Begin(), (*relations)["relations"].End(),
                                     [&](const rapidjson::Value& r) { return r["id"] == relation; });
      if (!known)
        return error_in(file, "class \"" + id + "\" names " + relation.GetString() +
                                  ", which is no relation of schemas/" + std::string(kRelationsFile));
      if (std::find(symmetric.begin(), symmetric.end(), relation.GetString()) != symmetric.end())
        out.undirected_.push_back(id);
      out.class_of_.emplace(relation.GetString(), id);
    }
  }
  if (!json->HasMember("report_window_days") || !(*json)["report_window_days"].IsInt())
    return error_in(file, "\"report_window_days\" must be a whole number");
  out.window_days_ = (*json)["report_window_days"].GetInt();
  std::sort(out.undirected_.begin(), out.undirected_.end());
  return out;
}

std::string_view EventRules::class_of(std::string_view relation) const {
  const auto found = class_of_.find(relation);
  return found == class_of_.end() ? relation : std::string_view(found->second);
}

bool EventRules::has_direction(std::string_view relation) const {
  return !std::binary_search(undirected_.begin(), undirected_.end(), relation) &&
         !std::binary_search(undirected_.begin(), undirected_.end(), class_of(relation));
}

}  // namespace maillon
