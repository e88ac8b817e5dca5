#include "tagging/tag_counts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/tsv.hpp"

namespace maillon {

namespace {

// Weight of what is left to shorter contexts, and of the priors in the emissions, in occurrences.
constexpr double kDiscount = 6;
constexpr double kFormPrior = 1.5;
constexpr double kLexemePrior = 3;
constexpr double kAmbiguityPrior = 2.0;

std::uint32_t integer(std::string_view text) {
  std::uint32_t n = 0;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return n;
}

}  // namespace

Case case_of(Shape shape, bool initial) {
  switch (shape) {
    case Shape::lower:
      return Case::lower;
    case Shape::capitalized:
      return initial ? Case::initial : Case::capitalized;
    case Shape::upper:
      return Case::upper;
    case Shape::mixed:
    case Shape::numeric:
    case Shape::other:
      return Case::other;
  }
  return Case::other;
}

std::string_view form_key(std::string_view written, std::string_view lower, Case how) {
  return how == Case::capitalized || how == Case::upper ? written : lower;
}

TokenProfile profile_of(std::span<const Reading> readings, Case how) {
  TokenProfile out;
  out.how = how;
  out.guessed = true;
  for (const Reading& r : readings) {
    if (r.upos == Upos::PROPN)
      out.listed_name = out.listed_name || r.source != ReadingSource::guesser;
    else if (r.source != ReadingSource::guesser)
      out.guessed = false;
    if (r.upos == Upos::NOUN) out.converted = r.source == ReadingSource::guesser;
  }
  out.converted = out.converted && !out.guessed;
  return out;
}

void lexeme_key(std::span<const Reading> readings, std::string& out) {
  out.clear();
  std::array<const Reading*, 4> sorted{};
  std::size_t count = 0;
  const auto compare = [](const Reading& a, const Reading& b) {
    return a.upos != b.upos ? static_cast<int>(a.upos) - static_cast<int>(b.upos) : a.lemma.compare(b.lemma);
  };
  for (const Reading& r : readings) {
    if (r.upos == Upos::PROPN) continue;
    if (r.upos != Upos::NOUN && r.upos != Upos::ADJ && r.upos != Upos::VERB && r.upos != Upos::ADV) return;
    std::size_t at = 0;
    while (at < count && compare(*sorted[at], r) < 0) ++at;
    if (at < count && compare(*sorted[at], r) == 0) continue;
    if (count == sorted.size()) return;
    for (std::size_t i = count++; i > at; --i) sorted[i] = sorted[i - 1];
    sorted[at] = &r;
  }
  if (count < 2) return;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    out.append(to_string(sorted[i]->upos)).append(" ").append(sorted[i]->lemma);
  }
}

std::string ambiguity_key(std::span<const std::uint8_t> classes, std::uint8_t profile) {
  std::string out(1, static_cast<char>(' ' + profile));
  for (const std::uint8_t c : classes) out += static_cast<char>(c);
  return out;
}

std::uint32_t TagCounts::count(const Distribution& d, std::uint8_t c) const {
  for (std::uint32_t i = d.first; i < d.first + d.size; ++i)
    if (counts_[i].first == c) return counts_[i].second;
  return 0;
}

Result<TagCounts> TagCounts::load(const Schemas& schemas, const TagClasses& classes) {
  TagCounts out;
  if (Status s = out.load_transitions(schemas, classes); !s.ok()) return s.error();
  if (Status s = out.load_distributions(schemas, Kind::form, classes, out.forms_); !s.ok()) return s.error();
  if (Status s = out.load_distributions(schemas, Kind::lexeme, classes, out.lexemes_); !s.ok())
    return s.error();
  if (Status s = out.load_distributions(schemas, Kind::lemma, classes, out.lemmas_); !s.ok())
    return s.error();
  if (Status s = out.load_distributions(schemas, Kind::ambiguity, classes, out.ambiguities_); !s.ok())
    return s.error();
  return out;
}

