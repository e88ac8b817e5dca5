// Pass "attach": one walk over the units. What is read so far is a stack of partial trees; a unit is attached
// to a word on the right frontier of the topmost one, or waits on the stack for a verb to its right.
#include <algorithm>
#include <optional>
#include <vector>

#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

// In hundredths of a bit, beside the counts of attraction.tsv.
constexpr int kGoverned = 150;              ///< the word's valency names the preposition
constexpr int kAttributeExpected = 300;     ///< être without an attribute so far
constexpr int kGovernedBesideObject = 250;  ///< the same, where the verb has its object
constexpr int kAgainstAdjective = 150;      ///< an adjective whose valency lacks the preposition
constexpr int kAgainstTitle = 100;          ///< an office takes de and à
constexpr int kAgainstTime = 150;           ///< a time takes no phrase but with de
constexpr int kAgentExpected = 200;         ///< par after a passive
constexpr int kInfinitiveStep = 60;         ///< what each nearer candidate adds against one above it
constexpr int kExpectsClause = 20;          ///< a word that takes a que-clause scores above this
constexpr int kBareAntecedent = 3;          ///< against a bare noun as antecedent, where a step costs 2
constexpr int kListLimit = 40;              ///< units looked at ahead to tell a list
constexpr int kFrontierLimit = 24;  ///< words climbed on the right frontier, so that time stays linear

class Attacher {
 public:
  explicit Attacher(Sentence& s) : s_(s), stack_(buffer()) { stack_.clear(); }

  void run() {
    for (std::size_t u = 0; u < s_.units.size(); ++u) unit(u);
    finish();
  }

 private:
  struct Candidate {
    std::uint32_t word = kNone;
    int score = 0;
  };

  static std::vector<std::uint32_t>& buffer() {
    thread_local std::vector<std::uint32_t> stack;
    return stack;
  }

  // --- the state -------------------------------------------------------------------------------------------

  std::uint32_t top() const { return stack_.empty() ? kNone : stack_.back(); }
  bool is_opener(std::uint32_t w) const {
    return s_[w].kind == Kind::subordinator || s_[w].kind == Kind::relative;
  }
  void push(std::uint32_t w) {
    stack_.push_back(w);
    note(w);
  }
  void note(std::uint32_t w) { last_ = std::max(w, s_[w].end - 1); }

  /// Calls use(word, steps) for the words of the right frontier, lowest first, until it returns false.
  template <class Use>
  void climb(Use use) const {
    if (stack_.empty() || is_opener(top()) || last_ == kNone) return;
    std::uint32_t w = last_;
    while (w != kNone && (s_[w].kind == Kind::punctuation || s_[w].kind == Kind::coordinator)) w = before(w);
    for (int steps = 0; w != kNone && steps < kFrontierLimit; ++steps, w = s_[w].head)
      if (!use(w, steps)) return;
  }

  static std::uint32_t before_or_zero(std::uint32_t w) { return w == kNone ? 0 : w; }
  static std::uint32_t before(std::uint32_t w) { return w == 0 ? kNone : w - 1; }

  template <class Test>
  std::uint32_t nearest(Test test) const {
    std::uint32_t found = kNone;
    climb([&](std::uint32_t w, int) {
      if (test(s_[w])) found = w;
      return found == kNone;
    });
    return found;
  }

  /// What stands in brackets takes nothing that follows them.
  void open_bracket() {
    before_bracket_ = last_;
    below_bracket_ = top();
  }
  void close_bracket() {
    if (before_bracket_ != kNone && top() == below_bracket_) last_ = before_bracket_;
    before_bracket_ = kNone;
  }

  void attach(std::uint32_t w, std::uint32_t head, Deprel d, std::string_view rule) {
    s_.attach(w, head, d, rule);
    note(w);
  }

  /// A nominal chunk's head; no part of a name or date inside one.
  static bool nominal(const Word& w) { return w.kind == Kind::nominal; }

  // --- units -----------------------------------------------------------------------------------------------

  void unit(std::size_t u) {
    const std::uint32_t w = s_.units[u];
    switch (s_[w].kind) {
      case Kind::punctuation:
        comma_ = s_[w].is(WordClass::comma);
        boundary_ = true;
        colon_ = s_[w].is(WordClass::colon);
        bracket_ = s_[w].is(WordClass::bracket_open);
        if (bracket_) open_bracket();
        if (s_[w].is(WordClass::bracket_close)) close_bracket();
        return;
      case Kind::coordinator:
        if (coordinator_ == kNone && s_[w].awaited_by == kNone) coordinator_ = w;
        return;
      case Kind::subordinator:
      case Kind::relative:
        push(w);
        if (coordinator_ != kNone) s_[w].coordinator = coordinator_;  // "et que"
        coordinator_ = kNone;
        break;
      case Kind::nominal:
        place_nominal(w);
        break;
      case Kind::finite:
        place_finite(w);
        break;
      case Kind::infinitive:
        place_infinitive(w);
        break;
      case Kind::participle:
        place_participle(w);
        break;
      case Kind::gerund:
        place_gerund(w);
        break;
      case Kind::adjective:
        place_adjective(w);
        break;
      case Kind::adverb:
        place_adverb(w, u);
        break;
      case Kind::absorbed:
        return;
    }
    if (!keep_boundary_) comma_ = boundary_ = colon_ = bracket_ = false;
    keep_boundary_ = false;
  }

  bool take_coordination(std::uint32_t w) {
    if (coordinator_ == kNone && !comma_) return false;
    const std::uint32_t mate = find_mate(w);
    if (mate == kNone) return false;
    if (coordinator_ != kNone) s_.attach(coordinator_, w, Deprel::cc, "coordination");
    coordinator_ = kNone;
    attach(w, mate, Deprel::conj, "coordination");
    return true;
  }

