// Makes schemas/fr/tagging/counts from treebanks: transitions of tag classes, classes of frequent ambiguous
// forms, and of forms that have the same choice. Only forms that are in the lexicon as common words; no name
// is counted.
//   tag-counts OUT-FOLDER TREEBANK.conllu…
#include "tagging/tag_counts.hpp"

#include <algorithm>
#include <map>

#include "gold_tokens.hpp"
#include "lexicon/lexicon.hpp"
#include "tagging/tag_classes.hpp"

using namespace maillon;

namespace {

Reading gold_reading(const TaggedWord& w) {
  Reading r;
  r.upos = w.upos;
  r.lemma = w.lemma;
  r.morph = w.morph;
  return r;
}

int likeness(const Reading& r, const TaggedWord& gold) {
  int out = r.lemma == gold.lemma ? 4 : 0;
  out += r.morph.number == gold.morph.number;
  out += r.morph.gender == gold.morph.gender;
  out += r.morph.person == gold.morph.person;
  out += r.morph.mood == gold.morph.mood;
  out += r.morph.tense == gold.morph.tense;
  out += 2 * (r.morph.verb_form == gold.morph.verb_form);
  out += r.morph.pron_type == gold.morph.pron_type;
  return out;
}

class Counter {
 public:
  Counter(const Lexicon& lexicon, const TagClasses& classes) : lexicon_(lexicon), classes_(classes) {}

  void treebank(const std::string& path) {
    const auto doc = tools::read_treebank(path);
    const ReadingLattice lattice = lexicon_.analyze(doc->text);
    for (const Sentence& s : doc->text.sentences) {
      std::uint8_t before = classes_.boundary(), last = before;
      bool initial = true;
      for (std::uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
        const std::uint8_t c = token(*doc, lattice, i, initial);
        ++transitions_[{before, last, c}];
        before = last;
        last = c;
        if (doc->text.tokens[i].kind != TokenKind::punctuation) initial = false;
      }
      ++transitions_[{before, last, classes_.boundary()}];
    }
  }

  void write(const std::string& folder) const {
    std::ofstream t(folder + "/transitions.tsv");
    t << "# Two tag classes in a row (# is a sentence's edge), then the classes that follow with their "
         "counts\n";
    std::pair<std::uint8_t, std::uint8_t> context{TagClasses::kUnknown, TagClasses::kUnknown};
    for (const auto& [key, n] : transitions_) {
      if (context != std::pair{key[0], key[1]}) {
        if (context.first != TagClasses::kUnknown) t << '\n';
        t << classes_.name(key[0]) << '\t' << classes_.name(key[1]);
        context = {key[0], key[1]};
      }
      t << '\t' << classes_.name(key[2]) << '\t' << n;
    }
    t << '\n';
    std::ofstream f(folder + "/forms.tsv");
    f << "# Frequent forms with more than one class: class and count, alternating\n";
    for (const auto& [form, counts] : forms_) {
      if (names_.contains(form)) continue;
      f << form;
      for (const auto& [c, n] : counts) f << '\t' << classes_.name(c) << '\t' << n;
      f << '\n';
    }
    std::ofstream m(folder + "/lemmas.tsv");
    m << "# Lemmas that share a form and part of speech with another: part of speech and count\n";
    for (const auto& [lemma, by_upos] : rivals_) {
      std::string row;
      for (const auto& [upos, rival] : by_upos) {
        const auto at = lemmas_.find({upos, lemma});
        if (at != lemmas_.end()) row += '\t' + upos + '\t' + std::to_string(at->second);
      }
      if (!row.empty()) m << lemma << row << '\n';
    }
    std::ofstream l(folder + "/lexemes.tsv");
    l << "# Words with more than one part of speech, all inflected forms together: part of speech and "
         "count\n";
    for (const auto& [lexeme, counts] : lexemes_) {
      int total = 0;
      for (const auto& [upos, n] : counts) total += upos == "PROPN" ? 0 : n;
      if (total == 0) continue;
      l << lexeme;
      for (const auto& [upos, n] : counts)
        if (upos != "PROPN") l << '\t' << upos << '\t' << n;
      l << '\n';
    }
    std::ofstream a(folder + "/ambiguities.tsv");
    a << "# Case (0 lower 1 initial 2 capitalized 3 upper 4 other; +8 a listed name, +16 all else guessed), "
         "then the\n"
      << "# classes a form may have, with counts\n";
    for (const auto& [key, counts] : ambiguities_) {
      a << key.first;
      for (const std::uint8_t c : key.second) {
        const auto at = counts.find(c);
        a << '\t' << classes_.name(c) << '\t' << (at == counts.end() ? 0 : at->second);
      }
      a << '\n';
    }
  }

