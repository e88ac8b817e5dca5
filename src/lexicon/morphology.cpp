#include "lexicon/morphology.hpp"

#include <algorithm>
#include <array>

namespace maillon {

namespace {

constexpr std::array<std::string_view, kUposCount> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                            "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                            "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 3> kGender = {"", "Masc", "Fem"};
constexpr std::array<std::string_view, 3> kNumber = {"", "Sing", "Plur"};
constexpr std::array<std::string_view, 4> kPerson = {"", "1", "2", "3"};
constexpr std::array<std::string_view, 5> kMood = {"", "Ind", "Sub", "Cnd", "Imp"};
constexpr std::array<std::string_view, 5> kTense = {"", "Pres", "Imp", "Past", "Fut"};
constexpr std::array<std::string_view, 4> kVerbForm = {"", "Fin", "Inf", "Part"};
constexpr std::array<std::string_view, 10> kPronType = {"",    "Prs", "Dem", "Rel", "Int",
                                                        "Ind", "Neg", "Art", "Tot", "Exc"};

template <class Enum, std::size_t N>
void put(std::string& out, std::string_view name, Enum value, const std::array<std::string_view, N>& names) {
  if (value == Enum::none) return;
  if (!out.empty()) out += '|';
  out.append(name).append("=").append(names[static_cast<std::size_t>(value)]);
}

void put(std::string& out, std::string_view pair) {
  if (!out.empty()) out += '|';
  out += pair;
}

template <class Enum, std::size_t N>
void get(Enum& out, std::string_view value, const std::array<std::string_view, N>& names) {
  const auto at = std::find(names.begin() + 1, names.end(), value);
  if (at != names.end()) out = static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view to_string(Upos u) { return kUpos[static_cast<std::size_t>(u)]; }

Upos upos_from(std::string_view name) {
  const auto at = std::find(kUpos.begin(), kUpos.end(), name);
  return at == kUpos.end() ? Upos::X : static_cast<Upos>(at - kUpos.begin());
}

std::string to_feats(Upos, const Morph& m) {
  std::string out;  // in the order of the feature names, as CoNLL-U demands
  if (m.definite || m.indefinite) put(out, m.definite ? "Definite=Def" : "Definite=Ind");
  put(out, "Gender", m.gender, kGender);
  put(out, "Mood", m.mood, kMood);
  if (m.cardinal || m.ordinal) put(out, m.cardinal ? "NumType=Card" : "NumType=Ord");
  put(out, "Number", m.number, kNumber);
  put(out, "Person", m.person, kPerson);
  if (m.negative) put(out, "Polarity=Neg");
  if (m.possessive) put(out, "Poss=Yes");
  put(out, "PronType", m.pron_type, kPronType);
  if (m.reflexive) put(out, "Reflex=Yes");
  put(out, "Tense", m.tense, kTense);
  put(out, "VerbForm", m.verb_form, kVerbForm);
  if (m.passive) put(out, "Voice=Pass");
  return out.empty() ? "_" : out;
}

Morph morph_from_feats(std::string_view feats) {
  Morph m;
  while (!feats.empty()) {
    const auto bar = std::min(feats.find('|'), feats.size());
    const std::string_view pair = feats.substr(0, bar);
    feats.remove_prefix(std::min(bar + 1, feats.size()));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = pair.substr(0, equals);
    const std::string_view value = pair.substr(equals + 1);
    if (name == "Gender") get(m.gender, value, kGender);
    if (name == "Number") get(m.number, value, kNumber);
    if (name == "Person") get(m.person, value, kPerson);
    if (name == "Mood") get(m.mood, value, kMood);
    if (name == "Tense") get(m.tense, value, kTense);
    if (name == "VerbForm") get(m.verb_form, value, kVerbForm);
    if (name == "PronType") get(m.pron_type, value, kPronType);
    if (name == "Definite") (value == "Def" ? m.definite : m.indefinite) = true;
    if (name == "Poss") m.possessive = true;
    if (name == "Reflex") m.reflexive = true;
    if (name == "NumType") (value == "Ord" ? m.ordinal : m.cardinal) = true;
    if (name == "Polarity") m.negative = value == "Neg";
    if (name == "Voice") m.passive = value == "Pass";
  }
  return m;
}

}  // namespace maillon