  /// The word that `w` continues after a coordinator: the nearest of the same kind with the same preposition.
  std::uint32_t find_mate(std::uint32_t w) const {
    const Word& unit = s_[w];
    Candidate best;
    climb([&](std::uint32_t c, int steps) {
      const int score = likeness(s_[c], unit) - 3 * steps;
      if (coordinator_ == kNone && unit.kind == Kind::nominal &&
          s_[c].is(Upos::PROPN) != unit.is(Upos::PROPN))
        return true;
      if (likeness(s_[c], unit) > 0 && (best.word == kNone || score > best.score)) best = {c, score};
      return true;
    });
    if (best.word == kNone) return kNone;
    // the first conjunct bears all others
    std::uint32_t first = best.word;
    while (s_[first].deprel == Deprel::conj && s_[first].head != kNone &&
           likeness(s_[s_[first].head], unit) > 0)
      first = s_[first].head;
    return first;
  }

  /// création and nomination: words of one class.
  static bool same_ending(const Word& a, const Word& b) {
    constexpr std::size_t kEnding = 4;
    const std::string_view x = a.tag->lemma, y = b.tag->lemma;
    return x.size() > kEnding && y.size() > kEnding &&
           x.substr(x.size() - kEnding) == y.substr(y.size() - kEnding);
  }

  /// Preposition and determiner of the second conjunct may be those of the first, left out.
  static int form_likeness(const Word& a, const Word& b) {
    if (b.marker != kNone) return a.marker == kNone ? -8 : a.preposition == b.preposition ? 16 : 0;
    if (a.marker == kNone) return a.determined == b.determined ? 16 : 8;
    return a.determined == b.determined ? 12 : b.determined ? 4 : 14;
  }

  int likeness(const Word& a, const Word& b) const {
    if (b.kind == Kind::nominal) {
      const bool name =
          a.is(Upos::PROPN) && a.deprel == Deprel::appos && b.is(Upos::PROPN);  // les candidats Berg et Novak
      if (!nominal(a) && !name) return 0;
      int score = 20 + form_likeness(a, b);
      if (a.is(Upos::PROPN) == b.is(Upos::PROPN)) score += 4;
      if (a.is(Upos::NUM) == b.is(Upos::NUM)) score += 4;
      if (same_ending(a, b)) score += 5;
      return score;
    }
    if (coordinator_ == kNone) return 0;
    if (b.kind == Kind::adjective) {
      if (a.is(Upos::ADJ)) return 20;
      if (a.kind == Kind::participle) return 8;
      return 0;
    }
    if (b.kind == Kind::adverb) return a.kind == Kind::adverb ? 10 : 0;
    if (b.kind == Kind::infinitive)
      return a.kind == Kind::infinitive ? (a.preposition == b.preposition ? 20 : 10) : 0;
    if (b.kind == Kind::participle && a.kind == Kind::finite)
      return a.morph().verb_form == VerbForm::part && b.morph().tense != Tense::pres ? 18 : 0;
    if (b.kind == Kind::participle)
      return a.kind == Kind::participle ? 20 : a.kind == Kind::adjective ? 5 : 0;
    if (b.kind == Kind::gerund) return a.kind == Kind::gerund ? 20 : 0;
    return 0;
  }

  void place_nominal(std::uint32_t w) {
    Word& unit = s_[w];
    if (unit.awaited_by != kNone) return push(w);
    if (comma_ && continues_list(w) && take_coordination(w)) return;
    if (coordinator_ != kNone && take_coordination(w)) return;
    if (top() == kNone || is_opener(top())) return push(w);
    if (unit.marker != kNone) return place_prepositional(w);
    if (place_argument(w)) return;
    push(w);
  }

  /// After a comma: further commas and a coordinator follow between phrases of the same form.
  bool continues_list(std::uint32_t w) const {
    const Word& first = s_[w];
    const std::uint32_t last = nearest([&](const Word& c) { return nominal(c) && c.deprel == Deprel::conj; });
    if (last != kNone && same_form(first, s_[last]) && s_[last].head != kNone &&
        same_form(first, s_[s_[last].head]))
      return true;
    int commas = 0;
    auto at = std::lower_bound(s_.units.begin(), s_.units.end(), first.begin,
                               [&](std::uint32_t u, std::uint32_t b) { return s_[u].begin < b; });
    bool fresh = false;
    for (int k = 0; at != s_.units.end() && k < kListLimit; ++at, ++k) {
      const Word& u = s_[*at];
      if (u.kind == Kind::coordinator) {
        const auto next = at + 1;
        return next != s_.units.end() && same_form(first, s_[*next]);
      }
      if (u.kind == Kind::punctuation) {
        if (!u.is(WordClass::comma)) break;
        ++commas;
        fresh = true;
        continue;
      }
      if (u.kind != Kind::nominal && u.kind != Kind::adjective && u.kind != Kind::participle) break;
      if (fresh && !same_form(first, u)) break;
      fresh = false;
    }
    return commas >= 2;
  }

  bool same_form(const Word& a, const Word& b) const {
    return b.kind == a.kind && a.preposition == b.preposition && (a.marker == kNone) == (b.marker == kNone) &&
           a.is(Upos::PROPN) == b.is(Upos::PROPN) && a.determined == b.determined;
  }

