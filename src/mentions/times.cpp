// Time expressions -> ISO 8601 values, against the article's date and the tense of their clause.
#include <algorithm>
#include <optional>

#include "mentions/calendar.hpp"
#include "mentions/draft.hpp"

namespace maillon {

namespace {

enum class ClauseTense : std::uint8_t {
  past,
  present,
  future,
  intended,  ///< "devait rencontrer dimanche": before or after the article, whichever is nearer
};

/// The latest year that an undated article may be of.
constexpr int kLatestYear = 2026;

class TimeResolver {
 public:
  explicit TimeResolver(Draft& draft) : draft_(draft), parsed_(draft.parsed) {}

  void run() {
    std::vector<TimeMatch> matches;
    draft_.time_at.assign(parsed_.size(), kNone);
    for (const IndexRange sentence : parsed_.tagged().sentences)
      draft_.vocabulary.times.match(parsed_, sentence, matches);
    if (matches.empty()) return;
    // intervals follow the times they hold: text order by begin, the wider one first
    std::vector<std::uint32_t> order(matches.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return matches[a].words.begin != matches[b].words.begin
                 ? matches[a].words.begin < matches[b].words.begin
                 : matches[a].words.end > matches[b].words.end;
    });
    set_anchor(matches);
    std::uint32_t covered = 0;
    for (const std::uint32_t m : order) {
      const TimeMatch& match = matches[m];
      if (match.words.begin < covered || match.rule->op == TimeOp::none) continue;
      covered = match.words.end;
      emit(match, matches);
    }
    std::sort(draft_.times.begin(), draft_.times.end(),
              [](const TimeValue& a, const TimeValue& b) { return a.head < b.head; });
    for (std::uint32_t t = 0; t < draft_.times.size(); ++t)
      for (std::uint32_t i = draft_.times[t].words.begin; i < draft_.times[t].words.end; ++i)
        draft_.time_at[i] = t;
  }

 private:
  void emit(const TimeMatch& match, const std::vector<TimeMatch>& all) {
    TimeValue out;
    out.words = match.words;
    out.head = head_of(match.words);
    out.rule = match.rule->id;
    tense_ = tense_at(out.head);
    out.value = value_of(match, all, match.rule->prefer);
    out.is_duration = match.rule->op == TimeOp::duration;
    out.is_set = match.rule->op == TimeOp::set;
    draft_.times.push_back(std::move(out));
  }

  std::uint32_t head_of(IndexRange words) const {
    std::uint32_t fallback = words.begin;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const std::uint32_t head = parsed_.head(i);
      if (head != kNone && words.contains(head)) continue;
      const Upos upos = parsed_.word(i).upos;
      if (upos != Upos::ADP && upos != Upos::DET && upos != Upos::PUNCT) return i;
      fallback = i;
    }
    return fallback;
  }

  /// Tense of the clause that holds a word: of its finite verb or auxiliary, through infinitives and
  /// participles.
  ClauseTense tense_at(std::uint32_t word) const {
    for (int steps = 0; word != kNone && steps < 12; ++steps, word = parsed_.head(word)) {
      const TaggedWord& w = parsed_.word(word);
      for (const std::uint32_t child : parsed_.children(word)) {
        if (parsed_.word(child).upos != Upos::AUX) continue;
        const Morph& m = parsed_.word(child).morph;
        if (m.tense == Tense::fut || m.mood == Mood::cnd) return ClauseTense::future;
        const bool state =  // "est fixée au 20 mai" tells of now
            parsed_.deprel(child) == Deprel::cop ||
            (parsed_.deprel(child) == Deprel::aux_pass && m.tense == Tense::pres);
        if (m.verb_form == VerbForm::fin && !state) return ClauseTense::past;
        if (m.verb_form == VerbForm::fin && parsed_.deprel(child) == Deprel::aux_pass && state)
          return ClauseTense::present;
        if (m.tense == Tense::imp || m.tense == Tense::past) return ClauseTense::past;
      }
      if (w.upos != Upos::VERB && w.upos != Upos::AUX) continue;
      switch (w.morph.verb_form) {
        case VerbForm::fin:
          if (w.morph.tense == Tense::fut || w.morph.mood == Mood::cnd) return ClauseTense::future;
          if (w.morph.tense == Tense::imp || w.morph.tense == Tense::past) return ClauseTense::past;
          return ClauseTense::present;
        case VerbForm::inf: {
          const std::uint32_t above = parsed_.head(word);
          if (above != kNone &&
              draft_.vocabulary.words.set("verb.prospective").contains(parsed_.word(above).lemma))
            return parsed_.word(above).morph.tense == Tense::imp ? ClauseTense::intended
                                                                 : ClauseTense::future;
          break;
        }
        case VerbForm::part:
          if (w.morph.tense == Tense::past && parsed_.deprel(word) == Deprel::acl) return ClauseTense::past;
          break;
        default:
          break;
      }
    }
    return ClauseTense::present;
  }

