// Content hashes that every machine agrees on: XXH3 (github.com/Cyan4973/xxHash, doc/xxhash_spec.md).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace maillon {

/// Hashes a sequence of fields; ("ab","c") and ("a","bc") differ.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Hasher& add(std::string_view field);
  Hasher& add(std::uint64_t number);
  /// 16 lower-case hex digits.
  std::string hex64() const;
  /// 32 lower-case hex digits.
  std::string hex128() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace maillon
