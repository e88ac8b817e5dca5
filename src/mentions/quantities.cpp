// Numbers with their comparators and units, and the noun they count.
#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"
#include "mentions/numbers.hpp"

namespace maillon {

namespace {

class QuantityFinder {
 public:
  explicit QuantityFinder(Draft& draft)
      : draft_(draft), parsed_(draft.parsed), rules_(draft.vocabulary.quantities) {}

  void run() {
    draft_.quantity_at.assign(parsed_.size(), kNone);
    for (const IndexRange sentence : parsed_.tagged().sentences) {
      sentence_ = sentence;
      for (std::uint32_t i = sentence.begin; i < sentence.end;) i = from(i);
    }
    std::vector<std::uint32_t> order(draft_.quantities.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return draft_.quantities[a].head < draft_.quantities[b].head;
    });
    std::vector<Quantity> sorted;
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      sorted.push_back(std::move(draft_.quantities[order[i]]));
    }
    draft_.quantities = std::move(sorted);
    for (std::uint32_t& q : draft_.quantity_at)
      if (q != kNone) q = place[q];
  }

 private:
  /// Makes the quantity that begins at word i; the word to go on from.
  std::uint32_t from(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    if (draft_.time_at[i] != kNone) return i + 1;
    const char c = w.form.front();
    const bool figure = c >= '0' && c <= '9';
    if (!figure && w.upos != Upos::NUM && w.upos != Upos::NOUN && w.upos != Upos::DET) return i + 1;
    if (w.upos == Upos::NOUN && !figure) return measure(i);
    if (!figure && w.upos != Upos::NUM && !parse_number_word(utf8::to_lower(w.form))) return i + 1;
    if (w.shape == Shape::mixed || w.morph.ordinal) return i + 1;
    const auto number = match_number(parsed_, i, sentence_.end);
    if (!number) return i + 1;
    if (!figure && w.upos == Upos::DET) return i + 1;
    Quantity q;
    q.value = number->value;
    q.words = number->words;
    q.rule = "quantity.number";
    std::uint32_t next = number->words.end;
    if (next < sentence_.end && parsed_.word(next).upos == Upos::NOUN) {
      if (const double size = rules_.measure(parsed_.word(next).lemma); size > 0) {  // "deux dizaines"
        q.value *= size * scales(++next);
        q.words.end = next;
      }
    }
    range(q, next);
    modifiers(q);
    unit(q, next);
    return finish(q, number->words);
  }

  /// What follows a measure multiplies it: "(dizaines) de milliers". Moves `next` behind it.
  double scales(std::uint32_t& next) const {
    double factor = 1;
    while (next + 1 < sentence_.end && parsed_.word(next).lemma == "de") {
      const double size = rules_.measure(parsed_.word(next + 1).lemma);
      if (size <= 0) break;
      factor *= size;
      next += 2;
    }
    return factor;
  }

  /// "500 à 600", "entre 500 et 600": the lower bound holds in any case.
  void range(Quantity& q, std::uint32_t& next) const {
    if (next + 1 >= sentence_.end) return;
    const std::string_view joint = parsed_.word(next).form;
    if (joint != "à" && joint != "et" && joint != "ou") return;
    const auto other = match_number(parsed_, next + 1, sentence_.end);
    if (!other || other->value <= q.value || draft_.time_at[next + 1] != kNone) return;
    const bool between = q.words.begin > sentence_.begin && parsed_.word(q.words.begin - 1).lemma == "entre";
    if (joint == "et" && !between) return;
    if (between) --q.words.begin;
    q.words.end = other->words.end;
    q.comparator = Comparator::at_least;
    q.rule = "quantity.range";
    next = other->words.end;
  }

  void modifiers(Quantity& q) const {
    for (const QuantityRules::Modifier& m : rules_.modifiers()) {
      for (const auto& words : m.before) {
        if (!stands_before(words, q.words.begin)) continue;
        q.words.begin -= static_cast<std::uint32_t>(words.size());
        if (q.comparator == Comparator::equal) q.comparator = m.comparator, q.rule = m.id;
        return;
      }
      for (const auto& words : m.after) {
        if (!stands_at(words, q.words.end)) continue;
        q.words.end += static_cast<std::uint32_t>(words.size());
        q.comparator = m.comparator;
        q.rule = m.id;
        return;
      }
    }
  }

