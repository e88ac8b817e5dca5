// Invented names that stay apart: no two are spellings of each other for entity resolution.
#pragma once

#include <cstdint>
#include <string>

#include "mentions/mention_set.hpp"

namespace maillon::testing {

/// Evenly spread bits of `n`: the SplitMix64 finaliser.
constexpr std::uint64_t mix(std::uint64_t n) {
  n += 0x9E3779B97F4A7C15u;
  n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9u;
  n = (n ^ (n >> 27)) * 0x94D049BB133111EBu;
  return n ^ (n >> 31);
}

/// "Badolemi": one word of consonant-vowel syllables, the last of which checks the others, so that two words
/// differ in at least two letters. Distinct for n < 6,000,000.
std::string invented_word(std::uint32_t n);

/// Name of a named entity: "Élodie Badolemi", "Agence Badolemi", "Port-Badolemi". Distinct in `n` whatever
/// the type.
std::string invented_name(EntityType type, std::uint32_t n);

/// The same name around a text that breaks formats which escape carelessly (valid UTF-8, also controls).
/// It begins and ends as invented_name does.
std::string hostile_name(EntityType type, std::uint32_t n);

}  // namespace maillon::testing
