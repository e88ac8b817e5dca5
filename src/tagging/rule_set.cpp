#include "tagging/rule_set.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

namespace maillon {

namespace {

std::string text_of(const rapidjson::Value& object, const char* name) {
  const auto at = object.FindMember(name);
  return at != object.MemberEnd() && at->value.IsString() ? at->value.GetString() : "";
}

}  // namespace

Result<RuleSet> RuleSet::load(const Schemas& schemas, std::string_view folder) {
  RuleSet out;
  for (const std::string_view path : schemas.list(folder)) {
    if (!path.ends_with(".json")) continue;
    const std::string file = "schemas/" + std::string(path);
    Result<std::string_view> text = schemas.read(path);
    if (!text.ok()) return text.error();
    rapidjson::Document json;
    json.Parse(text->data(), text->size());
    if (json.HasParseError()) {
      Diagnostic d = error_in(file, rapidjson::GetParseError_En(json.GetParseError()));
      d.byte = json.GetErrorOffset();
      d.has_byte = true;
      return d;
    }
    if (!json.IsArray()) return error_in(file, "an array of rules is expected");
    for (const auto& rule : json.GetArray()) {
      if (!rule.IsObject()) return error_in(file, "a rule is an object");
      if (Status s = out.add(rule); !s.ok()) {
        Diagnostic d = s.error();
        d.file = file;
        d.rule = text_of(rule, "id");
        return d;
      }
    }
  }
  out.seal();
  return out;
}

void RuleSet::seal() {
  patterns_.seal();
  by_target_.assign(patterns_.size(), {});
  for (std::size_t r = 0; r < rules_.size(); ++r)
    rules_[r].target.each([&](std::size_t pattern) {
      by_target_[pattern].resize((rules_.size() + 63) / 64);
      by_target_[pattern][r / 64] |= std::uint64_t{1} << (r % 64);
    });
}

void RuleSet::collect(const PatternBits& any, RuleBits& out) const {
  out.assign((rules_.size() + 63) / 64, 0);
  (any & targets_).each([&](std::size_t pattern) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] |= by_target_[pattern][i];
  });
}

RuleSet RuleSet::alone(std::size_t rule) const {
  RuleSet out;
  out.patterns_ = patterns_;
  out.rules_ = {rules_[rule]};
  out.targets_ = rules_[rule].target;
  out.seal();
  return out;
}

Status RuleSet::add(const rapidjson::Value& json) {
  ConstraintRule rule;
  rule.id = text_of(json, "id");
  rule.example = text_of(json, "example");
  rule.counter_example = text_of(json, "counter-example");
  if (rule.id.empty() || text_of(json, "description").empty() || rule.example.empty() ||
      rule.counter_example.empty())
    return error_in("", "a rule has id, description, example and counter-example");
  rule.select = json.HasMember("select");
  if (rule.select == json.HasMember("remove")) return error_in("", "a rule has either 'select' or 'remove'");
  Result<PatternBits> target = mask(json[rule.select ? "select" : "remove"]);
  if (!target.ok()) return target.error();
  rule.target = *target;
  targets_ |= rule.target;
  if (json.HasMember("if")) {
    if (!json["if"].IsArray()) return error_in("", "'if' is a list of conditions");
    for (const auto& c : json["if"].GetArray()) {
      Result<RuleCondition> made = condition(c);
      if (!made.ok()) return made.error();
      rule.conditions.push_back(*made);
    }
  }
  rules_.push_back(std::move(rule));
  return {};
}

Result<PatternBits> RuleSet::mask(const rapidjson::Value& patterns) {
  PatternBits out;
  const auto one = [&](const rapidjson::Value& pattern) -> Status {
    Result<std::size_t> number = patterns_.add(pattern);
    if (!number.ok()) return number.error();
    out.set(*number);
    return {};
  };
  if (!patterns.IsArray()) {
    if (Status s = one(patterns); !s.ok()) return s.error();
    return out;
  }
  for (const auto& pattern : patterns.GetArray())
    if (Status s = one(pattern); !s.ok()) return s.error();
  return out;
}

Result<RuleCondition> RuleSet::condition(const rapidjson::Value& json) {
  if (!json.IsObject()) return error_in("", "a condition is an object");
  RuleCondition out;
  bool placed = false, tested = false;
  for (const auto& member : json.GetObject()) {
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    if (name == "at" || name == "from") {
      if (!member.value.IsInt() || member.value.GetInt() < -20 || member.value.GetInt() > 20)
        return error_in("", "a place is a number of tokens from -20 to 20");
      out.offset = static_cast<std::int8_t>(member.value.GetInt());
      out.scan = name == "from";
      placed = true;
      continue;
    }
    Result<PatternBits> bits = mask(member.value);
    if (!bits.ok()) return bits.error();
    if (name == "skip") {
      out.skip = *bits;
      out.skips = true;
    } else if (name == "barrier") {
      out.barrier = *bits;
      out.stops = true;
    } else if (name == "is" || name == "only" || name == "not") {
      out.mask = *bits;
      out.test = name == "is"     ? RuleCondition::Test::is
                 : name == "only" ? RuleCondition::Test::only
                                  : RuleCondition::Test::not_;
      tested = true;
    } else {
      return error_in("", "unknown member '" + std::string(name) + "' in a condition");
    }
  }
  if (!placed || !tested)
    return error_in("", "a condition has a place (at, from) and a test (is, only, not)");
  if ((out.skips || out.stops) && (!out.scan || out.offset == 0))
    return error_in("", "'skip' and 'barrier' go with a 'from' that is not 0");
  return out;
}

}  // namespace maillon
