#include "mentions/time_grammar.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "mentions/calendar.hpp"
#include "mentions/numbers.hpp"
#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::string_view kTimesFile = "fr/mentions/times.json";
static_assert(static_cast<int>(TimeField::day) == kTimeValueClasses);
constexpr std::array<std::string_view, kTimeFieldCount> kFields = {
    "weekday", "weekdays", "month", "unit",  "daypart", "part", "season", "century",    "ordinal",
    "day",     "year",     "year2", "years", "num",     "date", "clock",  "part-month", "time"};
constexpr std::array<std::string_view, 19> kOps = {"calendar", "date",         "days",   "years",    "decade",
                                                   "century",  "part-of-year", "season", "weekday",  "set",
                                                   "shift",    "relative",     "vague",  "duration", "since",
                                                   "none",     "from",         "until",  "between"};
constexpr std::array<std::string_view, 4> kPreferences = {"tense", "past", "future", "same"};

template <std::size_t N>
int index_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

Diagnostic in_rule(std::string_view id, std::string message) {
  Diagnostic out = error_in(std::string(kTimesFile), std::move(message));
  out.rule = id;
  return out;
}

int int_of(const rapidjson::Value& rule, const char* name) {
  const auto at = rule.FindMember(name);
  return at != rule.MemberEnd() && at->value.IsInt() ? at->value.GetInt() : 0;
}

}  // namespace

TimeGrammar::Symbol TimeGrammar::symbol_of(std::string_view literal) {
  return words_.try_emplace(std::string(literal), Entry{static_cast<Symbol>(words_.size()), {}})
      .first->second.symbol;
}

Result<TimeRule> TimeGrammar::read_rule(const rapidjson::Value& json) {
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
      for (const std::string_view literal : split(part, '|')) e.literals.push_back(symbol_of(literal));
    }
    rule.elements.push_back(std::move(e));
  }
  if (rule.elements.empty()) return in_rule(rule.id, "a rule wants a pattern");
  return rule;
}

Result<TimeGrammar> TimeGrammar::load(const Schemas& schemas) {
  auto document = read_json(schemas, kTimesFile);
  if (!document) return document.error();
  TimeGrammar out;
  for (const auto& json : (*document)["classes"].GetArray()) {
    const int field = index_in(kFields, text_of(json, "id"));
    if (field < 0 || field >= kTimeValueClasses)
      return in_rule(text_of(json, "id"), "unknown class of values");
    for (const std::string_view pair : words_of(json, "words")) {
      const std::size_t sign = pair.find('=');
      if (sign == std::string_view::npos) return in_rule(text_of(json, "id"), "word=number is wanted");
      const std::string word(pair.substr(0, sign));
      out.symbol_of(word);
      out.words_[word].values[static_cast<std::size_t>(field)] =
          std::stoi(std::string(pair.substr(sign + 1)));
    }
  }
  for (const auto& [name, list] : {std::pair{"rules", &out.rules_}, {"intervals", &out.intervals_}}) {
    for (const auto& json : (*document)[name].GetArray()) {
      auto rule = out.read_rule(json);
      if (!rule) return rule.error();
      list->push_back(*std::move(rule));
    }
  }
  out.index_rules();
  return out;
}

/// A rule is tried where a word can begin it: optional first elements index it under what follows as well.
void TimeGrammar::index_rules() {
  const auto index = [this](const std::vector<TimeRule>& rules,
                            std::vector<std::vector<std::uint32_t>>& by_symbol) {
    by_symbol.resize(words_.size());
    for (std::uint32_t r = 0; r < rules.size(); ++r) {
      for (const TimeRule::Element& e : rules[r].elements) {
        if (e.is_field && &rules == &rules_) by_first_field_[static_cast<std::size_t>(e.field)].push_back(r);
        for (const Symbol literal : e.literals) by_symbol[literal].push_back(r);
        if (!e.optional) break;
      }
    }
  };
  index(rules_, by_first_);
  index(intervals_, interval_by_first_);
}

