#include "ingest/json_article.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace maillon {

namespace {

Diagnostic in_line(std::string message, std::string hint = {}) {
  return error_in({}, std::move(message), std::move(hint));
}

std::string to_json(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

/// How deep arrays and objects nest; counts brackets outside strings, so for broken JSON it is an upper
/// bound.
std::size_t nesting(std::string_view json) {
  std::size_t depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '\\' && in_string)
      ++i;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && (c == '[' || c == '{'))
      deepest = std::max(deepest, ++depth);
    else if (!in_string && (c == ']' || c == '}') && depth > 0)
      --depth;
  }
  return deepest;
}

struct Field {
  std::string_view name;
  std::string* to;
};

Status take(const Field& field, const rapidjson::Value& value) {
  if (value.IsNull()) return {};
  if (value.IsString())
    *field.to = {value.GetString(), value.GetStringLength()};
  else if (value.IsNumber() && field.name == "id")
    *field.to = to_json(value);
  else
    return in_line("the field \"" + std::string(field.name) + "\" must be a string");
  return {};
}

}  // namespace

Result<JsonArticle> read_json_article(std::string_view line) {
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  if (const std::size_t bad = utf8::first_invalid(line); bad != line.size()) {
    Diagnostic d = in_line("invalid UTF-8", "JSON is UTF-8 (RFC 8259 §8.1); convert the file");
    d.byte = bad;
    d.has_byte = true;
    return d;
  }
  constexpr std::size_t kDeepest = 256;  // metadata is written again by recursion, which eats the stack
  if (nesting(line) > kDeepest) return in_line("not JSON that can be read: it nests too deeply");
  rapidjson::Document json;
  json.Parse(line.data(), line.size());
  if (json.HasParseError()) {
    Diagnostic d = in_line(std::string("not JSON: ") + rapidjson::GetParseError_En(json.GetParseError()),
                           "every line must be one JSON object");
    d.column = 1 + static_cast<std::uint32_t>(json.GetErrorOffset());
    return d;
  }
  if (!json.IsObject()) return in_line("the line is no JSON object");
  JsonArticle out;
  bool has_text = false;
  const std::array<Field, 6> fields = {{{"id", &out.article.id},
                                        {"title", &out.article.title},
                                        {"date", &out.article.date},
                                        {"source", &out.article.source},
                                        {"url", &out.article.url},
                                        {"text", &out.text}}};
  for (const auto& member : json.GetObject()) {
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    const Field* known = nullptr;
    for (const Field& f : fields)
      if (f.name == name) known = &f;
    if (known == nullptr) {
      out.article.metadata.emplace_back(name, to_json(member.value));
      continue;
    }
    if (Status s = take(*known, member.value); !s) return s.error();
    if (name == "text") has_text = !member.value.IsNull();
  }
  if (!has_text) return in_line("the article lacks \"text\"");
  if (utf8::first_invalid(out.text) != out.text.size())
    return in_line("the text holds lone surrogates, which are no characters");
  return out;
}

}  // namespace maillon