  /// A noun phrase without preposition to the right of what may govern it.
  bool place_argument(std::uint32_t w) {
    Word& unit = s_[w];
    const std::uint32_t verb = nearest([](const Word& c) { return is_verbal(c.kind); });
    const std::uint32_t noun = nearest([](const Word& c) { return nominal(c); });
    if (unit.is(Upos::NUM) && !unit.determined && !boundary_ && noun != kNone &&
        noun > before_or_zero(verb) && s_[noun].is(Upos::NOUN)) {
      attach(w, noun, Deprel::nmod, "number-after-noun");
      return true;
    }
    if (unit.is(Upos::PROPN) && !unit.determined && !boundary_ && noun != kNone &&
        s_[noun].end == unit.begin && s_[noun].is(Upos::NOUN)) {
      std::uint32_t host = apposition_host(unit, noun);
      if (host == noun && s_[noun].deprel == Deprel::nmod && !s_[noun].determined) host = s_[noun].head;
      attach(w, host, Deprel::appos, "name-after-phrase");
      return true;
    }
    if (bracket_ && noun != kNone) {
      attach(w, bracket_host(unit, noun), unit.is(Upos::NUM) ? Deprel::nmod : Deprel::appos, "bracketed");
      return true;
    }
    if (comma_ || colon_ || boundary_) {
      if (unit.is(WordClass::time) && verb != kNone) {
        attach(w, verb, Deprel::obl_mod, "time-noun");
        return true;
      }
      if (verb != kNone && noun > verb && after_insertion(noun, verb) && unit.determined) {
        Word& v = s_[verb];
        if (v.object == kNone && !v.passive && !v.copula && v.governs(kGovernsObject)) {
          v.object = w;
          attach(w, verb, Deprel::obj, "object-after-insertion");
          return true;
        }
      }
      if (colon_ && verb == kNone && noun != kNone && is_temporal(s_[noun])) return false;
      if (noun != kNone && (verb == kNone || noun > verb)) {
        const std::uint32_t host = apposition_host(unit, noun);
        attach(w, host, Deprel::appos, "apposition");
        return true;
      }
    }
    if (verb == kNone) return false;
    Word& v = s_[verb];
    if (v.copula && v.attribute != kNone && v.subject == kNone && v.attribute < verb) {
      v.subject = w;
      attach(w, verb, Deprel::nsubj, "subject-inverted");
      return true;
    }
    if (v.copula && v.attribute == kNone && !unit.is(WordClass::time)) {
      v.attribute = w;
      attach(w, verb, Deprel::xcomp, "attribute");
      return true;
    }
    if (unit.is(WordClass::time) && (v.object != kNone || !v.is(WordClass::time_object))) {
      attach(w, verb, Deprel::obl_mod, "time-noun");
      return true;
    }
    if (v.kind == Kind::finite && v.subject == kNone && v.deprel != Deprel::conj && inverts(verb)) {
      v.subject = w;
      attach(w, verb, v.passive ? Deprel::nsubj_pass : Deprel::nsubj, "subject-inverted");
      return true;
    }
    const bool empty_subject =
        v.subject != kNone && is_il(s_[v.subject]) && (v.passive || v.is(WordClass::presentative));
    if ((!empty_subject && v.is(WordClass::attributive)) ||
        (v.is(WordClass::object_attributive) && (v.passive || v.reflexive || v.object != kNone))) {
      attach(w, verb, Deprel::xcomp, "attribute-of-verb");
      return true;
    }
    if (v.object == kNone && empty_subject && !v.impersonal) {
      make_impersonal(v);
      v.object = w;
      attach(w, verb, v.passive ? Deprel::nsubj_pass : Deprel::nsubj, "subject-after-expletive");
      return true;
    }
    if (v.object == kNone && !v.passive) {
      v.object = w;
      attach(w, verb, Deprel::obj, "object");
      return true;
    }
    if (noun != kNone && noun > verb) {
      attach(w, noun, unit.begin < w ? Deprel::appos : Deprel::nmod, "noun-after-noun");
      return true;
    }
    attach(w, verb, v.passive && v.is(WordClass::object_attributive) ? Deprel::xcomp : Deprel::obl_mod,
           "noun-after-verb");
    return true;
  }

  /// The phrase of `noun` below `verb` begins after a comma, too.
  bool after_insertion(std::uint32_t noun, std::uint32_t verb) const {
    if (noun == kNone) return false;
    while (s_[noun].head != kNone && s_[noun].head != verb) noun = s_[noun].head;
    const std::uint32_t first = s_[noun].begin;
    return s_[noun].head == verb && first > 0 &&
           (s_[first - 1].is(WordClass::comma) || s_[first - 1].is(WordClass::dash));
  }

  /// "le discours de la ministre de la Justice, Anna Berg": the nearest office, for a name; else the nearest
  /// noun.
  std::uint32_t apposition_host(const Word& unit, std::uint32_t noun) const {
    const auto above = [&](std::uint32_t h) {
      const std::uint32_t up = s_[h].head;
      return s_[h].deprel == Deprel::nmod && up != kNone && nominal(s_[up]) ? up : kNone;
    };
    if (unit.is(Upos::PROPN) || unit.is(WordClass::title)) {
      for (std::uint32_t h = noun; h != kNone; h = above(h))
        if (s_[h].is(WordClass::title) ||
            (!unit.is(Upos::PROPN) && s_[h].is(Upos::PROPN) && s_[h].marker == kNone))
          return h;
    }
    const std::uint32_t up = above(noun);  // "Corée du Sud"
    return up != kNone && s_[noun].is(Upos::PROPN) && s_[up].is(Upos::PROPN) ? up : noun;
  }

  /// An abbreviation stands for the noun that begins with its letter: "la communauté d'États (CE)".
  std::uint32_t bracket_host(const Word& unit, std::uint32_t noun) const {
    if (unit.tag->shape != Shape::upper || unit.determined) return noun;
    const std::uint32_t match = nearest([&](const Word& c) {
      return nominal(c) && !c.form.empty() && c.form.front() == unit.form.front() && c.is(Upos::NOUN);
    });
    return match != kNone ? match : noun;
  }

  bool inverts(std::uint32_t verb) const {
    const Word& v = s_[verb];
    const Morph& m = s_[finite_part(verb)].morph();
    if (m.mood == Mood::imp || m.person == Person::first || m.person == Person::second) return false;
    if (v.opener != kNone && s_[v.opener].kind == Kind::relative) return true;
    return v.is(WordClass::speech) || v.passive || !v.governs(kGovernsObject);
  }

