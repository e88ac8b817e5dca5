#include "graph/name_keys.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/tsv.hpp"
#include "base/utf8.hpp"
#include "graph/json_text.hpp"

namespace maillon {

namespace {

constexpr std::string_view kTransliterationFile = "fr/graph/transliteration.json";
constexpr std::string_view kGivenNames = "fr/graph/given_names.tsv";
/// Folded articles with the space that follows them.
constexpr std::array<std::string_view, 7> kArticles = {"le ", "la ", "les ", "l ", "un ", "une ", "des "};

NameKeys::Rule read_transliteration(const rapidjson::Value& json) {
  NameKeys::Rule rule;
  rule.id = text_of(json, "id");
  for (const auto& from : json["from"].GetArray())
    rule.from.emplace_back(from.GetString(), from.GetStringLength());
  rule.to = text_of(json, "to");
  rule.before = text_of(json, "before");
  const std::string at = text_of(json, "at");
  rule.at = at == "start" ? NameKeys::Rule::Place::start
            : at == "end" ? NameKeys::Rule::Place::end
                          : NameKeys::Rule::Place::any;
  rule.last_token_only = text_of(json, "token") == "last";
  rule.collapse = json.HasMember("collapse") && json["collapse"].IsTrue();
  rule.drop = json.HasMember("drop") && json["drop"].IsTrue();
  return rule;
}

bool well_formed(const rapidjson::Value& json) {
  if (!json.IsObject() || !json.HasMember("id") || !json["id"].IsString()) return false;
  if (!json.HasMember("from") || !json["from"].IsArray()) return false;
  return std::all_of(json["from"].Begin(), json["from"].End(),
                     [](const rapidjson::Value& v) { return v.IsString(); });
}

std::string collapse_doubles(std::string_view token) {
  std::string out;
  for (const char c : token)
    if (out.empty() || out.back() != c) out += c;
  return out;
}

/// The first of rule.from that stands at byte `at` of `token` under the rule's conditions; empty for none.
std::string_view match(const NameKeys::Rule& rule, std::string_view token, std::size_t at) {
  for (const std::string& from : rule.from) {
    if (!token.substr(at).starts_with(from)) continue;
    const std::size_t end = at + from.size();
    if (rule.at == NameKeys::Rule::Place::start && at != 0) continue;
    if (rule.at == NameKeys::Rule::Place::end && end != token.size()) continue;
    if (!rule.before.empty() && (end == token.size() || rule.before.find(token[end]) == std::string::npos))
      continue;
    return from;
  }
  return {};
}

std::string rewritten(const NameKeys::Rule& rule, std::string_view token) {
  if (rule.collapse) return collapse_doubles(token);
  std::string out;
  for (std::size_t at = 0; at < token.size();) {
    const std::string_view from = match(rule, token, at);
    if (from.empty()) {
      out += token[at++];
    } else {
      out += rule.to;
      at += from.size();
    }
  }
  return out;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) out.push_back(utf8::next(text, at));
  return out;
}

}  // namespace

Result<NameKeys> NameKeys::load(const Schemas& schemas) {
  const auto text = schemas.read(kTransliterationFile);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  const std::string file = "schemas/" + std::string(kTransliterationFile);
  if (json.HasParseError())
    return error_in(file, std::string("is not JSON: ") + rapidjson::GetParseError_En(json.GetParseError()));
  if (!json.IsObject() || !json.HasMember("rules") || !json["rules"].IsArray())
    return error_in(file, "has no array \"rules\"");
  NameKeys out;
  for (const auto& rule : json["rules"].GetArray()) {
    if (!well_formed(rule)) return error_in(file, "a rule lacks \"id\" or \"from\"");
    out.rules_.push_back(read_transliteration(rule));
  }
  const auto names = schemas.read(kGivenNames);
  if (!names) return names.error();
  for (TsvReader rows(*names); rows.next();) {
    if (rows.size() != 1) return rows.error(kGivenNames, "a row has more than one column");
    out.add_given_name(rows[0]);
  }
  return out;
}

/// `forms` with semicolons between them.
void NameKeys::add_given_name(std::string_view forms) {
  std::string first;
  while (!forms.empty()) {
    const std::size_t end = std::min(forms.find(';'), forms.size());
    std::string form = utf8::fold(forms.substr(0, end));
    forms.remove_prefix(std::min(end + 1, forms.size()));
    if (form.empty()) continue;
    if (first.empty()) {
      first = form;
      std::erase(first, ' ');
    }
    given_parts_ =
        std::max(given_parts_, static_cast<std::size_t>(1 + std::count(form.begin(), form.end(), ' ')));
    given_names_.try_emplace(std::move(form), first);
  }
}

std::string NameKeys::plain(std::string_view name) {
  std::string key = utf8::fold(name);
  for (const std::string_view article : kArticles) {
    if (key.size() > article.size() && std::string_view(key).starts_with(article)) {
      key.erase(0, article.size());
      break;
    }
  }
  return key;
}

std::string NameKeys::transliterated_part(std::string_view part, bool is_last) const {
  std::string out(part);
  for (const Rule& rule : rules_)
    if (!rule.drop && (!rule.last_token_only || is_last)) out = rewritten(rule, out);
  return out;
}

/// The first form of a given name, longest first, becomes what stands for all forms of that name.
std::string NameKeys::with_one_given_name(const std::string& key) const {
  std::vector<std::size_t> ends;  // of each word
  for (std::size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1))
    ends.push_back(at);
  if (ends.empty()) return key;
  ends.push_back(key.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1] + 1;
    for (std::size_t words = std::min(given_parts_, ends.size() - i); words > 0; --words) {
      if (words == ends.size()) continue;  // a family name must be left
      const std::size_t end = ends[i + words - 1];
      const auto form = given_names_.find(std::string_view(key).substr(begin, end - begin));
      if (form != given_names_.end()) return key.substr(0, begin) + form->second + key.substr(end);
    }
  }
  return key;
}

std::string NameKeys::transliterated(std::string_view name) const {
  const std::string key = with_one_given_name(plain(name));
  std::string out;
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    const std::string_view part = std::string_view(key).substr(begin, end - begin);
    const bool dropped =
        begin != 0 && end != key.size() && std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
          return rule.drop && std::find(rule.from.begin(), rule.from.end(), part) != rule.from.end();
        });
    if (!dropped) {
      if (begin != 0) out += ' ';
      out += transliterated_part(part, end == key.size());
    }
    begin = end + 1;
  }
  return out;
}

std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit) {
  const std::vector<char32_t> x = code_points(a), y = code_points(b);
  const std::size_t longer = std::max(x.size(), y.size()), shorter = std::min(x.size(), y.size());
  if (longer - shorter > limit) return limit + 1;
  std::vector<std::uint32_t> before(y.size() + 1), last(y.size() + 1), row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) last[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= y.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x[i - 1] == y[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[y.size()], limit + 1);
}

}  // namespace maillon
