#include "mentions/nominalizations.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::string_view kNominalizationsFile = "fr/mentions/nominalizations.json";
constexpr std::size_t kShortestSharedStem = 4;  // bytes that noun and verb share at least
constexpr std::size_t kStemPlay = 1;            // bytes by which a stem may go on alone: decid-, deci-

/// A verb without the ending of its infinitive.
std::string_view verb_stem(std::string_view verb) {
  for (const std::string_view end : {"oir", "er", "ir", "re"})
    if (verb.ends_with(end)) return verb.substr(0, verb.size() - end.size());
  return verb;
}

}  // namespace

Result<Nominalizations> Nominalizations::load(const Schemas& schemas) {
  auto document = read_json(schemas, kNominalizationsFile);
  if (!document) return document.error();
  if (!document->IsObject() || !document->HasMember("rules"))
    return error_in(std::string(kNominalizationsFile), "an object with the member 'rules' is wanted");
  Nominalizations out;
  for (const auto& row : (*document)["rules"].GetArray()) {
    Rule& rule = out.rules_.emplace_back();
    rule.id = text_of(row, "id");
    rule.example = text_of(row, "example");
    rule.counter_example = text_of(row, "counter_example");
    for (const std::string_view noun : words_of(row, "nouns")) rule.nouns.emplace(noun);
    for (const std::string_view verb : words_of(row, "verbs")) rule.verbs.emplace(verb);
  }
  for (const std::string_view end : words_of(*document, "endings")) out.endings_.emplace_back(end);
  std::stable_sort(out.endings_.begin(), out.endings_.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const std::string_view pair : words_of(*document, "irregular")) out.irregular_.emplace(pair);
  return out;
}

std::string_view Nominalizations::rule(std::string_view noun, std::string_view verb) const {
  for (const Rule& rule : rules_)
    if (rule.nouns.contains(noun) && rule.verbs.contains(verb)) return rule.id;
  return derived(noun, verb) ? std::string_view("told.derived") : std::string_view();
}

/// The noun is made from the verb: their stems without endings are the same but for a letter.
bool Nominalizations::derived(std::string_view noun, std::string_view verb) const {
  if (irregular_.contains(std::string(verb) + ':' + std::string(noun))) return true;
  const std::string folded = utf8::fold(noun), infinitive = utf8::fold(verb);
  const std::string_view stem = verb_stem(infinitive);
  for (const std::string& end : endings_) {
    if (!folded.ends_with(end)) continue;
    const std::string_view base = std::string_view(folded).substr(0, folded.size() - end.size());
    const auto parting = std::mismatch(base.begin(), base.end(), stem.begin(), stem.end());
    const auto shared = static_cast<std::size_t>(parting.first - base.begin());
    if (shared >= kShortestSharedStem && base.size() - shared <= kStemPlay &&
        stem.size() - shared <= kStemPlay)
      return true;
  }
  return false;
}

}  // namespace maillon
