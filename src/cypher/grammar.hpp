// openCypher 9's reading part as PEGTL rules (openCypher grammar M23), and CREATE with a pattern.
//
// A token takes the white space after it. What opens a bracket or starts a clause commits (if_must), and two
// scans ahead (lookahead.hpp) tell patterns from parentheses and comprehensions from lists, so that no text
// is parsed twice and the time is linear but for those scans.
#pragma once

#include <tao/pegtl.hpp>

#include "cypher/lookahead.hpp"

namespace maillon::cypher::grammar {

namespace p = tao::pegtl;

// ---- white space, names ----
struct sp : p::opt<spaces> {};

template <class Text>
struct word : p::seq<Text, p::not_at<name_other>, sp> {};
template <char C>
struct mark : p::seq<p::one<C>, sp> {};
template <class Item>
struct comma_list : p::seq<Item, p::star<mark<','>, p::must<Item>>> {};

#define MAILLON_KEYWORD(NAME)                        \
  struct k_##NAME : word<TAO_PEGTL_ISTRING(#NAME)> { \
    static constexpr const char* expected = #NAME;   \
  };
MAILLON_KEYWORD(all)
MAILLON_KEYWORD(and)
MAILLON_KEYWORD(any)
MAILLON_KEYWORD(as)
MAILLON_KEYWORD(by)
MAILLON_KEYWORD(call)
MAILLON_KEYWORD(case)
MAILLON_KEYWORD(contains)
MAILLON_KEYWORD(count)
MAILLON_KEYWORD(create)
MAILLON_KEYWORD(delete)
MAILLON_KEYWORD(desc)
MAILLON_KEYWORD(descending)
MAILLON_KEYWORD(asc)
MAILLON_KEYWORD(ascending)
MAILLON_KEYWORD(detach)
MAILLON_KEYWORD(distinct)
MAILLON_KEYWORD(else)
MAILLON_KEYWORD(end)
MAILLON_KEYWORD(ends)
MAILLON_KEYWORD(exists)
MAILLON_KEYWORD(false)
MAILLON_KEYWORD(foreach)
MAILLON_KEYWORD(in)
MAILLON_KEYWORD(is)
MAILLON_KEYWORD(limit)
MAILLON_KEYWORD(load)
MAILLON_KEYWORD(match)
MAILLON_KEYWORD(merge)
MAILLON_KEYWORD(none)
MAILLON_KEYWORD(not )
MAILLON_KEYWORD(null)
MAILLON_KEYWORD(optional)
MAILLON_KEYWORD(or)
MAILLON_KEYWORD(order)
MAILLON_KEYWORD(reduce)
MAILLON_KEYWORD(remove)
MAILLON_KEYWORD(return )
MAILLON_KEYWORD(set)
MAILLON_KEYWORD(single)
MAILLON_KEYWORD(skip)
MAILLON_KEYWORD(starts)
MAILLON_KEYWORD(then)
MAILLON_KEYWORD(true)
MAILLON_KEYWORD(union)
MAILLON_KEYWORD(unwind)
MAILLON_KEYWORD(when)
MAILLON_KEYWORD(where)
MAILLON_KEYWORD(with)
MAILLON_KEYWORD(xor)
MAILLON_KEYWORD(shortestpath)
MAILLON_KEYWORD(allshortestpaths)
#undef MAILLON_KEYWORD

struct plain_name : name {};
struct quoted_name : p::plus<p::one<'`'>, p::until<p::one<'`'>>> {};
struct any_name : p::seq<p::sor<quoted_name, plain_name>, sp> {};
struct free_name : p::seq<p::sor<quoted_name, p::seq<p::not_at<reserved>, plain_name>>, sp> {};

struct variable : free_name {
  static constexpr const char* expected = "a variable";
};
struct label_name : any_name {
  static constexpr const char* expected = "a label";
};
struct type_name : any_name {
  static constexpr const char* expected = "a relationship type";
};
struct property_key : any_name {
  static constexpr const char* expected = "a property name";
};

// ---- literals ----
struct hex_integer : p::seq<p::one<'0'>, p::one<'x', 'X'>, p::plus<p::xdigit>> {};
struct octal_integer : p::seq<p::one<'0'>, p::one<'o', 'O'>, p::plus<p::odigit>> {};
struct exponent : p::seq<p::one<'e', 'E'>, p::opt<p::one<'+', '-'>>, p::plus<p::digit>> {};
struct real : p::sor<p::seq<p::star<p::digit>, p::one<'.'>, p::plus<p::digit>, p::opt<exponent>>,
                     p::seq<p::plus<p::digit>, exponent>> {};
