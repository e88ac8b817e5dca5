#include "text/segmentation_data.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>
#include <utility>

namespace maillon::text {

namespace {

using rapidjson::Value;

Diagnostic wrong(const std::string& path, const std::string& id, std::string message) {
  Diagnostic d = error_in(path, std::move(message), "compare with the other entries of the file");
  d.rule = id;
  return d;
}

Result<rapidjson::Document> read_json(const Schemas& schemas, const std::string& path) {
  const Result<std::string_view> text = schemas.read(path);
  if (!text) return text.error();
  rapidjson::Document document;
  document.Parse(text->data(), text->size());
  if (document.HasParseError()) {
    Diagnostic d = error_in(path, std::string("not JSON: ") + GetParseError_En(document.GetParseError()));
    d.byte = document.GetErrorOffset();
    d.has_byte = true;
    return d;
  }
  return document;
}

std::string string_member(const Value& entry, const char* name) {
  const auto at = entry.FindMember(name);
  return at != entry.MemberEnd() && at->value.IsString() ? at->value.GetString() : "";
}

bool true_member(const Value& entry, const char* name) {
  const auto at = entry.FindMember(name);
  return at != entry.MemberEnd() && at->value.IsBool() && at->value.GetBool();
}

/// Calls `each` with every string of the array `name`; false where there is no such array of strings.
template <class Each>
bool for_strings(const Value& entry, const char* name, Each each) {
  const auto at = entry.FindMember(name);
  if (at == entry.MemberEnd() || !at->value.IsArray()) return false;
  for (const Value& form : at->value.GetArray()) {
    if (!form.IsString()) return false;
    each(std::string_view(form.GetString(), form.GetStringLength()));
  }
  return true;
}

/// Calls `each(entry, id)` for the objects of the array `list` in the file at `path`.
template <class Each>
Status for_entries(const Schemas& schemas, const std::string& path, const char* list, Each each) {
  Result<rapidjson::Document> document = read_json(schemas, path);
  if (!document) return document.error();
  if (!document->IsObject() || !document->HasMember(list) || !(*document)[list].IsArray()) {
    return error_in(path, std::string("no array \"") + list + "\"");
  }
  for (const Value& entry : (*document)[list].GetArray()) {
    if (!entry.IsObject()) return error_in(path, "an entry is no object");
    Status status = each(entry, string_member(entry, "id"));
    if (!status) return status;
  }
  return {};
}

constexpr std::array<std::pair<std::string_view, WordTable::Flags>, 8> kFoldedLists{{
    {"text.elision", word::kElision},
    {"text.compound", word::kCompound},
    {"text.domain", word::kDomain},
    {"text.ordinal", word::kOrdinal},
    {"text.starter", word::kStarter},
    {"text.headline_starter", word::kHeadlineStarter},
    {"text.unfinished", word::kUnfinished},
    {"text.name_like", word::kNameLike},
}};

Status load_words(const Schemas& schemas, SegmentationData& out) {
  const std::string path = "fr/text/words.json";
  return for_entries(schemas, path, "lists", [&](const Value& entry, const std::string& id) -> Status {
    WordTable* table = id == "text.unit" ? &out.exact : nullptr;
    WordTable::Flags flag = exact::kUnit;
    for (const auto& [name, value] : kFoldedLists) {
      if (name == id) {
        table = &out.folded;
        flag = value;
      }
    }
    if (table == nullptr) return wrong(path, id, "unknown list");
    const bool read = for_strings(entry, "forms", [&](std::string_view form) { table->add(form, flag); });
    return read ? Status() : wrong(path, id, "\"forms\" is no array of strings");
  });
}

Status load_abbreviations(const Schemas& schemas, SegmentationData& out) {
  const std::string path = "fr/text/abbreviations.json";
  return for_entries(schemas, path, "groups", [&](const Value& entry, const std::string& id) -> Status {
    const std::string next = string_member(entry, "next");
    WordTable::Flags flags = exact::kAbbreviation;
    if (next == "capital") {
      flags |= exact::kNextCapital;
    } else if (next == "digit") {
      flags |= exact::kNextDigit;
    } else if (next == "any") {
      flags |= exact::kNextAny;
    } else {
      return wrong(path, id, "\"next\" is none of capital, digit, any");
    }
    if (true_member(entry, "ends_sentence")) flags |= exact::kEndsSentence;
    const bool read = for_strings(entry, "forms", [&](std::string_view form) { out.exact.add(form, flags); });
    return read ? Status() : wrong(path, id, "\"forms\" is no array of strings");
  });
}

Status load_clitics(const Schemas& schemas, SegmentationData& out) {
  const std::string path = "fr/text/clitics.json";
  return for_entries(schemas, path, "groups", [&](const Value& entry, const std::string& id) -> Status {
    if (out.clitics.size() == word::kCliticGroups) return wrong(path, id, "too many groups");
    const WordTable::Flags flag = 1U << (word::kFirstClitic + out.clitics.size());
    CliticGroup group;
    group.euphonic_t = true_member(entry, "t");
    const bool read =
        for_strings(entry, "forms", [&](std::string_view form) { out.folded.add(form, flag); }) &&
        for_strings(entry, "after", [&](std::string_view ending) { group.after.emplace_back(ending); });
    if (!read) return wrong(path, id, "\"forms\" or \"after\" is no array of strings");
    out.clitics.push_back(std::move(group));
    return {};
  });
}

}  // namespace

Result<SegmentationData> SegmentationData::load(const Schemas& schemas) {
  SegmentationData out;
  for (const auto loader : {load_words, load_abbreviations, load_clitics}) {
    if (Status status = loader(schemas, out); !status) return status.error();
  }
  return out;
}

}  // namespace maillon::text
