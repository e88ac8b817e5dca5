#include "ingest/schema_json.hpp"

#include <rapidjson/error/en.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace maillon {

Result<rapidjson::Document> read_schema_json(const Schemas& schemas, const std::string& path) {
  Result<std::string_view> text = schemas.read(path);
  if (!text) return text.error();
  rapidjson::Document out;
  out.Parse(text->data(), text->size());
  const std::string file = "schemas/" + path;
  if (out.HasParseError()) {
    Diagnostic d = error_in(file, rapidjson::GetParseError_En(out.GetParseError()));
    const std::string_view before = text->substr(0, out.GetErrorOffset());
    d.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    return d;
  }
  if (!out.IsObject()) return error_in(file, "must be a JSON object");
  return out;
}

}  // namespace maillon