 private:
  std::uint8_t token(const test::AnalyzedDocument& doc, const ReadingLattice& lattice, std::uint32_t i,
                     bool initial) {
    const Token& token = doc.text.tokens[i];
    const std::uint32_t first = doc.tagged.first_word[i];
    const bool contraction = doc.tagged.first_word[i + 1] - first > 1;
    const TaggedWord& gold = doc.tagged.words[first];
    const std::string_view written = doc.text.form(i);
    const std::string lower = pattern_form(written);
    TokenView view{lower, token.shape, token.kind, initial};
    const PatternBits bits = classes_.token_bits(view);
    std::vector<std::uint8_t> choice;
    const Reading* best = nullptr;
    for (std::uint32_t r = lattice.first[i]; r < lattice.first[i + 1]; ++r) {
      const Reading& reading = lattice.readings[r];
      choice.push_back(classes_.of(reading, bits));
      if (reading.upos != gold.upos || reading.contraction != contraction) continue;
      if (best == nullptr || likeness(reading, gold) > likeness(*best, gold)) best = &reading;
    }
    if (gold.upos != Upos::PROPN && gold.upos != Upos::X)
      ++lemmas_[{std::string(to_string(gold.upos)), std::string(gold.lemma)}];
    for (std::uint32_t r = lattice.first[i]; r < lattice.first[i + 1]; ++r)
      for (std::uint32_t q = lattice.first[i]; q < lattice.first[i + 1]; ++q) {
        const Reading &one = lattice.readings[r], &other = lattice.readings[q];
        if (one.upos == other.upos && one.lemma != other.lemma && one.source != ReadingSource::guesser &&
            one.upos != Upos::PROPN)
          rivals_[std::string(one.lemma)][std::string(to_string(one.upos))] = true;
      }
    Reading own = gold_reading(gold);
    own.contraction = contraction;
    const std::uint8_t c = classes_.of(best == nullptr ? own : *best, bits);
    std::sort(choice.begin(), choice.end());
    choice.erase(std::unique(choice.begin(), choice.end()), choice.end());
    if (choice.size() < 2) return c;
    const std::span<const Reading> readings{lattice.readings.data() + lattice.first[i],
                                            lattice.first[i + 1] - lattice.first[i]};
    const TokenProfile profile = profile_of(readings, case_of(token.shape, initial));
    if (best != nullptr) ++ambiguities_[{profile.code(), choice}][c];
    std::string lexeme;
    lexeme_key(readings, lexeme);
    if (!lexeme.empty() && best != nullptr) ++lexemes_[lexeme][std::string(to_string(gold.upos))];
    const std::string key(form_key(written, lower, profile.how));
    if (gold.upos == Upos::PROPN || gold.upos == Upos::X) names_.emplace(key, true);
    ++forms_[key][c];
    return c;
  }

  const Lexicon& lexicon_;
  const TagClasses& classes_;
  std::map<std::array<std::uint8_t, 3>, int> transitions_;
  std::map<std::string, std::map<std::uint8_t, int>> forms_;
  std::map<std::string, std::map<std::string, int>> lexemes_;
  std::map<std::string, bool> names_;
  std::map<std::pair<std::string, std::string>, int> lemmas_;  ///< by part of speech and lemma
  std::map<std::string, std::map<std::string, bool>> rivals_;  ///< lemmas, parts of speech
  std::map<std::pair<int, std::vector<std::uint8_t>>, std::map<std::uint8_t, int>> ambiguities_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: tag-counts OUT-FOLDER TREEBANK.conllu...\n";
    return 2;
  }
  const Schemas schemas = Schemas::embedded();
  const Result<Lexicon> lexicon = Lexicon::load(schemas);
  const Result<TagClasses> classes = TagClasses::load(schemas);
  if (!lexicon.ok() || !classes.ok()) {
    std::cerr << (lexicon.ok() ? classes.error() : lexicon.error()).to_string() << '\n';
    return 2;
  }
  Counter counter(*lexicon, *classes);
  for (int i = 2; i < argc; ++i) counter.treebank(argv[i]);
  counter.write(argv[1]);
  return 0;
}
