#include "mentions/noun_classes.hpp"

#include <algorithm>
#include <array>

#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::string_view kNouns = "fr/mentions/nouns.json";
constexpr std::string_view kWordsFile = "fr/mentions/words.json";

struct TraitName {
  std::string_view name;
  std::uint16_t bits;
};
constexpr std::array<TraitName, 17> kTraits = {{{"human", kHuman},
                                                {"office", kOffice},
                                                {"role", kRole},
                                                {"honorific", kHonorific},
                                                {"kin", kKin},
                                                {"plural-group", kHuman},
                                                {"collective", kCollective},
                                                {"locality", kLocality},
                                                {"place", 0},
                                                {"measure", kMeasure},
                                                {"part", kPart},
                                                {"organization", kOrganizing},
                                                {"event", kEventive},
                                                {"state", kStateNoun},
                                                {"capital", kCapital},
                                                {"agreement", 0},
                                                {"artifact", 0}}};

Result<std::uint16_t> traits_of(const rapidjson::Value& rule, std::string_view id) {
  std::uint16_t bits = 0;
  for (const std::string_view name : words_of(rule, "traits")) {
    const TraitName* found = nullptr;
    for (const TraitName& t : kTraits)
      if (t.name == name) found = &t;
    if (found == nullptr) {
      Diagnostic error = error_in(std::string(kNouns), "unknown trait '" + std::string(name) + "'");
      error.rule = id;
      return error;
    }
    bits = static_cast<std::uint16_t>(bits | found->bits);
  }
  return bits;
}

}  // namespace

Result<NounClasses> NounClasses::load(const Schemas& schemas) {
  auto document = read_json(schemas, kNouns);
  if (!document) return document.error();
  NounClasses out;
  if (!document->IsObject() || !document->HasMember("classes"))
    return error_in(std::string(kNouns), "an object with the member 'classes' is wanted");
  for (const std::string_view prefix : words_of(*document, "prefixes")) out.prefixes_.emplace_back(prefix);
  for (const auto& rule : (*document)["classes"].GetArray()) {
    NounClass c;
    c.id = text_of(rule, "id");
    c.type = entity_type_from(text_of(rule, "type"));
    c.example = text_of(rule, "example");
    c.counter_example = text_of(rule, "counter_example");
    const auto traits = traits_of(rule, c.id);
    if (!traits) return traits.error();
    c.traits = *traits;
    const auto number = static_cast<std::uint32_t>(out.classes_.size());
    for (std::string_view lemma : words_of(rule, "lemmas")) {
      StringMap<std::uint32_t>& map = lemma.ends_with("/f")   ? out.feminine_
                                      : lemma.ends_with("/m") ? out.masculine_
                                                              : out.by_lemma_;
      if (&map != &out.by_lemma_) lemma.remove_suffix(2);
      map.try_emplace(std::string(lemma), number);
    }
    for (const std::string_view ending : words_of(rule, "endings")) out.endings_.emplace_back(ending, number);
    for (const std::string_view word : words_of(rule, "except")) out.without_ending_.emplace(word);
    out.classes_.push_back(std::move(c));
  }
  return out;
}

const NounClass* NounClasses::find(std::string_view lemma) const {
  const auto at = by_lemma_.find(lemma);
  return at == by_lemma_.end() ? nullptr : &classes_[at->second];
}

const NounClass* NounClasses::find(const TaggedWord& word) const {
  const StringMap<std::uint32_t>* gendered = word.morph.gender == Gender::fem    ? &feminine_
                                             : word.morph.gender == Gender::masc ? &masculine_
                                                                                 : nullptr;
  if (gendered != nullptr)
    if (const auto at = gendered->find(word.lemma); at != gendered->end()) return &classes_[at->second];
  const NounClass* found = nullptr;
  if (word.shape == Shape::lower && word.form != word.lemma) found = find(word.form);
  if (found == nullptr) found = find(word.lemma);
  if (found == nullptr && word.upos == Upos::NOUN)
    for (const std::string& prefix : prefixes_)
      if (word.lemma.starts_with(prefix)) {
        const NounClass* rest = find(word.lemma.substr(prefix.size()));
        if (rest != nullptr && (rest->traits & kHuman) != 0) return rest;
      }
  if (found == nullptr && word.upos == Upos::NOUN && word.shape != Shape::upper &&
      !without_ending_.contains(word.lemma))
    for (const auto& [ending, number] : endings_)
      if (word.lemma.size() > ending.size() + 1 && word.lemma.ends_with(ending)) return &classes_[number];
  return found != nullptr && (found->traits & kCapital) != 0 && word.shape == Shape::lower ? nullptr : found;
}

Result<WordSets> WordSets::load(const Schemas& schemas) {
  auto document = read_json(schemas, kWordsFile);
  if (!document) return document.error();
  WordSets out;
  if (!document->IsObject() || !document->HasMember("sets"))
    return error_in(std::string(kWordsFile), "an object with the member 'sets' is wanted");
  for (const auto& rule : (*document)["sets"].GetArray()) {
    StringSet& set = out.sets_[std::string(text_of(rule, "id"))];
    std::vector<std::string>& list = out.lists_[std::string(text_of(rule, "id"))];
    for (const std::string_view word : words_of(rule, "words")) {
      set.emplace(word);
      list.emplace_back(word);
    }
  }
  return out;
}

const StringSet& WordSets::set(std::string_view id) const {
  const auto at = sets_.find(id);
  return at == sets_.end() ? none_ : at->second;
}

const std::vector<std::string>& WordSets::list(std::string_view id) const {
  const auto at = lists_.find(id);
  return at == lists_.end() ? no_list_ : at->second;
}

std::vector<std::string> WordSets::ids() const {
  std::vector<std::string> out;
  for (const auto& [id, words] : sets_) out.push_back(id);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace maillon
