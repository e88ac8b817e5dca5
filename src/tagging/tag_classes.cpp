#include "tagging/tag_classes.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace maillon {

namespace {

constexpr std::string_view kClassesFile = "fr/tagging/classes.json";

Diagnostic in_file(Diagnostic d) {
  d.file = "schemas/" + std::string(kClassesFile);
  return d;
}

}  // namespace

std::string pattern_form(std::string_view form) {
  std::string out = utf8::to_lower(form);
  for (std::size_t at; (at = out.find("\xE2\x80\x99")) != std::string::npos;) {
    out.erase(at, 2);
    out[at] = '\'';
  }
  return out;
}

std::string_view pattern_form(std::string_view form, std::string& buffer) {
  for (std::size_t i = 0; i < form.size(); ++i) {
    const auto byte = static_cast<unsigned char>(form[i]);
    if (byte < 0x80) {
      if (byte < 'A' || byte > 'Z') continue;
    } else if (byte == 0xC3 && i + 1 < form.size()) {  // small Latin-1 letters lie in its upper half
      if (static_cast<unsigned char>(form[++i]) >= 0xA0) continue;
    } else if (byte == 0xC5 && i + 1 < form.size() &&
               static_cast<unsigned char>(form[i + 1]) == 0x93) {  // oe
      ++i;
      continue;
    }
    buffer = pattern_form(form);
    return buffer;
  }
  return form;
}

Result<TagClasses> TagClasses::load(const Schemas& schemas) {
  Result<std::string_view> text = schemas.read(kClassesFile);
  if (!text.ok()) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  if (json.HasParseError()) return in_file(error_in("", rapidjson::GetParseError_En(json.GetParseError())));
  if (!json.IsArray()) return in_file(error_in("", "an array of classes is expected"));
  TagClasses out;
  for (const auto& entry : json.GetArray()) {
    if (!entry.IsObject() || !entry.HasMember("class") || !entry["class"].IsString() ||
        !entry.HasMember("match"))
      return in_file(error_in("", "a class has 'class' and 'match'"));
    Result<std::size_t> number = out.patterns_.add(entry["match"]);
    if (!number.ok()) return in_file(number.error());
    if (*number != out.names_.size()) return in_file(error_in("", "two classes have the same pattern"));
    out.names_.emplace_back(entry["class"].GetString());
  }
  out.patterns_.seal();
  if (out.names_.size() >= kUnknown) return in_file(error_in("", "too many classes"));
  for (std::size_t c = 0; c < out.names_.size(); ++c) out.by_name_.push_back(static_cast<std::uint8_t>(c));
  std::sort(out.by_name_.begin(), out.by_name_.end(),
            [&](std::uint8_t a, std::uint8_t b) { return out.names_[a] < out.names_[b]; });
  return out;
}

std::uint8_t TagClasses::find(std::string_view name) const {
  if (name == "#") return boundary();
  const auto at = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                   [this](std::uint8_t c, std::string_view n) { return names_[c] < n; });
  return at == by_name_.end() || names_[*at] != name ? kUnknown : *at;
}

}  // namespace maillon
