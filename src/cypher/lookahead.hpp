// The few rules of the grammar that look at characters themselves.
#pragma once

#include <string_view>
#include <tao/pegtl/type_list.hpp>

namespace maillon::cypher {

/// At a '(': whether its ')' is followed by a relationship: (a)-->(b), (a)<-[r]-(b).
bool starts_pattern(std::string_view rest);
/// At a '[': whether it opens [x IN list …] with a WHERE, a '|' or nothing but the list.
bool starts_list_comprehension(std::string_view rest);
/// At a '[': whether it opens [(a)-->(b) … or [p = (a)-->(b) …
bool starts_pattern_comprehension(std::string_view rest);
/// Whether a word begins here that would end an expression, or start one, if it were a variable.
bool starts_reserved(std::string_view rest);
/// Bytes of the white space character, or name character, at the start; 0 where there is none.
std::size_t white_space_at(std::string_view rest);
std::size_t name_first_at(std::string_view rest);
std::size_t name_other_at(std::string_view rest);
/// Bytes of all white space and comments, or of the name, at the start; 0 where there are none.
std::size_t spaces_at(std::string_view rest);
std::size_t name_at(std::string_view rest);
/// Bytes up to the end of the text or of the subquery in braces that this is in.
std::size_t query_rest_at(std::string_view rest);
/// Greatest depth of brackets and CASE … END.
std::size_t nesting(std::string_view text);

namespace grammar {

/// A PEGTL rule that takes as many bytes as Measure says.
template <std::size_t (*Measure)(std::string_view)>
struct measured {
  using rule_t = measured;
  using subs_t = tao::pegtl::empty_list;
  template <class Input>
  static bool match(Input& in) {
    const std::size_t n = Measure({in.current(), static_cast<std::size_t>(in.end() - in.current())});
    if (n == 0) return false;
    in.bump(n);
    return true;
  }
};
/// A PEGTL rule that takes nothing and asks Test about all that is left.
template <bool (*Test)(std::string_view)>
struct ahead {
  using rule_t = ahead;
  using subs_t = tao::pegtl::empty_list;
  template <class Input>
  static bool match(Input& in) {
    return Test({in.current(), static_cast<std::size_t>(in.end() - in.current())});
  }
};

struct white_space : measured<white_space_at> {};
struct name_other : measured<name_other_at> {};
struct spaces : measured<spaces_at> {};
struct rest_of_query : measured<query_rest_at> {};
struct name : measured<name_at> {};
struct reserved : ahead<starts_reserved> {};
struct looks_like_pattern : ahead<starts_pattern> {};
struct looks_like_list_comprehension : ahead<starts_list_comprehension> {};
struct looks_like_pattern_comprehension : ahead<starts_pattern_comprehension> {};

}  // namespace grammar
}  // namespace maillon::cypher
