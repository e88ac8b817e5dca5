#include "support/generated_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "support/hostile.hpp"

namespace maillon::testing {

namespace {

// Letters that no transliteration rule rewrites.
constexpr std::string_view kConsonants = "bdlmnrtvpg", kVowels = "aeiou";
constexpr std::uint32_t kSyllables = 50;
constexpr std::uint32_t kShort =
    kSyllables * kSyllables * kSyllables;  ///< words of three syllables and a check
constexpr std::uint32_t kLong = kShort * kSyllables;

constexpr std::array<std::string_view, 40> kGivenNames = {
    "Anna",   "Jan",     "Élodie", "Björn",  "Zoé",      "Léa",    "Øyvind", "Maïa",     "Noël",   "Inès",
    "Rasmus", "Sigrid",  "Tomáš",  "Ewa",    "Łukasz",   "Ferit",  "Nour",   "Amadou",   "Aïcha",  "Ravi",
    "Mei",    "Haruto",  "Soraya", "Dmitri", "Oksana",   "Pavel",  "Irina",  "Marek",    "Elif",   "Tariq",
    "Leïla",  "Bastien", "Chloé",  "Aurèle", "Mathilde", "Gaétan", "Solène", "Thibault", "Ondine", "Brice"};

constexpr std::array<std::string_view, 4> kPlaces = {"", "Port-", "Saint-", "Val-"};
constexpr std::array<std::string_view, 4> kOrganizations = {"Agence ", "Ministère ", "Parti ", "Société "};
constexpr std::array<std::string_view, 2> kGroups = {"Brigade ", "Collectif "};
constexpr std::array<std::string_view, 2> kAgreements = {"Accord de ", "Traité de "};
constexpr std::array<std::string_view, 3> kArtifacts = {"Missile ", "Pont ", "Navire "};
constexpr std::array<std::string_view, 2> kEvents = {"Sommet de ", "Conférence de "};

template <std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& words, std::uint32_t n) {
  return words[mix(n) % N];
}

/// What stands before the invented word.
std::string leading(EntityType type, std::uint32_t n) {
  switch (type) {
    case EntityType::Person: {
      // A second given name keeps the bearers of one name few in large graphs.
      const std::uint64_t bits = mix(n);
      return std::string(kGivenNames[bits % 40]) + '-' + std::string(kGivenNames[(bits >> 32) % 40]) + ' ';
    }
    case EntityType::State:
      return "République de ";
    case EntityType::Place:
      return std::string(pick(kPlaces, n));
    case EntityType::Organization:
      return std::string(pick(kOrganizations, n));
    case EntityType::Group:
      return std::string(pick(kGroups, n));
    case EntityType::Agreement:
      return std::string(pick(kAgreements, n));
    case EntityType::Artifact:
      return std::string(pick(kArtifacts, n));
    case EntityType::Event:
      return std::string(pick(kEvents, n));
    case EntityType::Concept:
    case EntityType::Literal:
      break;
  }
  return "Doctrine ";
}

/// hostile_texts() but for the longest, and without malformed UTF-8, which no article holds once it is read.
const std::vector<std::string>& interruptions() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> out;
    for (std::string& text : hostile_texts())
      if (text.size() < 1000 && utf8::first_invalid(text) == text.size()) out.push_back(std::move(text));
    return out;
  }();
  return texts;
}

}  // namespace

std::string invented_word(std::uint32_t n) {
  const bool is_short = n < kShort;
  // Multiplying by a number prime to the modulus permutes it: neighbours do not look alike.
  std::uint64_t code = is_short ? std::uint64_t{n} * 48271 % kShort : std::uint64_t{n} * 48271 % kLong;
  std::string out;
  std::uint64_t check = is_short ? 7 : 11;
  for (int i = is_short ? 3 : 4; i > 0; --i) {
    const std::uint64_t syllable = code % kSyllables;
    code /= kSyllables;
    check += syllable;
    out += kConsonants[syllable / 5];
    out += kVowels[syllable % 5];
  }
  check %= kSyllables;
  out += kConsonants[check / 5];
  out += kVowels[check % 5];
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string invented_name(EntityType type, std::uint32_t n) { return leading(type, n) + invented_word(n); }

std::string hostile_name(EntityType type, std::uint32_t n) {
  const std::vector<std::string>& texts = interruptions();
  return leading(type, n) + texts[mix(n) % texts.size()] + ' ' + invented_word(n);
}

}  // namespace maillon::testing
