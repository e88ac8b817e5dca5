#include "import/evidence_reader.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "export/text.hpp"

namespace maillon {

namespace {

std::string_view view(const rapidjson::Value& v) { return {v.GetString(), v.GetStringLength()}; }

/// Parsed without recursion: depth is bounded by memory only, not by the stack.
bool parse(std::string_view json, rapidjson::Document& out) {
  out.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
  return !out.HasParseError();
}

/// A JSON object whose members are read one by one. The first that has another type than it should is
/// remembered.
class Members {
 public:
  Members(std::string_view json, GraphDraft& draft) : draft_(draft) {
    if (!parse(json, json_)) {
      problem_ = rapidjson::GetParseError_En(json_.GetParseError());
    } else if (!json_.IsObject()) {
      problem_ = "it is no JSON object";
    }
  }

  std::string_view text(const char* name) {
    const rapidjson::Value* v = find(name, &rapidjson::Value::IsString, "text");
    return v == nullptr ? std::string_view() : draft_.text(view(*v));
  }
  /// An id, as the file has it elsewhere: without what XML forbids.
  std::string_view id(const char* name) {
    const rapidjson::Value* v = find(name, &rapidjson::Value::IsString, "text");
    return v == nullptr ? std::string_view() : draft_.text(legal_xml(view(*v), legal_));
  }
  std::uint32_t count(const char* name) {
    const rapidjson::Value* v = find(name, &rapidjson::Value::IsUint, "whole number");
    return v == nullptr ? 0 : v->GetUint();
  }
  double number(const char* name) {
    const rapidjson::Value* v = find(name, &rapidjson::Value::IsNumber, "number");
    return v == nullptr ? 0 : v->GetDouble();
  }
  bool truth(const char* name) {
    const rapidjson::Value* v = find(name, &rapidjson::Value::IsBool, "truth value");
    return v != nullptr && v->GetBool();
  }
  std::vector<std::string_view> list(const char* name, bool ids) {
    std::vector<std::string_view> out;
    const rapidjson::Value* v = find(name, &rapidjson::Value::IsArray, "list");
    if (v == nullptr) return out;
    for (const rapidjson::Value& item : v->GetArray()) {
      if (!item.IsString()) {
        fail(name, "list of texts");
        return out;
      }
      out.push_back(draft_.text(ids ? legal_xml(view(item), legal_) : view(item)));
    }
    return out;
  }
  void require(const char* name) {
    if (problem_.empty() && !json_.HasMember(name)) problem_ = "it has no \"" + std::string(name) + '"';
  }

  bool finish(std::string& problem) && {
    problem = std::move(problem_);
    return problem.empty();
  }

 private:
  const rapidjson::Value* find(const char* name, bool (rapidjson::Value::*is)() const, const char* type) {
    if (!problem_.empty()) return nullptr;
    const auto at = json_.FindMember(name);
    if (at == json_.MemberEnd()) return nullptr;
    if ((at->value.*is)()) return &at->value;
    fail(name, type);
    return nullptr;
  }
  void fail(const char* name, const char* type) { problem_ = '"' + std::string(name) + "\" is no " + type; }

  GraphDraft& draft_;
  rapidjson::Document json_;
  std::string problem_, legal_;
};

}  // namespace

bool read_evidence(std::string_view json, GraphDraft& draft, DraftSupport& out, std::string& problem) {
  Members in(json, draft);
  in.require("statement");
  in.require("document");
  Support& s = out.item;
  s.statement = in.text("statement");
  out.document = in.id("document");
  s.sentence = in.count("sentence");
  s.begin = in.count("begin");
  s.end = in.count("end");
  s.in_title = in.truth("in_title");
  s.text = in.text("text");
  s.subject = in.text("subject");
  s.predicate = in.text("predicate");
  s.object = in.text("object");
  s.lemma = in.text("lemma");
  s.preposition = in.text("preposition");
  s.time = in.text("time");
  s.time_text = in.text("time_text");
  out.place = in.id("place");
  out.attribution = in.list("attribution", true);
  s.rule = in.text("rule");
  s.trace = draft.texts(in.list("trace", false));
  s.confidence = in.number("confidence");
  return std::move(in).finish(problem);
}

bool read_document(std::string_view json, GraphDraft& draft, DraftDocument& out, std::string& problem) {
  Members in(json, draft);
  in.require("id");
  SourceDocument& d = out.item;
  d.id = in.id("id");
  d.title = in.text("title");
  d.date = in.text("date");
  d.source = in.text("source");
  d.url = in.text("url");
  d.content_hash = in.text("content_hash");
  d.sentences = in.count("sentences");
  d.words = in.count("words");
  return std::move(in).finish(problem);
}

bool read_merge(std::string_view json, GraphDraft& draft, DraftMerge& out, std::string& problem) {
  Members in(json, draft);
  in.require("rule");
  MergeReason& m = out.item;
  m.name = in.text("name");
  m.other_name = in.text("joined");
  m.rule = in.text("rule");
  m.detail = in.text("because");
  out.documents = in.list("documents", true);
  return std::move(in).finish(problem);
}

bool read_list(std::string_view json, std::vector<std::string>& out) {
  out.clear();
  rapidjson::Document items;
  if (!parse(json, items) || !items.IsArray()) return false;
  for (const rapidjson::Value& item : items.GetArray()) {
    if (!item.IsString()) return false;
    out.emplace_back(view(item));
  }
  return true;
}

}  // namespace maillon
