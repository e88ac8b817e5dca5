#include "pipeline/rule_index.hpp"

#include <rapidjson/document.h>

#include "base/text_position.hpp"

namespace maillon {

namespace {

using Json = rapidjson::Value;

class Collector {
 public:
  Collector(std::string_view file, std::map<std::string, RuleDescription, std::less<>>& out)
      : file_(file), out_(out) {}

  void value(const Json& v) {
    if (v.IsObject()) {
      add(v);
      for (const auto& member : v.GetObject())
        below(std::string(member.name.GetString(), member.name.GetStringLength()), member.value);
    } else if (v.IsArray()) {
      for (rapidjson::SizeType i = 0; i < v.Size(); ++i) below(std::to_string(i), v[i]);
    }
  }

 private:
  void below(const std::string& name, const Json& v) {
    if (!v.IsObject() && !v.IsArray()) return;
    const std::size_t size = pointer_.size();
    (pointer_ += '/') += name;
    value(v);
    pointer_.resize(size);
  }

  void add(const Json& v) {
    const auto id = v.FindMember("id");
    if (id == v.MemberEnd() || !id->value.IsString()) return;
    const auto text = v.FindMember("description");
    const bool described = text != v.MemberEnd() && text->value.IsString();
    out_.try_emplace(id->value.GetString(),
                     RuleDescription{file_, pointer_, described ? text->value.GetString() : ""});
  }

  std::string_view file_;
  std::map<std::string, RuleDescription, std::less<>>& out_;
  std::string pointer_;
};

}  // namespace

Result<RuleIndex> RuleIndex::load(const Schemas& schemas) {
  RuleIndex out(schemas);
  for (const std::string_view path : schemas.list("fr/")) {
    if (!path.ends_with(".json")) continue;
    const Result<std::string_view> text = schemas.read(path);
    if (!text) return text.error();
    rapidjson::Document json;
    json.Parse(text->data(), text->size());
    if (json.HasParseError()) return error_in(std::string(path), "is no JSON");
    Collector(path, out.rules_).value(json);
  }
  return out;
}

const RuleDescription* RuleIndex::find(std::string_view id) const {
  const auto at = rules_.find(id);
  return at == rules_.end() ? nullptr : &at->second;
}

std::uint32_t RuleIndex::line(const RuleDescription& rule) const {
  const Result<std::string_view> text = schemas_->read(rule.file);
  return text ? json_line(*text, rule.pointer) : 0;
}

}  // namespace maillon
