// Word classes and valencies of schemas/fr/syntax, looked up once a word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_arena.hpp"
#include "base/string_map.hpp"
#include "lexicon/morphology.hpp"
#include "syntax/attraction.hpp"
#include "syntax/parsed_text.hpp"

namespace maillon::syntax {

// clang-format off
/// Classes that the passes ask for. classes.json lists their words; it must name each of them once.
enum class WordClass : std::uint8_t {
  subject_clitic, accusative_clitic, dative_clitic, reflexive_clitic, oblique_clitic, clitic_en, clitic_y,
  expletive_clitic, ne, negation, relative, que, si, degree, focus, quantity, be, have, causative, speech,
  attributive, object_attributive, be_perfect, impersonal, month, time, civil_title, title, numeral,
  comma, colon, semicolon, dash, quote_open, quote_close, quote, bracket_open, bracket_close, stop,
  predeterminer, interrogative, question, governing_adverb, presentative, modal, wh_attribute,
  time_object, stative, lapse, narrow_focus, named, measure, tonic, echo, deictic,
  adversative, asking, indefinite, impersonal_infinitive, reflexive_impersonal, uncontrolled, true_reflexive, floating, teller
};
// clang-format on
inline constexpr int kWordClassCount = static_cast<int>(WordClass::teller) + 1;
using ClassSet = std::uint64_t;
constexpr ClassSet bit(WordClass c) { return ClassSet{1} << static_cast<int>(c); }

/// Complements a word governs: bit p for preposition p, clause types above.
using Valency = std::uint64_t;
inline constexpr Valency kGovernsObject = Valency{1} << 48;
inline constexpr Valency kGovernsQue = Valency{1} << 49;
inline constexpr Valency kGovernsInfinitive = Valency{1} << 50;      ///< bare: vouloir partir
inline constexpr Valency kGovernsInfinitiveDe = Valency{1} << 51;    ///< promettre de partir
inline constexpr Valency kGovernsInfinitiveA = Valency{1} << 52;     ///< réussir à partir
inline constexpr Valency kGovernsInfinitivePour = Valency{1} << 53;  ///< suffire pour
/// Of a verb: an adjective behind its object is what it makes or finds it. Of an adjective: it can be that.
inline constexpr Valency kAttribute = Valency{1} << 54;
/// The verb wants a phrase with de beside its object: qualifier le vote de farce.
inline constexpr Valency kDemandsDe = Valency{1} << 55;
/// A measure with de behind its object says by how much: battre Malte de dix points.
inline constexpr Valency kMeasuredDe = Valency{1} << 56;
inline constexpr Valency kKnown = Valency{1} << 60;  ///< the word has an entry

/// What the data say of one word in one part of speech.
struct LexicalEntry {
  ClassSet classes = 0;
  Valency valency = 0;
};

/// One locution: its words after the first, and the function of the whole.
struct Locution {
  std::vector<std::string_view> rest;
  Deprel function = Deprel::advmod;
  bool focus = false;     ///< an adverb that bears on what follows: au moins
  bool quantity = false;  ///< heads a measured noun: un peu de
  bool governs = false;   ///< a phrase with de or à completes it: à partir de
};

class Vocabulary {
 public:
  static Result<Vocabulary> load(const Schemas&);

  /// `key` is the lemma of an open-class word, the lower-case form of any other.
  LexicalEntry find(Upos upos, std::string_view key) const;
  Preposition preposition(std::string_view form) const;
  Preposition de() const { return de_; }
  Preposition a() const { return a_; }
  Preposition par() const { return par_; }
  Preposition en() const { return en_; }
  Preposition pour() const { return pour_; }
  Preposition comme() const { return comme_; }
  Preposition entre() const { return entre_; }
  Preposition selon() const { return selon_; }
  /// Locutions that begin with `form`, longest first; empty for most words.
  const std::vector<Locution>* locutions(std::string_view form) const;
  const Attraction& attraction() const { return attraction_; }
  /// First form of a preposition; empty where there is none with that number.
  std::string_view preposition_name(Preposition) const;

 private:
  Status load_classes(const Schemas&);
  Status load_prepositions(const Schemas&);
  Status load_valencies(const Schemas&, std::string_view path, Upos upos);
  Status load_locutions(const Schemas&);

  StringArena strings_;  ///< what the views below point into
  using Entries = ViewMap<LexicalEntry>;
  std::array<Entries, 4> entries_;  // verbs, nouns, adjectives, the rest
  ViewMap<Preposition> prepositions_;
  ViewMap<std::vector<Locution>> locutions_;
  std::vector<std::string_view> preposition_names_;
  Attraction attraction_;
  Preposition de_ = 0, a_ = 0, par_ = 0, en_ = 0, pour_ = 0, comme_ = 0, entre_ = 0, selon_ = 0;
};

}  // namespace maillon::syntax