  void place_prepositional(std::uint32_t w) {
    Word& unit = s_[w];
    const Vocabulary& voc = s_.vocabulary();
    Candidate best;
    const int bias = voc.attraction().verbal(unit.preposition, unit.tag->lemma) / 2;
    int step = 0;
    climb([&](std::uint32_t c, int) {
      const Word& head = s_[c];
      if (head.kind == Kind::adverb && head.locution) {  // en raison de, à partir de
        if (head.end != unit.begin || (unit.preposition != voc.de() && unit.preposition != voc.a()))
          return true;
        best = {c, 0};
        return false;
      }
      if (head.kind == Kind::adverb && head.is(WordClass::governing_adverb) &&
          head.end == unit.begin) {  // lors de
        best = {c, 0};
        return false;
      }
      const auto host = host_of(head);
      if (!host) return true;
      if (head.is(Upos::NUM) && is_temporal(head) && !(is_temporal(unit) && unit.preposition == voc.a()))
        return true;
      int score = voc.attraction().value(*host, head.tag->lemma, unit.preposition, step++, boundary_,
                                         is_temporal(unit));
      score += is_verbal(head.kind) ? bias : -bias;
      score += fit(head, unit);
      if (head.copula && head.attribute == kNone) score = kAttributeExpected;
      if (best.word == kNone || score > best.score) best = {c, score};
      return true;
    });
    if (best.word == kNone) return push(w);
    Word& head = s_[best.word];
    if (head.copula && head.attribute == kNone && !comma_) {
      head.attribute = w;
      return attach(w, best.word, Deprel::xcomp, "attribute-prepositional");
    }
    attach(w, best.word, oblique(head, unit), "prepositional");
  }