/// Matching in one sentence.
class TimeGrammar::Matcher {
 public:
  Matcher(const TimeGrammar& grammar, const ParsedText& parsed, IndexRange sentence,
          std::vector<TimeMatch>& out)
      : grammar_(grammar), parsed_(parsed), sentence_(sentence), out_(out), first_(out.size()) {
    keys_.reserve(sentence.end - sentence.begin);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) add_key(parsed.word(i));
  }

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
  /// What patterns ask of a word, looked up once.
  struct Key {
    std::string form;              ///< lower case, straight apostrophe
    const Entry* entry = nullptr;  ///< of the form
    Symbol lemma = kNone;          ///< of the lemma
    bool numeric = false;          ///< a built-in class may begin here
  };

  void add_key(const TaggedWord& w) {
    Key key;
    key.form = w.shape == Shape::lower ? std::string(w.form) : utf8::to_lower(w.form);
    if (const std::size_t quote = key.form.find("’"); quote != std::string::npos) {
      key.form.erase(quote, 2);
      key.form[quote] = '\'';
    }
    key.entry = entry(key.form);
    if (w.lemma == key.form) {
      if (key.entry != nullptr) key.lemma = key.entry->symbol;
    } else if (const Entry* lemma = entry(w.lemma)) {
      key.lemma = lemma->symbol;
    }
    key.numeric = (key.form.front() >= '0' && key.form.front() <= '9') || w.upos == Upos::NUM ||
                  key.form.starts_with("mi-");
    keys_.push_back(std::move(key));
  }

  const Entry* entry(std::string_view word) const {
    const auto at = grammar_.words_.find(word);
    return at == grammar_.words_.end() ? nullptr : &at->second;
  }

  const Key& key(std::uint32_t i) const { return keys_[i - sentence_.begin]; }

  /// The value of the word in a value class, 0 where it has none.
  static int value(const Entry* entry, TimeField f) {
    return entry == nullptr ? 0 : entry->values[static_cast<std::size_t>(f)];
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
    const Key& k = key(i);
    if (k.entry != nullptr) try_rules(grammar_.by_first_[k.entry->symbol], i, best);
    if (k.lemma != kNone && (k.entry == nullptr || k.lemma != k.entry->symbol))
      try_rules(grammar_.by_first_[k.lemma], i, best);
    for (int f = 0; f < kTimeFieldCount; ++f) {
      const bool begins = f < kTimeValueClasses ? value(k.entry, static_cast<TimeField>(f)) != 0 : k.numeric;
      if (begins) try_rules(grammar_.by_first_field_[static_cast<std::size_t>(f)], i, best);
    }
  }

  /// Matches elements from `e` on at word i; end of the match or kNone. Optional elements are tried first.
  std::uint32_t step(const TimeRule& rule, std::size_t e, std::uint32_t i, TimeMatch& match,
                     std::uint32_t& begin) {
    if (e == rule.elements.size()) return i;
    if (e == rule.context && e > 0) begin = i;
    const TimeRule::Element& element = rule.elements[e];
    if (i < sentence_.end && !element.is_field) {
      if (is_literal(element, i))
        if (const std::uint32_t end = step(rule, e + 1, i + 1, match, begin); end != kNone) return end;
    } else if (i < sentence_.end) {
      const TimeMatch before = match;
      if (const std::uint32_t after = field(element.field, i, match); after != kNone) {
        const std::uint32_t end = step(rule, e + 1, after, match, begin);
        if (end != kNone) return end;
        match = before;
      }
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

  bool is_literal(const TimeRule::Element& element, std::uint32_t i) const {
    const Key& k = key(i);
    const Symbol form = k.entry == nullptr ? kNone : k.entry->symbol;
    if (form == kNone && k.lemma == kNone) return false;
    for (const Symbol literal : element.literals)
      if (literal == form || literal == k.lemma) return true;
    return false;
  }

  /// Sets the field where the words from `i` on have a value for it; the end of those words, or kNone.
  std::uint32_t field(TimeField f, std::uint32_t i, TimeMatch& match) {
    const Key& k = key(i);
    if (static_cast<int>(f) < kTimeValueClasses) {
      const int of_class = value(k.entry, f);
      if (of_class == 0) return kNone;
      if (f == TimeField::part && of_class == 2 && i + 2 < sentence_.end && parsed_.word(i + 1).form == "-") {
        set(match, f, of_class);  // mi - juin in three words
        return i + 2;
      }
      set(match, f, of_class);
      return i + 1;
    }
    return built_in(f, i, match);
  }

  std::uint32_t built_in(TimeField f, std::uint32_t i, TimeMatch& match) {
    const std::string& form = key(i).form;
    switch (f) {
      case TimeField::day: {
        if (form == "1er") return set(match, f, 1), i + 1;
        if (form == "premier") {  // alone it says nothing of days
          if (i + 1 >= sentence_.end || value(key(i + 1).entry, TimeField::month) == 0) return kNone;
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
        const int month = value(entry(std::string_view(form).substr(3)), TimeField::month);
        if (month == 0) return kNone;
        set(match, TimeField::month, month);
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

  const std::vector<std::uint32_t>& intervals_at(const Key& k) const {
    static const std::vector<std::uint32_t> none;
    const auto& by_first = grammar_.interval_by_first_;
    if (k.entry != nullptr && !by_first[k.entry->symbol].empty()) return by_first[k.entry->symbol];
    return k.lemma == kNone ? none : by_first[k.lemma];
  }

  void intervals() {
    times_end_ = out_.size();
    std::vector<TimeMatch> found;
    for (std::size_t t = first_; t < times_end_; ++t) {
      // an interval begins with one to three words before a time
      for (std::uint32_t back = 1; back <= 3; ++back) {
        if (out_[t].words.begin < sentence_.begin + back) break;
        const std::uint32_t i = out_[t].words.begin - back;
        for (const std::uint32_t r : intervals_at(key(i))) {
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
  std::vector<Key> keys_;  ///< of the sentence's words
  std::vector<TimeMatch>& out_;
  std::size_t first_;
  std::size_t times_end_ = 0;
};

void TimeGrammar::match(const ParsedText& parsed, IndexRange sentence, std::vector<TimeMatch>& out) const {
  Matcher(*this, parsed, sentence, out).run();
}

}  // namespace maillon
