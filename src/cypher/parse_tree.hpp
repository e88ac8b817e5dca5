// The parse tree of a query: which rules of the grammar leave a node, and how nodes are put together.
//
// PEGTL's own parse_tree allocates a node for every rule that is tried; here only rules that matched and are
// wanted make one, in one block of memory that the tree owns.
#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <span>
#include <string_view>
#include <tao/pegtl/type_list.hpp>
#include <vector>

#include "cypher/grammar.hpp"

namespace maillon::cypher {

namespace g = grammar;

/// Its address stands for the rule.
template <class Rule>
inline constexpr char kRuleTag = 0;

class ParseNode {
 public:
  template <class Rule>
  bool is_type() const {
    return rule == &kRuleTag<Rule>;
  }
  /// As written, with the white space behind it.
  std::string_view string_view() const { return text; }

  const char* rule;
  std::string_view text;
  std::span<const ParseNode* const> children;
};

/// Nodes are made from the leaves up: those that have no parent yet wait in a row, in the order of the text.
class ParseTree {
 public:
  ParseTree() = default;
  ParseTree(const ParseTree&) = delete;
  ParseTree& operator=(const ParseTree&) = delete;

  std::size_t waiting() const { return waiting_.size(); }
  const ParseNode& front() const { return *waiting_.front(); }
  /// Forgets what came after the first `count`: the parser went back.
  void shrink(std::size_t count) {
    if (waiting_.size() > count) waiting_.resize(count);
  }
  /// Makes one node of all but the first `count`.
  void reduce(std::size_t count, const char* rule, std::string_view text);

 private:
  std::array<std::byte, std::size_t{8} * 1024> first_block_;
  std::pmr::monotonic_buffer_resource memory_{first_block_.data(), first_block_.size()};
  std::pmr::polymorphic_allocator<> allocator_{&memory_};
  std::vector<const ParseNode*> waiting_;
};

template <class Rule, class... Rules>
inline constexpr bool kIsOneOf = (std::is_same_v<Rule, Rules> || ...);

/// Rules whose node stands for itself.
template <class Rule>
inline constexpr bool kLeavesNode =
    kIsOneOf<Rule, g::variable, g::label_name, g::type_name, g::property_key, g::map_key, g::hex_integer,
             g::octal_integer, g::real, g::decimal_integer, g::bad_number, g::string_literal, g::parameter,
             g::map_entry, g::map_literal, g::labels, g::node_pattern, g::dots, g::range_bound, g::bad_range,
             g::range, g::types, g::relationship_detail, g::left_arrow, g::right_arrow,
             g::relationship_pattern, g::pattern_chain, g::k_shortestpath, g::k_allshortestpaths,
             g::shortest_pattern, g::path_variable, g::pattern, g::where_part, g::yield_part, g::list_literal,
             g::list_comprehension, g::pattern_comprehension, g::pattern_predicate, g::parenthesized,
             g::case_subject, g::case_when, g::case_else, g::case_expression, g::q_all, g::q_any, g::q_none,
             g::q_single, g::quantifier, g::reduce_expression, g::exists_subquery, g::count_star,
             g::function_name, g::distinct, g::function_call, g::all_properties, g::own_property,
             g::projected_entry, g::map_projection, g::true_literal, g::false_literal, g::null_literal> ||
    kIsOneOf<Rule, g::property_lookup, g::slice_lower, g::slice_upper, g::subscript, g::minus_sign,
             g::plus_sign, g::op_power, g::op_multiply, g::op_divide, g::op_modulo, g::op_add, g::op_subtract,
             g::op_starts, g::op_ends, g::op_contains, g::op_in, g::op_matches, g::text_or_list_test,
             g::not_null, g::is_null, g::op_not_equal, g::op_less_equal, g::op_greater_equal, g::op_equal,
             g::op_less, g::op_greater, g::op_not, g::star, g::alias, g::projection_item, g::descending,
             g::sort_item, g::order_part, g::skip_part, g::limit_part, g::projection, g::optional_mark,
             g::match_clause, g::unwind_clause, g::with_clause, g::return_clause, g::create_clause,
             g::delete_clause, g::writing_clause, g::single_query, g::union_all, g::union_mark, g::query>;

/// Rules of which a node with one child is left out: a sum of one product is the product.
template <class Rule>
inline constexpr bool kFoldsOne =
    kIsOneOf<Rule, g::postfix, g::unary, g::power, g::product, g::sum, g::tested, g::comparison, g::negation,
             g::conjunction, g::exclusive, g::expression>;

/// Reads `text` into `tree`, whose front() is then the query. Throws Failure. `text` must outlive the tree.
void parse_into(ParseTree& tree, std::string_view text);

}  // namespace maillon::cypher
