// Half-open ranges, as every later stage points back into the article.
#pragma once

#include <cstdint>
#include <limits>

namespace maillon {

/// A half-open range [begin, end) of BYTES of the article's UTF-8 body.
/// Code points are only counted where a span leaves the program (see base/utf8.hpp).
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  constexpr bool contains(ByteSpan o) const { return begin <= o.begin && o.end <= end; }
  constexpr bool overlaps(ByteSpan o) const { return begin < o.end && o.begin < end; }
  friend constexpr bool operator==(ByteSpan, ByteSpan) = default;
};

/// A half-open range of INDICES into some vector (tokens, words, mentions); the member says which.
struct IndexRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  constexpr bool contains(IndexRange o) const { return begin <= o.begin && o.end <= end; }
  friend constexpr bool operator==(IndexRange, IndexRange) = default;
};

/// "No such index", for every index of 32 bits.
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

}  // namespace maillon
