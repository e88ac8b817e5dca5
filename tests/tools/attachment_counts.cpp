// Makes schemas/fr/syntax/attraction.tsv: how often words attract the prepositional phrases that they could
// take, in treebanks. usage: attachment-counts TREEBANK.conllu… > attraction.tsv
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "support/conllu_reader.hpp"
#include "syntax/vocabulary.hpp"

using namespace maillon;
using namespace maillon::syntax;

namespace {

constexpr double kSmoothing = 3;         ///< weight of the general odds against a word's own counts
constexpr double kLeastDifference = 25;  ///< centibits below which a word has no line of its own
constexpr int kLeastSeen = 1;
constexpr double kTraitSmoothing = 15;  ///< weight of a trait with any preposition against one preposition
constexpr double kTraitWeight = 0.8;    ///< traits tell in part the same

struct Count {
  int seen = 0, taken = 0;
};

int log_odds(double p) { return static_cast<int>(std::lround(100 * std::log2(p / (1 - p)))); }

class Counter {
 public:
  explicit Counter(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void read(const ParsedText& t) {
    for (std::uint32_t i = 0; i < t.size(); ++i) phrase(t, i);
  }

  void print() const {
    for (int h = 0; h < kHostCount; ++h)
      for (Preposition p = 0; p < kPrepositionLimit; ++p) {
        for (int k = 0; k < 2 * kPhraseKindCount; ++k)
          line(static_cast<Host>(h), p, k / kPhraseKindCount != 0,
               static_cast<PhraseKind>(k % kPhraseKindCount));
        for (std::size_t t = 0; t < kTraitCount; ++t)
          for (int far = 0; far < 2; ++far) trait(static_cast<Host>(h), p, t, far != 0);
      }
    for (const auto& [key, c] : lexical_) {
      const auto& [host, lemma, p] = key;
      word(to_string(host), lemma, p, c, by_preposition_.at({host, p}));
    }
    for (const auto& [key, c] : phrases_)
      word("phrase", key.first, key.second, c, phrase_sums_.at(key.second));
  }

 private:
  /// A line for a word whose own counts differ from those of its kind.
  void word(std::string_view host, const std::string& lemma, Preposition p, const Count& own,
            const Count& all) const {
    if (own.seen < kLeastSeen || lemma.find_first_of("\t \n") != std::string::npos) return;
    const double general = (all.taken + 0.5) / (all.seen + 1.0);
    const int value =
        log_odds((own.taken + kSmoothing * general) / (own.seen + kSmoothing)) - log_odds(general);
    if (std::abs(value) >= kLeastDifference)
      std::printf("%s\t%s\t%s\t%d\n", std::string(host).c_str(), lemma.c_str(), name(p).c_str(), value);
  }

  std::string name(Preposition p) const {
    return p == kNoPreposition ? "*" : std::string(vocabulary_.preposition_name(p));
  }

  template <class Map, class Key>
  static Count find(const Map& map, const Key& key) {
    const auto at = map.find(key);
    return at == map.end() ? Count{} : at->second;
  }

  /// An estimate that leans on a more general one, as if that had been seen `weight` times.
  static double lean(const Count& own, double general, double weight) {
    return (own.taken + weight * general) / (own.seen + weight);
  }

  void line(Host host, Preposition p, bool comma, PhraseKind kind) const {
    const Count own_kind = find(by_kind_, std::tuple{host, p, kind});
    if (p != kNoPreposition && own_kind.seen == 0) return;
    std::string values;
    const Count all = find(by_host_, host);
    const double odds = (all.taken + 0.5) / (all.seen + 1.0);
    const double by_preposition = lean(find(by_preposition_, std::pair{host, p}), odds, 5);
    const double by_kind = lean(own_kind, by_preposition, 5);
    for (int step = 0; step < kStepLimit; ++step) {
      const double by_step = lean(find(by_step_, std::tuple{host, step, comma}), odds, 5);
      const double general =
          lean(find(general_, std::tuple{host, p, step, comma}), (by_step + by_preposition) / 2, 8);
      const double by_step_and_kind =
          lean(find(by_step_and_kind_, std::tuple{host, kind, step, comma}), general, 5);
      const double own = lean(find(by_all_, std::tuple{host, p, kind, step, comma}),
                              (general + by_kind + by_step_and_kind) / 3, 6);
      if (step > 0) values += ' ';
      values.append(std::to_string(log_odds(std::clamp(own, 0.002, 0.995))));
    }
    std::printf("%s\t%s\t%d\t%s\t%s\n", std::string(to_string(host)).c_str(), name(p).c_str(), comma,
                std::string(to_string(kind)).c_str(), values.c_str());
  }

  void trait(Host host, Preposition p, std::size_t t, bool far) const {
    if (p != kNoPreposition && by_preposition_.count({host, p}) == 0) return;
    std::string values;
    bool tells = false;
    for (std::uint8_t v = 0; v < kTraitLimit; ++v) {
      double value = trait_value(host, std::nullopt, t, far, v, 0, 5);
      if (p != kNoPreposition) value = trait_value(host, p, t, far, v, value, kTraitSmoothing);
      const int rounded = static_cast<int>(std::lround(kTraitWeight * value));
      tells |= rounded != 0;
      if (v > 0) values += ' ';
      values.append(std::to_string(rounded));
    }
    if (tells)
      std::printf("trait\t%s\t%s\t%s\t%d\t%s\n", std::string(to_string(host)).c_str(), name(p).c_str(),
                  std::string(kTraitNames[t]).c_str(), far, values.c_str());
  }

  /// What a value of a trait adds to the odds, with one preposition or (none) with any; `expected` is what
  /// to lean on.
  double trait_value(Host host, std::optional<Preposition> p, std::size_t t, bool far, std::uint8_t v,
                     double expected, double weight) const {
    const auto sum = [&](std::uint8_t value) {
      return find(traits_, std::tuple{host, p.value_or(kPrepositionLimit), t, far, value});
    };
    Count all;
    for (std::uint8_t value = 0; value < kTraitLimit; ++value) {
      all.seen += sum(value).seen;
      all.taken += sum(value).taken;
    }
    if (all.seen == 0) return expected;
    const double general = (all.taken + 0.5) / (all.seen + 1.0);
    const double prior = 100 * std::log2(general / (1 - general)) + expected;
    const double leaned = lean(sum(v), 1 / (1 + std::exp2(-prior / 100)), weight);
    return 100 * std::log2(leaned / (1 - leaned)) - prior + expected;
  }

  void phrase(const ParsedText& t, std::uint32_t i) {
    if (t.head(i) == kNone || t.head(i) > i) return;
    const std::uint32_t c = t.child(i, Deprel::case_);
    if (c == kNone || c > i) return;
    std::uint32_t at = c;
    bool comma = false;
    const std::uint32_t sentence = t.tagged().sentences[t.sentence_of(i)].begin;
    while (at > sentence && (t.word(at - 1).upos == Upos::PUNCT || t.word(at - 1).upos == Upos::CCONJ)) {
      --at;
      comma |= t.word(at).upos == Upos::PUNCT;
    }
    if (at == sentence || universal(t.deprel(i)) == Deprel::conj) return;
    const Preposition p = vocabulary_.preposition(lower(t.word(c).form));
    const TaggedWord& dependent = t.word(i);
    const bool time =
        (vocabulary_.find(dependent.upos, dependent.lemma).classes & bit(WordClass::time)) != 0 ||
        (dependent.upos == Upos::NUM && dependent.form.size() == 4) || month_below(t, i);
    const PhraseKind kind = time ? PhraseKind::time : phrase_kind(t, i);
    std::vector<Seen> candidates;
    bool met = false;
    for (std::uint32_t w = at - 1, below = kNone; w != kNone && w < c; below = w, w = t.head(w)) {
      const bool taken = t.head(i) == w;
      const bool clause = taken && universal(t.deprel(i)) == Deprel::obl;
      const bool copular = t.child(w, Deprel::cop) != kNone;
      if (const int h = host_of(t, w); h >= 0)
        candidates.push_back({static_cast<Host>(h), std::string(t.word(w).lemma),
                              taken && !(copular && clause), traits_of(t, w, below, c, p)});
      if (copular) candidates.push_back({Host::finite, "être", clause, traits_of(t, w, below, c, p)});
      met |= taken;
    }
    if (!met) return;
    bool verb = false, noun = false;
    for (const auto& candidate : candidates) (candidate.host <= Host::participle ? verb : noun) = true;
    // no names: they tell of the articles counted, not of French
    if (verb && noun && dependent.upos != Upos::PROPN) {
      Count& count = phrases_[{std::string(dependent.lemma), p}];
      Count& general = phrase_sums_[p];
      const bool verbal = universal(t.deprel(i)) == Deprel::obl;
      ++count.seen;
      ++general.seen;
      count.taken += verbal;
      general.taken += verbal;
    }
    for (int step = 0; step < static_cast<int>(candidates.size()); ++step) {
      const auto& [host, lemma, taken, traits] = candidates[static_cast<std::size_t>(step)];
      const int s = std::min(step, kStepLimit - 1);
      const auto add = [hit = taken](Count& count) {
        ++count.seen;
        count.taken += hit;
      };
      add(by_host_[host]);
      add(by_preposition_[{host, p}]);
      add(by_step_[{host, s, comma}]);
      add(general_[{host, p, s, comma}]);
      add(by_kind_[{host, p, kind}]);
      add(by_step_and_kind_[{host, kind, s, comma}]);
      add(by_all_[{host, p, kind, s, comma}]);
      if (host != Host::name) add(lexical_[{host, lemma, p}]);
      const auto values = traits.values();
      for (std::size_t n = 0; n < kTraitCount; ++n)
        for (const Preposition q : {p, Preposition{kPrepositionLimit}})  // and with any
          add(traits_[{host, q, n, step > 0, values[n]}]);
    }
  }

  static PhraseKind phrase_kind(const ParsedText& t, std::uint32_t i) {
    switch (t.word(i).upos) {
      case Upos::PROPN:
      case Upos::X:
        return PhraseKind::name;
      case Upos::PRON:
        return PhraseKind::pronoun;
      case Upos::NUM:
        return PhraseKind::number;
      default:
        break;
    }
    if (t.child(i, Deprel::det) != kNone) return PhraseKind::determined;
    return t.child(i, Deprel::nummod) != kNone ? PhraseKind::counted : PhraseKind::bare;
  }

  Traits traits_of(const ParsedText& t, std::uint32_t w, std::uint32_t below, std::uint32_t c,
                   Preposition p) const {
    Traits out;
    if (below != kNone && universal(t.deprel(below)) == Deprel::conj)
      out.coordination = 2;
    else if (universal(t.deprel(w)) == Deprel::conj)
      out.coordination = 1;
    const bool verb = t.word(w).upos == Upos::VERB || t.word(w).upos == Upos::AUX;
    if (const std::uint32_t own = t.child(w, Deprel::case_); own != kNone && !verb) {
      const Preposition o = vocabulary_.preposition(lower(t.word(own).form));
      out.case_ = o == p ? 1 : o == vocabulary_.de() ? 2 : 3;
    }
    out.distance = distance_class(c - w);
    const std::uint32_t object = t.child(w, Deprel::obj);
    out.object = verb && object != kNone && object > w && object < c;
    return out;
  }

  bool month_below(const ParsedText& t, std::uint32_t i) const {
    for (const std::uint32_t c : t.children(i))
      if ((vocabulary_.find(t.word(c).upos, t.word(c).lemma).classes & bit(WordClass::month)) != 0)
        return t.word(i).upos == Upos::NUM;
    return false;
  }

  static std::string lower(std::string_view form) {
    std::string out(form);
    for (char& ch : out)
      if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch + 32);
    return out == "À" ? "à" : out;
  }

