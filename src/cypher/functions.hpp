// The functions of openCypher that take values and return one. Aggregating functions are in aggregates.hpp.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "cypher/runtime.hpp"
#include "cypher/type.hpp"

namespace maillon::cypher {

using Arguments = std::span<const Value>;

/// A function's arguments may be whatever they are.
inline constexpr std::array<Kinds, 2> kAnything = {kAnyKind, kAnyKind};

struct Function {
  std::string_view name;     ///< lower case
  std::uint8_t least, most;  ///< number of arguments
  /// What the first arguments may be for the query to be accepted at all.
  std::array<Kinds, 2> accepts;
  Type result;
  Value (*call)(Runtime&, Arguments);
  /// Most functions of null are null; these want to see it.
  bool sees_null = false;
};

/// Null where there is none.
const Function* find_function(std::string_view lower_case_name);
/// All names, as usually written: "toUpper", "date.truncate".
std::vector<std::string_view> function_names();

std::span<const Function> graph_functions();
std::span<const Function> list_functions();
std::span<const Function> number_functions();
std::span<const Function> text_functions();
std::span<const Function> temporal_functions();

/// Throws the TypeError that openCypher wants for a value that a function cannot take.
[[noreturn]] void fail_value(std::string_view function, const Value& value);

}  // namespace maillon::cypher