  bool future(TimePreference p) const {
    return p == TimePreference::future || (p == TimePreference::tense && tense_ == ClauseTense::future);
  }

  /// The article's day; for an undated article the first whole date of the text, or of a weekday with its
  /// day.
  void set_anchor(const std::vector<TimeMatch>& matches) {
    anchor_ = parse_iso_day(parsed_.article().date);
    for (const TimeMatch& m : matches) {
      if (anchor_) break;
      if (m[TimeField::day] > 0 && m[TimeField::month] > 0 && m[TimeField::year] > 0)
        anchor_ = make_day(m[TimeField::year], static_cast<unsigned>(m[TimeField::month]),
                           static_cast<unsigned>(m[TimeField::day]));
    }
    int latest = kLatestYear;
    if (!anchor_)
      for (const TimeMatch& m : matches)
        if (m[TimeField::year] > 1900) latest = std::min(latest, m[TimeField::year]);
    for (const TimeMatch& m : matches) {
      if (anchor_) break;
      if (m[TimeField::day] <= 0 || m[TimeField::month] <= 0 || m[TimeField::weekday] <= 0) continue;
      for (int year = kLatestYear; year > kLatestYear - 28 && !anchor_; --year) {
        const auto day = make_day(year, static_cast<unsigned>(m[TimeField::month]),
                                  static_cast<unsigned>(m[TimeField::day]));
        if (day && static_cast<int>(weekday_of(*day)) == m[TimeField::weekday] &&
            year <= std::max(latest, 1950))
          anchor_ = day;
      }
    }
    last_ = anchor_;
  }

  std::string value_of(const TimeMatch& m, const std::vector<TimeMatch>& all, TimePreference prefer) {
    switch (m.rule->op) {
      case TimeOp::date:
      case TimeOp::calendar:
        return calendar(m, prefer);
      case TimeOp::days:
        return days(m, prefer);
      case TimeOp::years:
        return iso_year(m[TimeField::year]) + "/" + iso_year(m[TimeField::year2]);
      case TimeOp::decade:
        return decade(m);
      case TimeOp::century:
        return std::to_string(m[TimeField::century] - 1);
      case TimeOp::part_of_year:
        return part_of_year(m, prefer);
      case TimeOp::season:
        return season(m, prefer);
      case TimeOp::weekday:
        return weekday(m, prefer);
      case TimeOp::set:
        return set(m);
      case TimeOp::shift:
        return anchor_ ? shift(*anchor_, m) : std::string();
      case TimeOp::relative:
        return last_ ? shift(*last_, m) : std::string();
      case TimeOp::duration:
        return duration(m);
      case TimeOp::since: {
        if (!anchor_) return {};
        const std::string from = shift(*anchor_, m, -1);
        return from.empty() ? from : from + "/";
      }
      case TimeOp::from: {
        const std::string from = inner(m[TimeField::time], all, m.rule->prefer);
        if (from.empty() || from.find('/') != std::string::npos) return from;
        return from + "/";
      }
      case TimeOp::until: {
        std::string until = inner(m[TimeField::time], all, m.rule->prefer);
        if (until.empty() || until.find('/') != std::string::npos) return until;
        return until.insert(0, 1, '/');
      }
      case TimeOp::between: {
        const std::string from = inner(m[TimeField::time], all, prefer);
        const std::string to = inner(m.other(TimeField::time), all, prefer);
        return from.empty() || to.empty() ? std::string() : from + "/" + to;
      }
      case TimeOp::vague:
      case TimeOp::none:
        return {};
    }
    return {};
  }

  std::string inner(int index, const std::vector<TimeMatch>& all, TimePreference prefer) {
    if (index < 0) return {};
    const TimeMatch& m = all[static_cast<std::size_t>(index)];
    const bool own = m.rule->prefer != TimePreference::tense;
    // "jusqu'à vendredi" looks ahead only where the clause is not told in the past
    if (prefer == TimePreference::future && tense_ == ClauseTense::past) prefer = TimePreference::tense;
    return value_of(m, all, own ? m.rule->prefer : prefer);
  }