struct decimal_integer : p::plus<p::digit> {};
struct number_end : p::seq<p::not_at<name_other>, sp> {};
struct bad_number : p::seq<p::digit, p::star<name_other>> {};
struct number
    : p::sor<p::seq<p::sor<hex_integer, octal_integer, real, decimal_integer>, number_end>, bad_number> {};

template <char Quote>
struct quoted : p::if_must<p::one<Quote>,
                           p::until<p::one<Quote>, p::sor<p::seq<p::one<'\\'>, p::any>, p::not_one<'\\'>>>> {
};
struct string_literal : p::sor<quoted<'\''>, quoted<'"'>> {};
struct string_token : p::seq<string_literal, sp> {};
struct parameter : p::seq<p::one<'$'>, p::must<p::sor<quoted_name, p::plus<name_other>>>, sp> {};

struct expression;
struct map_key : any_name {
  static constexpr const char* expected = "a key";
};
struct map_entry : p::if_must<map_key, mark<':'>, expression> {};
struct close_brace : mark<'}'> {
  static constexpr const char* expected = "'}'";
};
struct close_paren : mark<')'> {
  static constexpr const char* expected = "')'";
};
struct close_bracket : mark<']'> {
  static constexpr const char* expected = "']'";
};
struct comma : mark<','> {
  static constexpr const char* expected = "','";
};
struct map_literal
    : p::if_must<mark<'{'>, p::opt<map_entry, p::star<comma, p::must<map_entry>>>, close_brace> {};

// ---- patterns ----
struct labels : p::plus<mark<':'>, p::must<label_name>> {};
struct properties : p::sor<map_literal, parameter> {};
struct node_pattern
    : p::if_must<mark<'('>, p::opt<variable>, p::opt<labels>, p::opt<properties>, close_paren> {};

struct dots : p::seq<p::two<'.'>, sp> {};
struct range_bound : p::seq<p::plus<p::digit>, sp> {};
struct bad_range : p::seq<p::sor<dots, p::seq<mark<'*'>, mark<'-'>>>,
                          p::star<p::sor<p::digit, p::one<'.'>, white_space>>> {};
struct range : p::seq<mark<'*'>, p::opt<range_bound>, p::opt<dots, p::opt<range_bound>>> {};
struct types : p::if_must<mark<':'>, type_name, p::star<mark<'|'>, p::opt<mark<':'>>, p::must<type_name>>> {};
struct relationship_detail : p::if_must<mark<'['>, p::opt<variable>, p::opt<types>,
                                        p::opt<p::sor<bad_range, range>>, p::opt<properties>, close_bracket> {
};
struct left_arrow : p::seq<mark<'<'>, mark<'-'>> {};
struct right_arrow : p::seq<mark<'-'>, mark<'>'>> {};
struct dash : mark<'-'> {};
struct relationship_pattern
    : p::seq<p::sor<left_arrow, dash>, p::opt<relationship_detail>, p::sor<right_arrow, dash>> {};
struct pattern_chain : p::seq<node_pattern, p::star<relationship_pattern, p::must<node_pattern>>> {
  static constexpr const char* expected = "a pattern";
};
struct nested_chain
    : p::sor<p::if_must<p::seq<mark<'('>, p::at<p::one<'('>>>, nested_chain, close_paren>, pattern_chain> {};
struct shortest_name : p::sor<k_shortestpath, k_allshortestpaths> {};
struct shortest_pattern : p::if_must<p::seq<shortest_name, mark<'('>>, pattern_chain, close_paren> {};
struct path_variable : p::seq<variable, mark<'='>> {};
struct pattern : p::seq<p::opt<path_variable>, p::sor<shortest_pattern, nested_chain>> {
  static constexpr const char* expected = "a pattern";
};

// ---- expressions, from the atom up ----
struct where_part : p::if_must<k_where, expression> {};
struct yield_part : p::if_must<mark<'|'>, expression> {};
struct list_literal
    : p::if_must<mark<'['>, p::opt<expression, p::star<comma, p::must<expression>>>, close_bracket> {};