// Interpolation in the manner of Witten and Bell (1991): a context that was seen n times with t different
// successors keeps n / (n + kDiscount * t) of the probability for itself and leaves the rest to the shorter
// context.
Status TagCounts::load_transitions(const Schemas& schemas, const TagClasses& classes) {
  constexpr std::string_view path = "fr/tagging/counts/transitions.tsv";
  Result<std::string_view> text = schemas.read(path);
  if (!text.ok()) return text.error();
  width_ = classes.size() + 1;
  for (std::uint8_t c = 0; c < classes.size(); ++c) upos_.push_back(classes.upos(c));

  struct Trigram {
    std::uint32_t context;  ///< before * width + last
    std::uint8_t next;
    std::uint32_t count;
  };
  std::vector<Trigram> trigrams;
  std::vector<double> unigram(width_), bigram(width_ * width_);
  double total = 0;
  TsvReader rows(*text);
  const auto known = [&](std::string_view name) { return classes.find(name) != TagClasses::kUnknown; };
  while (rows.next()) {
    if (rows.size() < 4 || rows.size() % 2 != 0 || !known(rows[0]) || !known(rows[1]))
      return rows.error(path, "a row has two classes, then class and count, alternating");
    const std::size_t before = classes.find(rows[0]), last = classes.find(rows[1]);
    for (std::size_t i = 2; i < rows.size(); i += 2) {
      const std::uint8_t next = classes.find(rows[i]);
      if (next == TagClasses::kUnknown) return rows.error(path, "no class '" + std::string(rows[i]) + "'");
      const std::uint32_t n = integer(rows[i + 1]);
      trigrams.push_back({static_cast<std::uint32_t>(before * width_ + last), next, n});
      bigram[last * width_ + next] += n;
      unigram[next] += n;
      total += n;
    }
  }
  prior_.resize(width_);
  for (std::size_t i = 0; i < width_; ++i)
    prior_[i] = static_cast<float>((unigram[i] + 0.5) / (total + 0.5 * static_cast<double>(width_)));

  rows_.resize((1 + width_) * width_);
  row_of_.assign(width_ * width_, 0);
  for (std::size_t last = 0; last < width_; ++last) {
    double* const p = bigram.data() + last * width_;
    double sum = 0, types = 0;
    for (std::size_t i = 0; i < width_; ++i) {
      sum += p[i];
      types += p[i] > 0;
    }
    const double rest = sum > 0 ? kDiscount * types / (sum + kDiscount * types) : 1;
    for (std::size_t i = 0; i < width_; ++i) {
      p[i] = (sum > 0 ? (1 - rest) * p[i] / sum : 0) + rest * prior_[i];
      rows_[(1 + last) * width_ + i] = static_cast<float>(std::log(p[i]));
    }
  }
  std::stable_sort(trigrams.begin(), trigrams.end(),
                   [](const Trigram& x, const Trigram& y) { return x.context < y.context; });
  for (std::size_t begin = 0; begin < trigrams.size();) {
    const std::uint32_t context = trigrams[begin].context;
    std::size_t end = begin;
    double sum = 0;
    for (; end < trigrams.size() && trigrams[end].context == context; ++end) sum += trigrams[end].count;
    const double types = static_cast<double>(end - begin);
    const double rest = kDiscount * types / (sum + kDiscount * types);
    const std::size_t last = context % width_;
    row_of_[context] = static_cast<std::uint16_t>(rows_.size() / width_);
    const std::size_t row = rows_.size();
    rows_.resize(row + width_);
    const float shift = static_cast<float>(std::log(rest));
    for (std::size_t i = 0; i < width_; ++i) rows_[row + i] = rows_[(1 + last) * width_ + i] + shift;
    for (; begin < end; ++begin) {
      const Trigram& t = trigrams[begin];
      rows_[row + t.next] =
          static_cast<float>(std::log((1 - rest) * t.count / sum + rest * bigram[last * width_ + t.next]));
    }
  }
  return {};
}