  /// "le deuxième trimestre", "le premier semestre 2010": without a year the last that has begun or, ahead,
  /// the next that has not ended.
  std::string part_of_year(const TimeMatch& m, TimePreference prefer) {
    const bool quarter = m.rule->unit == 7;
    const int ordinal = m[TimeField::ordinal];
    int year = m[TimeField::year];
    if (ordinal > (quarter ? 4 : 2) || (year <= 0 && !anchor_)) return {};
    if (year <= 0) {
      const int now = (static_cast<int>(month_of(*anchor_)) - 1) / (quarter ? 3 : 6) + 1;
      year = year_of(*anchor_);
      if (future(prefer) ? ordinal < now : ordinal > now) year += future(prefer) ? 1 : -1;
    }
    return iso_year(year) + (quarter ? "-Q" : "-H") + std::to_string(ordinal);
  }

  /// The day (year chosen by tense and weekday) nearest to the anchor that the fields allow.
  std::string calendar(const TimeMatch& m, TimePreference prefer) {
    const int day = m[TimeField::day], month = m[TimeField::month], year = m[TimeField::year];
    if (day > 0 && month > 0) {
      const auto found = day_of_year(day, month, year, m[TimeField::weekday], prefer);
      if (!found) return {};
      last_ = found;
      return iso_day(*found);
    }
    if (day > 0) {
      const auto found = day_of_month(day, m[TimeField::weekday], prefer);
      if (!found) return {};
      last_ = found;
      return iso_day(*found);
    }
    if (month > 0) {
      const int y = year > 0 ? year : year_of_month(month, prefer);
      if (y == 0) return {};
      last_ = make_day(y, static_cast<unsigned>(month), 1);
      return iso_month(y, static_cast<unsigned>(month));
    }
    if (year > 0) {
      last_ = make_day(year, 1, 1);
      return iso_year(year);
    }
    return {};
  }

  std::optional<Day> day_of_year(int day, int month, int year, int weekday, TimePreference prefer) const {
    const auto in = [&](int y) {
      return make_day(y, static_cast<unsigned>(month), static_cast<unsigned>(day));
    };
    if (year > 0) return in(year);
    if (!anchor_) return std::nullopt;
    const int now = year_of(*anchor_);
    if (weekday > 0) {
      for (const int distance : {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6}) {
        const auto found = in(now + distance);
        if (found && static_cast<int>(weekday_of(*found)) == weekday) return found;
      }
    }
    const auto same = in(now);
    if (!same) return in(now - 1);
    if (future(prefer)) return *same >= *anchor_ ? same : in(now + 1);
    if (prefer == TimePreference::same) return same;
    // past or present: a date just ahead in the present tense is a plan, one told in the past lies a year
    // back
    if (*same <= *anchor_ || (tense_ == ClauseTense::intended && *same - *anchor_ < std::chrono::days(183)))
      return same;
    const bool plan = prefer == TimePreference::tense && tense_ == ClauseTense::present &&
                      *same - *anchor_ < std::chrono::days(120);
    return plan ? same : in(now - 1);
  }

  std::optional<Day> day_of_month(int day, int weekday, TimePreference prefer) const {
    if (!anchor_) return std::nullopt;
    std::optional<Day> best;
    for (int shift = -6; shift <= 6; ++shift) {
      const Day month = add_months(*make_day(year_of(*anchor_), month_of(*anchor_), 1), shift);
      const auto found = make_day(year_of(month), month_of(month), static_cast<unsigned>(day));
      if (!found || (weekday > 0 && static_cast<int>(weekday_of(*found)) != weekday)) continue;
      const bool ahead = *found > *anchor_;
      if (weekday <= 0 && ahead != (future(prefer) && *found != *anchor_)) continue;
      if (!best || distance(*found) < distance(*best)) best = found;
    }
    return best;
  }

  std::chrono::days distance(Day day) const { return day > *anchor_ ? day - *anchor_ : *anchor_ - day; }

  int year_of_month(int month, TimePreference prefer) const {
    if (!anchor_) return 0;
    const int now = year_of(*anchor_), this_month = static_cast<int>(month_of(*anchor_));
    if (prefer == TimePreference::same) return now;
    if (future(prefer)) return month >= this_month ? now : now + 1;
    if (prefer == TimePreference::past && month == this_month) return now - 1;
    return month <= this_month ? now : now - 1;
  }

  std::string days(const TimeMatch& m, TimePreference prefer) {
    const int month = m[TimeField::month], second = m.other(TimeField::day);
    if (second <= 0) return {};
    const auto to = day_of_year(second, month, m[TimeField::year], m.other(TimeField::weekday), prefer);
    if (!to) return {};
    const auto from =
        make_day(year_of(*to), static_cast<unsigned>(month), static_cast<unsigned>(m[TimeField::day]));
    if (!from) return {};
    last_ = to;
    return iso_day(*from) + "/" + iso_day(*to);
  }