struct list_comprehension : p::if_must<p::seq<looks_like_list_comprehension, mark<'['>>, variable, k_in,
                                       expression, p::opt<where_part>, p::opt<yield_part>, close_bracket> {};
struct pattern_comprehension
    : p::if_must<p::seq<looks_like_pattern_comprehension, mark<'['>>, p::opt<path_variable>, pattern_chain,
                 p::opt<where_part>, yield_part, close_bracket> {};
struct pattern_predicate : p::if_must<looks_like_pattern, pattern_chain> {};
struct parenthesized : p::if_must<mark<'('>, expression, close_paren> {};

struct case_subject : p::seq<expression> {};
struct case_when : p::if_must<k_when, expression, k_then, expression> {};
struct case_else : p::if_must<k_else, expression> {};
struct case_expression
    : p::if_must<k_case, p::opt<case_subject>, p::plus<case_when>, p::opt<case_else>, k_end> {};

struct q_all : k_all {};
struct q_any : k_any {};
struct q_none : k_none {};
struct q_single : k_single {};
struct quantifier_head : p::seq<p::sor<q_all, q_any, q_none, q_single>, mark<'('>, variable, k_in> {};
struct quantifier : p::if_must<quantifier_head, expression, p::opt<where_part>, close_paren> {};
struct reduce_head : p::seq<k_reduce, mark<'('>, variable, mark<'='>> {};
struct reduce_expression
    : p::if_must<reduce_head, expression, comma, variable, k_in, expression, yield_part, close_paren> {};

struct query;
struct clause_start : p::sor<k_match, k_optional, k_unwind, k_with, k_return> {};
struct exists_pattern : p::seq<comma_list<pattern>, p::opt<where_part>> {};
struct exists_subquery : p::if_must<p::seq<k_exists, mark<'{'>>,
                                    p::sor<p::seq<p::at<clause_start>, query>, exists_pattern>, close_brace> {
};

struct count_star : p::seq<k_count, mark<'('>, mark<'*'>, mark<')'>> {};
struct function_name : p::seq<p::not_at<reserved>, p::list<p::sor<quoted_name, plain_name>, p::one<'.'>>> {};
struct distinct : k_distinct {};
struct function_call : p::if_must<p::seq<function_name, sp, mark<'('>>, p::opt<distinct>,
                                  p::opt<expression, p::star<comma, p::must<expression>>>, close_paren> {};

struct all_properties : p::seq<p::one<'.'>, sp, mark<'*'>> {};
struct own_property : p::seq<p::one<'.'>, sp, property_key> {};
struct projected_entry : p::seq<map_key, mark<':'>, p::must<expression>> {};
struct projection_item_of_map : p::sor<all_properties, own_property, projected_entry, variable> {};
struct map_projection
    : p::if_must<p::seq<variable, mark<'{'>>,
                 p::opt<projection_item_of_map, p::star<comma, p::must<projection_item_of_map>>>,
                 close_brace> {};

struct true_literal : k_true {};
struct false_literal : k_false {};
struct null_literal : k_null {};
struct atom : p::sor<number, string_token, parameter, true_literal, false_literal, null_literal,
                     case_expression, count_star, quantifier, reduce_expression, shortest_pattern,
                     exists_subquery, function_call, pattern_comprehension, list_comprehension, list_literal,
                     map_literal, pattern_predicate, parenthesized, map_projection, variable> {};

struct property_lookup : p::seq<p::one<'.'>, p::not_at<p::one<'.'>>, sp, p::must<property_key>> {};
struct slice_lower : p::seq<expression> {};
struct slice_upper : p::seq<expression> {};
struct subscript
    : p::if_must<
          mark<'['>,
          p::sor<p::seq<dots, p::opt<slice_upper>>, p::seq<slice_lower, p::opt<dots, p::opt<slice_upper>>>>,
          close_bracket> {};
struct postfix : p::seq<atom, p::star<p::sor<property_lookup, subscript, labels>>> {};

struct minus_sign : mark<'-'> {};
struct plus_sign : mark<'+'> {};
struct unary : p::seq<p::star<p::sor<minus_sign, plus_sign>>, postfix> {};
struct op_power : mark<'^'> {};
struct power : p::seq<unary, p::star<op_power, p::must<unary>>> {};
struct op_multiply : mark<'*'> {};
struct op_divide : mark<'/'> {};
struct op_modulo : mark<'%'> {};
struct product : p::seq<power, p::star<p::sor<op_multiply, op_divide, op_modulo>, p::must<power>>> {};
struct op_add : mark<'+'> {};
struct op_subtract : mark<'-'> {};
struct sum : p::seq<product, p::star<p::sor<op_add, op_subtract>, p::must<product>>> {};

