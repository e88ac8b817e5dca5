#include "graph/statement_merger.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "graph/json_text.hpp"

namespace maillon {

namespace {

constexpr std::string_view kFile = "fr/graph/resolution.json";
constexpr double kAbout = 0.15;

struct Interval {
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
  bool low_open = false, high_open = false;
};

Interval interval_of(const QuantityQualifier& q) {
  Interval out;
  const double slack = std::abs(q.value) * kAbout;
  switch (q.comparator) {
    case Comparator::equal:
      out.low = out.high = q.value;
      break;
    case Comparator::about:
      out.low = q.value - slack;
      out.high = q.value + slack;
      break;
    case Comparator::greater:
      out.low_open = true;
      [[fallthrough]];
    case Comparator::at_least:
      out.low = q.value;
      break;
    case Comparator::less:
      out.high_open = true;
      [[fallthrough]];
    case Comparator::at_most:
      out.high = q.value;
      break;
  }
  return out;
}

bool below(const Interval& a, const Interval& b) {
  return a.high < b.low || (a.high == b.low && (a.high_open || b.low_open));
}

}  // namespace

Result<StatementMerger> StatementMerger::load(const Schemas& schemas) {
  StatementMerger out;
  rapidjson::Document json;
  const auto parse = [&](std::string_view path) -> Status {
    const auto text = schemas.read(path);
    if (!text) return text.error();
    json.Parse(text->data(), text->size());
    if (json.HasParseError() || !json.IsObject())
      return error_in("schemas/" + std::string(path), "is not a JSON object");
    return {};
  };
  const auto array = [&](const char* name) -> const rapidjson::Value* {
    const auto at = json.FindMember(name);
    return at != json.MemberEnd() && at->value.IsArray() ? &at->value : nullptr;
  };

  if (Status s = parse(kFile); !s) return std::move(s).error();
  const rapidjson::Value* prepositions = array("distinguishing_prepositions");
  if (prepositions == nullptr)
    return error_in("schemas/" + std::string(kFile), "has no array \"distinguishing_prepositions\"");
  for (const auto& item : prepositions->GetArray())
    if (item.IsString()) out.distinguishing_.emplace_back(item.GetString(), item.GetStringLength());
  std::sort(out.distinguishing_.begin(), out.distinguishing_.end());

  if (Status s = parse(kRelationsFile); !s) return std::move(s).error();
  const rapidjson::Value* relations = array("relations");
  if (relations == nullptr)
    return error_in("schemas/" + std::string(kRelationsFile), "has no array \"relations\"");
  for (const auto& relation : relations->GetArray()) {
    const bool symmetric =
        relation.IsObject() && relation.HasMember("symmetric") && relation["symmetric"].IsTrue();
    if (symmetric && relation.HasMember("id") && relation["id"].IsString())
      out.symmetric_.emplace_back(relation["id"].GetString(), relation["id"].GetStringLength());
  }
  std::sort(out.symmetric_.begin(), out.symmetric_.end());
  return out;
}

StatementKey StatementMerger::key_of(const Statement& s, std::uint32_t subject, std::uint32_t object) const {
  StatementKey key;
  key.subject = subject;
  key.object = object;
  key.relation = s.relation;
  key.polarity = s.qualifiers.polarity;
  key.modality = s.qualifiers.modality;
  if (object < subject && std::binary_search(symmetric_.begin(), symmetric_.end(), s.relation))
    std::swap(key.subject, key.object);
  const bool open = is_open_relation(s.relation, s.predicate.lemma);
  if (open) key.lemma = s.predicate.lemma;
  if (open || std::binary_search(distinguishing_.begin(), distinguishing_.end(), s.predicate.preposition))
    key.preposition = s.predicate.preposition;
  return key;
}

std::vector<StatementGroup> StatementMerger::group(std::vector<std::pair<StatementKey, StatementRef>> keyed,
                                                   const std::vector<const Extraction*>& documents) {
  using Figure = std::optional<std::pair<double, std::string_view>>;  // value and unit
  const auto quantity_of = [&](StatementRef r) -> const std::optional<QuantityQualifier>& {
    return documents[r.document]->statements[r.statement].qualifiers.quantity;
  };
  const auto number_of = [&](StatementRef r) -> Figure {
    const auto& q = quantity_of(r);
    return q ? Figure({q->value, q->unit}) : std::nullopt;
  };
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : number_of(a.second) < number_of(b.second);
  });

  std::vector<StatementGroup> out;
  for (std::size_t begin = 0; begin < keyed.size();) {
    std::size_t end = begin, numbers = 0;
    for (; end < keyed.size() && keyed[end].first == keyed[begin].first; ++end)
      if (number_of(keyed[end].second) &&
          (end == begin || number_of(keyed[end].second) != number_of(keyed[end - 1].second)))
        ++numbers;
    for (std::size_t i = begin; i < end; ++i) {
      const bool split =
          i > begin && numbers > 1 && number_of(keyed[i].second) != number_of(keyed[i - 1].second);
      if (i == begin || split) out.push_back({keyed[begin].first, std::nullopt, {}});
      out.back().members.push_back(keyed[i].second);
      const auto& q = quantity_of(keyed[i].second);
      if (q && (!out.back().quantity || q->comparator < out.back().quantity->comparator))
        out.back().quantity = q;
    }
    const auto before = [](StatementRef a, StatementRef b) {
      return std::pair(a.document, a.statement) < std::pair(b.document, b.statement);
    };
    if (numbers == 1) std::sort(out.back().members.begin(), out.back().members.end(), before);
    begin = end;
  }
  return out;
}

bool is_open_relation(std::string_view relation, std::string_view lemma) {
  if (relation.empty()) return true;
  std::string spaced(relation);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return utf8::fold(spaced) == utf8::fold(lemma);
}

bool contradict(const QuantityQualifier& a, const QuantityQualifier& b) {
  if (a.unit != b.unit) return false;
  const Interval x = interval_of(a), y = interval_of(b);
  return below(x, y) || below(y, x);
}

}  // namespace maillon
