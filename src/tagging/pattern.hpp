// Conditions on one reading of one token ("a finite verb", "a plural noun"), compiled to bits: a whole set of
// patterns is tested against a reading by a few ANDs.
#pragma once

#include <rapidjson/fwd.h>

#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/string_map.hpp"
#include "lexicon/reading_lattice.hpp"
#include "text/tokenized_text.hpp"

namespace maillon {

/// A set of up to kMaxPatterns pattern numbers.
class PatternBits {
 public:
  static constexpr std::size_t kWords = 5;
  static constexpr std::size_t kMaxPatterns = kWords * 64;

  constexpr void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  constexpr void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  constexpr bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
  constexpr void set_all() { words_.fill(~std::uint64_t{0}); }
  constexpr bool intersects(const PatternBits& o) const {
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < kWords; ++i) any |= words_[i] & o.words_[i];
    return any != 0;
  }
  constexpr PatternBits& operator&=(const PatternBits& o) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= o.words_[i];
    return *this;
  }
  constexpr PatternBits& operator|=(const PatternBits& o) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] |= o.words_[i];
    return *this;
  }
  friend constexpr PatternBits operator&(PatternBits a, const PatternBits& b) { return a &= b; }
  /// Least member, or kMaxPatterns where there is none.
  constexpr std::size_t first() const {
    for (std::size_t i = 0; i < kWords; ++i)
      if (words_[i] != 0) return i * 64 + static_cast<std::size_t>(std::countr_zero(words_[i]));
    return kMaxPatterns;
  }

  /// visit(i) for each member, least first.
  template <class Visit>
  constexpr void each(Visit visit) const {
    for (std::size_t i = 0; i < kWords; ++i)
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
  }

 private:
  std::array<std::uint64_t, kWords> words_{};
};

/// What a pattern may ask of a token beside its readings.
struct TokenView {
  std::string_view form;  ///< lower case, straight apostrophe
  Shape shape = Shape::lower;
  TokenKind kind = TokenKind::word;
  bool initial = false;  ///< first word of its sentence (punctuation aside)
};

/// Patterns by number. A pattern is a JSON object whose members must all hold; a member's list holds where
/// one of its values does:
///   upos, gender, number, person, mood, tense, verb, pron   as Universal Dependencies names them, "none" for
///   absent
///                                                           ("verb": Fin, Inf, Part is VerbForm)
///   is, not    flags: definite indefinite possessive reflexive ordinal cardinal negative contraction initial
///   frame      transitive indirect intransitive pronominal always-pronominal impersonal etre
///   name       first family place organization demonym other none
///   source     dictionary closed guesser shape
///   shape      lower capitalized upper mixed numeric other
///   kind       word number punctuation symbol url
///   word       the form, in lower case
///   lemma      the lemma
class PatternSet {
 public:
  PatternSet();
  /// Number of the pattern; equal patterns share one. A Diagnostic for unknown members or values.
  Result<std::size_t> add(const rapidjson::Value& pattern);
  std::size_t size() const { return count_; }

  /// To be called after the last add() and before match(): multiplies the tables out.
  void seal();

  /// What of all patterns the token itself allows: to be computed once a token.
  PatternBits token_bits(const TokenView& token) const;
  /// What of all patterns the lemma allows.
  const PatternBits& lemma_bits(std::string_view lemma) const { return lemma_.of(lemma); }
  /// The patterns that hold for the reading, given those that its token and its lemma allow.
  PatternBits match(const Reading& reading, const PatternBits& token, const PatternBits& lemma) const;

 private:
  template <std::size_t N>
  using Table = std::array<PatternBits, N>;
  /// For each string that some pattern names: the patterns it satisfies; `other` are those of all other
  /// strings.
  struct StringTable {
    StringMap<PatternBits> known;
    PatternBits other;
    void restrict(std::size_t pattern, const std::vector<std::string_view>& values);
    const PatternBits& of(std::string_view s) const;
  };
  enum Flag : std::uint8_t {
    definite,
    indefinite,
    possessive,
    reflexive,
    ordinal,
    cardinal,
    negative,
    contraction
  };
  static constexpr std::size_t kFlags = 8;

  Result<bool> add_member(std::size_t number, std::string_view name,
                          const std::vector<std::string_view>& values);
  Status add_flags(std::size_t number, const std::vector<std::string_view>& values, bool wanted);

  std::size_t count_ = 0;
  std::map<std::string, std::size_t> known_;  ///< by JSON text
  Table<kUposCount> upos_;
  Table<3> gender_, number_;
  Table<4> person_, verb_form_;
  Table<5> mood_, tense_;
  Table<10> pron_;
  std::array<Table<2>, kFlags> flags_;
  Table<2> initial_;
  std::array<PatternBits, 256> frame_, name_;
  Table<4> source_;
  Table<6> shape_;
  Table<5> kind_;
  StringTable word_, lemma_;

  // Several tables in one, made by seal(): a reading is matched by half a dozen lookups.
  Table<3 * 3 * 4> agreement_;                              ///< gender, number, person
  Table<5 * 5 * 4> inflection_;                             ///< mood, tense, verb form
  Table<static_cast<std::size_t>(kUposCount) * 10> class_;  ///< part of speech, kind of pronoun
  Table<1 << kFlags> flag_sets_;
};

}  // namespace maillon
