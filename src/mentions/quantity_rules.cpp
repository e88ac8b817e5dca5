#include "mentions/quantity_rules.hpp"

#include <algorithm>
#include <array>

#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::string_view kQuantitiesFile = "fr/mentions/quantities.json";
constexpr std::array<std::string_view, 6> kSigns = {"=", "~", ">", ">=", "<", "<="};

std::vector<std::vector<std::string>> sequences(const rapidjson::Value& rule, const char* name) {
  std::vector<std::vector<std::string>> out;
  const auto at = rule.FindMember(name);
  if (at == rule.MemberEnd() || !at->value.IsArray()) return out;
  for (const auto& text : at->value.GetArray()) {
    std::vector<std::string> words;
    for (const std::string_view w : split({text.GetString(), text.GetStringLength()}, ' '))
      words.emplace_back(w);
    out.push_back(std::move(words));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return out;
}

}  // namespace

Result<QuantityRules> QuantityRules::load(const Schemas& schemas) {
  auto document = read_json(schemas, kQuantitiesFile);
  if (!document) return document.error();
  QuantityRules out;
  for (const auto& rule : (*document)["comparators"].GetArray()) {
    Modifier m;
    m.id = text_of(rule, "id");
    const auto sign = std::find(kSigns.begin(), kSigns.end(), text_of(rule, "comparator"));
    if (sign == kSigns.end()) {
      Diagnostic error = error_in(std::string(kQuantitiesFile), "a comparator is one of = ~ > >= < <=");
      error.rule = m.id;
      return error;
    }
    m.comparator = static_cast<Comparator>(sign - kSigns.begin());
    m.before = sequences(rule, "before");
    m.after = sequences(rule, "after");
    m.example = text_of(rule, "example");
    m.expected = text_of(rule, "expected");
    m.counter_example = text_of(rule, "counter_example");
    out.modifiers_.push_back(std::move(m));
  }
  for (const auto& rule : (*document)["measures"].GetArray())
    for (const std::string_view pair : words_of(rule, "words")) {
      const std::size_t sign = pair.find('=');
      out.measures_.emplace(pair.substr(0, sign), std::stod(std::string(pair.substr(sign + 1))));
    }
  for (const auto& rule : (*document)["units"].GetArray())
    for (const std::string_view pair : words_of(rule, "words")) {
      const std::size_t sign = pair.find('=', 1);
      out.units_.emplace(pair.substr(0, sign), pair.substr(sign + 1));
    }
  return out;
}

double QuantityRules::measure(std::string_view lemma) const {
  const auto at = measures_.find(lemma);
  return at == measures_.end() ? 0 : at->second;
}

std::string_view QuantityRules::unit(std::string_view form) const {
  const auto at = units_.find(form);
  return at == units_.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace maillon