struct op_starts : p::seq<k_starts, p::must<k_with>> {};
struct op_ends : p::seq<k_ends, p::must<k_with>> {};
struct op_contains : k_contains {};
struct op_in : k_in {};
struct op_matches : p::seq<p::string<'=', '~'>, sp> {};
struct text_or_list_test : p::if_must<p::sor<op_starts, op_ends, op_contains, op_in, op_matches>, sum> {};
struct not_null : p::seq<k_is, k_not, p::must<k_null>> {};
struct is_null : p::seq<k_is, k_null> {};
struct tested : p::seq<sum, p::star<p::sor<text_or_list_test, not_null, is_null>>> {};

struct op_not_equal : p::seq<p::string<'<', '>'>, sp> {};
struct op_less_equal : p::seq<p::string<'<', '='>, sp> {};
struct op_greater_equal : p::seq<p::string<'>', '='>, sp> {};
struct op_equal : mark<'='> {};
struct op_less : mark<'<'> {};
struct op_greater : mark<'>'> {};
struct comparison
    : p::seq<tested,
             p::star<p::sor<op_not_equal, op_less_equal, op_greater_equal, op_equal, op_less, op_greater>,
                     p::must<tested>>> {};
struct op_not : k_not {};
struct negation : p::seq<p::star<op_not>, comparison> {};
struct conjunction : p::seq<negation, p::star<k_and, p::must<negation>>> {};
struct exclusive : p::seq<conjunction, p::star<k_xor, p::must<conjunction>>> {};
struct expression : p::seq<exclusive, p::star<k_or, p::must<exclusive>>> {
  static constexpr const char* expected = "an expression";
};

// ---- clauses ----
struct star : mark<'*'> {};
struct alias : p::if_must<k_as, variable> {};
struct projection_item : p::seq<expression, p::opt<alias>> {};
struct projection_items
    : p::sor<p::seq<star, p::star<comma, p::must<projection_item>>>, comma_list<projection_item>> {};
struct descending : p::sor<k_descending, k_desc> {};
struct ascending : p::sor<k_ascending, k_asc> {};
struct sort_item : p::seq<expression, p::opt<p::sor<descending, ascending>>> {};
struct order_part : p::if_must<p::seq<k_order, p::must<k_by>>, comma_list<sort_item>> {};
struct skip_part : p::if_must<k_skip, expression> {};
struct limit_part : p::if_must<k_limit, expression> {};
struct projection : p::seq<p::opt<distinct>, p::must<projection_items>, p::opt<order_part>, p::opt<skip_part>,
                           p::opt<limit_part>> {};

struct optional_mark : k_optional {};
struct match_clause : p::if_must<p::sor<p::seq<optional_mark, p::must<k_match>>, k_match>,
                                 comma_list<pattern>, p::opt<where_part>> {};
struct unwind_clause : p::if_must<k_unwind, expression, k_as, variable> {};
struct with_clause : p::if_must<k_with, projection, p::opt<where_part>> {};
struct return_clause : p::if_must<k_return, projection> {};
struct create_clause : p::if_must<k_create, comma_list<pattern>> {};
struct delete_clause : p::if_must<k_delete, comma_list<expression>> {};
/// Other clauses that write or call procedures; the rest of the query is not looked at.
struct writing_clause
    : p::seq<p::sor<k_merge, k_detach, k_set, k_remove, k_call, k_foreach, k_load>, p::opt<rest_of_query>> {};
struct clause : p::sor<match_clause, unwind_clause, with_clause, return_clause, create_clause, delete_clause,
                       writing_clause> {
  static constexpr const char* expected = "MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN";
};
struct single_query : p::plus<clause> {};
struct union_all : k_all {};
struct union_mark : p::seq<k_union, p::opt<union_all>> {};
struct query : p::seq<p::must<single_query>, p::star<union_mark, p::must<single_query>>> {};
struct end_of_text : p::eof {
  static constexpr const char* expected = "the end of the query";
};
struct text : p::must<sp, query, p::opt<mark<';'>>, end_of_text> {};

}  // namespace maillon::cypher::grammar
