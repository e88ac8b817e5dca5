// Hash maps keyed by strings that are looked up by views, without a copy. For lookup only: the order of
// iteration says nothing, so nothing that is written may depend on it.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace maillon {

/// Multiply-and-fold over eight bytes at a time, inlined: keys here are words, and the standard library's
/// hash costs more in the call than in the work on them. Not for keys that somebody hostile chooses.
struct StringHash {
  using is_transparent = void;

  std::size_t operator()(std::string_view s) const noexcept {
    const std::size_t size = s.size();
    const char* const data = s.data();
    std::uint64_t hash = size * kOdd;
    if (size >= 8) {  // the last eight bytes may overlap those before them
      for (std::size_t at = 0; at + 8 < size; at += 8) hash = fold(hash ^ bytes<std::uint64_t>(data + at));
      return fold(hash ^ bytes<std::uint64_t>(data + size - 8));
    }
    if (size >= 4)
      return fold(hash ^
                  (std::uint64_t{bytes<std::uint32_t>(data)} << 32 | bytes<std::uint32_t>(data + size - 4)));
    if (size > 0)
      return fold(hash ^ (std::uint64_t{bytes<std::uint8_t>(data)} << 16 |
                          std::uint64_t{bytes<std::uint8_t>(data + size / 2)} << 8 |
                          bytes<std::uint8_t>(data + size - 1)));
    return 0;
  }

 private:
  static constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio

  template <class Word>
  static Word bytes(const char* at) {
    Word out = 0;
    std::memcpy(&out, at, sizeof out);
    return out;
  }
  static std::uint64_t fold(std::uint64_t x) {
    x *= kOdd;
    return (x ^ (x >> 32)) * kOdd;
  }
};

template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;
/// Keys are views of what outlives the map.
template <class T>
using ViewMap = std::unordered_map<std::string_view, T, StringHash, std::equal_to<>>;

}  // namespace maillon
