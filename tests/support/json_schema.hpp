// Draft 4 schemas of schemas/formats, asked whether a JSON text conforms.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/schemas.hpp"

namespace maillon::test {

class JsonSchema {
 public:
  /// `path` below schemas/, "formats/statement.schema.json". Throws where the schema is no JSON.
  explicit JsonSchema(const char* path) : document_(parsed(*Schemas::embedded().read(path))) {}

  /// The pointer and keyword of the first violation; empty where `text` conforms. Throws where it is no JSON.
  std::string violation(std::string_view text) const {
    rapidjson::SchemaValidator validator(document_);
    const rapidjson::Document json = parsed(text);
    if (json.Accept(validator)) return {};
    rapidjson::StringBuffer pointer;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(pointer);
    return std::string(pointer.GetString()) + ' ' + validator.GetInvalidSchemaKeyword();
  }

 private:
  static rapidjson::Document parsed(std::string_view text) {
    rapidjson::Document json;
    json.Parse(text.data(), text.size());
    if (json.HasParseError()) throw std::runtime_error("not JSON: " + std::string(text));
    return json;
  }
  rapidjson::SchemaDocument document_;
};

/// The lines of NDJSON, without their ends.
inline std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace maillon::test