Status TagCounts::load_distributions(const Schemas& schemas, Kind kind, const TagClasses& classes,
                                     Distributions& out) {
  constexpr std::array<std::string_view, 4> kPaths = {
      "fr/tagging/counts/forms.tsv", "fr/tagging/counts/lexemes.tsv", "fr/tagging/counts/ambiguities.tsv",
      "fr/tagging/counts/lemmas.tsv"};
  const std::string_view path = kPaths[static_cast<std::size_t>(kind)];
  const bool by_upos = kind == Kind::lexeme || kind == Kind::lemma;
  Result<std::string_view> text = schemas.read(path);
  if (!text.ok()) return text.error();
  TsvReader rows(*text);
  std::vector<std::uint8_t> all;
  while (rows.next()) {
    // the key, then class (part of speech for lexemes and lemmas) and count alternating; the key of
    // ambiguities is the profile
    Distribution d;
    d.first = static_cast<std::uint32_t>(counts_.size());
    all.clear();
    for (std::size_t i = 1; i + 1 < rows.size(); i += 2) {
      const std::uint8_t c = by_upos ? static_cast<std::uint8_t>(upos_from(rows[i])) : classes.find(rows[i]);
      if (c == TagClasses::kUnknown) return rows.error(path, "no class '" + std::string(rows[i]) + "'");
      const std::uint32_t n = integer(rows[i + 1]);
      all.push_back(c);
      if (n == 0) continue;
      counts_.emplace_back(c, n);
      d.total += n;
    }
    d.size = static_cast<std::uint32_t>(counts_.size()) - d.first;
    if (kind == Kind::ambiguity) {
      std::sort(all.begin(), all.end());
      out.emplace(arena_.store(ambiguity_key(all, static_cast<std::uint8_t>(integer(rows[0])))), d);
    } else {
      out.emplace(arena_.store(rows[0]), d);
    }
  }
  return {};
}

std::uint32_t TagCounts::lemma(Upos upos, std::string_view lemma) const {
  const auto at = lemmas_.find(lemma);
  return at == lemmas_.end() ? 0 : count(at->second, static_cast<std::uint8_t>(upos));
}

void TagCounts::emissions(const TokenProfile& token, std::span<const std::uint8_t> classes,
                          float* out) const {
  double prior_sum = 0;
  for (const std::uint8_t c : classes) prior_sum += prior_[c];
  std::array<char, 64> key{};
  std::size_t size = 0;
  key[size++] = static_cast<char>(' ' + token.code());
  for (const std::uint8_t c : classes)
    if (size < key.size()) key[size++] = static_cast<char>(c);
  const auto alike = ambiguities_.find(std::string_view(key.data(), size));
  std::array<double, kUposCount> by_upos{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const std::uint8_t c = classes[i];
    double p = prior_[c] / prior_sum;
    if (alike != ambiguities_.end())
      p = (count(alike->second, c) + kAmbiguityPrior * p) / (alike->second.total + kAmbiguityPrior);
    by_upos[static_cast<std::size_t>(upos_[c])] += p;
    out[i] = static_cast<float>(p);
  }
  const auto lexeme = token.lexeme.empty() ? lexemes_.end() : lexemes_.find(token.lexeme);
  const auto known = forms_.find(token.form);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const std::uint8_t c = classes[i];
    double p = out[i];
    if (lexeme != lexemes_.end()) {
      const double all = by_upos[static_cast<std::size_t>(upos_[c])];
      const double n = count(lexeme->second, static_cast<std::uint8_t>(upos_[c]));
      p *= (n + kLexemePrior * all) / (lexeme->second.total + kLexemePrior) / all;
    }
    if (known != forms_.end())
      p = (count(known->second, c) + kFormPrior * p) / (known->second.total + kFormPrior);
    out[i] = static_cast<float>(std::log(p) - std::log(static_cast<double>(prior_[c])));
  }
}

}  // namespace maillon
