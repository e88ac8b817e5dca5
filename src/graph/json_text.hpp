// Texts in the JSON files of rules of this room. For this room only.
#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>

namespace maillon {

/// Below schemas/.
inline constexpr std::string_view kRelationsFile = "ontology/relations.json";

/// The member's text; empty where there is none or it is no string.
inline std::string text_of(const rapidjson::Value& object, const char* name) {
  const auto at = object.FindMember(name);
  return at != object.MemberEnd() && at->value.IsString()
             ? std::string(at->value.GetString(), at->value.GetStringLength())
             : std::string();
}

}  // namespace maillon