  static std::optional<Host> host_of(const Word& w) {
    switch (w.kind) {
      case Kind::finite:
        return Host::finite;
      case Kind::infinitive:
        return Host::infinitive;
      case Kind::participle:
      case Kind::gerund:
        return Host::participle;
      default:
        break;
    }
    if (w.kind == Kind::absorbed && !nominal(w) && !w.is(Upos::ADJ)) return std::nullopt;
    switch (w.tag->upos) {
      case Upos::NOUN:
      case Upos::SYM:
        if (w.determined) return Host::noun;
        if (w.counted) return Host::measure;
        return w.marker != kNone         ? Host::bare_complement
               : w.deprel == Deprel::obj ? Host::bare_object
                                         : Host::noun;
      case Upos::PROPN:
      case Upos::X:
        return Host::name;
      case Upos::NUM:
        return Host::number;
      case Upos::PRON:
        return w.kind == Kind::nominal ? std::optional(Host::pronoun) : std::nullopt;
      case Upos::ADJ:
        return Host::adjective;
      case Upos::ADV:
        return w.kind == Kind::nominal ? std::optional(Host::adverb) : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  /// What grammar says of a phrase below `head`, beside the counts.
  int fit(const Word& head, const Word& unit) const {
    const Vocabulary& voc = s_.vocabulary();
    const Preposition p = unit.preposition;
    const bool governs = head.governs(Valency{1} << p);
    int score = governs ? (head.object != kNone ? kGovernedBesideObject : kGoverned) : 0;
    if (head.passive && p == voc.par()) score += kAgentExpected;
    if (head.is(WordClass::time) && p != voc.de()) score -= kAgainstTime;
    if (head.is(Upos::ADJ) && !governs) score -= kAgainstAdjective;
    if (head.is(WordClass::title) && p != voc.de() && p != voc.a()) score -= kAgainstTitle;
    return score;
  }

  static bool is_temporal(const Word& w) {
    return w.is(WordClass::time) || (w.is(Upos::NUM) && w.form.size() == 4);
  }

  Deprel oblique(const Word& head, const Word& unit) const {
    const Vocabulary& voc = s_.vocabulary();
    if (is_verbal(head.kind)) {
      if (head.is(WordClass::object_attributive) && unit.preposition == voc.comme()) return Deprel::xcomp;
      if (unit.preposition == voc.par() && (head.passive || head.kind == Kind::participle))
        return Deprel::obl_agent;
      return head.governs(Valency{1} << unit.preposition) ? Deprel::obl_arg : Deprel::obl_mod;
    }
    if (head.is(Upos::NUM) && unit.is(Upos::NUM)) return Deprel::obl_arg;
    if (nominal(head) && !head.is(Upos::ADV)) return Deprel::nmod;
    return Deprel::obl_arg;
  }

  // --- verbs -----------------------------------------------------------------------------------------------

  /// Gives a verb what waits to its left, down to its opener or to another clause.
  void collect(std::uint32_t w) {
    Word& verb = s_[w];
    last_ = before(verb.begin);
    if (verb.quoting) return;

    while (!stack_.empty()) {
      const std::uint32_t e = stack_.back();
      if (e == verb.opener) return;
      const Word& entry = s_[e];
      if (is_opener(e)) {
        if (verb.opener == kNone && verb.kind == Kind::finite) return;
        return;
      }
      if (entry.kind == Kind::finite && entry.opener == kNone) return;
      if (entry.kind == Kind::nominal && entry.awaited_by != kNone && entry.awaited_by != w) return;
      stack_.pop_back();
      last_ = before(std::min(entry.begin, e));
      left_dependent(e, w);
    }
  }

  void left_dependent(std::uint32_t e, std::uint32_t w) {
    Word& verb = s_[w];
    const Word& entry = s_[e];
    if (verb.copula && verb.attribute == kNone && verb.subject == kNone &&
        entry.is(WordClass::wh_attribute)) {
      verb.attribute = e;
      return s_.attach(e, w, Deprel::xcomp, "attribute-interrogative");
    }
    switch (entry.kind) {
      case Kind::nominal:
        if (verb.subject == e)
          s_.attach(e, w, verb.passive ? Deprel::nsubj_pass : Deprel::nsubj, "subject");
        else if (entry.is(WordClass::civil_title) && entry.end < s_.size() &&
                 s_[entry.end].is(WordClass::comma))
          s_.attach(e, w, Deprel::vocative, "vocative");
        else if (entry.marker != kNone || entry.is(WordClass::time))
          s_.attach(e, w, Deprel::obl_mod, "preposed");
        else if (verb.subject == kNone && verb.kind == Kind::finite) {
          verb.subject = e;
          s_.attach(e, w, verb.passive ? Deprel::nsubj_pass : Deprel::nsubj, "subject");
        } else
          s_.attach(e, w, entry.is(Upos::PRON) ? Deprel::dislocated : Deprel::obl_mod, "left-over");
        break;
      case Kind::adverb:
        s_.attach(e, w, Deprel::advmod, "adverb");
        break;
      case Kind::adjective:
      case Kind::participle:
        s_.attach(e,
                  verb.subject != kNone && !is_verbal(s_[verb.subject].kind) &&
                          s_[verb.subject].kind == Kind::nominal
                      ? verb.subject
                      : w,
                  entry.kind == Kind::participle
                      ? (verb.subject != kNone && s_[verb.subject].kind == Kind::nominal ? Deprel::acl
                                                                                         : Deprel::advcl)
                      : Deprel::advcl,
                  "detached");
        break;
      case Kind::infinitive:
        if (entry.marker == kNone && verb.subject == kNone) {
          verb.subject = e;
          s_.attach(e, w, Deprel::csubj, "infinitive-subject");
        } else
          s_.attach(e, w, Deprel::advcl, "preposed-clause");
        break;
      default:
        s_.attach(e, w, Deprel::advcl, "preposed-clause");
        break;
    }
  }

  void place_finite(std::uint32_t w) {
    Word& verb = s_[w];
    std::uint32_t coordinator = verb.coordinator;
    if (coordinator == kNone) std::swap(coordinator, coordinator_);
    collect(w);
    if (verb.opener != kNone && !stack_.empty() && stack_.back() == verb.opener) {
      stack_.pop_back();
      return verb_with_opener(w);
    }
    if (coordinator != kNone) s_.attach(coordinator, w, Deprel::cc, "coordination");
    main_clause(w, coordinator != kNone);
  }

  void verb_with_opener(std::uint32_t w) {
    Word& verb = s_[w];
    const std::uint32_t o = verb.opener;
    const std::uint32_t coordinator = s_[o].coordinator;
    last_ = before(std::min(s_[o].begin, o));
    if (coordinator != kNone) s_.attach(coordinator, w, Deprel::cc, "coordination");
    if (s_[o].kind == Kind::relative)
      relative_clause(w, o);
    else
      subordinate_clause(w, o, coordinator != kNone);
    note(w);
  }

  void indirect_question(std::uint32_t w, std::uint32_t o) {
    s_.attach(o, w, Deprel::advmod, "interrogative");
    const std::uint32_t host = nearest([](const Word& c) { return is_verbal(c.kind); });
    if (host == kNone) return stack_.push_back(w);
    s_.attach(w, host, Deprel::ccomp, "indirect-question");
  }

  /// The word of a verb group that carries person and number.
  std::uint32_t finite_part(std::uint32_t verb) const {
    for (std::uint32_t k = s_[verb].begin; k < verb; ++k)
      if (s_[k].head == verb && (s_[k].is(Upos::AUX) || s_[k].is(Upos::VERB))) return k;
    return verb;
  }

  /// The nominal a relative clause qualifies; `m` is what the pronoun's verb or form says of its number and
  /// gender. Bare complements ("mission d'information") rarely are it.
  std::uint32_t antecedent(const Morph& m) const {
    Candidate best;
    int step = 0;
    climb([&](std::uint32_t c, int) {
      const Word& w = s_[c];
      if (!nominal(w)) return true;
      const Number number =
          w.is(Upos::PROPN) && w.morph().number == Number::none ? Number::sing : w.morph().number;
      if (m.number != Number::none && number != Number::none && number != m.number) return true;
      if (m.gender != Gender::none && w.morph().gender != Gender::none && w.morph().gender != m.gender)
        return true;
      const bool in_name = w.is(Upos::PROPN) && w.deprel == Deprel::nmod && w.head != kNone &&
                           s_[w.head].is(Upos::PROPN);  // Corée du Sud
      const bool bare = w.marker != kNone && (in_name || (!w.determined && w.is(Upos::NOUN)));
      const int score = -2 * step++ - (bare ? kBareAntecedent : 0);
      if (best.word == kNone || score > best.score) best = {c, score};
      return true;
    });
    return best.word;
  }

  void relative_clause(std::uint32_t w, std::uint32_t o) {
    Word& verb = s_[w];
    const Word& rel = s_[o];
    if (rel.is(WordClass::interrogative) && rel.marker == kNone && rel.form != "où")
      return indirect_question(w, o);
    if (verb.subject == o)
      s_.attach(o, w, verb.passive ? Deprel::nsubj_pass : Deprel::nsubj, "relative-subject");
    else if (rel.marker != kNone)
      s_.attach(o, w, Deprel::obl_mod, "relative-oblique");
    else if (rel.is(WordClass::que)) {
      verb.object = o;
      s_.attach(o, w, verb.copula ? Deprel::xcomp : Deprel::obj, "relative-object");
    } else if (rel.form == "dont") {
      const bool by_noun = verb.subject != kNone && s_[verb.subject].kind == Kind::nominal &&
                           !verb.governs(Valency{1} << s_.vocabulary().de());
      s_.attach(o, by_noun ? verb.subject : w, by_noun ? Deprel::nmod : Deprel::iobj, "relative-dont");
    } else
      s_.attach(o, w, Deprel::obl_mod, "relative-oblique");
    const Morph& m = verb.subject == o ? s_[finite_part(w)].morph() : rel.morph();
    const std::uint32_t host = antecedent(m);
    if (host == kNone) {
      stack_.push_back(w);
      return;
    }
    s_.attach(w, host, Deprel::acl_relcl, "relative");
  }

  void subordinate_clause(std::uint32_t w, std::uint32_t o, bool coordinated) {
    const Word& opener = s_[o];
    s_.attach(o, w, Deprel::mark, "subordinator");
    if (opener.marker != kNone) s_.attach(opener.marker, w, Deprel::mark, "subordinator");  // pour que
    if (coordinated) {
      const std::uint32_t mate =
          nearest([](const Word& c) { return c.kind == Kind::finite && c.opener != kNone; });
      if (mate != kNone) return s_.attach(w, first_conjunct(mate), Deprel::conj, "coordination");
    }
    if (opener.is(WordClass::que) && opener.marker == kNone && complement_clause(w, o)) return;
    const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
    if (verb == kNone) return stack_.push_back(w);
    const bool question = opener.is(WordClass::si) && s_[verb].is(WordClass::question);
    s_.attach(w, verb, question ? Deprel::ccomp : Deprel::advcl,
              question ? "indirect-question" : "adverbial-clause");
  }

  /// "l'accord que Riga vient de signer": nothing takes a clause, so que is a relative pronoun, whatever its
  /// tag.
  bool misread_relative(std::uint32_t w, std::uint32_t o) {
    const std::uint32_t noun = before(s_[o].begin);
    if (noun == kNone || s_[w].object != kNone || s_[w].copula || s_[w].passive || s_[w].reflexive)
      return false;
    const Word& n = s_[noun];
    const std::uint32_t host = n.kind == Kind::nominal ? noun : n.head;
    if (host == kNone || s_[host].kind != Kind::nominal || !s_[host].determined ||
        s_[host].is(WordClass::time))
      return false;
    if (s_[host].is(Upos::PROPN) ||
        s_[w].governs(kGovernsInfinitive | kGovernsInfinitiveDe | kGovernsObject) == false)
      return false;
    s_[o].kind = Kind::relative;
    relative_clause(w, o);
    return true;
  }

  /// que + clause: complement of the nearest word that takes one.
  bool complement_clause(std::uint32_t w, std::uint32_t o) {
    Candidate best;
    climb([&](std::uint32_t c, int steps) {
      const Word& head = s_[c];
      int score = INT32_MIN;
      if (is_verbal(head.kind))
        score = head.governs(kGovernsQue) ? 30 : head.copula || head.governs(kKnown) ? 5 : 15;
      else if (nominal(head))
        score = head.governs(kGovernsQue) ? 30 : head.form == "ce" ? 40 : INT32_MIN;
      else if (head.is(Upos::ADJ))
        score = head.governs(kGovernsQue) ? 25 : INT32_MIN;
      if (score != INT32_MIN && (best.word == kNone || score - 3 * steps > best.score))
        best = {c, score - 3 * steps};
      return true;
    });
    if (best.word == kNone) return false;
    if (best.score < kExpectsClause && misread_relative(w, o)) return true;
    Word& head = s_[best.word];
    if (head.copula && head.attribute == kNone) {
      head.attribute = w;
      s_.attach(w, best.word, Deprel::xcomp, "attribute-clause");
      return true;
    }
    std::uint32_t host = best.word;
    if (head.is(Upos::ADJ) && head.head != kNone && s_[head.head].copula && s_[head.head].attribute == host)
      host = head.head;
    Word& verb = s_[host];
    const bool adjective = verb.copula && verb.attribute != kNone && s_[verb.attribute].is(Upos::ADJ);
    if (adjective == false && verb.copula && verb.attribute != kNone && verb.subject != kNone &&
        is_ce(s_[verb.subject])) {
      make_impersonal(verb);
      s_.attach(w, host, Deprel::advcl_cleft, "cleft");
      return true;
    }
    const bool empty = verb.subject != kNone && is_il(s_[verb.subject]) &&
                       (adjective || verb.passive || verb.is(WordClass::presentative));
    if (empty) make_impersonal(verb);
    s_.attach(w, host,
              nominal(verb)        ? Deprel::acl
              : empty && adjective ? Deprel::csubj
                                   : Deprel::ccomp,
              "complement-clause");
    return true;
  }

  std::uint32_t first_conjunct(std::uint32_t w) const {
    while (s_[w].deprel == Deprel::conj && s_[w].head != kNone && is_verbal(s_[s_[w].head].kind))
      w = s_[w].head;
    return w;
  }

  /// The finite verb that holds all others above `w`.
  std::uint32_t outermost(std::uint32_t w) const {
    std::uint32_t found = w;
    for (; w != kNone; w = s_[w].head)
      if (s_[w].kind == Kind::finite) found = w;
    return found;
  }

  void main_clause(std::uint32_t w, bool coordinated) {
    const std::uint32_t mate = nearest([](const Word& c) { return c.kind == Kind::finite; });
    std::uint32_t first = mate;
    if (mate != kNone) {
      const bool own_subject = s_[w].subject != kNone;
      while (own_subject && s_[first].opener != kNone && s_[first].head != kNone) {  // a new main clause
        std::uint32_t up = s_[first].head;
        while (up != kNone && s_[up].kind != Kind::finite) up = s_[up].head;
        if (up == kNone) break;
        first = up;
      }
      while (s_[first].deprel == Deprel::conj && s_[first].head != kNone &&
             s_[s_[first].head].kind == Kind::finite)
        first = s_[first].head;
      const bool insert = !coordinated && s_[w].is(WordClass::speech) && boundary_;
      if (insert) first = outermost(first);
      attach(w, first,
             coordinated || !insert ? (coordinated || comma_ ? Deprel::conj : Deprel::parataxis)
                                    : Deprel::parataxis_insert,
             "main-clause");
      return;
    }
    push(w);
  }

  /// How well an infinitive fits below `head`; nothing where it cannot stand there.
  std::optional<int> infinitive_fit(const Word& head, const Word& unit) const {
    const Vocabulary& voc = s_.vocabulary();
    const bool de = unit.preposition == voc.de(), a = unit.preposition == voc.a();
    if (is_verbal(head.kind)) {
      if (head.copula && head.attribute == kNone) return 300;
      if (unit.marker == kNone) return head.governs(kGovernsInfinitive) ? 300 : 200;
      return (de && head.governs(kGovernsInfinitiveDe)) || (a && head.governs(kGovernsInfinitiveA)) ? 300
                                                                                                    : 100;
    }
    if (unit.marker == kNone) return std::nullopt;
    if (nominal(head)) {
      if (!de && !a) return head.governs(kGovernsInfinitivePour) ? 100 : -100;
      const bool governs = head.governs(de ? kGovernsInfinitiveDe : kGovernsInfinitiveA);
      return (de ? 150 : 60) + (governs ? 100 : 0) - (head.is(Upos::PROPN) ? 150 : 0);
    }
    if (head.is(Upos::ADJ)) return de || a ? 120 : 0;
    if (head.is(WordClass::governing_adverb) && head.end == unit.begin) return 400;
    return std::nullopt;
  }

  std::uint32_t infinitive_host(const Word& unit) const {
    Candidate best;
    int step = 0;
    climb([&](std::uint32_t c, int) {
      const auto fit = infinitive_fit(s_[c], unit);
      if (!fit) return true;
      const int score = *fit - kInfinitiveStep * step++;
      if (best.word == kNone || score > best.score) best = {c, score};
      return true;
    });
    return best.word;
  }

  void place_infinitive(std::uint32_t w) {
    Word& unit = s_[w];
    if (bracket_) {
      std::uint32_t host = nearest([](const Word& c) { return c.kind == Kind::finite; });
      if (host == kNone) host = nearest([](const Word& c) { return nominal(c); });
      if (host != kNone) return attach(w, host, Deprel::parataxis, "bracketed");
    }
    if (coordinator_ != kNone && take_coordination(w)) return;
    const std::uint32_t host = infinitive_host(unit);
    if (host == kNone) return push(w);
    Word& head = s_[host];
    if (head.copula && head.attribute == kNone) {
      head.attribute = w;
      return attach(w, host, Deprel::xcomp, "attribute-infinitive");
    }
    share_expletive(head, unit);
    const Vocabulary& voc = s_.vocabulary();
    const bool adverbial =
        unit.marker != kNone && unit.preposition != voc.de() && unit.preposition != voc.a();
    if (!adverbial) raise_relative(head, w);
    attach(w, host, infinitive_function(head, adverbial), "infinitive");
  }

  Deprel infinitive_function(const Word& head, bool adverbial) const {
    if (head.form == "afin") return Deprel::ccomp;
    if (nominal(head)) return Deprel::acl;
    if (!is_verbal(head.kind)) return Deprel::xcomp;
    if (adverbial) return Deprel::advcl;
    const bool adjective = head.copula && head.attribute != kNone && s_[head.attribute].is(Upos::ADJ);
    return !head.impersonal ? Deprel::xcomp : adjective ? Deprel::csubj : Deprel::ccomp;
  }

  /// "il doit y avoir", "il est possible de": the infinitive shows that the verb's il is empty.
  void share_expletive(Word& head, const Word& infinitive) {
    if (head.subject == kNone || !is_il(s_[head.subject])) return;
    const bool adjective = head.copula && head.attribute != kNone && s_[head.attribute].is(Upos::ADJ);
    if ((infinitive.impersonal || infinitive.is(WordClass::impersonal)) ? head.is(WordClass::modal)
                                                                        : adjective || head.passive)
      make_impersonal(head);
  }

  static bool is_ce(const Word& w) { return w.form == "ce" || w.form == "c'" || w.form == "-ce"; }
  static bool is_il(const Word& w) { return w.form == "il" || w.form == "-t-il" || w.form == "-il"; }

  void make_impersonal(Word& verb) {
    verb.impersonal = true;
    s_[verb.subject].deprel = Deprel::expl_subj;
  }

  /// "le point que je souhaite exposer": the relative pronoun is the infinitive's object.
  void raise_relative(Word& head, std::uint32_t infinitive) {
    if (head.object == kNone || head.object != head.opener || s_[infinitive].object != kNone ||
        !s_[infinitive].governs(kGovernsObject))
      return;
    s_.attach(head.object, infinitive, Deprel::obj, "relative-raised");
    s_[infinitive].object = head.object;
    head.object = kNone;
  }

  /// The nominal a participle or adjective qualifies: agreement that shows outweighs nearness.
  std::uint32_t agreeing_nominal(const Word& unit) const {
    Candidate best;
    int step = 0;
    climb([&](std::uint32_t c, int) {
      const Word& w = s_[c];
      if (is_verbal(w.kind) && best.word != kNone && !boundary_) return false;
      if (!nominal(w) || !agree(w.morph(), unit.morph())) return true;
      const bool shows = unit.morph().gender != Gender::none && w.morph().gender == unit.morph().gender;
      const int score = (shows ? 3 : 0) - 2 * step++;
      if (best.word == kNone || score > best.score) best = {c, score};
      return true;
    });
    return best.word;
  }

  void place_participle(std::uint32_t w) {
    Word& unit = s_[w];
    if (coordinator_ != kNone && take_coordination(w)) return;
    const std::uint32_t governor = nearest([](const Word& c) { return is_verbal(c.kind); });
    if (governor != kNone && !boundary_ && s_[governor].end == unit.begin &&
        unit.morph().tense != Tense::pres &&
        (s_[governor].is(WordClass::attributive) || s_[governor].is(WordClass::object_attributive)))
      return attach(w, governor, Deprel::xcomp, "attribute-of-verb");
    const std::uint32_t noun = agreeing_nominal(unit);
    const std::uint32_t clause = nearest([](const Word& c) { return c.kind == Kind::finite; });
    const bool circumstance = comma_ && clause != kNone && noun != kNone && noun > clause &&
                              unit.morph().tense == Tense::pres && !unit.is(WordClass::stative);
    if (circumstance) return attach(w, clause, Deprel::advcl, "participle-circumstance");
    if (noun != kNone) return attach(w, noun, Deprel::acl, "participle");
    const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
    if (verb != kNone) return attach(w, verb, Deprel::advcl, "participle");
    push(w);
  }

  void place_gerund(std::uint32_t w) {
    if (coordinator_ != kNone && take_coordination(w)) return;
    const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
    if (verb != kNone) return attach(w, verb, Deprel::advcl, "gerund");
    push(w);
  }

  void place_adjective(std::uint32_t w) {
    Word& unit = s_[w];
    if (coordinator_ != kNone && take_coordination(w)) return;
    const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind); });
    if (verb != kNone && s_[verb].copula && s_[verb].attribute == kNone) {
      s_[verb].attribute = w;
      return attach(w, verb, Deprel::xcomp, "attribute");
    }
    const std::uint32_t noun =
        nearest([&](const Word& c) { return nominal(c) && agree(c.morph(), unit.morph()); });
    if (verb != kNone &&
        (s_[verb].is(WordClass::attributive) || s_[verb].is(WordClass::object_attributive)) &&
        (noun == kNone || noun < verb || s_[verb].is(WordClass::object_attributive)))
      return attach(w, verb, Deprel::xcomp, "attribute-of-verb");
    if (noun != kNone && (verb == kNone || noun > verb || boundary_))
      return attach(w, noun, Deprel::amod, "adjective");
    if (verb != kNone) return attach(w, verb, Deprel::xcomp, "adjective-after-verb");
    push(w);
  }

  /// The adverb bears on the unit that begins right after it.
  bool looks_forward(std::uint32_t w, std::uint32_t next) const {
    const Word& adverb = s_[w];
    const Word& unit = s_[next];
    if (adverb.end != unit.begin) return false;
    if (adverb.locution) return adverb.is(WordClass::focus) && unit.kind == Kind::nominal;
    if (unit.kind == Kind::participle) return true;
    if (unit.kind != Kind::nominal && unit.kind != Kind::adjective && unit.kind != Kind::adverb &&
        unit.kind != Kind::infinitive)
      return false;
    if (adverb.is(WordClass::narrow_focus)) return true;
    const std::uint32_t before_it = before(adverb.begin);
    const bool after_verb =
        before_it != kNone && (is_verbal(s_[before_it].kind) || s_[before_it].is(Upos::AUX));
    if (adverb.is(WordClass::focus) && !after_verb) return true;
    const bool governed = unit.preposition == s_.vocabulary().de() || unit.preposition == s_.vocabulary().a();
    return unit.kind == Kind::nominal && !governed && boundary_ && unit.awaited_by == kNone &&
           !stack_.empty();
  }

  void place_adverb(std::uint32_t w, std::size_t u) {
    if (coordinator_ != kNone && take_coordination(w)) return;
    if (u + 1 < s_.units.size() && looks_forward(w, s_.units[u + 1])) {
      const std::uint32_t next = s_.units[u + 1];
      s_.attach(w, next, Deprel::advmod, "adverb-before");
      s_[next].begin = std::min(s_[next].begin, s_[w].begin);
      keep_boundary_ = true;
      return;
    }
    const std::uint32_t measured =
        s_[w].is(WordClass::lapse) ? nearest([&](const Word& c) { return nominal(c) && c.counted; }) : kNone;
    if (measured != kNone && s_[measured].end == s_[w].begin)
      return attach(w, measured, Deprel::advmod, "lapse");
    const std::uint32_t verb = nearest([&](const Word& c) { return is_verbal(c.kind) || c.is(Upos::ADJ); });
    if (verb != kNone) return attach(w, verb, Deprel::advmod, "adverb");
    push(w);
  }

  // --- the end ---------------------------------------------------------------------------------------------

  /// One tree is left: the first main clause, or the first nominal; the rest hangs on it.
  void finish() {
    if (stack_.empty()) return;
    std::uint32_t root = kNone;
    for (const std::uint32_t e : stack_)
      if (s_[e].kind == Kind::finite && s_[e].opener == kNone && (root == kNone)) root = e;
    for (const Kind k :
         {Kind::nominal, Kind::infinitive, Kind::participle, Kind::adjective, Kind::finite, Kind::adverb})
      for (const std::uint32_t e : stack_)
        if (root == kNone && s_[e].kind == k &&
            !(k == Kind::nominal && is_temporal(s_[e]) && e != stack_.back()))
          root = e;
    if (root == kNone) root = stack_.front();
    s_[root].deprel = Deprel::root;
    s_[root].rule = "root";
    for (const std::uint32_t e : stack_) {
      if (e == root) continue;
      const Word& w = s_[e];
      Deprel d = Deprel::parataxis;
      if (w.kind == Kind::adverb)
        d = Deprel::advmod;
      else if (is_opener(e))
        d = Deprel::mark;
      else if (w.kind == Kind::nominal && w.marker != kNone)
        d = is_verbal(s_[root].kind) ? Deprel::obl_mod : Deprel::nmod;
      else if (w.kind == Kind::finite && w.opener != kNone)
        d = Deprel::advcl;
      s_.attach(e, root, d, "left-over");
    }
    if (coordinator_ != kNone) s_.attach(coordinator_, root, Deprel::cc, "left-over");
    coordinator_ = kNone;
  }

  Sentence& s_;
  std::vector<std::uint32_t>& stack_;
  std::uint32_t last_ = kNone;  ///< last word of the topmost tree
  std::uint32_t before_bracket_ = kNone,
                below_bracket_ = kNone;  ///< last word and topmost tree at the bracket
  std::uint32_t coordinator_ = kNone;    ///< read, not yet used
  bool comma_ = false, boundary_ = false, colon_ = false, bracket_ = false;  ///< right before this unit
  bool keep_boundary_ = false;
};

}  // namespace

void attach_units(Sentence& s) { Attacher(s).run(); }

}  // namespace maillon::syntax