  static Host noun_host(const ParsedText& t, std::uint32_t w) {
    if (t.child(w, Deprel::det) != kNone) return Host::noun;
    if (t.child(w, Deprel::nummod) != kNone) return Host::measure;
    if (t.child(w, Deprel::case_) != kNone) return Host::bare_complement;
    return universal(t.deprel(w)) == Deprel::obj ? Host::bare_object : Host::noun;
  }

  static int host_of(const ParsedText& t, std::uint32_t w) {
    const TaggedWord& word = t.word(w);
    if (universal(t.deprel(w)) == Deprel::flat || t.deprel(w) == Deprel::fixed ||
        t.deprel(w) == Deprel::nummod)
      return -1;
    switch (word.upos) {
      case Upos::VERB:
      case Upos::AUX: {
        if (t.deprel(w) == Deprel::cop) return -1;
        if (word.morph.verb_form == VerbForm::inf) return static_cast<int>(Host::infinitive);
        const bool compound = t.child_like(w, Deprel::aux) != kNone;
        return static_cast<int>(word.morph.verb_form == VerbForm::part && !compound ? Host::participle
                                                                                    : Host::finite);
      }
      case Upos::NOUN:
      case Upos::SYM:
        return static_cast<int>(noun_host(t, w));
      case Upos::PROPN:
      case Upos::X:
        return static_cast<int>(Host::name);
      case Upos::NUM:
        return static_cast<int>(Host::number);
      case Upos::PRON:
        return static_cast<int>(Host::pronoun);
      case Upos::ADJ:
        return static_cast<int>(Host::adjective);
      case Upos::ADV:
        return t.child_like(w, Deprel::obl) != kNone ? static_cast<int>(Host::adverb) : -1;
      default:
        return -1;
    }
  }

