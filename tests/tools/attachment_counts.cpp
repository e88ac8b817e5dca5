// Makes schemas/fr/syntax/attraction.tsv: how often words attract the prepositional phrases that they could
// take, in treebanks. usage: attachment-counts TREEBANK.conllu… > attraction.tsv
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

#include "support/conllu_reader.hpp"
#include "syntax/vocabulary.hpp"

using namespace maillon;
using namespace maillon::syntax;

namespace {

constexpr double kSmoothing = 3;         ///< weight of the general odds against a word's own counts
constexpr double kLeastDifference = 25;  ///< centibits below which a word has no line of its own
constexpr int kLeastSeen = 2;

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
    std::map<std::pair<Host, Preposition>, Count> all;
    for (const auto& [key, c] : general_) {
      Count& sum = all[{std::get<0>(key), std::get<1>(key)}];
      sum.seen += c.seen;
      sum.taken += c.taken;
    }
    std::map<Host, Count> by_host;
    for (const auto& [key, c] : all) {
      by_host[key.first].seen += c.seen;
      by_host[key.first].taken += c.taken;
    }
    for (int h = 0; h < kHostCount; ++h)
      for (Preposition p = 0; p < kPrepositionLimit; ++p)
        for (int marks = 0; marks < 4; ++marks)
          line(static_cast<Host>(h), p, marks / 2 != 0, marks % 2 != 0, by_host, all);
    for (const auto& [key, c] : lexical_) {
      const auto& [host, lemma, p] = key;
      word(to_string(host), lemma, p, c, all.at({host, p}));
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

  void line(Host host, Preposition p, bool comma, bool time, const std::map<Host, Count>& by_host,
            const std::map<std::pair<Host, Preposition>, Count>& all) const {
    std::string values;
    int seen = 0;
    for (int step = 0; step < kStepLimit; ++step) {
      const Count h = find(by_host, host), hp = find(all, std::pair{host, p});
      const Count hs = find(by_step_, std::tuple{host, step, comma, time});
      const Count own = find(general_, std::tuple{host, p, step, comma, time});
      // each estimate leans on the next more general one
      double odds = (h.taken + 0.5) / (h.seen + 1.0);
      const double by_preposition = (hp.taken + 5 * odds) / (hp.seen + 5);
      odds = (hs.taken + 5 * odds) / (hs.seen + 5);
      odds = (own.taken + 8 * (odds + by_preposition) / 2) / (own.seen + 8);
      if (step > 0) values += ' ';
      values.append(std::to_string(log_odds(std::clamp(odds, 0.002, 0.995))));
      seen += own.seen;
    }
    if (p == kNoPreposition || seen > 0)
      std::printf("%s\t%s\t%d\t%d\t%s\n", std::string(to_string(host)).c_str(), name(p).c_str(), comma, time,
                  values.c_str());
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
    std::vector<std::tuple<Host, std::string, bool>> candidates;
    bool met = false;
    for (std::uint32_t w = at - 1; w != kNone && w < c; w = t.head(w)) {
      const bool taken = t.head(i) == w;
      const bool clause = taken && universal(t.deprel(i)) == Deprel::obl;
      const bool copular = t.child(w, Deprel::cop) != kNone;
      if (const int h = host_of(t, w); h >= 0)
        candidates.emplace_back(static_cast<Host>(h), std::string(t.word(w).lemma),
                                taken && !(copular && clause));
      if (copular) candidates.emplace_back(Host::finite, "être", clause);
      met |= taken;
    }
    if (!met) return;
    bool verb = false, noun = false;
    for (const auto& candidate : candidates)
      (std::get<0>(candidate) <= Host::participle ? verb : noun) = true;
    if (verb && noun) {
      Count& count = phrases_[{std::string(dependent.lemma), p}];
      Count& general = phrase_sums_[p];
      const bool verbal = universal(t.deprel(i)) == Deprel::obl;
      ++count.seen;
      ++general.seen;
      count.taken += verbal;
      general.taken += verbal;
    }
    for (int step = 0; step < static_cast<int>(candidates.size()); ++step) {
      const auto& [host, lemma, taken] = candidates[static_cast<std::size_t>(step)];
      const int s = std::min(step, kStepLimit - 1);
      for (Count* count : {&general_[{host, p, s, comma, time}], &by_step_[{host, s, comma, time}],
                           &lexical_[{host, lemma, p}]}) {
        ++count->seen;
        count->taken += taken;
      }
    }
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
  std::map<std::tuple<Host, Preposition, int, bool, bool>, Count> general_;
  std::map<std::tuple<Host, int, bool, bool>, Count> by_step_;
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
      "# Either: host, preposition (* for others), mark before the phrase, time, values by number of nearer "
      "candidates.\n"
      "# Or: host, lemma, preposition, what the word adds to that.\n"
      "# Or: phrase, its noun, preposition, what the phrase adds for verbs against nouns.");
  counter.print();
  return 0;
}
