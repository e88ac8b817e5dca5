#include "tagging/tagger.hpp"

#include <algorithm>

#include "tagging/reading_choice.hpp"
#include "tagging/tag_classes.hpp"
#include "tagging/tag_counts.hpp"
#include "tagging/viterbi.hpp"

namespace maillon {

struct Tagger::Data {
  TagClasses classes;
  TagCounts counts;
};

Tagger::Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

Result<Tagger> Tagger::load(const Schemas& schemas) {
  auto data = std::make_unique<Data>();
  Result<TagClasses> classes = TagClasses::load(schemas);
  if (!classes.ok()) return classes.error();
  data->classes = *std::move(classes);
  Result<TagCounts> counts = TagCounts::load(schemas, data->classes);
  if (!counts.ok()) return counts.error();
  data->counts = *std::move(counts);
  Tagger out;
  out.data_ = std::move(data);
  return out;
}

namespace {

constexpr std::string_view kByLexicon = "lexicon";
constexpr std::string_view kByCounts = "counts";

/// Works through a text sentence by sentence with scratch tables that are kept.
class Run {
 public:
  Run(const TagClasses& classes, const TagCounts& counts, const TokenizedText& text,
      const ReadingLattice& lattice)
      : classes_(classes), counts_(counts), text_(text), lattice_(lattice), viterbi_(counts) {
    class_of_.resize(lattice.readings.size());
    out_.text = &text;
    out_.words.reserve(text.tokens.size() + text.tokens.size() / 8);
    out_.first_word.reserve(text.tokens.size() + 1);
  }

  void sentence(IndexRange tokens) {
    collect(tokens);
    const std::vector<std::uint8_t>& best = viterbi_.best(choices_);
    const auto begin = static_cast<std::uint32_t>(out_.words.size());
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) emit(i, best[i - tokens.begin]);
    out_.sentences.push_back({begin, static_cast<std::uint32_t>(out_.words.size())});
  }

  TaggedText finish() {
    out_.first_word.push_back(static_cast<std::uint32_t>(out_.words.size()));
    return std::move(out_);
  }

 private:
  /// Classes of all readings, and the emissions of each token's choice of classes.
  void collect(IndexRange tokens) {
    choices_.clear();
    bool initial = true;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& token = text_.tokens[i];
      TokenView view;
      const std::string_view written = text_.form(i);
      view.form = pattern_form(written, buffer_);
      view.shape = token.shape;
      view.kind = token.kind;
      view.initial = initial;
      const PatternBits bits = classes_.token_bits(view);
      const std::size_t first = choices_.classes.size();
      choices_.first.push_back(static_cast<std::uint32_t>(first));
      for (std::uint32_t r = lattice_.first[i]; r < lattice_.first[i + 1]; ++r) {
        class_of_[r] = classes_.of(lattice_.readings[r], bits);
        choices_.classes.push_back(class_of_[r]);
      }
      const auto from = choices_.classes.begin() + static_cast<std::ptrdiff_t>(first);
      std::sort(from, choices_.classes.end());
      choices_.classes.erase(std::unique(from, choices_.classes.end()), choices_.classes.end());
      choices_.scores.resize(choices_.classes.size());
      if (choices_.classes.size() > first + 1) {
        const std::span<const Reading> readings{lattice_.readings.data() + lattice_.first[i],
                                                lattice_.first[i + 1] - lattice_.first[i]};
        TokenProfile profile = profile_of(readings, case_of(token.shape, initial));
        profile.form = form_key(written, view.form, profile.how);
        lexeme_key(readings, lexeme_);
        profile.lexeme = lexeme_;
        counts_.emissions(profile, {choices_.classes.data() + first, choices_.classes.size() - first},
                          choices_.scores.data() + first);
      }
      if (token.kind != TokenKind::punctuation) initial = false;
    }
    choices_.first.push_back(static_cast<std::uint32_t>(choices_.classes.size()));
  }

  void emit(std::uint32_t token, std::uint8_t chosen) {
    const std::uint32_t begin = lattice_.first[token], end = lattice_.first[token + 1];
    const Reading* reading = nullptr;
    std::uint32_t alternatives = 0;
    for (std::uint32_t r = begin; r < end; ++r) {
      if (class_of_[r] != chosen) {
        ++alternatives;
        continue;
      }
      const Reading& candidate = lattice_.readings[r];
      if (reading == nullptr || prefer(candidate, *reading, out_.words)) reading = &candidate;
    }
    out_.first_word.push_back(static_cast<std::uint32_t>(out_.words.size()));
    word(token, *reading, alternatives == 0 ? kByLexicon : kByCounts);
  }

  void word(std::uint32_t token, const Reading& r, std::string_view rule) {
    TaggedWord w;
    w.token = token;
    w.shape = text_.tokens[token].shape;
    w.rule = rule;
    w.form = r.contraction ? r.first_form : text_.form(token);
    w.lemma = lemma(r);
    w.upos = r.upos;
    w.morph = r.morph;
    w.frame = r.frame;
    w.name_class = r.name_class;
    w.unknown = r.source == ReadingSource::guesser;
    out_.words.push_back(w);
    if (!r.contraction) return;
    w.form = r.second_form;
    w.lemma = r.second_lemma;
    w.upos = r.second_upos;
    w.morph = r.second_morph;
    out_.words.push_back(w);
  }

  /// Lemmas of the lexicon outlive the result; guessed ones live in the lattice's arena and are copied.
  std::string_view lemma(const Reading& r) {
    return r.source == ReadingSource::guesser ? out_.arena.store(r.lemma) : r.lemma;
  }

  const TagClasses& classes_;
  const TagCounts& counts_;
  const TokenizedText& text_;
  const ReadingLattice& lattice_;
  Viterbi viterbi_;
  ClassLattice choices_;
  std::vector<std::uint8_t> class_of_;
  std::string buffer_, lexeme_;
  TaggedText out_;
};

}  // namespace

TaggedText Tagger::tag(const TokenizedText& text, const ReadingLattice& lattice) const {
  Run run(data_->classes, data_->counts, text, lattice);
  for (const Sentence& s : text.sentences) run.sentence(s.tokens);
  return run.finish();
}

}  // namespace maillon