  const Vocabulary& vocabulary_;
  struct Seen {
    Host host;
    std::string lemma;
    bool taken;
    Traits traits;
  };
  // comma and step where they stand behind the others
  std::map<Host, Count> by_host_;
  std::map<std::pair<Host, Preposition>, Count> by_preposition_;
  std::map<std::tuple<Host, int, bool>, Count> by_step_;
  std::map<std::tuple<Host, Preposition, int, bool>, Count> general_;
  std::map<std::tuple<Host, Preposition, PhraseKind>, Count> by_kind_;
  std::map<std::tuple<Host, PhraseKind, int, bool>, Count> by_step_and_kind_;
  std::map<std::tuple<Host, Preposition, PhraseKind, int, bool>, Count> by_all_;
  std::map<std::tuple<Host, Preposition, std::size_t, bool, std::uint8_t>, Count> traits_;
  std::map<std::tuple<Host, std::string, Preposition>, Count> lexical_;
  std::map<std::pair<std::string, Preposition>, Count> phrases_;
  std::map<Preposition, Count> phrase_sums_;
};

}  // namespace

int main(int argc, char** argv) {
  const auto vocabulary = Vocabulary::load(Schemas::embedded());
  if (!vocabulary) {
    std::fprintf(stderr, "%s\n", vocabulary.error().to_string().c_str());
    return 2;
  }
  Counter counter(*vocabulary);
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "attachment-counts: cannot read '%s'\n", argv[i]);
      return 2;
    }
    counter.read(test::read_conllu(std::string{std::istreambuf_iterator<char>(in), {}})->parsed);
  }
  std::puts(
      "# Made by tests/tools/attachment_counts.cpp. Hundredths of a bit of log odds that a word takes a "
      "phrase.\n"
      "# Either: host, preposition (* for others), mark before the phrase, what stands in it, values by "
      "number "
      "of nearer candidates.\n"
      "# Or: trait, host, preposition, what is told of the candidate, whether others are nearer, what each "
      "value "
      "adds.\n"
      "# Or: host, lemma, preposition, what the word adds to that.\n"
      "# Or: phrase, its noun, preposition, what the phrase adds for verbs against nouns.");
  counter.print();
  return 0;
}
