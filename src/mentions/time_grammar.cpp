#include "mentions/time_grammar.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "mentions/calendar.hpp"
#include "mentions/numbers.hpp"
#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::string_view kFile = "fr/mentions/times.json";
constexpr int kValueClasses = 8;
constexpr std::array<std::string_view, kTimeFieldCount> kFields = {
    "weekday", "weekdays", "month", "unit", "daypart", "part",  "season",     "century", "day",
    "year",    "year2",    "years", "num",  "date",    "clock", "part-month", "time"};
constexpr std::array<std::string_view, 18> kOps = {
    "calendar", "date",     "days",  "years",    "decade", "century", "season", "weekday", "set",
    "shift",    "relative", "vague", "duration", "since",  "none",    "from",   "until",   "between"};
constexpr std::array<std::string_view, 4> kPreferences = {"tense", "past", "future", "same"};

template <std::size_t N>
int index_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

Diagnostic in_rule(std::string_view id, std::string message) {
  Diagnostic out = error_in(std::string(kFile), std::move(message));
  out.rule = id;
  return out;
}

int int_of(const rapidjson::Value& rule, const char* name) {
  const auto at = rule.FindMember(name);
  return at != rule.MemberEnd() && at->value.IsInt() ? at->value.GetInt() : 0;
}

Result<TimeRule> read_rule(const rapidjson::Value& json) {
  TimeRule rule;
  rule.id = text_of(json, "id");
  rule.example = text_of(json, "example");
  rule.date = text_of(json, "date");
  rule.expected = text_of(json, "expected");
  rule.counter_example = text_of(json, "counter_example");
  rule.unit = int_of(json, "unit");
  rule.amount = int_of(json, "amount");
  rule.sign = int_of(json, "sign");
  const int op = index_in(kOps, text_of(json, "value"));
  if (op < 0) return in_rule(rule.id, std::string("unknown value ").append(text_of(json, "value")));
  rule.op = static_cast<TimeOp>(op);
  if (const auto prefer = text_of(json, "prefer"); !prefer.empty()) {
    const int p = index_in(kPreferences, prefer);
    if (p < 0) return in_rule(rule.id, std::string("unknown preference ").append(prefer));
    rule.prefer = static_cast<TimePreference>(p);
  }
  for (std::string_view part : split(text_of(json, "pattern"), ' ')) {
    if (part.empty()) continue;
    if (part == "~") {
      rule.context = rule.elements.size();
      continue;
    }
    if (part == "!noun") {
      rule.no_noun_after = true;
      continue;
    }
    TimeRule::Element e;
    if (part.ends_with('?')) {
      e.optional = true;
      part.remove_suffix(1);
    }
    if (part.starts_with('[') && part.ends_with(']')) {
      const int field = index_in(kFields, part.substr(1, part.size() - 2));
      if (field < 0) return in_rule(rule.id, std::string("unknown class ").append(part));
      e.is_field = true;
      e.field = static_cast<TimeField>(field);
    } else {
      for (const std::string_view literal : split(part, '|')) e.literals.emplace_back(literal);
    }
    rule.elements.push_back(std::move(e));
  }
  if (rule.elements.empty()) return in_rule(rule.id, "a rule wants a pattern");
  return rule;
}

}  // namespace

Result<TimeGrammar> TimeGrammar::load(const Schemas& schemas) {
  auto document = read_json(schemas, kFile);
  if (!document) return document.error();
  TimeGrammar out;
  for (const auto& json : (*document)["classes"].GetArray()) {
    const int field = index_in(kFields, text_of(json, "id"));
    if (field < 0 || field >= kValueClasses) return in_rule(text_of(json, "id"), "unknown class of values");
    for (const std::string_view pair : words_of(json, "words")) {
      const std::size_t sign = pair.find('=');
      if (sign == std::string_view::npos) return in_rule(text_of(json, "id"), "word=number is wanted");
      out.words_[std::string(pair.substr(0, sign))].of[static_cast<std::size_t>(field)] =
          std::stoi(std::string(pair.substr(sign + 1)));
    }
  }
  for (const auto& [name, list] : {std::pair{"rules", &out.rules_}, {"intervals", &out.intervals_}}) {
    for (const auto& json : (*document)[name].GetArray()) {
      auto rule = read_rule(json);
      if (!rule) return rule.error();
      list->push_back(*std::move(rule));
    }
  }
  // a rule is tried where a word can begin it: optional first elements index it under what follows as well
  const auto index = [&out](const std::vector<TimeRule>& rules,
                            StringMap<std::vector<std::uint32_t>>& literals) {
    for (std::uint32_t r = 0; r < rules.size(); ++r) {
      for (const TimeRule::Element& e : rules[r].elements) {
        if (e.is_field) {
          auto& list = out.by_first_field_[static_cast<std::size_t>(e.field)];
          if (&rules == &out.rules_) list.push_back(r);
        }
        for (const std::string& literal : e.literals) literals[literal].push_back(r);
        if (!e.optional) break;
      }
    }
  };
  index(out.rules_, out.by_first_);
  index(out.intervals_, out.interval_by_first_);
  return out;
}

