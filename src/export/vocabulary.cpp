#include "export/vocabulary.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <utility>

namespace maillon {

namespace {

constexpr std::string_view kFile = "formats/context.jsonld";

std::string text_of(const rapidjson::Value& v) { return {v.GetString(), v.GetStringLength()}; }

std::string member(const rapidjson::Value& object, const char* name) {
  const auto at = object.FindMember(name);
  return at != object.MemberEnd() && at->value.IsString() ? text_of(at->value) : std::string();
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const Schemas& schemas) {
  const auto text = schemas.read(kFile);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  if (json.HasParseError() || !json.IsObject() || !json.HasMember("@context") || !json["@context"].IsObject())
    return error_in("schemas/" + std::string(kFile), "has no object \"@context\"");
  const rapidjson::Value& context = json["@context"];
  Vocabulary out;
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  context.Accept(writer);
  out.context_.assign(buffer.GetString(), buffer.GetSize());
  for (const auto& entry : context.GetObject())
    if (entry.value.IsString()) out.prefixes_.emplace(text_of(entry.name), text_of(entry.value));
  for (const auto& entry : context.GetObject()) {
    if (!entry.value.IsObject()) continue;
    VocabularyTerm term;
    term.name = text_of(entry.name);
    term.iri = out.expand(member(entry.value, "@id"));
    term.language = member(entry.value, "@language");
    const std::string type = member(entry.value, "@type");
    term.is_node = type == "@id";
    if (!term.is_node && !type.empty()) term.datatype = out.expand(type);
    std::string name = term.name;
    out.terms_.emplace(std::move(name), std::move(term));
  }
  return out;
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

}  // namespace maillon
