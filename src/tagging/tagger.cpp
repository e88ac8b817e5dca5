#include "tagging/tagger.hpp"

#include <algorithm>

#include "tagging/headline_splitter.hpp"
#include "tagging/reading_choice.hpp"
#include "tagging/rule_engine.hpp"
#include "tagging/rule_set.hpp"
#include "tagging/tag_classes.hpp"
#include "tagging/tag_counts.hpp"
#include "tagging/viterbi.hpp"

namespace maillon {

struct Tagger::Data {
  TagClasses classes;
  TagCounts counts;
  RuleSet rules;     ///< before the counts: parts of speech
  RuleSet features;  ///< after them: readings of the chosen class
  HeadlineSplitter headlines;
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
  Result<RuleSet> rules = RuleSet::load(schemas, "fr/tagging/rules/");
  if (!rules.ok()) return rules.error();
  data->rules = *std::move(rules);
  Result<RuleSet> features = RuleSet::load(schemas, "fr/tagging/features/");
  if (!features.ok()) return features.error();
  data->features = *std::move(features);
  Result<HeadlineSplitter> headlines = HeadlineSplitter::load(schemas);
  if (!headlines.ok()) return headlines.error();
  data->headlines = *std::move(headlines);
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
  Run(const TagClasses& classes, const TagCounts& counts, const RuleSet& rules, const RuleSet& features,
      const HeadlineSplitter& headlines, const TokenizedText& text, const ReadingLattice& lattice)
      : classes_(classes),
        counts_(counts),
        rules_(rules),
        features_(features),
        headlines_(headlines),
        text_(text),
        lattice_(lattice),
        rule_engine_(rules),
        feature_engine_(features),
        viterbi_(counts) {
    class_of_.resize(lattice.readings.size());
    alive_.assign(lattice.readings.size(), 1);
    out_.text = &text;
    out_.words.reserve(text.tokens.size() + text.tokens.size() / 8);
    out_.first_word.reserve(text.tokens.size() + 1);
  }

  void sentence(const Sentence& s) {
    tag(s.tokens);
    if (s.run_together) part_headlines(s.tokens);
  }

  TaggedText finish() {
    out_.first_word.push_back(static_cast<std::uint32_t>(out_.words.size()));
    return std::move(out_);
  }

 private:
  void tag(IndexRange tokens) {
    view(tokens);
    constrain(rule_engine_, tokens);
    collect(tokens);
    const std::vector<std::uint8_t>& best = viterbi_.best(choices_);
    keep(tokens, best);
    constrain(feature_engine_, tokens);
    const auto begin = static_cast<std::uint32_t>(out_.words.size());
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) emit(i, i - tokens.begin);
    out_.sentences.push_back({begin, static_cast<std::uint32_t>(out_.words.size())});
  }

  /// Tags headlines and the sentence behind them once more, each by itself: only their words can tell them.
  void part_headlines(IndexRange tokens) {
    const IndexRange words = out_.sentences.back();
    begins_.clear();
    headlines_.find(out_, lattice_, words, begins_);
    if (begins_.empty()) return;
    out_.sentences.pop_back();
    out_.words.resize(words.begin);
    out_.first_word.resize(tokens.begin);
    std::fill(alive_.begin() + lattice_.first[tokens.begin], alive_.begin() + lattice_.first[tokens.end],
              std::uint8_t{1});
    begins_.push_back(tokens.end);
    std::uint32_t begin = tokens.begin;
    for (const std::uint32_t end : begins_) {
      tag({begin, end});
      begin = end;
    }
  }

  std::span<const Reading> readings(std::uint32_t token) const {
    return {lattice_.readings.data() + lattice_.first[token],
            lattice_.first[token + 1] - lattice_.first[token]};
  }

