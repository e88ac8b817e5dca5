// What is known of an expression's values before it runs.
#pragma once

#include <cstdint>

#include "cypher/value.hpp"

namespace maillon::cypher {

/// A set of kinds, one bit each.
using Kinds = std::uint16_t;
constexpr Kinds kinds(Kind kind) { return static_cast<Kinds>(1u << static_cast<unsigned>(kind)); }
template <class... More>
constexpr Kinds kinds(Kind kind, More... more) {
  return static_cast<Kinds>(kinds(kind) | kinds(more...));
}
inline constexpr Kinds kAnyKind = 0xFFFF;
inline constexpr Kinds kNumbers = kinds(Kind::integer, Kind::real);
inline constexpr Kinds kTemporals =
    kinds(Kind::date_time, Kind::local_date_time, Kind::date, Kind::time, Kind::local_time, Kind::duration);

inline constexpr Kinds kNode = kinds(Kind::node), kRelationship = kinds(Kind::relationship),
                       kPath = kinds(Kind::path), kList = kinds(Kind::list);

struct Type {
  Kinds kinds = kAnyKind;
  Kinds elements = kAnyKind;  ///< of a list's items
};

inline constexpr Type kText{kinds(Kind::string), kAnyKind}, kInteger{kinds(Kind::integer), kAnyKind},
    kBoolean{kinds(Kind::boolean), kAnyKind};

/// Whether a value of that type may be one of `allowed`; null always may.
constexpr bool may_be(Type type, Kinds allowed) {
  const auto known = static_cast<Kinds>(type.kinds & ~kinds(Kind::null));
  return known == 0 || (known & allowed) != 0;
}

}  // namespace maillon::cypher