  bool stands_before(const std::vector<std::string>& words, std::uint32_t at) const {
    const auto n = static_cast<std::uint32_t>(words.size());
    return at >= sentence_.begin + n && stands_at(words, at - n);
  }

  bool stands_at(const std::vector<std::string>& words, std::uint32_t at) const {
    if (at + words.size() > sentence_.end) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const TaggedWord& w = parsed_.word(at + static_cast<std::uint32_t>(i));
      if (w.form != words[i] && w.lemma != words[i] && utf8::to_lower(w.form) != words[i]) return false;
    }
    return true;
  }

  void unit(Quantity& q, std::uint32_t next) const {
    while (next < sentence_.end && parsed_.word(next).lemma == "de" && next == q.words.end) ++next;
    if (next >= sentence_.end) return;
    const std::string_view unit = rules_.unit(parsed_.word(next).form);
    if (!unit.empty()) {
      q.unit = unit;
      q.words.end = next + 1;
    } else if (next + 1 < sentence_.end && parsed_.word(next).lemma == "pour" &&
               parsed_.word(next + 1).form == "cent") {
      q.unit.assign(1, '%');
      q.words.end = next + 2;
    }
  }

  /// A collective numeral without a number of its own: "une dizaine", "des milliers", "plusieurs centaines".
  std::uint32_t measure(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    double size = rules_.measure(w.lemma);
    if (size <= 0) return i + 1;
    std::uint32_t end = i + 1;
    size *= scales(end);
    Quantity q;
    const bool several = w.morph.number == Number::plur || w.form.ends_with('s');
    q.value = several ? 2 * size : size;
    q.comparator = several ? Comparator::at_least : size < 1e6 ? Comparator::about : Comparator::equal;
    q.rule = size < 1e6 ? "quantity.measure" : "quantity.scale";
    q.words = {i, end};
    if (i > sentence_.begin &&
        (parsed_.word(i - 1).upos == Upos::DET || parsed_.word(i - 1).upos == Upos::NUM))
      q.words.begin = i - 1;
    return finish(q, {i, end});
  }

  std::uint32_t finish(Quantity& q, IndexRange number) {
    const std::uint32_t counted = counted_by(q, number);
    q.head = counted;
    const auto at = static_cast<std::uint32_t>(draft_.quantities.size());
    for (std::uint32_t i = number.begin; i < number.end; ++i) draft_.quantity_at[i] = at;
    draft_.quantity_at[counted] = at;
    // "une dizaine de soldats": the measure is the head in the tree, the soldiers are what is counted
    for (std::uint32_t measure = counted; measure != kNone;) {
      const NounClass* c = draft_.vocabulary.nouns.find(parsed_.word(measure).lemma);
      if (c == nullptr || (c->traits & kMeasure) == 0) break;
      measure = parsed_.child(measure, Deprel::nmod);
      if (measure != kNone) draft_.quantity_at[measure] = at;
    }
    const std::uint32_t end = q.words.end;
    draft_.quantities.push_back(std::move(q));
    return std::max(end, number.end);
  }

  /// The noun that the number depends on, else the number's last word.
  std::uint32_t counted_by(const Quantity& q, IndexRange number) const {
    for (std::uint32_t i = number.begin; i < number.end; ++i) {
      const std::uint32_t head = parsed_.head(i);
      if (head == kNone || number.contains(head)) continue;
      if (parsed_.deprel(i) == Deprel::nummod || parsed_.deprel(i) == Deprel::det ||
          (head > i && parsed_.word(head).upos == Upos::NOUN && parsed_.deprel(i) == Deprel::amod))
        return head;
      if (parsed_.word(i).upos == Upos::NOUN) return i;
    }
    return std::min(q.words.end, number.end) - 1;
  }

  Draft& draft_;
  const ParsedText& parsed_;
  const QuantityRules& rules_;
  IndexRange sentence_;
};

}  // namespace

void find_quantities(Draft& draft) { QuantityFinder(draft).run(); }

}  // namespace maillon
