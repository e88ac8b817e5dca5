#include "graph/statement_merger.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"

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

/// The relation is only the lemma in capitals: no frame of the ontology is behind it.
bool is_open(std::string_view relation, std::string_view lemma) {
  std::string spaced(relation);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return utf8::fold(spaced) == utf8::fold(lemma);
}

}  // namespace

Result<StatementMerger> StatementMerger::load(const Schemas& schemas) {
  const auto text = schemas.read(kFile);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  const std::string file = "schemas/" + std::string(kFile);
  if (json.HasParseError() || !json.IsObject()) return error_in(file, "is not a JSON object");
  const auto at = json.FindMember("distinguishing_prepositions");
  if (at == json.MemberEnd() || !at->value.IsArray())
    return error_in(file, "has no array \"distinguishing_prepositions\"");
  StatementMerger out;
  for (const auto& item : at->value.GetArray()) {
    if (!item.IsString()) return error_in(file, "\"distinguishing_prepositions\" holds what is no string");
    out.distinguishing_.emplace_back(item.GetString(), item.GetStringLength());
  }
  std::sort(out.distinguishing_.begin(), out.distinguishing_.end());
  return out;
}

StatementKey StatementMerger::key_of(const Statement& s) const {
  StatementKey key;
  key.relation = s.relation;
  key.polarity = s.qualifiers.polarity;
  key.modality = s.qualifiers.modality;
  const bool open = s.relation.empty() || is_open(s.relation, s.predicate.lemma);
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

bool contradict(const QuantityQualifier& a, const QuantityQualifier& b) {
  if (a.unit != b.unit) return false;
  const Interval x = interval_of(a), y = interval_of(b);
  return below(x, y) || below(y, x);
}

}  // namespace maillon
