#include "syntax/vocabulary.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <string>

#include "syntax/data_file.hpp"

namespace maillon::syntax {

namespace {

constexpr std::string_view kClassesPath = "fr/syntax/classes.json";
constexpr std::string_view kPrepositionsPath = "fr/syntax/prepositions.txt";
constexpr std::string_view kLocutionsPath = "fr/syntax/locutions.tsv";

constexpr std::array<std::string_view, kWordClassCount> kClassNames = {"subject_clitic",
                                                                       "accusative_clitic",
                                                                       "dative_clitic",
                                                                       "reflexive_clitic",
                                                                       "oblique_clitic",
                                                                       "clitic_en",
                                                                       "clitic_y",
                                                                       "expletive_clitic",
                                                                       "ne",
                                                                       "negation",
                                                                       "relative",
                                                                       "que",
                                                                       "si",
                                                                       "degree",
                                                                       "focus",
                                                                       "quantity",
                                                                       "be",
                                                                       "have",
                                                                       "causative",
                                                                       "speech",
                                                                       "attributive",
                                                                       "object_attributive",
                                                                       "be_perfect",
                                                                       "impersonal",
                                                                       "month",
                                                                       "time",
                                                                       "civil_title",
                                                                       "title",
                                                                       "numeral",
                                                                       "comma",
                                                                       "colon",
                                                                       "semicolon",
                                                                       "dash",
                                                                       "quote_open",
                                                                       "quote_close",
                                                                       "quote",
                                                                       "bracket_open",
                                                                       "bracket_close",
                                                                       "stop",
                                                                       "predeterminer",
                                                                       "interrogative",
                                                                       "question",
                                                                       "governing_adverb",
                                                                       "presentative",
                                                                       "modal",
                                                                       "wh_attribute",
                                                                       "time_object",
                                                                       "stative",
                                                                       "lapse",
                                                                       "narrow_focus",
                                                                       "named",
                                                                       "measure",
                                                                       "tonic",
                                                                       "echo",
                                                                       "deictic",
                                                                       "adversative",
                                                                       "asking",
                                                                       "indefinite",
                                                                       "impersonal_infinitive",
                                                                       "reflexive_impersonal",
                                                                       "uncontrolled",
                                                                       "true_reflexive",
                                                                       "floating",
                                                                       "teller"};

enum Table : std::size_t { kVerbs, kNouns, kAdjectives, kOthers };

Table table_of(Upos upos) {
  switch (upos) {
    case Upos::VERB:
    case Upos::AUX:
      return kVerbs;
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::SYM:
    case Upos::NUM:
    case Upos::X:
      return kNouns;
    case Upos::ADJ:
      return kAdjectives;
    default:
      return kOthers;
  }
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const Schemas& schemas) {
  Vocabulary out;
  for (const Status& s : {out.load_classes(schemas), out.load_prepositions(schemas),
                          out.load_valencies(schemas, "fr/syntax/verbs.tsv", Upos::VERB),
                          out.load_valencies(schemas, "fr/syntax/nouns.tsv", Upos::NOUN),
                          out.load_valencies(schemas, "fr/syntax/adjectives.tsv", Upos::ADJ),
                          out.load_locutions(schemas), out.attraction_.load(schemas, out.prepositions_)})
    if (!s) return s.error();
  return out;
}

Status Vocabulary::load_classes(const Schemas& schemas) {
  const auto text = schemas.read(kClassesPath);
  if (!text) return text.error();
  const std::string path(kClassesPath);
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  if (json.HasParseError())
    return error_in(path, std::string("no JSON: ") + rapidjson::GetParseError_En(json.GetParseError()));
  if (!json.IsObject() || !json.HasMember("classes") || !json["classes"].IsArray())
    return error_in(path, "an array \"classes\" is missing");
  ClassSet seen = 0;
  for (const auto& item : json["classes"].GetArray()) {
    if (!item.IsObject() || !item.HasMember("id") || !item["id"].IsString() || !item.HasMember("pos") ||
        !item["pos"].IsString() || !item.HasMember("words") || !item["words"].IsArray())
      return error_in(path, "a class needs \"id\", \"pos\" and \"words\"");
    const std::string_view id = item["id"].GetString();
    const auto at = std::find(kClassNames.begin(), kClassNames.end(), id);
    if (at == kClassNames.end())
      return error_in(path, "unknown class \"" + std::string(id) + "\"",
                      "see WordClass in syntax/vocabulary.hpp");
    const ClassSet flag = ClassSet{1} << (at - kClassNames.begin());
    seen |= flag;
    const std::string_view pos = item["pos"].GetString();
    const Table table = pos == "verb"        ? kVerbs
                        : pos == "noun"      ? kNouns
                        : pos == "adjective" ? kAdjectives
                                             : kOthers;
    for (const auto& word : item["words"].GetArray()) {
      if (!word.IsString()) return error_in(path, "a word of class \"" + std::string(id) + "\" is no string");
      entries_[table][strings_.store(word.GetString())].classes |= flag;
    }
  }
  for (std::size_t i = 0; i < kClassNames.size(); ++i)
    if ((seen & (ClassSet{1} << i)) == 0)
      return error_in(path, "class \"" + std::string(kClassNames[i]) + "\" is missing");
  return {};
}

Status Vocabulary::load_prepositions(const Schemas& schemas) {
  Preposition next = 1;
  Status status = each_line(schemas, kPrepositionsPath, strings_, [&](std::string_view line) -> Status {
    if (next >= kPrepositionLimit) return error_in(std::string(kPrepositionsPath), "too many prepositions");
    for (const std::string_view form : split(line, ' ')) prepositions_[form] = next;
    preposition_names_.resize(next + 1u);
    preposition_names_[next++] = split(line, ' ').front();
    return {};
  });
  de_ = preposition("de");
  a_ = preposition("à");
  par_ = preposition("par");
  en_ = preposition("en");
  pour_ = preposition("pour");
  comme_ = preposition("comme");
  entre_ = preposition("entre");
  selon_ = preposition("selon");
  return status;
}

Status Vocabulary::load_valencies(const Schemas& schemas, std::string_view path, Upos upos) {
  return each_line(schemas, path, strings_, [&](std::string_view line) -> Status {
    const auto columns = split(line, '\t');
    if (columns.size() != 2) return error_in(std::string(path), "a line is a frame, a tab, and words");
    Valency v = kKnown;
    for (const std::string_view part : split(columns[0], ' ')) {
      if (part == "obj")
        v |= kGovernsObject;
      else if (part == "que")
        v |= kGovernsQue;
      else if (part == "inf")
        v |= kGovernsInfinitive;
      else if (part == "de+inf")
        v |= kGovernsInfinitiveDe;
      else if (part == "à+inf")
        v |= kGovernsInfinitiveA;
      else if (part == "pour+inf")
        v |= kGovernsInfinitivePour;
      else if (part == "de!")
        v |= kDemandsDe;
      else if (part == "de+num")
        v |= kMeasuredDe;
      else if (part == "attr")
        v |= kAttribute;
      else if (const Preposition p = preposition(part))
        v |= Valency{1} << p;
      else
        return error_in(std::string(path), "unknown complement \"" + std::string(part) + "\"");
    }
    for (const std::string_view word : split(columns[1], ' ')) entries_[table_of(upos)][word].valency |= v;
    return {};
  });
}

Status Vocabulary::load_locutions(const Schemas& schemas) {
  Status status = each_line(schemas, kLocutionsPath, strings_, [&](std::string_view line) -> Status {
    const auto columns = split(line, '\t');
    const auto words = columns.empty() ? columns : split(columns[0], ' ');
    if (columns.size() < 2 || columns.size() > 3 || words.size() < 2 ||
        (columns.size() == 3 && columns[2] != "focus" && columns[2] != "governs" && columns[2] != "quantity"))
      return error_in(
          std::string(kLocutionsPath),
          "a line is two or more words, their function, and perhaps \"focus\", \"governs\" or \"quantity\"");
    Locution locution;
    locution.rest.assign(words.begin() + 1, words.end());
    locution.function = deprel_from(columns[1]);
    locution.focus = columns.size() == 3 && columns[2] == "focus";
    locution.quantity = columns.size() == 3 && columns[2] == "quantity";
    locution.governs = columns.size() == 3 && columns[2] == "governs";
    if (locution.function == Deprel::dep)
      return error_in(std::string(kLocutionsPath), "unknown function \"" + std::string(columns[1]) + "\"");
    locutions_[words[0]].push_back(std::move(locution));
    return {};
  });
  for (auto& [first, list] : locutions_)
    std::stable_sort(list.begin(), list.end(),
                     [](const Locution& x, const Locution& y) { return x.rest.size() > y.rest.size(); });
  return status;
}

LexicalEntry Vocabulary::find(Upos upos, std::string_view key) const {
  const Entries& entries = entries_[table_of(upos)];
  const auto at = entries.find(key);
  return at == entries.end() ? LexicalEntry{} : at->second;
}

Preposition Vocabulary::preposition(std::string_view form) const {
  const auto at = prepositions_.find(form);
  return at == prepositions_.end() ? kNoPreposition : at->second;
}

const std::vector<Locution>* Vocabulary::locutions(std::string_view form) const {
  const auto at = locutions_.find(form);
  return at == locutions_.end() ? nullptr : &at->second;
}

std::string_view Vocabulary::preposition_name(Preposition p) const {
  return p < preposition_names_.size() ? preposition_names_[p] : std::string_view{};
}

}  // namespace maillon::syntax