  /// Lower-cased forms and places of the sentence's tokens.
  void view(IndexRange tokens) {
    views_.resize(tokens.size());
    if (buffers_.size() < tokens.size()) buffers_.resize(tokens.size());
    bool initial = true;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& token = text_.tokens[i];
      TokenView& v = views_[i - tokens.begin];
      v.form = pattern_form(text_.form(i), buffers_[i - tokens.begin]);
      v.shape = token.shape;
      v.kind = token.kind;
      v.initial = initial;
      if (token.kind != TokenKind::punctuation) initial = false;
    }
  }

  void constrain(RuleEngine& engine, IndexRange tokens) {
    engine.begin();
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const auto all = readings(i);
      engine.add(views_[i - tokens.begin], all, {alive_.data() + lattice_.first[i], all.size()});
    }
    engine.run();
  }

  /// Classes of the readings that are left, and the emissions among each token's choice of classes. The
  /// counts know a token by all its classes, also those that rules have removed.
  void collect(IndexRange tokens) {
    choices_.clear();
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const TokenView& token = views_[i - tokens.begin];
      const PatternBits bits = classes_.token_bits(token);
      left_.clear();
      for (std::uint32_t r = lattice_.first[i]; r < lattice_.first[i + 1]; ++r) {
        if (alive_[r] == 0) continue;
        class_of_[r] = classes_.of(lattice_.readings[r], bits);
        insert(left_, class_of_[r]);
      }
      choices_.first.push_back(static_cast<std::uint32_t>(choices_.classes.size()));
      choices_.classes.insert(choices_.classes.end(), left_.begin(), left_.end());
      if (left_.size() == 1) {
        choices_.scores.push_back(0);
        continue;
      }
      all_ = left_;
      for (std::uint32_t r = lattice_.first[i]; r < lattice_.first[i + 1]; ++r)
        if (alive_[r] == 0) insert(all_, classes_.of(lattice_.readings[r], bits));
      TokenProfile profile = profile_of(readings(i), case_of(token.shape, token.initial));
      profile.form = form_key(text_.form(i), token.form, profile.how);
      lexeme_key(readings(i), lexeme_);
      profile.lexeme = lexeme_;
      scores_.resize(all_.size());
      counts_.emissions(profile, all_, scores_.data());
      for (std::size_t k = 0; k < all_.size(); ++k)
        if (std::binary_search(left_.begin(), left_.end(), all_[k])) choices_.scores.push_back(scores_[k]);
    }
    choices_.first.push_back(static_cast<std::uint32_t>(choices_.classes.size()));
  }

  static void insert(std::vector<std::uint8_t>& sorted, std::uint8_t value) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (at == sorted.end() || *at != value) sorted.insert(at, value);
  }

  /// Only the readings of the chosen classes are left.
  void keep(IndexRange tokens, const std::vector<std::uint8_t>& best) {
    by_counts_.assign(tokens.size(), 0);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
      for (std::uint32_t r = lattice_.first[i]; r < lattice_.first[i + 1]; ++r)
        if (alive_[r] != 0 && class_of_[r] != best[i - tokens.begin]) {
          alive_[r] = 0;
          by_counts_[i - tokens.begin] = 1;
        }
  }

  void emit(std::uint32_t token, std::size_t place) {
    const Reading* reading = nullptr;
    for (std::uint32_t r = lattice_.first[token]; r < lattice_.first[token + 1]; ++r) {
      if (alive_[r] == 0) continue;
      const Reading& candidate = lattice_.readings[r];
      if (reading == nullptr || prefer(candidate, *reading, views_[place].form, out_.words, counts_))
        reading = &candidate;
    }
    out_.first_word.push_back(static_cast<std::uint32_t>(out_.words.size()));
    word(token, *reading, signature(place));
  }

  /// What decided: the last rule, or the counts.
  std::string_view signature(std::size_t place) const {
    if (const std::uint16_t f = feature_engine_.rule_of(place); f != RuleEngine::kNoRule)
      return features_.rules()[f].id;
    if (by_counts_[place] != 0) return kByCounts;
    const std::uint16_t r = rule_engine_.rule_of(place);
    return r == RuleEngine::kNoRule ? kByLexicon : std::string_view(rules_.rules()[r].id);
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
    complete(w.morph, w.upos, out_.words);
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
  const RuleSet& rules_;
  const RuleSet& features_;
  const HeadlineSplitter& headlines_;
  const TokenizedText& text_;
  const ReadingLattice& lattice_;
  RuleEngine rule_engine_, feature_engine_;
  Viterbi viterbi_;
  ClassLattice choices_;
  std::vector<std::uint8_t> class_of_, alive_;  ///< of each reading
  std::vector<TokenView> views_;                ///< of the sentence's tokens
  std::vector<std::string> buffers_;
  std::vector<std::uint32_t> begins_;  ///< of sentences behind headlines
  std::vector<std::uint8_t> by_counts_, all_, left_;
  std::vector<float> scores_;
  std::string lexeme_;
  TaggedText out_;
};

}  // namespace

TaggedText Tagger::tag(const TokenizedText& text, const ReadingLattice& lattice) const {
  Run run(data_->classes, data_->counts, data_->rules, data_->features, data_->headlines, text, lattice);
  for (const Sentence& s : text.sentences) run.sentence(s);
  return run.finish();
}

}  // namespace maillon
