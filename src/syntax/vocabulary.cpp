#include "syntax/vocabulary.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace maillon::syntax {

namespace {

constexpr std::string_view kClassesPath = "fr/syntax/classes.json";
constexpr std::string_view kPrepositionsPath = "fr/syntax/prepositions.txt";
constexpr std::string_view kLocutionsPath = "fr/syntax/locutions.tsv";
constexpr std::string_view kAttractionPath = "fr/syntax/attraction.tsv";

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
                                                                       "pronominal",
                                                                       "impersonal",
                                                                       "month",
                                                                       "weekday",
                                                                       "time",
                                                                       "civil_title",
                                                                       "title",
                                                                       "person",
                                                                       "numeral",
                                                                       "unit",
                                                                       "place_head",
                                                                       "numbered",
                                                                       "name_bearer",
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
                                                                       "demonstrative_head",
                                                                       "distributive",
                                                                       "predeterminer"};

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

/// Calls use(line number, line) for the lines that are neither empty nor comments; stops at an error.
/// The lines' text lives in `strings`.
template <class Use>
Status each_line(const Schemas& schemas, std::string_view path, StringArena& strings, Use use) {
  const auto text = schemas.read(path);
  if (!text) return text.error();
  std::string_view rest = strings.store(*text);
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    if (Status s = use(line); !s) {
      Diagnostic d = s.error();
      d.line = number;
      return d;
    }
  }
  return {};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const Schemas& schemas) {
  Vocabulary out;
  for (const Status& s : {out.load_classes(schemas), out.load_prepositions(schemas),
                          out.load_valencies(schemas, "fr/syntax/verbs.tsv", Upos::VERB),
                          out.load_valencies(schemas, "fr/syntax/nouns.tsv", Upos::NOUN),
                          out.load_valencies(schemas, "fr/syntax/adjectives.tsv", Upos::ADJ),
                          out.load_locutions(schemas), out.load_attraction(schemas)})
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
    ++next;
    return {};
  });
  de_ = preposition("de");
  a_ = preposition("à");
  par_ = preposition("par");
  en_ = preposition("en");
  pour_ = preposition("pour");
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
    if (columns.size() != 2 || words.size() < 2)
      return error_in(std::string(kLocutionsPath), "a line is two or more words, a tab, and a function");
    Locution locution;
    locution.rest.assign(words.begin() + 1, words.end());
    locution.function = deprel_from(columns[1]);
    locution.id = columns[0];
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

Status Vocabulary::load_attraction(const Schemas& schemas) {
  return each_line(schemas, kAttractionPath, strings_, [&](std::string_view line) -> Status {
    const auto columns = split(line, '\t');
    const std::string path(kAttractionPath);
    if (columns.size() != 4) return error_in(path, "a line is part of speech, lemma, preposition, centibits");
    const Table table = table_of(upos_from(columns[0]));
    const Preposition p = preposition(columns[2]);
    std::int16_t value = 0;
    const auto [end, code] = std::from_chars(columns[3].data(), columns[3].data() + columns[3].size(), value);
    if (table == kOthers || (p == kNoPreposition && columns[2] != "*") || code != std::errc{} ||
        end != columns[3].data() + columns[3].size())
      return error_in(path, "a column holds no known value");
    if (columns[1] == "*") {
      general_[table][p] = value;
    } else {
      auto [at, made] = attraction_[table].try_emplace(columns[1]);
      if (made) at->second.fill(INT16_MIN);
      at->second[p] = value;
    }
    return {};
  });
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

int Vocabulary::attraction(Upos upos, std::string_view lemma, Preposition p) const {
  const Table table = table_of(upos);
  if (table == kOthers) return 0;
  const auto at = attraction_[table].find(lemma);
  if (at != attraction_[table].end() && at->second[p] != INT16_MIN) return at->second[p];
  return general_[table][p];
}

}  // namespace maillon::syntax
