#include "mentions/rule_file.hpp"

#include <rapidjson/error/en.h>

namespace maillon {

Result<rapidjson::Document> read_json(const Schemas& schemas, std::string_view path) {
  const auto text = schemas.read(path);
  if (!text) return text.error();
  rapidjson::Document document;
  document.Parse(text->data(), text->size());
  if (document.HasParseError()) {
    Diagnostic out = error_in(std::string(path), rapidjson::GetParseError_En(document.GetParseError()));
    out.byte = document.GetErrorOffset();
    out.has_byte = true;
    return out;
  }
  return document;
}

std::string_view text_of(const rapidjson::Value& object, const char* name) {
  const auto at = object.FindMember(name);
  if (at == object.MemberEnd() || !at->value.IsString()) return {};
  return {at->value.GetString(), at->value.GetStringLength()};
}

std::vector<std::string_view> words_of(const rapidjson::Value& object, const char* name) {
  std::vector<std::string_view> out;
  const auto at = object.FindMember(name);
  if (at == object.MemberEnd() || !at->value.IsArray()) return out;
  for (const auto& row : at->value.GetArray()) {
    if (!row.IsString()) continue;
    for (const std::string_view word : split({row.GetString(), row.GetStringLength()}, ' '))
      if (!word.empty()) out.push_back(word);
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = text.find(separator);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::vector<std::string_view>> rows_of(std::string_view text) {
  std::vector<std::vector<std::string_view>> out;
  for (const std::string_view line : split(text, '\n'))
    if (!line.empty() && line.front() != '#') out.push_back(split(line, '\t'));
  return out;
}

}  // namespace maillon