/// Matching in one sentence.
class TimeGrammar::Matcher {
 public:
  Matcher(const TimeGrammar& grammar, const ParsedText& parsed, IndexRange sentence,
          std::vector<TimeMatch>& out)
      : grammar_(grammar), parsed_(parsed), sentence_(sentence), out_(out), first_(out.size()) {}

  void run() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
      TimeMatch best;
      candidates(i, best);
      if (best.rule == nullptr) {
        ++i;
        continue;
      }
      if (best.rule->context >
          0) {  // what stands behind the context may begin a longer expression: "en | juin 2021"
        TimeMatch longer;
        candidates(best.words.begin, longer);
        if (longer.rule != nullptr && longer.words.end > best.words.end) best = longer;
      }
      i = std::max(best.words.end, i + 1);
      out_.push_back(std::move(best));
    }
    if (out_.size() > first_) intervals();
  }

 private:
  std::string lower(std::uint32_t i) const {
    const TaggedWord& w = parsed_.word(i);
    std::string out = w.shape == Shape::lower ? std::string(w.form) : utf8::to_lower(w.form);
    if (const std::size_t quote = out.find("’"); quote != std::string::npos) {
      out.erase(quote, 2);
      out[quote] = '\'';
    }
    return out;
  }

  const Values* values(std::string_view lower) const {
    const auto at = grammar_.words_.find(lower);
    return at == grammar_.words_.end() ? nullptr : &at->second;
  }

  void try_rules(const std::vector<std::uint32_t>& rules, std::uint32_t i, TimeMatch& best) {
    for (const std::uint32_t r : rules) {
      const TimeRule& rule = grammar_.rules_[r];
      TimeMatch match;
      match.rule = &rule;
      std::uint32_t begin = i;
      const std::uint32_t end = step(rule, 0, i, match, begin);
      if (end == kNone || (rule.no_noun_after && counts_noun(end))) continue;
      if (best.rule == nullptr || end > best.words.end ||
          (end == best.words.end && begin < best.words.begin && rule.context == 0)) {
        match.words = {begin, end};
        best = match;
      }
    }
  }

  void candidates(std::uint32_t i, TimeMatch& best) {
    const TaggedWord& w = parsed_.word(i);
    if (w.upos == Upos::PUNCT && w.form != "(" && w.form != ",") return;
    const std::string form = lower(i);
    if (const auto at = grammar_.by_first_.find(form); at != grammar_.by_first_.end())
      try_rules(at->second, i, best);
    if (w.lemma != form)
      if (const auto at = grammar_.by_first_.find(w.lemma); at != grammar_.by_first_.end())
        try_rules(at->second, i, best);
    const bool numeric =
        (form.front() >= '0' && form.front() <= '9') || w.upos == Upos::NUM || form.starts_with("mi-");
    for (int f = 0; f < kTimeFieldCount; ++f) {
      const auto& rules = grammar_.by_first_field_[static_cast<std::size_t>(f)];
      if (rules.empty()) continue;
      if (f < kValueClasses) {
        const Values* v = values(form);
        if (v == nullptr || v->of[static_cast<std::size_t>(f)] == 0) continue;
      } else if (!numeric) {
        continue;
      }
      try_rules(rules, i, best);
    }
  }

  /// Matches elements from `e` on at word i; end of the match or kNone. Optional elements are tried first.
  std::uint32_t step(const TimeRule& rule, std::size_t e, std::uint32_t i, TimeMatch& match,
                     std::uint32_t& begin) {
    if (e == rule.elements.size()) return i;
    if (e == rule.context && e > 0) begin = i;
    const TimeRule::Element& element = rule.elements[e];
    if (i < sentence_.end) {
      const TimeMatch before = match;
      const std::uint32_t after = accept(element, i, match);
      if (after != kNone) {
        const std::uint32_t end = step(rule, e + 1, after, match, begin);
        if (end != kNone) return end;
      }
      match = before;
    }
    if (!element.optional) return kNone;
    return step(rule, e + 1, i, match, begin);
  }

  static void set(TimeMatch& match, TimeField f, int value) {
    int& slot = match.value[static_cast<std::size_t>(f)];
    if (slot == TimeMatch::kNoValue)
      slot = value;
    else
      match.second[static_cast<std::size_t>(f)] = value;
  }

  std::uint32_t accept(const TimeRule::Element& element, std::uint32_t i, TimeMatch& match) {
    const TaggedWord& w = parsed_.word(i);
    if (!element.is_field) {
      const std::string form = lower(i);
      for (const std::string& literal : element.literals)
        if (literal == form || literal == w.lemma) return i + 1;
      return kNone;
    }
    const TimeField f = element.field;
    if (static_cast<int>(f) < kValueClasses) {
      const Values* v = values(lower(i));
      const int value = v == nullptr ? 0 : v->of[static_cast<std::size_t>(f)];
      if (value == 0) return kNone;
      if (f == TimeField::part && value == 2 && i + 2 < sentence_.end && parsed_.word(i + 1).form == "-") {
        set(match, f, value);  // mi - juin in three words
        return i + 2;
      }
      set(match, f, value);
      return i + 1;
    }
    return built_in(f, i, match);
  }

  std::uint32_t built_in(TimeField f, std::uint32_t i, TimeMatch& match) {
    const std::string form = lower(i);
    switch (f) {
      case TimeField::day: {
        if (form == "1er") return set(match, f, 1), i + 1;
        if (form == "premier") {  // alone it says nothing of days
          const Values* next = i + 1 < sentence_.end ? values(lower(i + 1)) : nullptr;
          if (next == nullptr || next->of[static_cast<std::size_t>(TimeField::month)] == 0) return kNone;
          return set(match, f, 1), i + 1;
        }
        const auto n = figures(form, 1, 2);
        const auto number = n ? n : word_number(form);
        if (!number || *number < 1 || *number > 31) return kNone;
        return set(match, f, *number), i + 1;
      }
      case TimeField::year:
      case TimeField::year2: {
        const auto n = figures(form, 4, 4);
        if (!n || *n < 1000 || *n > 2100) return kNone;
        return set(match, f, *n), i + 1;
      }
      case TimeField::years: {
        if (form.size() != 9 || form[4] != '-') return kNone;
        const auto a = figures(std::string_view(form).substr(0, 4), 4, 4);
        const auto b = figures(std::string_view(form).substr(5), 4, 4);
        if (!a || !b || *a < 1000 || *b < *a || *b > 2100) return kNone;
        set(match, TimeField::year, *a);
        set(match, TimeField::year2, *b);
        return i + 1;
      }
      case TimeField::num: {
        const auto number = match_number(parsed_, i, sentence_.end);
        if (!number || number->value > 1e6) return kNone;
        set(match, f, static_cast<int>(number->value));
        return number->words.end;
      }
      case TimeField::date:
        return date(form, i, match);
      case TimeField::clock: {
        const std::size_t h = form.find('h');
        if (h == std::string::npos || h == 0 || h > 2 || !figures(form.substr(0, h), 1, 2)) return kNone;
        if (h + 1 < form.size() && !figures(form.substr(h + 1), 2, 2)) return kNone;
        return i + 1;
      }
      case TimeField::part_month: {
        if (!form.starts_with("mi-")) return kNone;
        const Values* v = values(std::string_view(form).substr(3));
        if (v == nullptr || v->of[static_cast<std::size_t>(TimeField::month)] == 0) return kNone;
        set(match, TimeField::month, v->of[static_cast<std::size_t>(TimeField::month)]);
        return i + 1;
      }
      case TimeField::time: {
        for (std::size_t t = first_; t < times_end_; ++t) {
          const IndexRange words = out_[t].words;
          if (words.begin == i || (words.begin < i && out_[t].rule->context == 0 && words.begin + 1 == i &&
                                   parsed_.word(words.begin).upos == Upos::DET)) {
            set(match, f, static_cast<int>(t));
            return words.end;
          }
        }
        return kNone;
      }
      default:
        return kNone;
    }
  }

  /// "14/02/2023", "14.02.23", "2023-02-14"
  static std::uint32_t date(const std::string& form, std::uint32_t i, TimeMatch& match) {
    int part[3] = {0, 0, 0};
    int n = 0, digits = 0;
    for (const char c : form) {
      if (c >= '0' && c <= '9') {
        if (++digits > 4) return kNone;
        part[n] = part[n] * 10 + (c - '0');
      } else if ((c == '/' || c == '.' || c == '-') && digits > 0 && n < 2) {
        ++n;
        digits = 0;
      } else {
        return kNone;
      }
    }
    if (n != 2 || digits == 0) return kNone;
    if (part[0] > 31) std::swap(part[0], part[2]);
    if (part[2] < 100) part[2] += part[2] < 50 ? 2000 : 1900;
    if (part[2] < 1000 || !make_day(part[2], static_cast<unsigned>(part[1]), static_cast<unsigned>(part[0])))
      return kNone;
    set(match, TimeField::day, part[0]);
    set(match, TimeField::month, part[1]);
    set(match, TimeField::year, part[2]);
    return i + 1;
  }

  static std::optional<int> figures(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) return std::nullopt;
    int value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  static std::optional<int> word_number(std::string_view word) {
    const auto n = parse_number_word(word);
    if (!n || *n > 31) return std::nullopt;
    return static_cast<int>(*n);
  }

  /// True where the word at `i` is what a number before it counts.
  bool counts_noun(std::uint32_t i) const {
    if (i >= sentence_.end) return false;
    const TaggedWord& w = parsed_.word(i);
    if (w.upos == Upos::NOUN || w.upos == Upos::SYM || w.upos == Upos::NUM) return true;
    return w.upos == Upos::ADJ && i + 1 < sentence_.end && parsed_.word(i + 1).upos == Upos::NOUN;
  }

  void intervals() {
    times_end_ = out_.size();
    std::vector<TimeMatch> found;
    for (std::size_t t = first_; t < times_end_; ++t) {
      // an interval begins with one to three words before a time
      for (std::uint32_t back = 1; back <= 3; ++back) {
        if (out_[t].words.begin < sentence_.begin + back) break;
        const std::uint32_t i = out_[t].words.begin - back;
        const auto at = grammar_.interval_by_first_.find(lower(i));
        const auto by_lemma = grammar_.interval_by_first_.find(parsed_.word(i).lemma);
        const auto& rules = at != grammar_.interval_by_first_.end() ? at : by_lemma;
        if (rules == grammar_.interval_by_first_.end()) continue;
        for (const std::uint32_t r : rules->second) {
          TimeMatch match;
          match.rule = &grammar_.intervals_[r];
          std::uint32_t begin = i;
          const std::uint32_t end = step(*match.rule, 0, i, match, begin);
          if (end == kNone || match[TimeField::time] != static_cast<int>(t)) continue;
          match.words = {begin, end};
          if (!found.empty() && found.back().words.end > begin) {
            if (found.back().words.end >= end) continue;
            found.back() = match;
          } else {
            found.push_back(match);
          }
        }
      }
    }
    for (TimeMatch& m : found) out_.push_back(std::move(m));
  }

  const TimeGrammar& grammar_;
  const ParsedText& parsed_;
  IndexRange sentence_;
  std::vector<TimeMatch>& out_;
  std::size_t first_;
  std::size_t times_end_ = 0;
};

void TimeGrammar::match(const ParsedText& parsed, IndexRange sentence, std::vector<TimeMatch>& out) const {
  Matcher(*this, parsed, sentence, out).run();
}

}  // namespace maillon
