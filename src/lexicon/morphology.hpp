// Parts of speech and features, as Universal Dependencies v2 names them (universaldependencies.org/u/pos,
// /u/feat).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace maillon {

enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};
inline constexpr int kUposCount = 17;

enum class Gender : std::uint8_t { none, masc, fem };  // none: either, or not applicable
enum class Number : std::uint8_t { none, sing, plur };
enum class Person : std::uint8_t { none, first, second, third };
enum class Mood : std::uint8_t { none, ind, sub, cnd, imp };
enum class Tense : std::uint8_t { none, pres, imp, past, fut };
enum class VerbForm : std::uint8_t { none, fin, inf, part };
enum class PronType : std::uint8_t { none, prs, dem, rel, interrogative, ind, neg, art, tot, exc };

/// Morphological features of one reading; 16 bytes at most, compared as a value.
struct Morph {
  Gender gender = Gender::none;
  Number number = Number::none;
  Person person = Person::none;
  Mood mood = Mood::none;
  Tense tense = Tense::none;
  VerbForm verb_form = VerbForm::none;
  PronType pron_type = PronType::none;
  bool definite = false;    ///< Definite=Def (articles)
  bool indefinite = false;  ///< Definite=Ind
  bool possessive = false;  ///< Poss=Yes
  bool reflexive = false;   ///< Reflex=Yes
  bool ordinal = false;     ///< NumType=Ord
  bool cardinal = false;    ///< NumType=Card
  bool negative = false;    ///< Polarity=Neg
  bool passive = false;     ///< Voice=Pass

  friend bool operator==(const Morph&, const Morph&) = default;
};

/// Which complements a verb takes, from the dictionary and schemas/fr/lexicon; a bit set.
enum VerbFrame : std::uint8_t {
  kTransitive = 1,    ///< direct object
  kIndirect = 2,      ///< object with à or de
  kIntransitive = 4,  ///< none
  kPronominal = 8,    ///< only or also with se
  kAlwaysPronominal = 16,
  kImpersonal = 32,
  kEtre = 64,      ///< compound tenses with être
  kClausal = 128,  ///< que-clause
};

/// What kind of name a proper noun of the lexicon is; a bit set.
enum NameClass : std::uint8_t {
  kFirstName = 1,
  kFamilyName = 2,
  kPlaceName = 4,
  kOrganizationName = 8,
  kDemonym = 16,
  kOtherName = 32,
};

std::string_view to_string(Upos);
/// kUposCount-safe inverse; returns X for unknown names.
Upos upos_from(std::string_view name);
/// CoNLL-U FEATS, sorted by feature name, "_" where there is none.
std::string to_feats(Upos, const Morph&);
/// Inverse of to_feats for the features held here; others are ignored.
Morph morph_from_feats(std::string_view feats);

}  // namespace maillon
