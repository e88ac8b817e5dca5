// Reading the JSON and tab-separated data of schemas/fr/mentions.
#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"

namespace maillon {

/// Parses a JSON file of the schemas; a Diagnostic names file and byte where it is not JSON.
Result<rapidjson::Document> read_json(const Schemas&, std::string_view path);

/// The string member `name` of a JSON object, empty where it is missing. The view lives as long as the
/// document.
std::string_view text_of(const rapidjson::Value& object, const char* name);
/// The words of a member that is an array of strings of space-separated words.
std::vector<std::string_view> words_of(const rapidjson::Value& object, const char* name);

/// Fields between separators, empty ones included; views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);
/// Lines of a tab-separated file with their fields; comments (#) and empty lines left out.
std::vector<std::vector<std::string_view>> rows_of(std::string_view text);

}  // namespace maillon