  std::string decade(const TimeMatch& m) const {
    if (m[TimeField::year] > 0) return std::to_string(m[TimeField::year] / 10);
    const int n = m[TimeField::num];
    return n >= 0 && n < 100 && n % 10 == 0 ? std::to_string(190 + n / 10) : std::string();
  }

  std::string season(const TimeMatch& m, TimePreference prefer) const {
    static constexpr const char* kNames[] = {"SP", "SU", "FA", "WI"};
    static constexpr int kMiddle[] = {5, 8, 11, 2};
    const int s = m[TimeField::season];
    if (s < 1 || s > 4) return {};
    const int year = m[TimeField::year] > 0 ? m[TimeField::year] : year_of_month(kMiddle[s - 1], prefer);
    return year == 0 ? std::string() : iso_year(year) + "-" + kNames[s - 1];
  }

  std::string weekday(const TimeMatch& m, TimePreference prefer) {
    if (!anchor_) return {};
    const int today = static_cast<int>(weekday_of(*anchor_));
    int back = (today - m[TimeField::weekday] + 7) % 7;
    int step = -back;
    if (future(prefer)) step = back == 0 ? 0 : 7 - back;
    if (prefer == TimePreference::tense && tense_ == ClauseTense::intended && back > 3) step = 7 - back;
    if (back == 0 && prefer == TimePreference::past) step = -7;
    if (back == 0 && prefer == TimePreference::future) step = 7;
    last_ = *anchor_ + std::chrono::days(step);
    return iso_day(*last_);
  }

  static std::string set(const TimeMatch& m) {
    const int weekday = std::max(m[TimeField::weekday], m[TimeField::weekdays]);
    if (weekday > 0) return std::string("XXXX-WXX-").append(std::to_string(weekday));
    return period(m[TimeField::unit], 1);
  }

  /// An ISO 8601 duration of n units; units that it lacks are counted in those it has.
  static std::string period(int unit, int n) {
    struct Designator {
      int factor;
      char letter;
      bool clock;
    };
    static constexpr Designator kDesignators[] = {{1, 'D', false}, {1, 'W', false},  {1, 'M', false},
                                                  {1, 'Y', false}, {10, 'Y', false}, {100, 'Y', false},
                                                  {3, 'M', false}, {1, 'H', true},   {1, 'M', true},
                                                  {1, 'S', true},  {6, 'M', false},  {2, 'W', false}};
    if (unit < 1 || unit > static_cast<int>(std::size(kDesignators))) return {};
    const Designator& d = kDesignators[unit - 1];
    std::string out = d.clock ? "PT" : "P";
    out += std::to_string(n * d.factor);
    out += d.letter;
    return out;
  }

  std::string duration(const TimeMatch& m) const {
    const int n = m[TimeField::num] < 0 ? m.rule->amount : m[TimeField::num];
    return n <= 0 ? std::string() : period(m[TimeField::unit], n);
  }

  /// `from` moved by the rule's amount of its unit; the value is as fine as the unit.
  std::string shift(Day from, const TimeMatch& m, int sign = 0) {
    const TimeRule& rule = *m.rule;
    const int unit = rule.unit > 0 ? rule.unit : m[TimeField::unit];
    int amount = rule.amount;
    if (m[TimeField::num] >= 0) amount = m[TimeField::num] * (rule.sign != 0 ? rule.sign : 1);
    if (sign != 0) amount *= sign;
    switch (unit > 0 ? unit : m[TimeField::part] > 0 ? 4 : 0) {
      case 1:
        last_ = from + std::chrono::days(amount);
        return iso_day(*last_);
      case 2:
      case 12:
        last_ = from + std::chrono::days(7 * amount * (unit == 12 ? 2 : 1));
        return iso_week(*last_);
      case 3:
        last_ = add_months(from, amount);
        return iso_month(year_of(*last_), month_of(*last_));
      case 7:
      case 11: {
        last_ = add_months(from, amount * (unit == 7 ? 3 : 6));
        const unsigned span = unit == 7 ? 3 : 6;
        return iso_year(year_of(*last_)) + (unit == 7 ? "-Q" : "-H") +
               std::to_string((month_of(*last_) - 1) / span + 1);
      }
      case 4:
        last_ = add_months(from, 12 * amount);
        return iso_year(year_of(*last_));
      case 5:
        return std::to_string(year_of(from) / 10 + amount);
      case 6:
        return std::to_string(year_of(from) / 100 + amount);
      case 8:
      case 9:
      case 10:
        return iso_day(from);
      default:
        return {};
    }
  }

  Draft& draft_;
  const ParsedText& parsed_;
  std::optional<Day> anchor_, last_;
  ClauseTense tense_ = ClauseTense::present;
};

}  // namespace

void find_times(Draft& draft) { TimeResolver(draft).run(); }

}  // namespace maillon
